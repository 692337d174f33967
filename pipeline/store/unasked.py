"""A database that was put back as it stood earlier, until the register was asked: an entry of the journal says it.

So all machines of the database see it, whatever lies in their own folders; entries are never taken out, one follows.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from pipeline.store import journal as journals
from pipeline.store.schema import journal

WHO = "restauration"
AWAITED, ASKED = "attendue", "restaure"


def expect(tx: Connection, now: datetime, since: datetime, head: str) -> None:
    """Have everybody wait until the register was asked; ``since``, ``head``: as of :func:`awaited`."""
    journals.note(tx, now, WHO, AWAITED, du=since.isoformat(), tete=head)


def over(tx: Connection, now: datetime, since: datetime, head: str, **counts: int) -> None:
    """Have the work go on: the register was asked, and what it told is written in this transaction."""
    journals.note(tx, now, WHO, ASKED, du=since.isoformat(), tete=head, **counts)


def awaited(tx: Connection) -> tuple[datetime, str] | None:
    """Return how far the database had come when it was put back, while the register is to be asked; else None.

    That is the instant, and the hash of the last entry that the journal had.
    """
    last = select(journal.c.evenement, journal.c.detail).where(journal.c.sujet == WHO).order_by(journal.c.id.desc())
    row = tx.execute(last.limit(1)).first()
    if row is None or row.evenement != AWAITED:
        return None
    return datetime.fromisoformat(row.detail["du"]), row.detail["tete"]
