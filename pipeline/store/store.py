"""The memory of one workspace: its database and its blobs."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from pipeline.store import calm
from pipeline.store.blobs import Blobs, BlobsFolder
from pipeline.store.database import Reach, connect, transaction, wring
from pipeline.store.mutex import Mutex


class Store:
    """Opened once per process."""

    def __init__(self, url: str, blobs: Blobs | Path) -> None:
        """Open a database, and blobs; a folder stands for those in it."""
        self._engine = connect(url)
        self.blobs: Blobs = BlobsFolder(blobs) if isinstance(blobs, Path) else blobs

    def begin(self) -> AbstractContextManager[Connection]:
        """Open a transaction that may write anything, committed when its block ends well: one at a time."""
        return transaction(self._engine, Reach.ALL)

    def beside(self) -> AbstractContextManager[Connection]:
        """Open a transaction about one task and what is kept under a hash: others do the same meanwhile."""
        return transaction(self._engine, Reach.OWN)

    def in_passing(self) -> AbstractContextManager[Connection]:
        """Open a transaction about one's own row; raises DatabaseTrouble where it would have to wait."""
        return transaction(self._engine, Reach.PASSING)

    def look(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads, from one state of the whole: it keeps nobody waiting."""
        return transaction(self._engine, Reach.NONE)

    def instant(self) -> float:
        """Return the seconds of the real clock by which leases are counted: that of the server, where there is one."""
        with self.look() as tx:
            return calm.instant(tx)

    def mutex(self, name: str) -> Mutex:
        """Return what one holder at a time has, over all the machines of the database."""
        return Mutex(self._engine, name)

    def wring(self) -> None:
        """Leave nothing in the files of the database of what was erased from it; no transaction may be open."""
        wring(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
