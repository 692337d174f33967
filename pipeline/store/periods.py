"""What came between two civil days of Paris, both included: the reads that a report stands on.

Each asks for its period alone, so that a month costs the same after ten years.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Column, ColumnElement, Connection, and_, select

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.store.schema import correction, journal, lot, pli

DECIDED, TOLD = "decide", "notifie"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trace:
    """What the journal remembers of a pli.

    ``asked``: a person was asked about it, at one time or another; ``told``: when each of its messages, by nature, was
    last handed to a server.
    """

    asked: bool = False
    told: Mapping[str, datetime] = field(default_factory=dict)


def received(tx: Connection, first: date, last: date) -> list[str]:
    """Return the plis received, in their order of receipt."""
    rows = tx.execute(
        select(pli.c.id, lot.c.recu_le)
        .join(lot, lot.c.id == pli.c.lot)
        .where(_about(lot.c.recu_le, first, last))
        .order_by(lot.c.rang, pli.c.premiere)
    )
    return [row.id for row in rows if first <= _day(row.recu_le) <= last]


def uncut(tx: Connection, first: date, last: date) -> Counter[Canal]:
    """Count the lots received whose plis are not known yet."""
    waiting = lot.c.etat.in_(["recu", "ouvert"])
    rows = tx.execute(select(lot.c.canal, lot.c.recu_le).where(_about(lot.c.recu_le, first, last), waiting))
    return Counter(Canal(row.canal) for row in rows if first <= _day(row.recu_le) <= last)


def traces(tx: Connection, first: date, last: date) -> dict[str, Trace]:
    """Return what the journal remembers of the plis received; those that it says nothing of are left out."""
    came = select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(_about(lot.c.recu_le, first, last))
    rows = tx.execute(
        select(journal.c.sujet, journal.c.evenement, journal.c.le, journal.c.detail)
        .where(journal.c.sujet.in_(came), journal.c.evenement.in_([DECIDED, TOLD]))
        .order_by(journal.c.id)
    )
    found: dict[str, Trace] = {}
    for row in rows:
        known = found.get(row.sujet, Trace())
        if row.evenement == DECIDED:
            known = replace(known, asked=known.asked or row.detail.get("etat") == "a_verifier")
        else:
            known = replace(known, told={**known.told, row.detail["nature"]: datetime.fromisoformat(row.le)})
        found[row.sujet] = known
    return found


def corrected(tx: Connection, first: date, last: date) -> frozenset[str]:
    """Return the plis received of which an operator said something, taken back or not."""
    joined = correction.join(pli, pli.c.id == correction.c.pli).join(lot, lot.c.id == pli.c.lot)
    rows = tx.execute(select(correction.c.pli).distinct().select_from(joined).where(_about(lot.c.recu_le, first, last)))
    return frozenset(rows.scalars())


def _about(column: Column[str], first: date, last: date) -> ColumnElement[bool]:
    """Bound written instants by a period and a day around it: their offsets differ, so the last word is Python's."""
    return and_(column >= (first - _ONE_DAY).isoformat(), column < (last + 2 * _ONE_DAY).isoformat())


def _day(written: str) -> date:
    return datetime.fromisoformat(written).astimezone(PARIS).date()
