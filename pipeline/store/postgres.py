"""PostgreSQL: many machines on one database. Transactions are READ COMMITTED; what must be alone holds a lock for it.

The locks are advisory: they go with the transaction, or with the connection, however it ends.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import URL, make_url

NAMES = ("postgresql", "postgres", "postgresql+psycopg")
WAIT_MS = 30_000
"""How long a lock is waited for, as on SQLite."""
IDLE_MS = 60_000
"""A transaction that says nothing for so long is ended by the server: a machine that vanished keeps the pen no more."""
OPTIONS = {
    "idle_in_transaction_session_timeout": IDLE_MS,
    "lock_timeout": WAIT_MS,
    "tcp_keepalives_idle": 10,
    "tcp_keepalives_interval": 5,
    "tcp_keepalives_count": 3,
    "timezone": "UTC",
    "jit": "off",
}
CONNECT_S = 10
PEN = "pen"
OF_PEOPLE = (
    "adresse", "correction", "demande", "depot", "envoi", "lecture", "livrable", "lot", "pli", "rectification",
)  # fmt: skip
"""The tables out of which something is erased."""


def is_meant(url: str) -> bool:
    """Say whether an address is that of a PostgreSQL database."""
    return url.partition(":")[0] in NAMES


def engine(url: str) -> Engine:
    """Return the database at ``url`` (``postgresql://…``); a connection that was lost while it rested is made anew."""
    address: URL = make_url(url).set(drivername="postgresql+psycopg")
    said = {
        "application_name": "pli",
        "connect_timeout": CONNECT_S,
        "options": " ".join(f"-c {name}={value}" for name, value in OPTIONS.items()),
    }
    return create_engine(
        address, pool_pre_ping=True, isolation_level="READ COMMITTED", connect_args=said, hide_parameters=True
    )


def begin_to_read(connection: Connection) -> None:
    """Have a transaction see one state of the whole, and write nothing."""
    connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def take_pen(connection: Connection) -> None:
    """Wait until nobody else writes anything, and be the one who does until the transaction ends.

    It comes before any other lock, so that nobody who waits for it is waited for. READ COMMITTED: each statement after
    it sees what the one who had the pen before has committed.
    """
    hold(connection, PEN)


def hold(tx: Connection, name: str) -> None:
    """Hold the lock of that name until the transaction ends."""
    tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key_of(name)})


def key_of(name: str) -> int:
    """Return the number of a lock: 64 signed bits; one database holds those of one house."""
    return int.from_bytes(hashlib.sha256(f"pli:{name}".encode()).digest()[:8], signed=True)


def wring(engine: Engine) -> None:
    """Write anew the tables out of which something is erased: what is only deleted stays in the pages of their files.

    It holds each in turn, alone, for as long as writing it takes.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in OF_PEOPLE:
            connection.exec_driver_sql(f"VACUUM (FULL, ANALYZE) {table}")
        connection.commit()
