"""Is a piece mainly handwritten? Signatures and stamps never make it so, and answers to print hardly do.

What tells a form from a letter is less how much was written by hand than whether print says what it is about: writing
that stands after a printed label, or below it, is an answer, and so is what goes on below in a narrow column. A printed
heading makes an answer of the first line of a letter alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.geometry import Box
from pipeline.domain.reading import LineScore, Reading, Word
from pipeline.domain.text import fold

ENOUGH_LINES = 3
ANSWERED = 0.5  # what a letter of an answer counts for
LIKELY = 0.5  # a line is print, or by hand, from this probability on
READ, WORD = 0.6, 3  # confidence and letters of a word that print is known by
NEAR = 0.6  # line heights between two lines of which one is right below the other
INDENT = 4.0  # line heights by which it may begin further left or right
CELL = 0.4  # of the width of the page: narrower lines below each other are a column, wider ones a letter
LONG_TITLE = 12  # letters: a shorter one may stand anywhere
_NUMBERED = re.compile(r"\bCERFA (?:N )?[0-9]{5}\b")


@dataclass(frozen=True, slots=True)
class Handwriting:
    """``share``: of the writing of the piece, 0–1, that seems made by hand, answers to print counting half.

    It is None when nothing can be said. ``detail`` tells it in French.
    """

    share: float | None
    detail: str


@dataclass(frozen=True, slots=True)
class _Letters:
    """How much of a page was written how: widths of lines over their heights, since a hand writes larger than print.

    ``answers``: by hand, after or below print.
    """

    printed: float
    by_hand: float
    answers: float

    @property
    def share(self) -> float:
        written = self.printed + self.by_hand
        return (self.by_hand - (1 - ANSWERED) * self.answers) / written if written else 0.0


def judge(readings: Sequence[Reading]) -> Handwriting:
    """Judge a piece from its pages that are not blank; pages count by the ink that they bear.

    Pages too blurred to show the shape of letters do not count, and a few lines are too little to judge
    by: a photo signed below is no handwritten document. Nor is a card whose check digits hold.
    """
    if any(zone.is_certain for reading in readings for zone in reading.mrz):
        return Handwriting(0.0, "bande de lecture aux chiffres de contrôle justes")
    judged = [
        (share, look) for reading in readings if (look := reading.look) and (share := _share(reading)) is not None
    ]
    if not judged:
        return Handwriting(None, "forme de l'écriture non reconnaissable")
    share = sum(share * look.ink for share, look in judged) / (sum(look.ink for _, look in judged) or 1.0)
    lines = sum(look.text_lines or 0 for _, look in judged)
    if share > 0 and lines < ENOUGH_LINES:
        return Handwriting(None, f"trop peu d'écriture pour en juger ({lines} ligne{'s' if lines > 1 else ''})")
    return Handwriting(round(share, 4), f"{round(100 * share)} % de l'écriture semble faite à la main")


def vouching(readings: Sequence[Reading], plan: FilingPlan) -> str | None:
    """Return what shows that a piece is no letter, however much was written on it, in French; None when nothing does.

    It is the face of a card, the number of a form, or a title of ``plan``, the last two in print.
    """
    if any(reading.cards for reading in readings):
        return "face de carte"
    known = {title for kind in plan.types.values() for title in kind.titles if len(title) >= LONG_TITLE}
    titles = sorted(known, key=lambda title: (-len(title), title))
    for line in (f" {line} " for reading in readings for line in _printed_lines(reading)):
        if (numbered := _NUMBERED.search(line)) is not None:
            return f"formulaire « {numbered[0]} »"
        if (title := next((title for title in titles if f" {title} " in line), None)) is not None:
            return f"titre imprimé « {title} »"
    return None


def _share(reading: Reading) -> float | None:
    """Return the share of the writing of a page that counts as made by hand; None when that cannot be told."""
    look = reading.look
    if look is None:
        return None
    if look.handwritten is None or not look.lines:
        return look.handwritten
    return _letters(look.lines, reading).share


def _letters(lines: Sequence[LineScore], reading: Reading) -> _Letters:
    answering = _answers(lines, reading)
    printed = by_hand = answers = 0.0
    for line in lines:
        letters = line.box.width / line.box.height
        printed += letters * line.printed
        by_hand += letters * line.handwritten
        answers += letters * line.handwritten if line.box in answering else 0.0
    return _Letters(printed, by_hand, answers)


def _answers(lines: Sequence[LineScore], reading: Reading) -> frozenset[Box]:
    """Find, from the top down, what was written by hand after or below print, or on in the same column."""
    tall, labels = _tall(reading), [line.box for line in _print(lines, reading.words)]
    found: list[Box] = []
    for box in sorted((line.box for line in lines if line.handwritten >= LIKELY), key=lambda box: box.y0):
        above = [*labels, *(answer for answer in found if answer.width < CELL)] if box.width < CELL else labels
        if any(_is_after(box, label) for label in labels) or any(_is_below(box, other, tall) for other in above):
            found.append(box)
    return frozenset(found)


def _tall(reading: Reading) -> float:
    """Return the height of the upright page, in its widths."""
    height, width = reading.height, reading.width
    return height / width if reading.rotation % 180 == 0 else width / height


def _print(lines: Sequence[LineScore], words: Sequence[Word]) -> Iterator[LineScore]:
    """Give the lines that are print and were read: of a hand taken for print, next to nothing is read."""
    sure = [word for word in words if word.confidence >= READ and _is_word(word.text)]
    for line in lines:
        if line.printed >= LIKELY and any(_lies_on(word, line.box) for word in sure):
            yield line


def _is_word(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= WORD


def _is_after(line: Box, label: Box) -> bool:
    return _is_level(line, label) and label.x0 < line.x0


def _is_below(line: Box, other: Box, tall: float) -> bool:
    """Say whether a line stands right below another. ``tall``: height of the page, in its widths."""
    apart = line.y0 - other.y1
    if _is_level(line, other) or not -NEAR * line.height < apart < NEAR * other.height:
        return False
    shared = min(line.x1, other.x1) - max(line.x0, other.x0)
    indent = abs(line.x0 - other.x0) / (other.height * tall)
    return line.y0 > other.y0 and shared > min(line.width, other.width) / 2 and indent < INDENT


def _is_level(line: Box, other: Box) -> bool:
    """Say whether two lines stand on one row."""
    return min(line.y1, other.y1) - max(line.y0, other.y0) > min(line.height, other.height) / 2


def _printed_lines(reading: Reading) -> Iterator[str]:
    """Give the words of the lines of a page that are print, folded; print explains a page not looked at any closer."""
    look = reading.look
    if look is not None and look.lines is None and look.handwritten == 0:
        yield from (fold(" ".join(word.text for word in words)) for words in reading.lines())
    elif look is not None and look.lines is not None:
        for line in _print(look.lines, reading.words):
            yield fold(" ".join(word.text for word in reading.words if _lies_on(word, line.box)))


def _lies_on(word: Word, line: Box) -> bool:
    x, y = word.box.centre
    return line.x0 <= x <= line.x1 and line.y0 <= y <= line.y1
