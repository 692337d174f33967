"""What finished tasks cost: the reads that a measured profile stands on."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from pipeline.store.schema import tache
from pipeline.store.tasks import Kind, State


def spent(tx: Connection) -> Iterator[tuple[Kind, float]]:
    """Yield the kind and the CPU seconds of each finished task whose cost is known: nothing of whom it was about."""
    for row in tx.execute(select(tache.c.genre, tache.c.durees).where(tache.c.etat == State.DONE)):
        if row.durees:
            yield Kind(row.genre), sum(row.durees.values())
