"""How much of a page could be read: its predicted word recall, and what stands in the way."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.domain.reading import Look, Reading, TextSource

LEGIBLE = 0.6
NOTHING_TO_READ = 0.4  # a page of pictures: neither legible nor illegible, someone must look
_SOME_LINES = 3
_SURE = 0.6
_REAL_WORD, _NO_WORD = 3, 0.2
_FULL_CONTRAST, _FULL_X, _EDGE_MM = 0.5, 12.0, 2.0  # x-height in pixels
# Below these a page is hard to read, whatever is read of it.
_COARSE_DPI, _COARSE_X, _PALE, _BLURRED, _CUT, _HALF = 120.0, 8.0, 0.25, 0.55, 0.3, 0.5


@dataclass(frozen=True, slots=True)
class Legibility:
    """``score``: predicted share of the words that were read right, 0–1; ``cause``: in French, why not all."""

    score: float
    cause: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What each flaw takes away, none ever adding: a page does not seem more legible for being worse.

    ``ease``: how far a page without a flaw is from trouble. ``unsure``, ``unread``, ``soft``, ``pale``, ``small``: what
    a flaw takes from it, on the scale of a logistic curve. ``uncovered``, ``cut``: share of the words that are lost
    when none of the ink lies under words, when every line runs into the edge.
    """

    ease: float
    unsure: float
    unread: float
    soft: float
    pale: float
    small: float
    uncovered: float
    cut: float


@dataclass(frozen=True, slots=True)
class Flaws:
    """What may stand in the way of reading, each 0–1, 0 when it does not (see ``Weights``)."""

    unsure: float
    unread: float
    soft: float
    pale: float
    small: float
    uncovered: float
    cut: float


_NO_TEXT = Legibility(NOTHING_TO_READ, "aucun texte à lire")
_WRITTEN = 0.002  # share of a page under ink that is more than specks: a line or two of print

# Fitted by training.legibility on printed pages of known words, spoilt on purpose.
FITTED = Weights(ease=6.0, unsure=2.46, unread=2.16, soft=0.0, pale=0.0, small=3.84, uncovered=0.92, cut=0.35)


def judge(reading: Reading) -> Legibility:
    """Judge one page that is not blank. A page whose code says all it has to say is legible."""
    if reading.fault is not None or reading.look is None:
        return Legibility(0.0, reading.fault or "page non examinée")
    if reading.text_source is TextSource.BORN_DIGITAL or (reading.text_source is TextSource.NONE and reading.codes):
        return Legibility(1.0, "lisible")
    if reading.text_source is TextSource.NONE and reading.look.faint:
        return Legibility(NOTHING_TO_READ, "traces trop pâles pour être lues")
    seen = reading.look.text_lines
    if not reading.words and seen is not None and seen < _SOME_LINES:
        is_faded = reading.look.ink >= _WRITTEN and reading.look.contrast < _PALE
        return Legibility(0.0, _cause(reading, reading.look)) if is_faded else _NO_TEXT
    score = _predicted(reading, reading.look)
    return Legibility(score, "lisible" if score >= LEGIBLE else _cause(reading, reading.look))


def says_something(reading: Reading) -> bool:
    """Say whether a real word was read, however little that is of the page."""
    return any(word.confidence >= _SURE and sum(map(str.isalpha, word.text)) >= _REAL_WORD for word in reading.words)


def flaws(reading: Reading, look: Look) -> Flaws:
    """Measure what stands in the way on one page."""
    return Flaws(
        unsure=1.0 - _confidence(reading),
        unread=_unread(look),
        soft=1.0 - look.sharpness,
        pale=max(0.0, 1.0 - look.contrast / _FULL_CONTRAST),
        small=max(0.0, 1.0 - look.x_height / _FULL_X) if look.x_height else 0.0,
        uncovered=1.0 - look.covered,
        cut=_cut(reading),
    )


def recall(flaw: Flaws, weights: Weights) -> float:
    """Predict the share of the words that were read right; 1 for a page without a flaw."""
    trouble = (
        weights.unsure * flaw.unsure
        + weights.unread * flaw.unread
        + weights.soft * flaw.soft
        + weights.pale * flaw.pale
        + weights.small * flaw.small
    )
    read = (1.0 + math.exp(-weights.ease)) / (1.0 + math.exp(trouble - weights.ease))
    return read * (1.0 - min(1.0, weights.uncovered * flaw.uncovered)) * (1.0 - min(1.0, weights.cut * flaw.cut))


def _predicted(reading: Reading, look: Look) -> float:
    if not reading.words:
        return 0.0
    # Confident words on a few lines do not make up for all the lines that gave none,
    # nor do stray marks taken for short words make up for a page in which no real word was read.
    most = 1.0 if says_something(reading) else _NO_WORD
    return round(min(recall(flaws(reading, look), FITTED), most, 2 * (1.0 - _unread(look))), 4)


def _confidence(reading: Reading) -> float:
    """Return how sure the engine is of a letter, 0–1."""
    letters = sum(len(word.text) for word in reading.words)
    return sum(word.confidence * len(word.text) for word in reading.words) / letters if letters else 0.0


def _unread(look: Look) -> float:
    """Return the share of the lines seen in which nothing was read; 0 when it was not needed to look."""
    return look.unread_lines / look.text_lines if look.text_lines and look.unread_lines is not None else 0.0


def _cut(reading: Reading) -> float:
    """Return the share of the lines read that run into the edge of the image."""
    margin = _EDGE_MM / 25.4 * reading.dpi / reading.width if reading.width else 0.0
    lines = reading.lines()
    cut = [line for line in lines if any(word.box.x0 < margin or word.box.x1 > 1 - margin for word in line)]
    return len(cut) / len(lines) if lines else 0.0


def _cause(reading: Reading, look: Look) -> str:
    """Name the flaw that is farthest beyond what can be read, with its figure."""
    fine = min(reading.dpi / _COARSE_DPI, look.x_height / _COARSE_X if look.x_height else 1.0)
    cut = _cut(reading)
    named = (
        (1 - fine, f"résolution trop faible ({round(reading.dpi)} points par pouce{_tall(look)})"),
        (1 - look.contrast / _PALE, f"trop claire (contraste de {look.contrast:.0%})".replace("%", " %")),
        (1 - look.sharpness / _BLURRED, f"floue (netteté de {look.sharpness:.0%})".replace("%", " %")),
        ((cut - _CUT) / (1 - _CUT), f"coupée ({cut:.0%} des lignes touchent le bord)".replace("%", " %")),
    )
    worst, cause = max(named)
    return cause if worst > 0 else _missing(reading, look)


def _tall(look: Look) -> str:
    return f", lettres de {round(look.x_height)} pixels" if look.x_height else ""


def _missing(reading: Reading, look: Look) -> str:
    """Say what was not read, when nothing measured in the image explains it."""
    if look.text_lines and not any(word.confidence >= _SURE for word in reading.words):
        return f"aucun mot lu dans {look.text_lines} lignes"
    if look.text_lines and look.unread_lines and 2 * look.unread_lines > look.text_lines:
        return f"{look.unread_lines} lignes illisibles sur {look.text_lines}"
    if look.covered < _HALF:
        return f"{1 - look.covered:.0%} de l'encre sans mot lu".replace("%", " %")
    return "mots lus sans certitude"
