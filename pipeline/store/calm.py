"""What the machines at one database agree on: the instant, who is at work, and a calm in which nobody begins a task.

Whoever wants calm holds the mutex of that name; whoever takes a task looks at it in the transaction that takes it. So
one of the two sees the other. On SQLite there is one machine: its files say it (``engine.lock``), its clock rules.
"""

from __future__ import annotations

import time

from sqlalchemy import Connection, select, text

from pipeline.store.postgres import key_of
from pipeline.store.schema import tache
from pipeline.store.tasks import IS_OPEN, State
from pipeline.store.unasked import awaited

CALM = "calme"
_INSTANT = text("SELECT extract(epoch FROM clock_timestamp())::float8")
_GLANCE = text("SELECT pg_try_advisory_xact_lock_shared(:key)")


def instant(tx: Connection) -> float:
    """Return the seconds of the real clock by which leases are counted: that of the server, where there is one."""
    return time.time() if tx.dialect.name == "sqlite" else float(tx.execute(_INSTANT).scalar_one())


def may_begin(tx: Connection) -> bool:
    """Say whether nobody wants calm, nor waits for the register; nobody has calm before this transaction ends."""
    is_wanted = tx.dialect.name != "sqlite" and not tx.execute(_GLANCE, {"key": key_of(CALM)}).scalar_one()
    return not is_wanted and awaited(tx) is None


def is_anybody_at_work(tx: Connection) -> bool:
    """Say whether a worker that is not known to be gone holds a task."""
    alive = (IS_OPEN, tache.c.etat == State.DOING, tache.c.bail >= instant(tx))
    return tx.execute(select(tache.c.id).where(*alive).limit(1)).first() is not None
