"""Print: tesserocr, kept loaded in this process, beside pytesseract, which starts a program for each page.

On drawn pages, scanned grey at 200 dpi as an office machine does. *Recall*: share of the words that were drawn
that are read, accents and case included. *Agreement*: share of the words that both engines read, in the same order.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import cycle
from random import Random
from statistics import fmean

import numpy as np

from benchmarks import Row, show
from pipeline.recognition import ocr, orientation
from pipeline.recognition.ocr_subprocess import in_subprocess
from pipeline.recognition.raster import Pixels
from training.desk import ACCENTS
from training.documents import DRAWERS
from training.documents.lease import CLAUSES, fill
from training.fonts import Family, pick_faces, pick_hand
from training.noted import NotedCanvas, NotedDesk
from training.people import Office, household
from training.scanner import GRADES, scan

DPI = 200
DAY = date(2026, 5, 6)
OFFICE = Office("10691", "057", "HABITAT DU VAL")
LIGHT = ("PRO-ETU", "SAN-CER", "LOG-DOM", "LOG-QUI")
USUAL = ("FIS-AVI", "HPR-RLV", "PRO-CDI", "LOG-BAI")
PLACEHOLDER = re.compile(r"\{\w+\}")
FULL_POINTS = (11.0, 10.0, 9.0, 8.0)
ENGINES: tuple[ocr.Engine, ...] = (ocr.in_process, in_subprocess)
HEAD = ("", "words", "tesserocr: CPU s", "wall s", "recall", "pytesseract: CPU s", "wall s", "recall", "agreement")


@dataclass(frozen=True, slots=True)
class Cost:
    """What reading a page took, in seconds (``cpu``: of children too), and what it gave, in order."""

    cpu: float
    wall: float
    words: list[str]


def main() -> None:
    """Read twelve pages with each engine; the model is loaded before the first."""
    ocr.words(np.full((400, 400), 250, dtype=np.uint8), DPI, 0.0)
    _measure("Light pages", [(name, _fullest_side(name)) for name in LIGHT])
    _measure("Usual pages", [(name, _fullest_side(name)) for name in USUAL])
    _measure("Full pages: clauses from top to bottom", [(f"{points:g} pt", full(points)) for points in FULL_POINTS])


def _fullest_side(name: str) -> Callable[[NotedDesk], NotedCanvas]:
    def draw(desk: NotedDesk) -> NotedCanvas:
        draft = DRAWERS[name](desk, household(desk.family, desk.rng, DAY, OFFICE))
        sides = [page for page in desk.pages if any(page.image is side for side in draft.sides)]
        return max(sides, key=lambda page: len(page.written))

    return draw


def full(points: float, bottom: float = 270.0) -> Callable[[NotedDesk], NotedCanvas]:
    """Return what draws a page of clauses, down to ``bottom`` mm."""

    def draw(desk: NotedDesk) -> NotedCanvas:
        page = desk.page()
        fill(page, (f"{title}. {PLACEHOLDER.sub('convenu', clause)}" for title, clause in CLAUSES), 14, bottom, points)
        return page

    return draw


def _measure(title: str, drawers: Sequence[tuple[str, Callable[[NotedDesk], NotedCanvas]]]) -> None:
    rows, figures = [], []
    for (name, draw), family in zip(drawers, cycle(Family), strict=False):
        drawn, grey = _scanned(draw, family, Random(f"ocr-{name}"))
        figures.append([len(drawn), *_figures(drawn, [_cost(engine, grey) for engine in ENGINES])])
        rows.append(_row(name, figures[-1]))
    show(title, HEAD, [*rows, _row("mean", [fmean(column) for column in zip(*figures, strict=True)])])


def _scanned(draw: Callable[[NotedDesk], NotedCanvas], family: Family, rng: Random) -> tuple[list[str], Pixels]:
    """Return the words of a page, and its scan."""
    desk = NotedDesk(family, rng, DAY, DPI, pick_faces(family, rng), pick_hand(family, rng), rng.choice(ACCENTS))
    page = draw(desk)
    return page.written, np.asarray(scan(page.image, GRADES["bureau"], rng), dtype=np.uint8)


def _cost(engine: ocr.Engine, grey: Pixels) -> Cost:
    lean = orientation.skew(grey, DPI)
    cpu, wall = sum(os.times()[:4]), time.perf_counter()
    words = ocr.words(grey, DPI, lean, engine)
    return Cost(sum(os.times()[:4]) - cpu, time.perf_counter() - wall, [word.text for word in words])


def _figures(drawn: list[str], costs: Sequence[Cost]) -> Iterator[float]:
    meant = Counter(drawn)
    for cost in costs:
        yield from (cost.cpu, cost.wall, (meant & Counter(cost.words)).total() / meant.total())
    one, other = (cost.words for cost in costs)
    yield SequenceMatcher(None, one, other, autojunk=False).ratio()


def _row(title: str, figures: Sequence[float]) -> Row:
    return (title, round(figures[0]), *figures[1:])
