"""What happened, in order; written in the transaction of what it records. Never a name, a number, a text.

Each entry bears the hash of what it says and of the entry before it: none can be changed or taken out unseen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select

from pipeline.store.schema import journal


def note(tx: Connection, now: datetime, subject: str, event: str, **detail: str | int | None) -> None:
    """Record ``event`` about a lot, a pli or a piece."""
    when = now.isoformat()
    empreinte = link(head(tx), when, subject, event, detail)
    tx.execute(journal.insert().values(le=when, sujet=subject, evenement=event, detail=detail, empreinte=empreinte))


def head(tx: Connection) -> str:
    """Return the hash of the last entry, which vouches for all before it; empty when there is none."""
    return tx.execute(select(journal.c.empreinte).order_by(journal.c.id.desc()).limit(1)).scalar() or ""


def link(before: str, when: str, subject: str, event: str, detail: Mapping[str, str | int | None]) -> str:
    """Return the hash of an entry that follows the one whose hash is ``before``."""
    said = json.dumps([before, when, subject, event, detail], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()
