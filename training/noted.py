"""Pages that remember what was written on them: a reading without any scanner, with the slips of an OCR drawn by lot.

Learning needs hundreds of readings of each type, and a true one costs a second; these cost a fiftieth. Nothing is ever
measured on them but learning itself: thresholds and figures come from pages scanned and read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from random import Random

from pipeline.domain.geometry import Box
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Code, Look, Reading, Symbology, TextSource, Word
from training.canvas import BLACK, Canvas, Ink, sheet
from training.desk import Desk, Side
from training.fonts import Weight

TAKEN_FOR = {
    "0": "O", "O": "0", "1": "l", "l": "1", "I": "l", "5": "S", "S": "5", "8": "B", "B": "8", "é": "e", "è": "e",
    "ê": "e", "à": "a", "ç": "c", "c": "e", "e": "c", "m": "rn", "n": "u", "i": "í", "t": "f", "G": "C", "'": "’",
}  # fmt: skip
SAME_LINE = 1.2  # mm
CODE_BOX = Box(0.75, 0.04, 0.95, 0.2)
WIDE = 0.175  # mm of a letter, per point of its type
CLEAN = Look(
    ink=0.04,
    ink_map=(0.04,) * (INK_ROWS * INK_COLUMNS),
    contrast=0.9,
    sharpness=0.9,
    text_lines=None,
    unread_lines=None,
    handwritten=0.0,
    coloured=False,
)
"""The look of a printed page that nothing is wrong with."""


@dataclass(frozen=True, slots=True)
class Note:
    """One call of the pen: words from (x, y) mm, ``height`` mm tall, ``width`` mm wide."""

    x: float
    y: float
    width: float
    height: float
    words: str


@dataclass(slots=True)
class NotedCanvas(Canvas):
    """A page that remembers the words written on it, and the codes: ``torn`` ones cannot be read."""

    notes: list[Note] = field(default_factory=list)
    payloads: list[str] = field(default_factory=list)
    torn: bool = False

    @property
    def written(self) -> list[str]:
        return [word for note in self.notes for word in note.words.split()]

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        weight: Weight = "regular",
        ink: Ink = BLACK,
        anchor: str = "la",
    ) -> None:
        self.note(x, y, words, size, weight, anchor)
        Canvas.text(self, x, y, words, size, weight, ink, anchor)

    def remember(self, x: float, y: float, words: str, size: float) -> None:
        self.note(x, y, words, size, "regular", "la")

    def bear(self, payload: str, *, torn: bool) -> None:
        self.payloads.append(payload)
        self.torn = torn

    def note(self, x: float, y: float, words: str, size: float, weight: Weight, anchor: str) -> None:
        """Remember words and where they stand."""
        width = self.width_of(words, size, weight)
        left = x - {"l": 0.0, "m": width / 2, "r": width}[anchor[0]]
        self.notes.append(Note(left, y, width, size * 0.35, words))


@dataclass(slots=True)
class Unprinted(NotedCanvas):
    """A page that only remembers: nothing is drawn of its words, and their width is guessed."""

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        weight: Weight = "regular",
        ink: Ink = BLACK,  # noqa: ARG002 - as any canvas is asked
        anchor: str = "la",
    ) -> None:
        self.note(x, y, words, size, weight, anchor)

    def width_of(self, words: str, size: float, weight: Weight = "regular") -> float:  # noqa: ARG002 - same
        return len(words) * size * WIDE


@dataclass(frozen=True, slots=True)
class NotedDesk(Desk):
    """A desk whose pages remember; ``printed``: whether their words are drawn too."""

    pages: list[NotedCanvas] = field(default_factory=list)
    printed: bool = True

    def page(self) -> NotedCanvas:
        canvas = NotedCanvas if self.printed else Unprinted
        self.pages.append(canvas(self.dpi, self.faces, sheet(self.dpi)))
        return self.pages[-1]

    def drawn(self, side: Side) -> NotedCanvas:
        """Return the page that was drawn as ``side``."""
        return next(page for page in self.pages if page.image is side)


def reading(page: NotedCanvas, slips: float, rng: Random) -> Reading:
    """Return what an OCR could read of ``page``, with ``slips`` (0–1) of its words read wrong or not at all."""
    width, height = page.mm(page.image.width), page.mm(page.image.height)
    words = []
    for number, line in enumerate(_lines(page.notes)):
        for text in (text for note in line for text in _placed(note)):
            said = text.words if rng.random() >= slips else _misread(text.words, rng)
            if said:
                x1, y1 = text.x + text.width, text.y + text.height
                box = Box(*(_share(*at) for at in ((text.x, width), (text.y, height), (x1, width), (y1, height))))
                words.append(Word(said, 0.95 if said == text.words else 0.6, box, number))
    image, torn = page.image, (CODE_BOX,) if page.torn else ()
    codes = () if page.torn else tuple(Code(Symbology.QR, payload, CODE_BOX, "noted") for payload in page.payloads)
    return Reading(
        image.width, image.height, float(page.dpi), 0, 0.0, codes, torn, tuple(words), TextSource.OCR, None, None
    )


def _share(at: float, whole: float) -> float:
    return min(1.0, max(0.0, at / whole))


def _lines(notes: Iterable[Note]) -> Iterable[list[Note]]:
    """Put notes that stand side by side on one line, as an OCR does."""
    ordered = sorted(notes, key=lambda note: (round(note.y / SAME_LINE), note.x))
    for _, line in groupby(ordered, key=lambda note: round(note.y / SAME_LINE)):
        yield list(line)


def _placed(note: Note) -> Iterable[Note]:
    """Cut a note into its words, each with its place."""
    total, along = max(1, len(note.words)), 0
    for word in note.words.split(" "):
        if word.strip("."):
            yield Note(note.x + note.width * along / total, note.y, note.width * len(word) / total, note.height, word)
        along += len(word) + 1


def _misread(word: str, rng: Random) -> str:
    """Return a word as it is now and then read: with a letter taken for another, cut short, or not at all."""
    chance = rng.random()
    if chance < 0.15:
        return ""
    if chance < 0.25:
        return word[: max(1, len(word) - rng.randint(1, 3))]
    at = rng.randrange(len(word))
    return word[:at] + TAKEN_FOR.get(word[at], rng.choice("aeinrt")) + word[at + 1 :]
