"""What happened, in order; written in the transaction of what it records. Never a name, a number, a text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from pipeline.store.schema import journal


def note(tx: Connection, now: datetime, subject: str, event: str, **detail: str | int | None) -> None:
    """Record ``event`` about a lot, a pli or a piece."""
    tx.execute(journal.insert().values(le=now.isoformat(), sujet=subject, evenement=event, detail=detail))
