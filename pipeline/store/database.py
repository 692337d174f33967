"""The database: SQLite in WAL mode, every commit on disk before it is believed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError

from pipeline.store.schema import REVISION

BUSY_MS = 30_000
ROOM_TO_GIVE_BACK = 0.25  # of the file: the database is written anew to give back its room
DatabaseTrouble = SQLAlchemyError
_MIGRATIONS = Path(__file__).parent / "migrations"


def connect(url: str) -> Engine:
    """Return the database at ``url``, its tables brought to the current revision."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _begin_immediate)
    if _revision(engine) != REVISION:
        _migrate(engine)
    return engine


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


def _begin_immediate(connection: Connection) -> None:
    """Take the write lock at once: a lock taken half-way through could not wait for its turn."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def wring(engine: Engine) -> None:
    """Leave nothing of what was erased in the log either, and give back the room that it took, once that is much."""
    if engine.dialect.name != "sqlite":
        return
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        free, pages = (cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("freelist_count", "page_count"))
        if free > pages * ROOM_TO_GIVE_BACK:
            cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.close()


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine) -> None:
    from alembic import command  # noqa: PLC0415 - half a second, spared to every later start
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
