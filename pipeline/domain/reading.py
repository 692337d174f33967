"""What was seen on one page image: facts, without judgement.

A reading is a function of the image and of the reader's version, so it is made once and kept for
ever under the hash of both. "Could not look" is a fact of its own: ``None`` or ``fault``, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.card import Card
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz

INK_ROWS, INK_COLUMNS = 44, 32
SHADE_MM, SHADE_STEPS = 1.5, 6  # side of a cell; levels kept for the square root of a shade
SHADE_LITTER = 128  # added where what is dark is a hole, a fold, a staple, a speck


class Symbology(StrEnum):
    """The two-dimensional codes that we look for."""

    QR = "QRCode"
    DATAMATRIX = "DataMatrix"


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was decoded. ``box`` lies on the received page."""

    symbology: Symbology
    payload: str
    box: Box
    decoder: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word of print. ``box`` lies on the upright page; ``line`` numbers its text line in reading order."""

    text: str
    confidence: float
    box: Box
    line: int


class TextSource(StrEnum):
    """Where the words of a reading come from."""

    OCR = "ocr"
    BORN_DIGITAL = "pdf"
    NONE = "aucune"


@dataclass(frozen=True, slots=True)
class LineScore:
    """What a line of writing seems to be: four probabilities that add up to 1. ``box`` lies on the upright page."""

    box: Box
    printed: float
    handwritten: float
    signature: float
    stamp: float


@dataclass(frozen=True, slots=True)
class Look:
    """Measures of the image itself.

    ``ink``: share of the page under own-side ink (borders, holes and specks left out).
    ``ink_map``: darkness of the received page, row by row, ``INK_ROWS`` × ``INK_COLUMNS``, each 0–1;
    it lets ``pair`` judge show-through from the other side.
    ``contrast``: 0–1, how far strokes stand out of the paper. ``sharpness``: 0–1, 1 for crisp edges.
    ``text_lines``: lines of writing seen by a detector, read or not; None when it did not look.
    ``unread_lines``: those of them in which no word was read.
    ``handwritten``: 0–1, share of the writing that seems written by hand; None when it did not look.
    ``coloured``: whether the page carries colour that matters (a card, a photo, a stamp).
    ``faint``: share of the page under marks too faint to be ink. ``shade``: the darkness of the received page
    in cells of ``SHADE_MM``, finer than ``ink_map``: in base 64, zlib of two 16-bit numbers (rows, columns)
    and of one byte a cell, row by row, ``SHADE_STEPS`` × √(shades below the paper, 0–255), plus
    ``SHADE_LITTER`` where nobody wrote.
    ``x_height``: of small letters, in pixels as received; 0 when there are none. ``covered``: share of the
    ink of letters that lies under words read with confidence.
    ``lines``: what each line of writing seems to be; None when it did not look.
    ``crisp``: how many times crisper than usual the crispest strokes of a pale page are; 0 when that is not told.
    """

    ink: float
    ink_map: tuple[float, ...]
    contrast: float
    sharpness: float
    text_lines: int | None
    unread_lines: int | None
    handwritten: float | None
    coloured: bool
    faint: float = 0.0
    shade: str = ""
    x_height: float = 0.0
    covered: float = 1.0
    lines: tuple[LineScore, ...] | None = None
    crisp: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one look at one page image gave.

    ``width`` × ``height``: pixels as received. ``rotation``: degrees clockwise that turn the received
    image upright (0, 90, 180, 270). ``skew``: degrees left once upright. ``unread_codes``: places of the
    received page where a code seems to be but was not decoded. ``mrz``: machine-readable zones, and ``cards``: faces of
    cards, both on the upright page. ``fault``: why the page could not be read at all, in French.
    """

    width: int
    height: int
    dpi: float
    rotation: int
    skew: float
    codes: tuple[Code, ...]
    unread_codes: tuple[Box, ...]
    words: tuple[Word, ...]
    text_source: TextSource
    look: Look | None
    fault: str | None
    mrz: tuple[SeenMrz, ...] = ()
    cards: tuple[Card, ...] = ()

    def lines(self) -> list[list[Word]]:
        """Return the words line by line, in reading order."""
        grouped: dict[int, list[Word]] = {}
        for word in self.words:
            grouped.setdefault(word.line, []).append(word)
        return [grouped[key] for key in sorted(grouped)]


def unreadable(fault: str) -> Reading:
    """Return the reading of a page that could not be looked at, and why."""
    return Reading(0, 0, 0.0, 0, 0.0, (), (), (), TextSource.NONE, None, fault)
