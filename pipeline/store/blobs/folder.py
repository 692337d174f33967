"""Blobs in a folder, spread over 256 sub-folders."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.durable import SEALED, copy_durably, remove_durably, sync_folder, write_durably
from pipeline.store.blobs.digest import digest_of
from pipeline.store.blobs.port import Kept


class BlobsFolder:
    """A folder of blobs; see :class:`~pipeline.store.blobs.port.Blobs`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()
        path = self.path(name)
        if path.exists():
            sync_folder(path.parent)  # whoever wrote it may have died before it was sure to stay
        else:
            write_durably(path, content, SEALED)
        return name

    def put_file(self, source: Path) -> str:
        name = digest_of(source)
        path = self.path(name)
        if path.exists():
            sync_folder(path.parent)
        else:
            copy_durably(source, path, SEALED)
        return name

    def get(self, name: str) -> bytes:
        return self.path(name).read_bytes()

    @contextmanager
    def local(self, name: str) -> Iterator[Path]:
        path = self.path(name)
        if not path.is_file():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        yield path

    def path(self, name: str) -> Path:
        """Return where the blob of that name lies, or would."""
        return self._folder / name[:2] / name

    def digest(self, name: str) -> str | None:
        path = self.path(name)
        return digest_of(path) if path.is_file() else None

    def octets(self, names: Iterable[str]) -> int:
        return sum(path.stat().st_size for path in map(self.path, names) if path.is_file())

    def listed(self, prefix: str) -> Iterator[Kept]:
        for path in (self._folder / prefix).glob("[!.]*"):  # drafts are hidden
            stat = path.stat()
            yield Kept(path.name, stat.st_size, stat.st_mtime)

    def remove(self, names: Iterable[str]) -> None:
        remove_durably(self.path(name) for name in names)
