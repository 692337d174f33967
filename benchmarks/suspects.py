"""Codes that nobody can read any more: ``python -m benchmarks suspects``.

Printed sheets whose two codes were ruined: each code should be decoded all the same, or reported with its place.
Pages without a code (drawn pieces, and real pages of ``PLI_CORPUS`` when it is set): none should be reported, and
the search must cost little. Milliseconds are of the processor, a page.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from benchmarks import Row, show
from benchmarks.codes import ASKEW, DAY, OFFICE, PAPER_DPI, RESOLUTIONS, at, on_paper, place_of
from benchmarks.sheets import printed
from pipeline.recognition.codes import _zxing, codes
from pipeline.recognition.raster import A4_LENGTH, PLAUSIBLE_DPI, Pixels
from pipeline.settings import load, shipped_config
from pipeline.sheets.printing.payload import SigningKey
from training.desk import Desk
from training.documents import DRAWERS
from training.fonts import Family
from training.people import household
from training.scanner import GRADES, scan
from training.wear import RUINS, ruined

SHEETS_A_RUIN = 30
PIECES = 300
WITH_CODES = "IDE-"  # cards bear codes of their own
REAL = ("manuscrit/copiste", "imprime/tapuscorpus")


@dataclass(slots=True)
class Tally:
    """``pages`` and what was seen on them; ``seconds``: of the processor, of the search and of zxing-cpp alone."""

    pages: int = 0
    decoded: int = 0
    reported: int = 0
    seconds: float = 0.0
    alone: float = 0.0

    def add(self, grey: Pixels, dpi: float) -> None:
        start = time.process_time()
        seen = codes(grey, dpi)
        middle = time.process_time()
        _zxing(grey)
        self.alone += time.process_time() - middle
        self.seconds += middle - start
        self.pages += 1
        self.decoded += len(seen.decoded)
        self.reported += len(seen.unread)

    def row(self, title: str, there: int) -> Row:
        spent = (f"{1000 * seconds / max(1, self.pages):.0f}" for seconds in (self.seconds, self.alone))
        return (title, self.pages, there, self.decoded, self.reported, *spent)


def main() -> None:
    """Measure on ruined codes, then on pages without any."""
    rows = []
    for ruin in RUINS:
        tally = Tally()
        for grey, dpi in ruined_sheets(ruin):
            tally.add(grey, dpi)
        rows.append(tally.row(ruin, 2 * tally.pages))
    pages = {"drawn pieces": pieces()}
    if root := os.environ.get("PLI_CORPUS"):
        pages |= {folder: real(Path(root) / folder) for folder in REAL}
    for title, greys in pages.items():
        tally = Tally()
        for grey, dpi in greys:
            tally.add(grey, dpi)
        rows.append(tally.row(title, 0))
    show("Codes ruined, codes absent", ("", "pages", "codes", "decoded", "reported", "ms", "ms: zxing alone"), rows)


def ruined_sheets(ruin: str) -> Iterator[tuple[Pixels, float]]:
    """Yield scans of printed sheets, both codes ruined, with their resolution."""
    key = SigningKey(*list(load(shipped_config().parent, {}).keys.items())[-1])
    sheets = printed(SHEETS_A_RUIN, Random(f"ruin-{ruin}"), key)
    for rank, ((_, pdf), dpi) in enumerate(zip(sheets, cycle(RESOLUTIONS), strict=False)):
        rng = Random(f"ruin-{ruin}-{rank}")
        paper = on_paper(pdf)
        worn = ruined(paper, [place_of(code) for code in _zxing(paper)], PAPER_DPI, rng, ruin)
        yield np.asarray(scan(at(worn, dpi), ASKEW, rng), dtype=np.uint8), float(dpi)


def pieces() -> Iterator[tuple[Pixels, float]]:
    """Yield scans of ``PIECES`` sides of drawn pieces that bear no code."""
    return islice(_drawn(), PIECES)


def _drawn() -> Iterator[tuple[Pixels, float]]:
    names = cycle(name for name in sorted(DRAWERS) if not name.startswith(WITH_CODES))
    for rank, (name, family, grade) in enumerate(zip(names, cycle(Family), cycle(GRADES.values()), strict=False)):
        rng = Random(f"piece-{rank}")
        dpi = rng.choice(RESOLUTIONS)
        draft = DRAWERS[name](Desk.of(family, rng, DAY, dpi), household(family, rng, DAY, OFFICE))
        for side in draft.sides:
            if isinstance(side, Image.Image):
                yield np.asarray(scan(side, grade, rng), dtype=np.uint8), float(dpi)


def real(folder: Path) -> Iterator[tuple[Pixels, float]]:
    """Yield the pages of a folder of the corpus, each taken for an A4."""
    for path in sorted(folder.glob("*.jp*g")):
        with Image.open(path) as image:
            grey = np.asarray(image.convert("L"), dtype=np.uint8)
        yield grey, max(PLAUSIBLE_DPI[0], max(grey.shape) / A4_LENGTH)
