"""Fits what tells hands from print: ``python -m training.hands CORPUS DIR``, DIR as ``training.hand_readings`` left it.

A linear model of four kinds of lines, learnt on the first split. What share of letters makes a handwritten page is set
on the pages of the first two, so that the thresholds of the rules hold; nothing is fitted to those of the third.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.domain.reading import LineScore, Reading
from pipeline.recognition.handwriting import Print, Weights, letters_by_hand, measures, pieces
from pipeline.recognition.ink import ink_of
from pipeline.recognition.strokes import LineShape, line_shapes
from training.hand_canvas import PRINTED, TRUTHS, Split
from training.hand_readings import READING, Page, drawn_pages, lines_of, real_pages, truth_of, upright_of

Numbers = NDArray[np.float64]
NAMES = tuple(field.name for made in (LineShape, Print) for field in fields(made) if field.name != "box")
OCR = [NAMES.index(field.name) for field in fields(Print)]
MODEL = Path("pipeline/recognition/weights/handwriting.json")
KIND_WEIGHTS = (1.0, 1.0, 0.1, 0.1)  # however many lines are of each kind
UNREAD = 0.3  # weight of print shown once more as if the OCR had seen nothing of it
DECAY, STEP, ROUNDS = 1e-3, 0.05, 1500
LEAST_GAP = 0.02  # between the shares where printed pages end and handwritten ones begin


@dataclass(frozen=True, slots=True)
class Measured:
    """A page that was read: n × ``NAMES`` measures of its lines, and their kinds, −1 where not known."""

    page: Page
    reading: Reading
    shapes: Sequence[LineShape]
    table: Numbers
    kinds: NDArray[np.int64]

    def scores(self, model: Weights) -> tuple[LineScore, ...]:
        """Return what the lines seem to be."""
        return model.scores(self.shapes, self.table)

    @property
    def is_looked_at(self) -> bool:
        """Whether the reader looks at the lines: not where print explains the page, nor where letters have no shape."""
        look = self.reading.look
        return look is not None and look.text_lines is not None and look.handwritten is not None


def measured(corpus: Path, folder: Path, *splits: Split) -> list[Measured]:
    """Measure every page of ``splits`` that was read, as the reader does."""
    pages = [page for page, _ in real_pages(corpus)] + drawn_pages()
    wanted = [page for page in pages if page.split in splits and page.path(folder, "json").exists()]
    return [_measured(page, folder) for page in wanted]


def _measured(page: Page, folder: Path) -> Measured:
    reading = READING.validate_json(page.path(folder, "json").read_bytes())
    ink = ink_of(*upright_of(page.path(folder, "jpg").read_bytes(), reading))
    lines = [line for line in lines_of(folder, page.name) if ink.touches(line)]
    shapes = line_shapes(ink, [piece for line in lines for piece in pieces(line, reading.words)])
    truths = [truth_of(page, folder, reading, shape.box) for shape in shapes]
    kinds = np.array([-1 if kind is None else kind for kind in truths], dtype=np.int64)
    return Measured(page, reading, shapes, measures(shapes, reading.words, NAMES), kinds)


def learn(pages: Sequence[Measured]) -> Weights:
    """Fit the model to the lines of ``pages`` (softmax, weight decay, Adam)."""
    table, kinds, weight = _lines(pages)
    mean, spread = np.average(table, axis=0, weights=weight), table.std(axis=0) + 1e-6
    start = Weights(NAMES, mean, spread, np.zeros((len(NAMES), len(TRUTHS))), np.zeros(len(TRUTHS)), (0.3, 0.7))
    inputs = np.column_stack([start.scaled(table), np.ones(len(table))])
    wanted = np.eye(len(TRUTHS))[kinds]
    fitted = np.zeros((len(NAMES) + 1, len(TRUTHS)))
    first, second = np.zeros_like(fitted), np.zeros_like(fitted)
    for round_ in range(1, ROUNDS + 1):
        model = replace(start, weights=fitted[:-1], bias=fitted[-1])
        slope = inputs.T @ ((model.probabilities(table) - wanted) * weight[:, None])
        slope[:-1] += DECAY * fitted[:-1]
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        fitted = fitted - STEP * (first / (1 - 0.9**round_)) / (np.sqrt(second / (1 - 0.999**round_)) + 1e-8)
    return replace(start, weights=fitted[:-1], bias=fitted[-1])


def _lines(pages: Sequence[Measured]) -> tuple[Numbers, NDArray[np.int64], Numbers]:
    """Return the lines whose kind is known, their kinds, and weights that add up to 1: a long page does not rule."""
    tables, kinds, weights = [], [], []
    for page in pages:
        known = page.kinds >= 0
        printed = page.kinds == PRINTED
        unread = page.table[printed].copy()
        unread[:, OCR] = 0.0
        share_of_line = 1 / np.sqrt(max(known.sum(), 1))
        tables += [page.table[known], unread]
        kinds += [page.kinds[known], page.kinds[printed]]
        weights += [np.full(known.sum(), share_of_line), np.full(len(unread), UNREAD * share_of_line)]
    kind, weight = np.concatenate(kinds), np.concatenate(weights)
    for index, due in enumerate(KIND_WEIGHTS):
        of_kind = kind == index
        if of_kind.any():
            weight[of_kind] *= due / weight[of_kind].sum()
    return np.concatenate(tables), kind, weight / weight.sum()


def calibrate(model: Weights, pages: Sequence[Measured]) -> Weights:
    """Set where printed pages end and where handwritten ones begin: at the outermost of ``pages``."""
    shares: dict[bool, list[float]] = {True: [], False: []}
    for page in pages:
        found = letters_by_hand(page.scores(model))
        if found is not None and page.is_looked_at:
            shares[page.page.by_hand].append(found)
    printed, by_hand = max(shares[False], default=0.3), min(shares[True], default=0.7)
    middle, half = (printed + by_hand) / 2, max(by_hand - printed, LEAST_GAP) / 2
    return replace(model, ends=(middle - half, middle + half))


def write(model: Weights, path: Path) -> None:
    """Write the parameters."""
    numbers = {name: np.round(getattr(model, name), 5).tolist() for name in ("mean", "spread", "weights", "bias")}
    ends = [round(end, 4) for end in model.ends]
    path.write_text(json.dumps({"names": model.names, **numbers, "ends": ends}, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    learnt, tuned = (measured(asked.corpus, asked.folder, split) for split in (Split.LEARN, Split.TUNE))
    write(calibrate(learn(learnt), learnt + tuned), MODEL)
    print({Split.LEARN.value: len(learnt), Split.TUNE.value: len(tuned)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
