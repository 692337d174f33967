"""The shapes of letters, line by line: what tells print from a hand.

Print repeats itself: the same letter has the same shape all over the page, stands on one baseline and
apart from its neighbours. That holds for faint, noisy or photocopied print too, which the OCR cannot read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.recognition.ink import HEIGHT, LEFT, TOP, WIDTH, Ink, Marks
from pipeline.recognition.pen import trace

Shapes = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.float64]

_MAX_LETTERS = 700
_GRID = 16
_ALIKE = 0.18  # log of the ratio of two sides: letters further apart are not the same
_USUAL_GAPS = 0.4  # of a line of one letter or two
_ROW = 4  # letters enough to say how they stand on a line
_LOOSE = 2.0  # letter heights: a wider gap parts two words or two columns


@dataclass(frozen=True, slots=True)
class LineShape:
    """Measures of one line of writing; lengths in letter heights unless told.

    ``letters``: logarithm of their number; ``long``: logarithm of width over height; ``tall``: logarithm of its
    height over that of the usual line of the page. ``likeness``, ``oddness``: median, and lowest quarter, over its
    letters, of the likeness to the most similar letter of another place (1 = identical). ``joined``: share of its
    ink in marks much wider than high; ``pitch``: logarithm of the room that a letter takes; ``wander``: spread of the
    feet of its letters; ``lean``: slope of the line; ``uneven``, ``gaps``, ``widths``: spread of heights, of gaps
    between letters, of widths (in mean widths). ``pen`` and what follows: see :class:`.pen.Trace`.
    """

    box: Box
    letters: float
    long: float
    tall: float
    likeness: float
    oddness: float
    joined: float
    pitch: float
    wander: float
    lean: float
    uneven: float
    gaps: float
    widths: float
    pen: float
    pressure: float
    slant: float
    bends: float
    turns: float
    upright: float
    level: float


def line_shapes(ink: Ink, lines: Sequence[Box]) -> list[LineShape]:
    """Measure the lines of an upright page; those without a letter are left out."""
    rows, columns = ink.mask.shape
    letters = ink.letters()
    marks = ink.marks[letters]
    if not len(marks) or not lines:
        return []
    x = (marks[:, LEFT] + marks[:, WIDTH] / 2) / columns
    y = (marks[:, TOP] + marks[:, HEIGHT] / 2) / rows
    likeness = _likeness(ink, letters)
    usual = float(np.median([line.height for line in lines]))
    measured = []
    for line in lines:
        inside = np.flatnonzero((x >= line.x0) & (x <= line.x1) & (y >= line.y0) & (y <= line.y1))
        if len(inside):
            measured.append(_measured(line, ink, usual, marks[inside], likeness[inside]))
    return measured


def _measured(line: Box, ink: Ink, usual: float, marks: Marks, likeness: Shapes) -> LineShape:
    rows, columns = ink.mask.shape
    left, top, width, height, area = marks[np.argsort(marks[:, LEFT])].astype(np.float64).T
    low, size, high = _quantiles(height, 0.1, 0.5, 0.9)
    odd, usually = _quantiles(likeness, 0.25, 0.5)
    long = line.width * columns
    gaps = np.clip((left[1:] - (left + width)[:-1]) / size, -0.5, _LOOSE)
    lean, wander = _standing(left, top + height, size)
    seen = trace(ink, line, size)
    return LineShape(
        box=line,
        letters=math.log1p(len(marks)),
        long=math.log(long / (line.height * rows)),
        tall=math.log(line.height / usual),
        likeness=usually,
        oddness=odd,
        joined=float(area[width > 1.6 * height].sum() / area.sum()),
        pitch=math.log(max(long / len(marks) / size, 0.2)),
        wander=wander,
        lean=lean,
        uneven=min((high - low) / size, 2.0),
        gaps=float(gaps.std()) if len(gaps) > 1 else _USUAL_GAPS,
        widths=min(float(width.std() / width.mean()), 2.0),
        pen=seen.pen,
        pressure=seen.pressure,
        slant=seen.slant,
        bends=seen.bends,
        turns=seen.turns,
        upright=seen.upright,
        level=seen.level,
    )


def _quantiles(values: Shapes | Numbers, *wanted: float) -> list[float]:
    """Return the values that stand at ``wanted``, 0–1, among ``values`` in order."""
    ranked = np.sort(values)
    return [float(ranked[int(part * (len(ranked) - 1) + 0.5)]) for part in wanted]


def _standing(left: Numbers, feet: Numbers, size: float) -> tuple[float, float]:
    """Return the slope of the line on which letters stand, and how far their feet are from it, in letter heights."""
    slope = 0.0
    if len(left) >= _ROW and left[-1] - left[0] > 5 * size:
        along = left - left.mean()
        slope = float(along @ feet / (along @ along))
    off = feet - slope * left
    (middle,) = _quantiles(off, 0.5)
    (spread,) = _quantiles(np.abs(off - middle), 0.5)
    return min(abs(slope), 0.25), min(spread / size, 1.0)


def _likeness(ink: Ink, letters: npt.NDArray[np.int64]) -> Shapes:
    """Return, for each letter, how much the most similar other one looks like it, 0–1."""
    pool = letters[:: max(1, -(-len(letters) // _MAX_LETTERS))]
    shapes, sizes = _shapes(ink, letters), _sizes(ink, letters)
    pool_at = np.searchsorted(letters, pool)
    alike = shapes @ shapes[pool_at].T
    for side in sizes.T:
        alike[np.abs(side[:, None] - side[None, pool_at]) > _ALIKE] = 0.0
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
