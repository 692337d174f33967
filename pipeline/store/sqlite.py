"""SQLite in WAL mode: one file, one writer at a time, readers that nobody waits for."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

BUSY_MS = 30_000
ROOM_TO_GIVE_BACK = 0.25  # of the file: the database is written anew to give back its room


def is_meant(url: str) -> bool:
    """Say whether an address is that of an SQLite file."""
    return url.startswith("sqlite:///")


def engine(url: str) -> Engine:
    """Return the database at ``url`` (``sqlite:///…``)."""
    made = create_engine(url, hide_parameters=True)
    event.listen(made, "connect", _on_connect)
    return made


def _on_connect(connection: DBAPIConnection, _record: object) -> None:
    """Leave transactions to SQLAlchemy, make each commit durable, and leave nothing of what is erased."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin(connection: Connection, *, reads: bool, waits: bool = True) -> None:
    """Take the write lock at once: one taken half-way through could not wait for its turn.

    Who ``reads`` needs none, and is held to it. Who does not wait for its turn fails when it is another's.
    """
    connection.exec_driver_sql(f"PRAGMA query_only={int(reads)}")
    connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MS if waits else 0}")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def wring(engine: Engine) -> None:
    """Leave nothing of what was erased in the log either, and give back the room that it took, once that is much."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA query_only=0")  # whoever had this connection before may only have read,
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")  # or not have waited
        free, pages = (cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count"))
        if free > pages * ROOM_TO_GIVE_BACK:
            cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()
