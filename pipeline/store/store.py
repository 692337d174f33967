"""The memory of one workspace: its database and its blobs."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection

from pipeline.store.blobs import Blobs
from pipeline.store.database import connect, wring


class Store:
    """Opened once per process."""

    def __init__(self, url: str, blobs: Path) -> None:
        self._engine = connect(url)
        self.blobs = Blobs(blobs)

    def begin(self) -> AbstractContextManager[Connection]:
        """Open a transaction, committed when its block ends well."""
        return self._engine.begin()

    def wring(self) -> None:
        """Leave nothing in the files of the database of what was erased from it; no transaction may be open."""
        wring(self._engine)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
