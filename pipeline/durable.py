"""Files that are there whole or not at all, and still there after a power cut."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

_DRAFT = ".tmp"


def write_durably(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` at once, replacing what was there; returns when the disk holds it.

    Missing folders are made. A death on the way leaves at most a hidden file, never half a ``path``.
    """
    _write(path, lambda file: file.write(content))


def copy_durably(source: Path, path: Path) -> None:
    """Put at ``path`` what ``source`` holds, as :func:`write_durably` does; it may be larger than the memory."""
    with source.open("rb") as original:
        _write(path, lambda file: shutil.copyfileobj(original, file))


def _write(path: Path, fill: Callable[[IO[bytes]], object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=".", suffix=_DRAFT, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).chmod(0o640)
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def remove_durably(paths: Iterable[Path]) -> None:
    """Remove files, those that are there; returns when no power cut can bring them back."""
    folders = set()
    for path in paths:
        path.unlink(missing_ok=True)
        folders.add(path.parent)
    for folder in sorted(folders):
        if folder.is_dir():
            _sync_folder(folder)


def sweep_drafts(folder: Path) -> None:
    """Remove the drafts that a death left under ``folder``; nobody else may be writing there."""
    for draft in folder.rglob(f".*{_DRAFT}"):
        draft.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the name durable too: a rename lives in the folder, not in the file."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
