"""When each scanner station dropped something: one that has gone silent may be out of order."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select

from pipeline.store import journal as journals
from pipeline.store.schema import journal, lot

Station = tuple[str, str]
"""A channel, and the name of a station of it."""
DELAY = timedelta(days=30)
"""How long after its reception an envelope is scanned, at most, for its drop to be found."""


def drop_days(tx: Connection, since: date) -> dict[Station, set[date]]:
    """Return the civil days, from ``since`` on, on which each station dropped something, whenever that was received."""
    rows = tx.execute(
        select(lot.c.canal, lot.c.station, journal.c.le)
        .join(journal, journal.c.sujet == lot.c.id)
        .where(lot.c.recu_le >= (since - DELAY).isoformat(), lot.c.station.is_not(None))
        .where(journal.c.evenement == journals.RECEIVED, journal.c.le >= since.isoformat())
    )
    found: dict[Station, set[date]] = {}
    for row in rows:
        found.setdefault((row.canal, row.station), set()).add(date.fromisoformat(row.le[:10]))
    return found
