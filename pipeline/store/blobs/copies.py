"""Copies of blobs on this machine, for those who need a file: few, recent, and never believed unread.

Several processes share the folder. Whoever reads a copy holds a lock on it, which a death lets go; whoever makes
room passes over what is held. A name is given or taken by one process at a time: it never changes its file meanwhile.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import Defect

OCTETS_MAX = 4 << 30
"""What all copies may take, but for those being read: four of the heaviest lots."""
AGE_S = 3600.0
"""Unread for longer, a copy goes at the next opening: what another machine purges must not stay on this one."""
DRAFT = ".tmp"  # swept with the others, see durable.sweep_drafts


class Copies:
    """A folder of copies, each under the name of its blob. ``octets_max``: what they may take in all."""

    def __init__(self, folder: Path, octets_max: int = OCTETS_MAX) -> None:
        self._folder = folder
        self._octets_max = octets_max
        if folder.is_dir():
            self._make_room(0)

    @contextmanager
    def lend(self, name: str, fetch: Callable[[], Iterable[bytes]]) -> Iterator[Path]:
        """Lend a copy of a blob until the block ends; ``fetch`` gives its bytes, part by part, when there is none.

        Raises Defect when they are not what their name says.
        """
        file = self._taken(name)
        if file is None:
            with self._fetched(name, fetch()):
                file = self._taken(name)
        if file is None:  # the disk gives back other bytes than it was given
            raise OSError(errno.EIO, os.strerror(errno.EIO), name)
        with file:
            yield self._folder / name

    def forget(self, names: Iterable[str]) -> None:
        """Remove the copies of these blobs."""
        if self._folder.is_dir():
            with self._alone():
                for name in names:
                    (self._folder / name).unlink(missing_ok=True)

    def _taken(self, name: str) -> BinaryIO | None:
        """Return the copy of a blob, open and held; None when there is none, or none any more, as it was not right."""
        path = self._folder / name
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return None
        fcntl.flock(file, fcntl.LOCK_SH)
        is_right = hashlib.file_digest(file, "sha256").hexdigest() == name
        if is_right and _is_at(path, file):
            os.utime(file.fileno())
            return file
        file.close()
        if not is_right:
            with self._alone():
                _removed(path)
        return None

    def _fetched(self, name: str, parts: Iterable[bytes]) -> BinaryIO:
        """Write a copy, there whole or not at all; return it held, so that nobody makes room of it at once."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=".", suffix=DRAFT, dir=self._folder)
        try:
            found = hashlib.sha256()
            with os.fdopen(handle, "wb") as file:
                for part in parts:
                    file.write(part)
                    found.update(part)
            if found.hexdigest() != name:
                raise Defect(f"blob {name} is not what its name says")
            self._make_room(Path(draft).stat().st_size)
            with self._alone():
                with suppress(FileExistsError):  # somebody else fetched it meanwhile
                    (self._folder / name).hardlink_to(draft)
                held = (self._folder / name).open("rb")
                fcntl.flock(held, fcntl.LOCK_SH)
            return held
        finally:
            Path(draft).unlink(missing_ok=True)

    def _make_room(self, wanted: int) -> None:
        """Remove the copies that are old, then those that were read longest ago until ``wanted`` bytes fit."""
        found = [(path, stat) for path in self._folder.glob("[!.]*") if (stat := _stat(path)) is not None]
        total, now = wanted + sum(stat.st_size for _, stat in found), time.time()
        for path, stat in sorted(found, key=lambda it: it[1].st_mtime):
            if now - stat.st_mtime <= AGE_S and total <= self._octets_max:
                return
            with self._alone():
                total -= stat.st_size if _removed(path) else 0

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Give and take names alone."""
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:  # another process made room
        return None


def _is_at(path: Path, file: BinaryIO) -> bool:
    """Say whether an open file still bears its name: it may have been removed before it was held."""
    stat = _stat(path)
    return stat is not None and os.path.samestat(stat, os.fstat(file.fileno()))


def _removed(path: Path) -> bool:
    """Remove a copy unless somebody holds it; say whether it was."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    except (BlockingIOError, FileNotFoundError):
        return False
    return True
