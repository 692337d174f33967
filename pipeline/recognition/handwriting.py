"""Who wrote each line of a page (a printer, a hand, a signer, a stamp), and how much of the page a hand did."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.domain.reading import LineScore, Word
from pipeline.recognition.ink import Ink
from pipeline.recognition.strokes import LineShape, line_shapes

Numbers = npt.NDArray[np.float64]

_READ = 0.6
_FAR = 4.0  # deviations: nothing further off tells more
_WORDLIKE = 3  # letters
_ENDS = (0.3, 0.7)  # what pages that end printed, and begin to be handwritten, are said to be: about the thresholds
_IN_FIGURES = str.maketrans("", "", ",./-")


@dataclass(frozen=True, slots=True)
class Print:
    """What the OCR made of a line; all 0 when nothing was read.

    ``read``: share of its length under words read with some confidence; ``confidence``: mean over the letters of its
    words; ``wordlike``: share of those letters in words of letters alone, or of figures alone.
    """

    read: float
    confidence: float
    wordlike: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model fitted by ``training.hands``.

    ``names``: of the measures, in the order of ``mean``, ``spread`` and the rows of ``weights``; columns, and
    ``bias``: printed, handwritten, signature, stamp. ``ends``: the shares of letters made by hand, 0–1, where printed
    pages that were filled in end, and where handwritten pages begin.
    """

    names: tuple[str, ...]
    mean: Numbers
    spread: Numbers
    weights: Numbers
    bias: Numbers
    ends: tuple[float, float]

    def scaled(self, table: Numbers) -> Numbers:
        """Return n × measures in deviations from what is usual."""
        return np.clip((table - self.mean) / self.spread, -_FAR, _FAR)

    def probabilities(self, table: Numbers) -> Numbers:
        """Return n × 4 probabilities from n × measures."""
        odds = self.scaled(table) @ self.weights + self.bias
        odds = np.exp(odds - odds.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def scores(self, shapes: Sequence[LineShape], table: Numbers) -> tuple[LineScore, ...]:
        """Return what the lines of ``shapes`` seem to be, from n × measures."""
        rows = self.probabilities(table).round(4).tolist()
        return tuple(LineScore(shape.box, *row) for shape, row in zip(shapes, rows, strict=True))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Return the shipped model; ``weights/handwriting.md`` says where it comes from."""
    content = json.loads((resources.files("pipeline.recognition") / "weights/handwriting.json").read_bytes())
    mean, spread, rows, bias = (np.array(content[name]) for name in ("mean", "spread", "weights", "bias"))
    printed_ends, hand_begins = content["ends"]
    return Weights(tuple(content["names"]), mean, spread, rows, bias, (printed_ends, hand_begins))


def scores(ink: Ink, lines: Sequence[Box], words: Sequence[Word]) -> tuple[LineScore, ...]:
    """Say what each piece of the ``lines`` of an upright page seems to be; ``words``: what the OCR read on it.

    Pieces without a letter to measure are left out.
    """
    shapes = line_shapes(ink, [piece for line in lines for piece in pieces(line, words)])
    if not shapes:
        return ()
    model = weights()
    return model.scores(shapes, measures(shapes, words, model.names))


def pieces(line: Box, words: Sequence[Word]) -> list[Box]:
    """Cut a line after the words read at its start: on a form, a label and its answer are found as one line."""
    reach = line.x0
    for word in sorted(_read(line, words), key=lambda word: word.box.x0):
        if word.box.x0 - reach > line.height:
            break
        reach = max(reach, word.box.x1)
    if reach == line.x0 or line.x1 - reach < line.height:
        return [line]
    return [replace(line, x1=reach), replace(line, x0=reach)]


def by_hand(found: Sequence[LineScore]) -> float | None:
    """Return the share, 0–1, of a page that seems handwritten; None when there is nothing to judge.

    It is the share of its letters, stretched so that forms full of answers fall below the doubt.
    """
    letters = letters_by_hand(found)
    if letters is None:
        return None
    return round(float(np.interp(letters, (0.0, *weights().ends, 1.0), (0.0, *_ENDS, 1.0))), 4)


def letters_by_hand(found: Sequence[LineScore]) -> float | None:
    """Return the share, 0–1, of letters that seem made by hand; None when there is none.

    The letters of a line are as its length over its height: a hand writes larger than print. Signatures and stamps
    are left out.
    """
    hand = sum(_letters(line.box) * line.handwritten for line in found)
    total = hand + sum(_letters(line.box) * line.printed for line in found)
    return hand / total if total else None


def _letters(box: Box) -> float:
    return box.width / box.height


def measures(shapes: Sequence[LineShape], words: Sequence[Word], names: Sequence[str]) -> Numbers:
    """Return n × ``names`` measures: of the shapes of lines, and of what the OCR made of them."""
    table = np.empty((len(shapes), len(names)))
    for row, shape in enumerate(shapes):
        seen = printed(shape.box, words)
        table[row] = [getattr(seen if hasattr(seen, name) else shape, name) for name in names]
    return table


def printed(line: Box, words: Sequence[Word]) -> Print:
    """Say what the OCR made of a line."""
    inside = _inside(line, words)
    letters = sum(len(word.text) for word in inside)
    if not letters:
        return Print(0.0, 0.0, 0.0)
    read = sum(word.box.width for word in _read(line, words))
    sure = sum(word.confidence * len(word.text) for word in inside)
    wordlike = sum(len(word.text) for word in inside if _is_wordlike(word.text))
    return Print(min(1.0, read / line.width), sure / letters, wordlike / letters)


def _is_wordlike(text: str) -> bool:
    bare = text.strip("«»\"'’().,;:!?/-")
    return (bare.isalpha() and len(bare) >= _WORDLIKE) or bare.translate(_IN_FIGURES).isdecimal()


def _inside(line: Box, words: Sequence[Word]) -> list[Word]:
    return [word for word in words if _holds(line, *word.box.centre)]


def _read(line: Box, words: Sequence[Word]) -> list[Word]:
    return [word for word in _inside(line, words) if word.confidence >= _READ]


def _holds(line: Box, x: float, y: float) -> bool:
    return line.x0 <= x <= line.x1 and line.y0 <= y <= line.y1
