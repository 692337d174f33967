"""Blobs: immutable bytes in a folder, named by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.durable import copy_durably, remove_durably, write_durably

PREFIXES = tuple(f"{number:02x}" for number in range(256))
"""How the names of blobs begin: one sub-folder each."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A blob that lies in its folder. ``since``: when it was written, seconds of the real clock."""

    name: str
    octets: int
    since: float


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
        name = _digest(source)
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

    def digest(self, name: str) -> str | None:
        """Return the hash of what lies there today, which is ``name`` when all is well; None when nothing does."""
        path = self.path(name)
        return _digest(path) if path.is_file() else None

    def octets(self, names: Iterable[str]) -> int:
        """Return how many bytes lie under these names."""
        return sum(path.stat().st_size for path in map(self.path, names) if path.is_file())

    def listed(self, prefix: str) -> Iterator[Kept]:
        """Yield the blobs whose name begins with one of :data:`PREFIXES`; drafts are hidden, and no blobs."""
        for path in (self._folder / prefix).glob("[!.]*"):
            stat = path.stat()
            yield Kept(path.name, stat.st_size, stat.st_mtime)

    def remove(self, names: Iterable[str]) -> None:
        """Remove blobs for good: nobody may be putting the same bytes meanwhile. Removing again changes nothing."""
        remove_durably(self.path(name) for name in names)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
