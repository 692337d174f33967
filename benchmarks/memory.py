"""What a pli of 1 000 pages takes of memory, beside one of 100: the first pages of the same.

Peaks are looked for while ``pli traiter`` works. *All*: of its processes together, a page of memory that several share
being counted once (Pss). *Largest*: of one process, what it shares with others included (VmHWM, as ``time -v`` tells).
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pikepdf

from benchmarks import show
from benchmarks._mix import draw
from benchmarks.whole import ENVIRON, HERE, PROCESSES

SEED, LOTS, SIZES = 5150, 30, (100, 1000)
GLANCE_S = 0.5
KB = 1024


@dataclass(frozen=True, slots=True)
class Peak:
    """The most that a run took, in bytes: ``together``, all its processes; ``largest``, one of them."""

    together: int
    largest: int
    seconds: float


def main() -> None:
    """Draw the two plis, treat each in a workspace of its own, and print what each took."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        lots = draw(SEED, LOTS, here / "lots")
        peaks = {pages: _treat(_one_pli(lots, pages, here / f"{pages}.pdf"), here / f"{pages}") for pages in SIZES}
    rows = [(f"{n} pages", p.together // 10**6, p.largest // 10**6, n / p.seconds) for n, p in peaks.items()]
    show(f"peak memory of pli traiter, {PROCESSES} processes", ("", "all, MB", "largest, MB", "pages/s"), rows)
    few, many = (peaks[pages] for pages in SIZES)
    print(f"\n{many.together / few.together - 1:+.1%} for all, {many.largest / few.largest - 1:+.1%} for the largest")


def _one_pli(lots: Sequence[Path], pages: int, path: Path) -> Path:
    """Join lots without their bordereaux, each of which would open a pli."""
    with pikepdf.new() as joined:
        for lot in lots:
            with pikepdf.open(lot) as pdf:
                joined.pages.extend(islice(pdf.pages, 1, 1 + pages - len(joined.pages)))
        if len(joined.pages) < pages:
            raise RuntimeError(f"the lots hold only {len(joined.pages)} pages")
        joined.save(path)
    return path


def _treat(pli: Path, racine: Path) -> Peak:
    start, together, largest = time.perf_counter(), 0, 0
    words: list[str | Path] = [HERE / "pli", "traiter", pli, "--canal", "papier-guichet", "--racine", racine]
    with subprocess.Popen(words, env=ENVIRON, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None:
            tree = list(_tree(run.pid))
            together = max(together, sum(_told(pid, "smaps_rollup", "Pss") for pid in tree))
            largest = max(largest, *(_told(pid, "status", "VmHWM") for pid in tree))
            time.sleep(GLANCE_S)
    if run.returncode:
        raise RuntimeError(f"pli traiter ended with status {run.returncode}")
    return Peak(together, largest, time.perf_counter() - start)


def _tree(pid: int) -> Iterator[int]:
    """Yield a process and all that it started."""
    yield pid
    for child in _lines(Path(f"/proc/{pid}/task/{pid}/children")):
        for started in child.split():
            yield from _tree(int(started))


def _told(pid: int, file: str, field: str) -> int:
    """Return what the system says of a process, in bytes; 0 once it has ended."""
    fields = (line.split() for line in _lines(Path(f"/proc/{pid}/{file}")))
    return next((int(words[1]) * KB for words in fields if words[0] == f"{field}:"), 0)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return []
