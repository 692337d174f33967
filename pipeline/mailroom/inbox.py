"""What stands in the inbox and may be taken: by its ``.ok``, or by its stillness."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.mailroom import rights
from pipeline.mailroom.filesystem import Mount, is_remote
from pipeline.mailroom.rights import Bar
from pipeline.mailroom.writers import is_being_written

NEVER_BY_THEMSELVES = (".part", ".tmp", ".ok", ".json", ".crdownload")
HIDDEN = (".", "~")
NOT_DROPPED = {"README.md"}
REMOTE_STILLNESS = 3.0
"""How many times longer a file must have been still on a share: its writers, and what they hold back, are unseen."""
FORSAKEN_S = 900.0
"""A file that is still for that long is taken though somebody has it open for writing: it was left so."""
UNREAD_S = 30.0
"""What may not be read, and has no mark, is waited for so long: its station may give the right as its last step."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Drop:
    """Something dropped. ``canal``: the folder of the inbox that it came by, None at its root.

    ``day``: the folder named for a day on the way. ``ready``: it may be taken now. ``bar``: what rights keep from it;
    what is ready and may not be read is taken as it is, and what is barred otherwise is never ready.
    """

    path: Path
    canal: str | None
    station: str | None
    day: str | None
    ready: bool
    bar: Bar | None = None


def companion_path(path: Path) -> Path:
    """Return where the companion of a file stands."""
    return path.with_name(path.name + ".json")


def ok_path(path: Path) -> Path:
    """Return where the mark that a drop is complete stands."""
    return path.with_name(path.name + ".ok")


def is_there(path: Path) -> bool:
    """Say whether a file stands there; a name too long for one says that none does."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises for such a name


def files_of(folder: Path) -> list[Path]:
    """Return the files of a folder and of those within it; links are not followed."""
    return [path for path in folder.rglob("*") if is_there(path) and not path.is_symlink()]


def is_passed_over(name: str) -> bool:
    """Say whether a name is of what is never taken by itself: hidden, unfinished, or said of another file."""
    return name.startswith(HIDDEN) or name.lower().endswith(NEVER_BY_THEMSELVES)


def scan(inbox: Path, stillness: float, now: float, mounts: Sequence[Mount] = ()) -> list[Drop]:
    """Return what lies in the inbox, in order of path; ``stillness`` in seconds, ``now`` on the real clock.

    ``mounts``: the file systems of the machine, by which a share is known.
    """
    return sorted(_walk(inbox, (), _Look(stillness, now, mounts)), key=lambda drop: drop.path)


def is_ready(path: Path, stillness: float, now: float, mounts: Sequence[Mount] = ()) -> bool:
    """Say whether a drop may be taken now; see :func:`scan`."""
    return _readiness(path, _Look(stillness, now, mounts).at(path.parent))[0]


@dataclass(frozen=True, slots=True)
class _Look:
    """How the inbox is looked at."""

    stillness: float
    now: float
    mounts: Sequence[Mount]

    def at(self, folder: Path) -> _Look:
        """Return how the files of one folder are looked at."""
        longer = REMOTE_STILLNESS if is_remote(folder, self.mounts) else 1.0
        return _Look(self.stillness * longer, self.now, ())


def _walk(folder: Path, way: tuple[str, ...], look: _Look) -> Iterator[Drop]:
    try:
        if folder.is_dir() and rights.is_shut(folder):
            yield _drop(folder, way[:-1], ready=False, bar=Bar.SHUT)
            return
        entries = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    here = look.at(folder)
    for path in entries:
        if path.is_symlink() or path.name.startswith(HIDDEN):
            continue
        if path.is_dir():
            if way and is_there(ok_path(path)):
                ready, bar = _readiness(path, here)
                yield _drop(path, way, ready=ready, bar=bar)
            elif not _awaits_its_mark(path, way):
                yield from _walk(path, (*way, path.name), look)
        elif path.is_file() and not is_passed_over(path.name) and (way or path.name not in NOT_DROPPED):
            ready, bar = _readiness(path, here)
            yield _drop(path, way, ready=ready, bar=bar)


def _awaits_its_mark(folder: Path, way: tuple[str, ...]) -> bool:
    """Say whether a folder can only be a lot of images whose ``.ok`` has not come: stations do not nest."""
    return not _is_day(folder.name) and any(not _is_day(name) for name in way[1:])


def _drop(path: Path, way: tuple[str, ...], *, ready: bool, bar: Bar | None) -> Drop:
    canal = way[0] if way else ""
    between = way[1:]
    day = next((name for name in reversed(between) if _is_day(name)), None)
    station = next((name for name in between if not _is_day(name)), None)
    return Drop(path, canal, station, day, ready, bar)


def _is_day(name: str) -> bool:
    if not _DAY.fullmatch(name):
        return False
    try:
        date.fromisoformat(name)
    except ValueError:
        return False
    return True


def _readiness(path: Path, look: _Look) -> tuple[bool, Bar | None]:
    """Say whether a drop may be taken: marked, or unmoved for long enough (its companion too); and not being written.

    The change time of the inode cannot be set back, so its age is a time of stillness for size, mtime and inode. A
    mark is believed at once of what nobody has open for writing; else it is worth a time of stillness, as no mark is
    worth without one. With it, what rights bar of a drop that holds still.
    """
    is_marked, companion = is_there(ok_path(path)), companion_path(path)
    parts = files_of(path) if path.is_dir() else [path, companion]
    still_s = min((_age(part, look.now) for part in parts), default=float("inf"))
    if not is_marked and still_s < look.stillness:
        return False, None
    try:
        bar = rights.bar_of(path, *([companion] if is_there(companion) else []))
        if bar is not None:
            return bar is Bar.UNREAD and (is_marked or still_s >= max(look.stillness, UNREAD_S)), bar
        is_in_use = any(is_being_written(part) for part in parts if is_there(part))
    except OSError:  # it has just gone, or its disk is sick: it is looked at again later
        return False, None
    return not is_in_use or still_s >= (look.stillness if is_marked else FORSAKEN_S), None


def _age(path: Path, now: float) -> float:
    if not is_there(path):
        return float("inf")
    try:
        stat = path.stat()
    except FileNotFoundError:  # it has just gone
        return float("inf")
    written = stat.st_mtime if stat.st_mtime <= now else 0.0  # a station's clock may be ahead
    return now - max(stat.st_ctime, written)
