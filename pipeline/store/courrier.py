"""Envelopes counted when they arrive, before any scanner has seen them, and those that were scanned since."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from sqlalchemy import Connection, and_, func, or_, select

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.store.schema import courrier, lot, marque, pli

ENVOI = "envoi:"
"""How the mark of an envelope begins."""

Arrival = tuple[date, Canal]
"""The civil day of reception, and the channel."""


def count(tx: Connection, arrival: Arrival, envelopes: int, now: datetime) -> int:
    """Add to what was counted for an arrival, or take back; return what it comes to."""
    day, canal = arrival
    tx.execute(courrier.insert().values(recu_le=day.isoformat(), canal=canal, plis=envelopes, le=now.isoformat()))
    return counted(tx)[arrival]


def counted(tx: Connection) -> Counter[Arrival]:
    """Return how many envelopes were counted for each arrival; one counted at 0 is there."""
    rows = tx.execute(
        select(courrier.c.recu_le, courrier.c.canal, func.sum(courrier.c.plis))
        .group_by(courrier.c.recu_le, courrier.c.canal)
        .order_by(courrier.c.recu_le, courrier.c.canal)
    )
    return Counter({(date.fromisoformat(day), Canal(canal)): int(total) for day, canal, total in rows})


def scanned(tx: Connection, since: date) -> Counter[Arrival]:
    """Return how many envelopes were scanned that arrived on ``since`` or later.

    Plis that bear one ``envoi`` are one envelope, of the first day; a lot that is not cut yet counts for one, and one
    whose file could not be opened for none: its envelope is to be scanned again.
    """
    read = and_(pli.c.lot == lot.c.id, or_(lot.c.motif.is_(None), lot.c.motif != "T10"))
    of_envoi = and_(marque.c.pli == pli.c.id, marque.c.marque.startswith(ENVOI))
    cut = (
        select(lot.c.canal, func.min(lot.c.recu_le).label("le"))
        .select_from(lot.join(pli, read).join(marque, of_envoi, isouter=True))
        .group_by(lot.c.canal, func.coalesce(marque.c.marque, pli.c.id))
        .having(func.min(lot.c.recu_le) >= since.isoformat())
    )
    whole = select(lot.c.canal, lot.c.recu_le.label("le")).where(
        lot.c.etat.in_(["recu", "ouvert"]), lot.c.recu_le >= since.isoformat()
    )
    rows = [*tx.execute(cut), *tx.execute(whole)]
    return Counter((datetime.fromisoformat(row.le).astimezone(PARIS).date(), Canal(row.canal)) for row in rows)
