"""Hands and print, on pages that nothing was fitted to; real pages and drawn ones are never added up.

``PLI_CORPUS`` names the corpus of real pages, ``PLI_HAND_READINGS`` the folder that ``training.hand_readings`` filled.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from statistics import median

from benchmarks import Row, show
from pipeline.classifiers.handwriting import judge
from pipeline.domain.reading import LineScore
from pipeline.domain.rules import Thresholds
from pipeline.recognition.handwriting import Weights, scores, weights
from pipeline.recognition.ink import ink_of
from training.hand_canvas import Split
from training.hand_readings import lines_of, upright_of
from training.hands import Measured, measured

HEAD = ("", "pages", "printed", "doubtful", "handwritten", "not said", "wrong", "abstained", "lowest", "highest")
COSTED = 40
WRITERS = tuple(field.name for field in fields(LineScore) if field.name != "box")


def main() -> None:
    """Judge every page of the test split, then its lines; the cost of looking; last, the real pages of the others."""
    corpus, folder = (os.environ.get(name) for name in ("PLI_CORPUS", "PLI_HAND_READINGS"))
    if corpus is None or folder is None:
        print("handwriting: PLI_CORPUS and PLI_HAND_READINGS name no pages")
        return
    pages = measured(Path(corpus), Path(folder), Split.TEST)
    for title, real in (("Real pages", True), ("Drawn pages", False)):
        of_source = [page for page in pages if page.page.real is real]
        show(f"{title}: what they are judged to be", HEAD, _kinds(of_source))
        show(f"{title}: lines", ("truth", *WRITERS), _lines(of_source, weights()))
    cost = [_cost(pages, Path(folder))]
    show("Cost of a page where lines are looked at", ("", "pages", "CPU ms: median", "worst"), cost)
    seen = [page for page in measured(Path(corpus), Path(folder), Split.LEARN, Split.TUNE) if page.page.real]
    show("Real pages that something was fitted to: not to be reported", HEAD, _kinds(seen))


def _kinds(pages: Sequence[Measured]) -> list[Row]:
    """Judge the pages of each kind; those that are handwritten first."""
    kinds = sorted({(not page.page.by_hand, page.page.kind) for page in pages})
    return [_row(kind, [page for page in pages if page.page.kind == kind], by_hand=not other) for other, kind in kinds]


def _row(kind: str, pages: Sequence[Measured], *, by_hand: bool) -> Row:
    limits = Thresholds()
    said = [share for page in pages if (share := _judged(page)) is not None]
    hand = sum(share >= limits.handwritten for share in said)
    printed = sum(share < limits.doubtful_handwriting for share in said)
    doubtful, unsaid = len(said) - hand - printed, len(pages) - len(said)
    counts = (len(pages), printed, doubtful, hand, unsaid, printed if by_hand else hand, doubtful + unsaid)
    return (kind, *counts, min(said, default=0.0), max(said, default=0.0))


def _judged(page: Measured) -> float | None:
    """Return the share of a page as the rules see it."""
    look, reading = page.reading.look, page.reading
    if look is not None and page.is_looked_at:
        reading = replace(reading, look=replace(look, lines=page.scores(weights())))
    return judge([reading]).share


def _lines(pages: Iterable[Measured], model: Weights) -> list[Row]:
    """Count the lines of each kind by what they are taken for."""
    taken: Counter[tuple[int, int]] = Counter()
    for page in pages:
        known = page.kinds >= 0
        if known.any():
            likeliest = model.probabilities(page.table[known]).argmax(axis=1)
            taken.update(zip(page.kinds[known].tolist(), likeliest.tolist(), strict=True))
    return [(name, *(taken[row, column] for column in range(len(WRITERS)))) for row, name in enumerate(WRITERS)]


def _cost(pages: Sequence[Measured], folder: Path) -> Row:
    """Time the measures and the model; the marks and the lines of a page are found before them, for other ends too."""
    spent = []
    for page in [page for page in pages if page.is_looked_at][:COSTED]:
        ink = ink_of(*upright_of(page.page.path(folder, "jpg").read_bytes(), page.reading))
        lines = [line for line in lines_of(folder, page.page.name) if ink.touches(line)]
        started = time.process_time()
        scores(ink, lines, page.reading.words)
        spent.append(1000 * (time.process_time() - started))
    return ("lines looked at", len(spent), median(spent), max(spent))
