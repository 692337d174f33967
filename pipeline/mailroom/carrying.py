"""A drop on another file system, such as a share: claimed there by a rename, brought over whole, then removed there.

No rename goes from one file system to another; a copy that is cut leaves what was claimed where it is, hidden.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from pipeline.durable import copy_durably
from pipeline.mailroom.inbox import files_of

MARK, DRAFT = "apporte", "apport"
"""What says, in the folder of a taking, that its drop comes from elsewhere; and what is copied of it so far."""


def claim(origin: Path, folder: Path) -> None:
    """Take a drop from whoever else looks, for the taking ``folder``."""
    (folder / MARK).touch()
    origin.rename(claimed(origin, folder))


def claimed(origin: Path, folder: Path) -> Path:
    """Return what a drop is renamed to while it is brought over: a hidden name, which nobody takes."""
    return origin.with_name(f".{folder.name}.prise")


def is_carried(folder: Path) -> bool:
    """Say whether the drop of a taking comes from another file system."""
    return (folder / MARK).exists()


def bring(origin: Path, folder: Path, content: Path) -> None:
    """Put at ``content`` what was claimed; raises OSError, to be done again, when it does not hold still meanwhile."""
    there, draft = claimed(origin, folder), folder / DRAFT
    before = _shape(there)
    remove(draft)
    if there.is_dir():
        draft.mkdir()
        for path in files_of(there):
            copy_durably(path, draft / path.relative_to(there))
    else:
        copy_durably(there, draft)
    if _shape(there) != before:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
    draft.rename(content)
    remove(there)


def let_go(origin: Path, folder: Path) -> None:
    """Leave nothing of what was claimed: it is recorded."""
    remove(claimed(origin, folder))
    (folder / MARK).unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def _shape(path: Path) -> list[tuple[str, int, int]]:
    """Return what changes when a file, or one of a folder, is written to."""
    stats = ((part, part.stat()) for part in [path, *files_of(path)])
    return sorted((str(part), stat.st_size, stat.st_mtime_ns) for part, stat in stats)
