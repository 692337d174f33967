"""The ledger of nights: one row a civil day, that of the evening on which the night opens.

A row without an end is a night that goes on, or that was cut. A night is done once it ended at its closing or later:
one that was ended before, by hand, binds nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Connection, Row, select, update

from pipeline.domain.working_calendar import PARIS
from pipeline.store.mails import TO_SEND
from pipeline.store.schema import journal, nuit

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Night:
    """A night of the ledger. ``counts``: what it did, in pieces and in messages, in the words of operators.

    ``summary``: the ``Message-ID`` of what the administrator is told of it; its state is a mail's.
    """

    day: date
    opened: datetime
    ended: datetime | None
    counts: Mapping[str, int]
    summary: str | None
    summary_state: str | None


def hours(day: date, opening: time, closing: time) -> tuple[datetime, datetime]:
    """Return when the night of ``day`` opens and closes, in UTC, so that they compare and subtract as instants do.

    ``opening``, ``closing``: civil hours of Paris; one that the change to summer time skips is moved past it.
    """
    last = day if closing > opening else day + _ONE_DAY
    return _instant(day, opening), _instant(last, closing)


def _instant(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, PARIS).astimezone(UTC)


def due(tx: Connection, now: datetime, opening: time, closing: time) -> date | None:
    """Return the day whose night is to be held at ``now`` (aware), or None; see :func:`day_due`."""
    began = tx.execute(select(journal.c.le).order_by(journal.c.id).limit(1)).scalar()
    rows = tx.execute(select(nuit).where(nuit.c.fermee_le.is_(None)).order_by(nuit.c.jour))
    cut = [_night(row) for row in rows]
    last = of_day(tx, last_opened(now, opening))
    known = {night.day: night for night in (*cut, *([last] if last is not None else []))}
    return day_due(now, opening, closing, known, datetime.fromisoformat(began) if began is not None else None)


def day_due(
    now: datetime, opening: time, closing: time, known: Mapping[date, Night], began: datetime | None
) -> date | None:
    """Return the day whose night is to be held, or None. Pure.

    One that was cut, the oldest first; else the one that is open; else the last one, if it was missed: ``began`` is
    when anything first happened here, and who was not there before it closed has missed nothing. Of several missed
    in a row the last alone is held: it takes everything.
    """
    day = last_opened(now, opening)
    _, closes = hours(day, opening, closing)
    cut = min((it.day for it in known.values() if it.ended is None and it.day < day), default=None)
    if cut is not None:
        return cut
    if now < closes:
        return day
    night = known.get(day)
    if night is not None:
        return day if night.ended is None or night.ended < closes else None
    return day if began is not None and began < closes else None


def last_opened(now: datetime, opening: time) -> date:
    """Return the day of the last night that has opened at ``now``, whether or not it was held."""
    today = now.astimezone(PARIS).date()
    return today if _instant(today, opening) <= now else today - _ONE_DAY


def of_day(tx: Connection, day: date) -> Night | None:
    """Return the night of ``day``, None when it was never opened."""
    row = tx.execute(select(nuit).where(nuit.c.jour == day.isoformat())).one_or_none()
    return _night(row) if row is not None else None


def _night(row: Row[tuple[object, ...]]) -> Night:
    return Night(
        day=date.fromisoformat(row.jour),
        opened=datetime.fromisoformat(row.ouverte_le),
        ended=datetime.fromisoformat(row.fermee_le) if row.fermee_le is not None else None,
        counts=row.comptes,
        summary=row.resume,
        summary_state=row.resume_etat,
    )


def begin(tx: Connection, day: date, now: datetime) -> None:
    """Open the night of ``day``; one that was opened before goes on from its first instant, with its counts."""
    if of_day(tx, day) is None:
        tx.execute(nuit.insert().values(jour=day.isoformat(), ouverte_le=now.isoformat(), comptes={}))
    else:
        _change(tx, day, fermee_le=None)


def add(tx: Connection, day: date, **counts: int) -> None:
    """Add to what the night of ``day`` did."""
    known = _counts(tx, day)
    told = {name: known.get(name, 0) + count for name, count in counts.items()}
    _change(tx, day, comptes={**known, **told})


def end(tx: Connection, day: date, now: datetime, **counts: int) -> None:
    """End the night of ``day``; ``counts``: what it leaves behind it."""
    _change(tx, day, fermee_le=now.isoformat(), comptes={**_counts(tx, day), **counts})


def unsummarised(tx: Connection) -> list[Night]:
    """Return the nights that ended and of which nobody was told for good, the oldest first."""
    untold = (nuit.c.fermee_le.is_not(None), nuit.c.resume_etat.is_(None) | (nuit.c.resume_etat == TO_SEND))
    return [_night(row) for row in tx.execute(select(nuit).where(*untold).order_by(nuit.c.jour))]


def set_summary(tx: Connection, day: date, message_id: str, state: str) -> None:
    """Record where the summary of a night stands."""
    _change(tx, day, resume=message_id, resume_etat=state)


def _counts(tx: Connection, day: date) -> Mapping[str, int]:
    night = of_day(tx, day)
    return night.counts if night is not None else {}


def _change(tx: Connection, day: date, **values: object) -> None:
    tx.execute(update(nuit).where(nuit.c.jour == day.isoformat()).values(**values))
