"""I10: what is under way has one holder and its token; one key has one reference. A late writer would break these."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.engine.house import House
from pipeline.store import coherence
from pipeline.upkeep.check_world.violation import ENGINEER, Violation


def check(house: House) -> Iterator[Violation]:
    """Look at who holds what."""
    with house.store.begin() as tx:
        misheld, apart = coherence.misheld(tx), coherence.referred_apart(tx)
    for task in misheld:
        yield Violation("I10", task, "son état et celui qui la tient se contredisent", ENGINEER)
    for cle in apart:
        yield Violation("I10", cle, "deux références pour une seule clé de dépôt", ENGINEER)
