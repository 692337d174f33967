"""Every invariant in turn.

Each part looks in transactions of its own, short enough to keep nobody waiting; what it holds in memory is one lot,
one pli, or one part of a list.
"""

from __future__ import annotations

from itertools import chain

from pipeline.engine.house import House
from pipeline.upkeep.check_world import accounts, contents, course, holds, register, speech, strays
from pipeline.upkeep.check_world.violation import Violation

PARTS = (contents.check, accounts.check, course.check, strays.check, speech.check, holds.check, register.check)


def check_world(house: House) -> list[Violation]:
    """Return every invariant that does not hold, in a stable order. What was purged is no violation."""
    return list(chain.from_iterable(check(house) for check in PARTS))
