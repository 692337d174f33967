"""What stands in the inbox and may be taken: by its ``.ok``, or by its stillness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

NEVER_BY_THEMSELVES = (".part", ".tmp", ".ok", ".json", ".crdownload")
HIDDEN = (".", "~")
NOT_DROPPED = {"README.md"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Drop:
    """Something dropped. ``canal``: the folder of the inbox that it came by, None at its root.

    ``day``: the folder named for a day on the way. ``ready``: it may be taken now.
    """

    path: Path
    canal: str | None
    station: str | None
    day: str | None
    ready: bool


def companion_path(path: Path) -> Path:
    """Return where the companion of a file stands."""
    return path.with_name(path.name + ".json")


def ok_path(path: Path) -> Path:
    """Return where the mark that a drop is complete stands."""
    return path.with_name(path.name + ".ok")


def is_passed_over(name: str) -> bool:
    """Say whether a name is of what is never taken by itself: hidden, unfinished, or said of another file."""
    return name.startswith(HIDDEN) or name.lower().endswith(NEVER_BY_THEMSELVES)


def scan(inbox: Path, stillness: float, now: float) -> list[Drop]:
    """Return what lies in the inbox, in order of path; ``stillness`` in seconds, ``now`` on the real clock."""
    return sorted(_walk(inbox, (), stillness, now), key=lambda drop: drop.path)


def _walk(folder: Path, way: tuple[str, ...], stillness: float, now: float) -> Iterator[Drop]:
    try:
        entries = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return
    for path in entries:
        if path.is_symlink() or path.name.startswith(HIDDEN):
            continue
        if path.is_dir():
            if way and ok_path(path).is_file():
                yield _drop(path, way, ready=True)
            elif not _awaits_its_mark(path, way):
                yield from _walk(path, (*way, path.name), stillness, now)
        elif path.is_file() and not is_passed_over(path.name) and (way or path.name not in NOT_DROPPED):
            yield _drop(path, way, ready=_is_ready(path, stillness, now))


def _awaits_its_mark(folder: Path, way: tuple[str, ...]) -> bool:
    """Say whether a folder can only be a lot of images whose ``.ok`` has not come: stations do not nest."""
    return not _is_day(folder.name) and any(not _is_day(name) for name in way[1:])


def _drop(path: Path, way: tuple[str, ...], *, ready: bool) -> Drop:
    canal = way[0] if way else ""
    between = way[1:]
    day = next((name for name in reversed(between) if _is_day(name)), None)
    station = next((name for name in between if not _is_day(name)), None)
    return Drop(path, canal, station, day, ready)


def _is_day(name: str) -> bool:
    if not _DAY.fullmatch(name):
        return False
    try:
        date.fromisoformat(name)
    except ValueError:
        return False
    return True


def _is_ready(path: Path, stillness: float, now: float) -> bool:
    """Say whether a file may be taken: marked, or unmoved for long enough (its companion too).

    The change time of the inode cannot be set back, so its age is a time of stillness for size, mtime and inode.
    """
    if ok_path(path).is_file():
        return True
    return all(_age(part, now) >= stillness for part in (path, companion_path(path)))


def _age(path: Path, now: float) -> float:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return float("inf")
    written = stat.st_mtime if stat.st_mtime <= now else 0.0  # a station's clock may be ahead
    return now - max(stat.st_ctime, written)
