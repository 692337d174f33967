"""When each scanner station last dropped something: one that has gone silent may be out of order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from pipeline.store.schema import lot


@dataclass(frozen=True, slots=True)
class LastDrop:
    """The last lot of a station, and the reception that it was given; ``station`` is None for those of no station."""

    canal: str
    station: str | None
    lot: str
    recu_le: datetime


def last_drops(tx: Connection) -> list[LastDrop]:
    """Return the last drop of each station of each channel, the most silent first."""
    last = select(func.max(lot.c.rang)).group_by(lot.c.canal, lot.c.station)
    rows = tx.execute(select(lot.c.canal, lot.c.station, lot.c.id, lot.c.recu_le).where(lot.c.rang.in_(last)))
    found = [LastDrop(row.canal, row.station, row.id, datetime.fromisoformat(row.recu_le)) for row in rows]
    return sorted(found, key=lambda drop: (drop.recu_le, drop.canal, drop.station or ""))
