"""Every invariant in turn (I9, nothing personal in what is said, and I10, no late writer, are held by tests alone).

Each part looks in transactions of its own, short enough to keep nobody waiting; what it holds in memory is one lot,
one pli, or one part of a list.
"""

from __future__ import annotations

from itertools import chain

from pipeline.engine.house import House
from pipeline.upkeep.check_world import accounts, contents, course, register, strays
from pipeline.upkeep.check_world.violation import Violation


def check_world(house: House) -> list[Violation]:
    """Return every invariant that does not hold, in a stable order. What was purged is no violation."""
    parts = (contents.check, accounts.check, course.check, strays.check, register.check)
    return list(chain.from_iterable(check(house) for check in parts))
