"""An SQLite database as one file: taken at one instant while others write, looked into, put in its place."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine, func, make_url, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from pipeline.durable import copy_durably, remove_durably
from pipeline.store.schema import journal, lot, pli

WHOLE = "ok"
BUSY_S = 30.0
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a database, by the end of the name; left there, it would be taken for that of another."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a journal has come: its last entry, by number and by hash; 0 and empty when it has none."""

    entries: int
    head: str


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite database; None for a database that is not one file."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def take(database: Path, into: Path) -> None:
    """Write what ``database`` holds now to the new file ``into``; nobody waits for it, and nothing erased comes along.

    Only the owner may read it. It is not on the disk yet when this returns.
    """
    os.close(os.open(into, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    waiting = {"timeout": BUSY_S}
    engine = create_engine(f"sqlite:///{database}", connect_args=waiting, poolclass=NullPool, hide_parameters=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM INTO :into"), {"into": str(into)})


@contextmanager
def reading(database: Path) -> Iterator[Connection]:
    """Look into a database that nobody writes to, and leave no trace beside it."""
    address = f"file:{quote(str(database.absolute()))}?mode=ro&immutable=1"
    opening = {"creator": lambda: sqlite3.connect(address, uri=True), "poolclass": NullPool, "hide_parameters": True}
    engine = create_engine("sqlite://", **opening)
    with engine.connect() as connection:
        yield connection


def fault(tx: Connection) -> str | None:
    """Return what SQLite finds wrong in its own pages, or None."""
    try:
        found = str(tx.execute(text("PRAGMA integrity_check(1)")).scalar())
    except DatabaseError as error:  # so wrong that it cannot look any further
        return str(error.orig)
    return None if found == WHOLE else found


def put(source: Path, database: Path) -> None:
    """Put a database in its place; nobody may have one open there."""
    remove_durably(database.with_name(database.name + end) for end in BESIDE)
    copy_durably(source, database)


def revision(tx: Connection) -> str:
    """Return the migration that the tables stand at."""
    return str(tx.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def mark(tx: Connection) -> Mark:
    """Return how far the journal has come."""
    row = tx.execute(select(journal.c.id, journal.c.empreinte).order_by(journal.c.id.desc()).limit(1)).one_or_none()
    return Mark(row.id, row.empreinte) if row is not None else Mark(0, "")


def goes_on_from(tx: Connection, before: Mark) -> bool:
    """Say whether the journal is the one that had come so far, or what followed it."""
    entry = select(journal.c.empreinte).where(journal.c.id == before.entries)
    return before.entries == 0 or tx.execute(entry).scalar() == before.head


def last_seen(tx: Connection, event: str) -> dict[tuple[str, str | None], str]:
    """Return the instant of the last entry of that event about a lot, by the canal and the station of the lot."""
    last = select(lot.c.canal, lot.c.station, func.max(journal.c.le).label("le"))
    rows = tx.execute(
        last.join(journal, journal.c.sujet == lot.c.id)
        .where(journal.c.evenement == event)
        .group_by(lot.c.canal, lot.c.station)
        .order_by(lot.c.canal, lot.c.station)
    )
    return {(row.canal, row.station): row.le for row in rows}


def show_again(tx: Connection) -> None:
    """Have every bilan published anew: its file is not there any more."""
    tx.execute(pli.update().values(publiee=pli.c.version - 1))
