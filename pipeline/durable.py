"""Files that are there whole or not at all, and still there after a power cut."""

from __future__ import annotations

import math
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

SHARED, SEALED = 0o640, 0o440
"""Modes of files: the group that the administrator trusts may read them; what is sealed is never written again."""
_DRAFT = ".tmp"


def write_durably(path: Path, content: bytes, mode: int = SHARED) -> None:
    """Put ``content`` at ``path`` at once, replacing what was there; returns when the disk holds it.

    Missing folders are made. A death on the way leaves at most a hidden file, never half a ``path``.
    """
    _write(path, lambda file: file.write(content), mode)


def copy_durably(source: Path, path: Path, mode: int = SHARED) -> None:
    """Put at ``path`` what ``source`` holds, as :func:`write_durably` does; it may be larger than the memory."""
    with source.open("rb") as original:
        _write(path, lambda file: shutil.copyfileobj(original, file), mode)


def narrow(folder: Path, mode: int) -> None:
    """Take from ``folder``, if it is ours, the rights that ``mode`` does not give; what it sets besides stays."""
    found = folder.stat()
    now = stat.S_IMODE(found.st_mode)
    allowed = now & (mode | ~0o777)
    if allowed != now and os.geteuid() in {0, found.st_uid}:
        folder.chmod(allowed)


def _write(path: Path, fill: Callable[[IO[bytes]], object], mode: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".", suffix=_DRAFT, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(mode)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_durably(paths: Iterable[Path]) -> None:
    """Remove files, or whole folders, those that are there; returns when no power cut can bring them back."""
    folders = set()
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
        folders.add(path.parent)
    for folder in sorted(folders):
        if folder.is_dir():
            sync_folder(folder)


def is_draft(path: Path) -> bool:
    """Say whether a file is, by its name, what a death left of a file on its way."""
    return path.match(f".*{_DRAFT}")


def sweep_drafts(folder: Path, before: float = math.inf) -> None:
    """Remove the drafts that a death left under ``folder`` before that instant; nobody may be writing an older one."""
    for draft in folder.rglob(f".*{_DRAFT}"):
        if draft.stat().st_mtime < before:
            draft.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the name durable too: a rename lives in the folder, not in the file."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
