"""What a pli of 1 000 pages takes of memory, beside one of 100: the first pages of the same.

Peaks are looked for while ``pli traiter`` works. *All*: of its processes together, a page of memory that several share
being counted once (Pss). *Largest*: of one process, what it shares with others included (VmHWM, as ``time -v`` tells).
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pikepdf

from benchmarks import show
from benchmarks._mix import draw
from benchmarks._peak import Watched, watched
from benchmarks.whole import ENVIRON, HERE, PROCESSES

SEED, LOTS, SIZES = 5150, 30, (100, 1000)


def main() -> None:
    """Draw the two plis, treat each in a workspace of its own, and print what each took."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        lots = draw(SEED, LOTS, here / "lots")
        peaks = {pages: _treat(_one_pli(lots, pages, here / f"{pages}.pdf"), here / f"{pages}") for pages in SIZES}
    rows = [(f"{n} pages", p.pss // 10**6, p.largest // 10**6, n / p.seconds) for n, p in peaks.items()]
    show(f"peak memory of pli traiter, {PROCESSES} processes", ("", "all, MB", "largest, MB", "pages/s"), rows)
    few, many = (peaks[pages] for pages in SIZES)
    print(f"\n{many.pss / few.pss - 1:+.1%} for all, {many.largest / few.largest - 1:+.1%} for the largest")


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


def _treat(pli: Path, racine: Path) -> Watched:
    run = watched([HERE / "pli", "traiter", pli, "--canal", "papier-guichet", "--racine", racine], ENVIRON)
    if run.status:
        raise RuntimeError(f"pli traiter ended with status {run.status}: {run.said}")
    return run
