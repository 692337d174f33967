"""The shapes of writing, line by line: what tells print from a hand.

Print repeats itself: the same letter has the same shape all over the page, stands on one baseline and
apart from its neighbours. That holds for faint, noisy or photocopied print too, which the OCR cannot read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.recognition.ink import AREA, HEIGHT, LEFT, TOP, WIDTH, Ink, Marks

Shapes = npt.NDArray[np.float32]

_MAX_LETTERS = 700
_GRID = 16
_MIN_LETTERS = 4


@dataclass(frozen=True, slots=True)
class LineShape:
    """Measures of one line of writing.

    ``likeness``: median, over its letters, of the likeness to the most similar letter of another place
    (1 = identical); ``joined``: share of its ink in marks much wider than high; ``wander``: spread of
    the feet of its letters, in letter heights; ``uneven``: spread of letter heights, in letter heights.
    """

    box: Box
    likeness: float
    joined: float
    wander: float
    uneven: float


def line_shapes(ink: Ink, lines: Sequence[Box]) -> list[LineShape]:
    """Measure the lines of an upright page; those with too few letters to say are left out."""
    rows, columns = ink.mask.shape
    letters = ink.letters()
    marks = ink.marks[letters]
    if len(marks) < _MIN_LETTERS:
        return []
    x = (marks[:, LEFT] + marks[:, WIDTH] / 2) / columns
    y = (marks[:, TOP] + marks[:, HEIGHT] / 2) / rows
    likeness = _likeness(ink, letters)
    measured = []
    for line in lines:
        inside = np.flatnonzero((x >= line.x0) & (x <= line.x1) & (y >= line.y0) & (y <= line.y1))
        if len(inside) >= _MIN_LETTERS:
            measured.append(_measured(line, marks[inside], likeness[inside]))
    return measured


def _measured(line: Box, marks: Marks, likeness: npt.NDArray[np.float32]) -> LineShape:
    height = np.maximum(marks[:, HEIGHT].astype(np.float64), 1.0)
    size = float(np.median(height))
    feet = marks[:, TOP] + height
    wide = marks[:, WIDTH] > 1.6 * height
    ink = marks[:, AREA].astype(np.float64)
    return LineShape(
        line,
        float(np.median(likeness)),
        float(ink[wide].sum() / ink.sum()),
        float(np.median(np.abs(feet - np.median(feet)))) / size,
        float(height.std()) / size,
    )


def _likeness(ink: Ink, letters: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    """Return, for each letter, how much the most similar other one looks like it, 0–1."""
    pool = letters[:: max(1, -(-len(letters) // _MAX_LETTERS))]
    shapes, sizes = _shapes(ink, letters), _sizes(ink, letters)
    pool_at = np.searchsorted(letters, pool)
    alike = shapes @ shapes[pool_at].T
    scale = np.abs(sizes[:, None, :] - sizes[None, pool_at, :]).max(axis=2)
    alike[scale > 0.18] = 0.0
    alike[pool_at, np.arange(len(pool))] = 0.0
    return np.asarray(alike.max(axis=1), dtype=np.float32)


def _sizes(ink: Ink, letters: npt.NDArray[np.int64]) -> Shapes:
    """Return the logarithms of the sides of the letters."""
    return np.log(np.maximum(ink.marks[letters][:, [WIDTH, HEIGHT]], 1)).astype(np.float32)


def _shapes(ink: Ink, letters: npt.NDArray[np.int64]) -> Shapes:
    """Return the letters on a common grid, centred and of length 1, so that a product is a correlation."""
    shapes = np.empty((len(letters), _GRID * _GRID), dtype=np.float32)
    for row, index in enumerate(letters.tolist()):
        left, top, width, height, _ = ink.marks[index].tolist()
        window = np.s_[top : top + height, left : left + width]
        own = np.where(ink.labels[window] == ink.names[index], ink.darkness[window], 0).astype(np.float32)
        shapes[row] = cv2.resize(own, (_GRID, _GRID), interpolation=cv2.INTER_AREA).ravel()
    shapes -= shapes.mean(axis=1, keepdims=True)
    return np.asarray(shapes / np.maximum(np.linalg.norm(shapes, axis=1, keepdims=True), 1e-6), dtype=np.float32)
