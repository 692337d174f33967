"""How much of a page's writing seems written by hand, from the shapes of its lines."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.recognition.strokes import LineShape

# Logistic weights fitted on lines of real handwriting, of real typescript, and of print degraded on
# purpose. The OCR's opinion was left out: it fails on bad print too, and would call that handwriting.
_BIAS = 5.88
_LIKENESS, _JOINED, _WANDER, _UNEVEN = -12.14, -4.02, 0.79, 14.03
_NO_DOUBT = 0.8
_MAX_WANDER, _MAX_UNEVEN = 1.0, 1.5


def share(lines: Sequence[Box], shapes: Sequence[LineShape], words: Sequence[Word]) -> float | None:
    """Return the share, 0–1, of the writing that seems handwritten; None when there is nothing to judge.

    ``lines``: all the lines of the page; ``shapes``: those with letters enough to measure. What the OCR
    read without a doubt is print, whatever its shape; what it did not read is not handwriting for that.
    """
    measured = {shape.box: likelihood(shape) for shape in shapes}
    by_hand = total = 0.0
    for line in lines:
        read = _read(line, words)
        if line in measured or read:
            weight = line.width * line.height
            total += weight
            by_hand += weight * measured.get(line, 0.0) * (1.0 - read)
    return round(by_hand / total, 4) if total else None


def _read(line: Box, words: Sequence[Word]) -> float:
    """Return how much of the length of a line lies under words read without a doubt."""
    under = [word.box for word in words if word.confidence >= _NO_DOUBT and _holds(line, word)]
    return min(1.0, sum(box.width for box in under) / line.width) if line.width else 0.0


def _holds(line: Box, word: Word) -> bool:
    x, y = word.box.centre
    return line.x0 <= x <= line.x1 and line.y0 <= y <= line.y1


def likelihood(line: LineShape) -> float:
    """Return the probability that a line was written by hand."""
    return 1.0 / (1.0 + math.exp(-_score(line)))


def _score(line: LineShape) -> float:
    return (
        _BIAS
        + _LIKENESS * line.likeness
        + _JOINED * line.joined
        + _WANDER * min(line.wander, _MAX_WANDER)
        + _UNEVEN * min(line.uneven, _MAX_UNEVEN)
    )
