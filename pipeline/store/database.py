"""The database: SQLite for one machine, PostgreSQL for many. Every commit is on the disk before it is believed.

A transaction says what it may touch (:class:`Reach`), and what it says decides whom it keeps waiting. SQLite has one
writer at a time; on PostgreSQL those that write anything hold the *pen*, so that the same code says the same there.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, inspect, text
from sqlalchemy.dialects import postgresql as on_postgres
from sqlalchemy.dialects import sqlite as on_sqlite
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from pipeline.errors import Defect, Misuse
from pipeline.store import postgres, sqlite
from pipeline.store.schema import REVISION

PATIENCE_S, GLANCE_S = 30.0, 0.2
"""How long a server that restarts is waited for, as long as nothing has begun; how often it is looked at."""
DatabaseTrouble = SQLAlchemyError
_MIGRATIONS = Path(__file__).parent / "migrations"


class Reach(StrEnum):
    """What a transaction may touch."""

    ALL = "all"
    """Anything: nobody else writes so meanwhile, on any machine."""
    OWN = "own"
    """A task that it holds or takes, and what is kept under a hash: many do so at once."""
    PASSING = "passing"
    """Its own row, unless it would have to wait: for another writer, or for a server that is away."""
    NONE = "none"
    """It reads, from one state of the whole, and keeps nobody waiting."""


def connect(url: str) -> Engine:
    """Return the database at ``url``, its tables brought to the current revision.

    Raises Misuse, in French, for an address of no kind that is known here.
    """
    engine = _engine(url)
    event.listen(engine, "begin", _on_begin)
    if _revision(engine) != REVISION:
        _migrate(engine)
    return engine


def _engine(url: str) -> Engine:
    if postgres.is_meant(url):
        return postgres.engine(url)
    if sqlite.is_meant(url):
        return sqlite.engine(url)
    raise Misuse("PLI_BASE : écrivez sqlite:///chemin/du/fichier ou postgresql://compte@hote/base.")


@contextmanager
def transaction(engine: Engine, reach: Reach) -> Iterator[Connection]:
    """Open a transaction, committed when its block ends well.

    Raises DatabaseTrouble; where that is at the end, the connection may have gone with the answer, and nobody knows
    whether it is committed: as after a death of ours, whoever comes next looks at what is there.
    """
    with _reached(engine, waits=reach is not Reach.PASSING) as connection:
        scoped = connection.execution_options(reach=reach)
        with scoped.begin():
            yield scoped


def _reached(engine: Engine, *, waits: bool = True) -> Connection:
    """Return a connection; a server that is away is waited for, a file that cannot be opened is not."""
    latest = time.monotonic() + (PATIENCE_S if waits and engine.dialect.name == "postgresql" else 0.0)
    while True:
        try:
            return engine.connect()
        except OperationalError:
            if time.monotonic() > latest:
                raise
        time.sleep(GLANCE_S)


def _on_begin(connection: Connection) -> None:
    reach = _reach(connection)
    if connection.dialect.name == "sqlite":
        sqlite.begin(connection, reads=reach is Reach.NONE, waits=reach is not Reach.PASSING)
    elif reach is Reach.NONE:
        postgres.begin_to_read(connection)
    elif reach is Reach.ALL:
        postgres.take_pen(connection)


def _reach(connection: Connection) -> Reach:
    return Reach(connection.get_execution_options().get("reach", Reach.ALL))


def check_alone(tx: Connection, what: str) -> None:
    """Raise Defect when a transaction does what only one at a time may do, and does not hold the pen."""
    if _reach(tx) is not Reach.ALL:
        raise Defect(f"{what}: the transaction must be opened to write anything")


def one_at_a_time(tx: Connection, name: str) -> None:
    """Have whoever comes here under that name wait until this transaction has ended; what it wrote is seen then."""
    if tx.dialect.name == "postgresql":
        postgres.hold(tx, name)


def is_away(error: DatabaseTrouble) -> bool:
    """Say whether a server did not answer, or went while it was spoken to; a file is always there, or ill."""
    if not isinstance(error, DBAPIError) or isinstance(error.orig, sqlite3.Error):
        return False
    return error.connection_invalidated or isinstance(error, OperationalError | InterfaceError)


def add_once(tx: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Add a row, unless there is one of its key: the first stays, whoever else adds it meanwhile."""
    insert = on_sqlite.insert(table) if tx.dialect.name == "sqlite" else on_postgres.insert(table)
    tx.execute(insert.values(**values).on_conflict_do_nothing())


def wring(engine: Engine) -> None:
    """Leave nothing in the files of what was erased, and give back the room that it took."""
    if engine.dialect.name == "sqlite":
        sqlite.wring(engine)
    else:
        postgres.wring(engine)


def _revision(engine: Engine) -> str | None:
    with engine.connect().execution_options(reach=Reach.NONE) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine) -> None:
    """Bring the tables to the current revision; of several that start at once, the others find it done."""
    from alembic import command  # noqa: PLC0415 - half a second, spared to every later start
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
