"""Blobs: immutable bytes in a folder, named by their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.durable import copy_durably, write_durably


class Blobs:
    """A folder of blobs, spread over 256 sub-folders. Putting the same bytes twice is putting them once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep ``content``, on disk before this returns, and return its name."""
        name = hashlib.sha256(content).hexdigest()
        path = self.path(name)
        if not path.exists():
            write_durably(path, content)
        return name

    def put_file(self, source: Path) -> str:
        """Keep what a file holds, as :meth:`put` does, without having it in memory."""
        with source.open("rb") as file:
            name = hashlib.file_digest(file, "sha256").hexdigest()
        path = self.path(name)
        if not path.exists():
            copy_durably(source, path)
        return name

    def get(self, name: str) -> bytes:
        """Return the bytes of that name."""
        return self.path(name).read_bytes()

    def path(self, name: str) -> Path:
        """Return where the blob of that name lies, or would."""
        return self._folder / name[:2] / name
