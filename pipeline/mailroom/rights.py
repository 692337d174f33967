"""What this account may do with what was dropped: look into it, read it, take it away. Links are not followed."""

from __future__ import annotations

import os
import pwd
import stat
from enum import StrEnum
from pathlib import Path


class Bar(StrEnum):
    """Why rights keep a drop from being taken, in French: what cannot be done with it."""

    SHUT = "ce dossier ne s'ouvre pas"
    FIXED = "il ne peut pas être déplacé"
    UNREAD = "il ne peut pas être lu"


_TO_LIFT = {
    Bar.SHUT: "de le lire et d'y écrire",
    Bar.FIXED: "d'écrire dans le dossier où il est, et de l'y déplacer",
    Bar.UNREAD: "de le lire",
}
_IN = os.R_OK | os.X_OK


def words(bar: Bar) -> str:
    """Say in French what is barred, and what would lift it."""
    return f"{bar} ; donnez au compte « {_account()} » le droit {_TO_LIFT[bar]}"


def is_shut(folder: Path) -> bool:
    """Say whether we may not look into a folder."""
    return not _may(folder, _IN)


def bar_of(path: Path, *beside: Path) -> Bar | None:
    """Return why we may not take ``path`` away, or not read it, what it holds and what stands beside it; else None.

    A file system that is read-only bars nobody: it is sick, for all.
    """
    if not _is_movable(path):
        return Bar.FIXED
    return None if all(map(is_readable, (path, *beside))) else Bar.UNREAD


def is_readable(path: Path) -> bool:
    """Say whether we may read a file, or a folder and all that is in it."""
    if path.is_symlink():
        return True
    if path.is_dir():
        return _may(path, _IN) and all(map(is_readable, path.iterdir()))
    return not path.exists() or _may(path, os.R_OK)


def is_on_disk_of(path: Path, *folders: Path) -> bool:
    """Say whether a rename brings ``path`` into each of these folders, none of its bytes being read.

    So it is said of what has just gone: whoever renames it will see.
    """
    return not os.path.lexists(path) or {folder.stat().st_dev for folder in folders} == {path.lstat().st_dev}


def _is_movable(path: Path) -> bool:
    """Say whether we may rename it elsewhere: a folder is written to as well, it names the one above it."""
    if not _may(path.parent, os.W_OK | os.X_OK):
        return False
    own, above = path.lstat(), path.parent.stat()
    is_kept = above.st_mode & stat.S_ISVTX and os.geteuid() not in {0, own.st_uid, above.st_uid}
    return not is_kept and not (stat.S_ISDIR(own.st_mode) and not _may(path, os.W_OK))


def _may(path: Path, how: int) -> bool:
    return os.access(path, how, effective_ids=True) or bool(os.statvfs(path).f_flag & os.ST_RDONLY)


def _account() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # a container may run as anybody
        return str(os.geteuid())
