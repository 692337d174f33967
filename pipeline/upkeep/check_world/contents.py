"""I1: what was received is still there, bit for bit, and so is every PDF; until it is purged."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.engine.house import House
from pipeline.store import holders
from pipeline.upkeep.check_world.violation import Violation

PARTS = "0123456789abcdef"
"""How the names of blobs begin: a sixteenth of them is in memory at a time."""
RECEIVED, COMPOSED = "un contenu reçu", "un PDF composé"
REMEDY = "restaurer ce contenu d'une sauvegarde"


def check(house: House) -> Iterator[Violation]:
    """Read again every blob that must be there."""
    for prefix in PARTS:
        with house.store.begin() as tx:
            kept = dict.fromkeys(holders.composed(tx, prefix), COMPOSED)
            kept |= dict.fromkeys(holders.received(tx, prefix), RECEIVED)
        for name, what in sorted(kept.items()):
            found = house.store.blobs.digest(name)
            if found != name:
                yield Violation("I1", name, f"{what} a {'disparu' if found is None else 'changé'}", REMEDY)
