"""What happened, in order; written in the transaction of what it records. Never a name, a number, a text.

Each entry bears the hash of what it says and of the entry before it: none can be changed or taken out unseen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from pipeline.store.database import check_alone
from pipeline.store.schema import journal

RECEIVED = "recu"
"""The entry of a lot when it comes in: by when it is due, and by which rule."""
AT_ONCE = 1000
"""Entries in memory at a time while the chain is checked."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first entry that does not hold, by its number. ``subject`` is None when the entry itself is missing."""

    number: int
    subject: str | None


def note(tx: Connection, now: datetime, subject: str, event: str, **detail: str | int | None) -> None:
    """Record ``event`` about a lot, a pli or a piece, in a transaction that writes alone: each entry has a number.

    A sequence would leave a hole where a transaction failed, and a hole is an entry that was taken out.
    """
    check_alone(tx, "an entry of the journal")
    when, before = now.isoformat(), _last(tx)
    number, empreinte = before.id + 1 if before is not None else 1, before.empreinte if before is not None else ""
    values = {"id": number, "le": when, "sujet": subject, "evenement": event, "detail": detail}
    tx.execute(journal.insert().values(**values, empreinte=link(empreinte, when, subject, event, detail)))


def said(tx: Connection, subject: str, event: str) -> Mapping[str, str | int | None]:
    """Return what the first entry of that event says of a subject; nothing when there is none."""
    of = (journal.c.sujet == subject, journal.c.evenement == event)
    return tx.execute(select(journal.c.detail).where(*of).order_by(journal.c.id).limit(1)).scalar() or {}


def head(tx: Connection) -> str:
    """Return the hash of the last entry, which vouches for all before it; empty when there is none."""
    last = _last(tx)
    return str(last.empreinte) if last is not None else ""


def _last(tx: Connection) -> Row[*tuple[Any, ...]] | None:
    return tx.execute(select(journal.c.id, journal.c.empreinte).order_by(journal.c.id.desc()).limit(1)).first()


def link(before: str, when: str, subject: str, event: str, detail: Mapping[str, str | int | None]) -> str:
    """Return the hash of an entry that follows the one whose hash is ``before``."""
    said = json.dumps([before, when, subject, event, detail], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def broken(tx: Connection) -> Broken | None:
    """Return the first entry that was changed, added or taken out, or None when the chain holds.

    Entries taken off the end leave a chain that holds: its :func:`head`, told elsewhere each night, tells.
    """
    before = ""
    rows = tx.execute(select(journal).order_by(journal.c.id).execution_options(yield_per=AT_ONCE))
    for number, row in enumerate(rows, start=1):
        if row.id > number:
            return Broken(number, None)
        if row.id < number or row.empreinte != link(before, row.le, row.sujet, row.evenement, row.detail):
            return Broken(row.id, row.sujet)
        before = row.empreinte
    return None
