"""Who is alone at something over all the machines of one database. On SQLite one machine has it all: nothing to ask.

A file lock tells the processes of one machine apart; this tells machines apart, beside it. It goes with the connection
that holds it, however that ends: none is ever stale, and one whose connection is lost is nobody's any more.
"""

from __future__ import annotations

from contextlib import ExitStack, suppress

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from pipeline.store.database import Reach
from pipeline.store.postgres import key_of

TAKE = text("SELECT pg_try_advisory_lock(:key)")
LET_GO = text("SELECT pg_advisory_unlock(:key)")
HELD = text("SELECT 1")


class Mutex:
    """What one holder at a time has, by name."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._key = {"key": key_of(name)}
        self._held = ExitStack()
        self._connection: Connection | None = None

    def take(self) -> bool:
        """Take it if it is free; say whether it is ours. Raises DatabaseTrouble when the server does not answer."""
        if self._engine.dialect.name == "sqlite" or self.is_ours():
            return True
        connection = self._held.enter_context(self._engine.connect())
        connection = connection.execution_options(isolation_level="AUTOCOMMIT", reach=Reach.OWN)
        connection.detach()  # closed for good in the end, never lent to another with what it holds
        if connection.execute(TAKE, self._key).scalar_one():
            self._connection = connection
            return True
        self._held.close()
        return False

    def is_ours(self) -> bool:
        """Say whether it is held still: asked between two steps, since who was cut off learns it in no other way."""
        if self._engine.dialect.name == "sqlite":
            return True
        if self._connection is None:
            return False
        try:
            self._connection.execute(HELD)
        except OperationalError:
            self.let_go()
            return False
        return True

    def let_go(self) -> None:
        """Let whoever waits have it, at once: a server notices a little late that a connection is closed."""
        connection, self._connection = self._connection, None
        if connection is not None and not connection.invalidated:
            with suppress(OperationalError):  # it was cut, and holds nothing
                connection.execute(LET_GO, self._key)
        self._held.close()
