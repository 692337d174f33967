"""The memory of a run and of all that it starts, looked at while it works."""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

GLANCE_S = 0.2
KB = 1024


@dataclass(frozen=True, slots=True)
class Watched:
    """How a run ended, and the most that its tree of processes took at once, in bytes.

    ``pss`` counts once a page of memory that several processes share; ``rss`` counts it for each of them. ``largest``:
    of one process, what it shares included, as the system recorded it (VmHWM): no peak falls between two glances.
    """

    status: int
    said: str
    seconds: float
    pss: int
    rss: int
    largest: int


def watched(words: Sequence[str | Path], environ: Mapping[str, str]) -> Watched:
    """Run a command to its end; ``said`` is its standard error, kept in a file: a full pipe would hold it up."""
    start, pss, rss, largest = time.perf_counter(), 0, 0, 0
    null = subprocess.DEVNULL
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(words, env=environ, stdin=null, stdout=null, stderr=errors) as run,
    ):
        while run.poll() is None:
            each = [_memory(pid) for pid in _tree(run.pid)]
            pss = max(pss, sum(told.get("Pss:", 0) for told in each))
            rss = max(rss, sum(told.get("Rss:", 0) for told in each))
            largest = max(largest, *(told.get("VmHWM:", 0) for told in each))
            time.sleep(GLANCE_S)
        errors.seek(0)
        said = errors.read()
    return Watched(run.returncode, said, time.perf_counter() - start, pss, rss, largest)


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    for thread in _entries(Path(f"/proc/{pid}/task")):
        for line in _lines(thread / "children"):
            for started in line.split():
                yield from _tree(int(started))


def _memory(pid: int) -> dict[str, int]:
    """Return what the system says of the memory of a process, in bytes; nothing once it has ended."""
    files = (Path(f"/proc/{pid}/{name}") for name in ("smaps_rollup", "status"))
    fields = (line.split() for file in files for line in _lines(file))
    return {words[0]: int(words[1]) * KB for words in fields if words[-1] == "kB"}


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="ascii", errors="replace").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except (FileNotFoundError, ProcessLookupError):
        return []
