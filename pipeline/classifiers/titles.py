"""Titles and cues of the plan looked for in the words of a piece, and the machine-readable zones of cards.

A title that stands near the top of a page names its type; cues only support.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from pipeline.classifiers.card_zone import CardZone, card_zone
from pipeline.classifiers.phrases import Phrases, phrases
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.geometry import Box, hull
from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import fold

TITLE_ZONE = 0.40
TITLE_ON_TOP, TITLE_BELOW, LEADS, PROMINENCE, ZONE = 4.0, 1.6, 0.8, 0.8, 3.0
OUTDONE = 8.0  # of a title that another type bears too, which has one of its own on top: 1 in 256 children's pages did
CERTAIN_ZONE = 14.0  # more than all that words can say together
CUE, CUES_MAX = 0.7, 6
LONG_TITLE = 40
LEADING_IN, GOING_ON = 5, 2  # words of a line before a title in small letters, and after it, that make a sentence
PROMINENT = 1.3


class Kind(StrEnum):
    """What was found: a title, a supporting cue, the machine-readable zone of a card, or words that were learnt."""

    TITLE = "titre"
    CUE = "indice"
    ZONE = "bande"
    WORDING = "mots"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found for a type. Titles and zones have their ``box`` on the upright page ``page`` (0-based).

    ``prominent``: a title in large type, or a zone whose check digits all hold. ``beside``: a longer title
    stands on its line, and says more: « Avis d'impôt – taxes foncières » is the latter. ``on_top``: near the top of its
    page, but not in the run of a sentence: « un avis d'impôt vous sera adressé ».
    """

    kind: Kind
    text: str
    page: int = 0
    on_top: bool = False
    prominent: bool = False
    box: Box | None = None
    beside: bool = False

    @property
    def place(self) -> tuple[int, float]:
        """The page and the height at which it stands, in reading order."""
        return self.page, self.box.y0 if self.box is not None else 1.0


Seen = dict[str, tuple[tuple[Hit, ...], float]]
"""What was found for each type, and how much it speaks for it (no unit)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """``running``: of each word of ``text``, whether a title that begins there would be in the run of a sentence."""

    text: str
    box: Box
    prominent: bool
    running: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of one page: line by line, and all in a row."""

    lines: tuple[_Line, ...]
    words: tuple[str, ...]


def found(readings: Sequence[Reading], plan: FilingPlan) -> Seen:
    """Return what was found for each type on the pages of one piece, with how much it speaks for it (no unit)."""
    pages = [_text(reading) for reading in readings]
    titles, cues = _longest_only(_titles(plan, pages)), _cues(plan, pages)
    zones = [(zone, page) for page, reading in enumerate(readings) if (zone := card_zone(reading)) is not None]
    leading = min((hit.place for hits in titles.values() for hit in hits), default=None)
    outdone = set(_outdone(titles))
    scored = {}
    for code in plan.types:
        hits = (*titles.get(code, ()), *_zones(code, zones), *cues[code])
        if hits:
            scored[code] = hits, _score(hits, leading) - (OUTDONE if code in outdone else 0.0)
    return scored


def _outdone(titles: Mapping[str, tuple[Hit, ...]]) -> Iterator[str]:
    """Yield the types of which no title on top is theirs alone, where another that bears one of them has such a one."""
    borne = Counter(hit.text for hits in titles.values() for hit in hits)
    on_top = {code: {hit.text for hit in hits if hit.on_top} for code, hits in titles.items()}
    own = {code: {text for text in texts if borne[text] == 1} for code, texts in on_top.items()}
    for code, texts in on_top.items():
        if not own[code] and any(own[other] and texts & on_top[other] for other in on_top):
            yield code


def _text(reading: Reading) -> _Text:
    lines = []
    written = [(words, hull([word.box for word in words])) for words in reading.lines()]
    heights = sorted(box.height for _, box in written if box is not None)
    usual = heights[len(heights) // 2] if heights else 0.0
    for words, box in written:
        text = fold(" ".join(word.text for word in words))
        if box is not None and text:
            lines.append(_Line(text, box, box.height >= PROMINENT * usual, tuple(_running(words))))
    return _Text(tuple(lines), tuple(word for line in lines for word in line.text.split()))


def _running(words: Sequence[Word]) -> Iterator[bool]:
    """Say of each word, as often as it folds into words, whether it is of small letters and no colon announces it."""
    announced = False
    for word in words:
        yield from (word.text.islower() and not announced for _ in fold(word.text).split())
        announced = word.text.endswith(":")


def _titles(plan: FilingPlan, pages: Sequence[_Text]) -> dict[str, tuple[Hit, ...]]:
    wanted = phrases(title for piece_type in plan.types.values() for title in piece_type.titles)
    best: dict[str, Hit] = {}
    for number, page in enumerate(pages):
        for line, title, told, beside in _on_lines(page, wanted):
            on_top = line.box.y0 <= TITLE_ZONE and not told
            hit = Hit(Kind.TITLE, title, number, on_top, line.prominent, line.box, beside)
            if title not in best or _weight(hit, None) > _weight(best[title], None):
                best[title] = hit
    return {
        code: hits
        for code, piece_type in plan.types.items()
        if (hits := tuple(best[title] for title in piece_type.titles if title in best))
    }


def _on_lines(page: _Text, wanted: Phrases) -> Iterator[tuple[_Line, str, bool, bool]]:
    """Yield the titles that stand on a line, or begin there as they are written and end on the line after.

    With each, whether a sentence tells it, and whether a longer one stands beside it.
    """
    wanted.learn(page.words)
    for line, after in zip_longest(page.lines, page.lines[1:]):
        words = line.text.split()
        both = words + (after.text.split() if after is not None else [])
        titles = [
            found
            for found in wanted.near(both, len(words))
            if found.end <= len(words) or found.phrase.split()[: len(words) - found.start] == words[found.start :]
        ]
        longest = max((len(found.phrase) for found in titles), default=0)
        for found in titles:
            is_amid = found.start >= LEADING_IN or len(words) - found.end >= GOING_ON
            told = line.running[found.start] and is_amid
            yield line, found.phrase, told, len(found.phrase) < longest


def _longest_only(found: Mapping[str, tuple[Hit, ...]]) -> dict[str, tuple[Hit, ...]]:
    """Drop the titles that are only a part of a longer title found, of any type, in the same place."""
    titles = {hit for hits in found.values() for hit in hits}
    parts = {hit for hit in titles if any(_is_part(hit, longer) for longer in titles)}
    return {code: tuple(hit for hit in hits if hit not in parts) for code, hits in found.items()}


def _is_part(hit: Hit, longer: Hit) -> bool:
    return hit.place == longer.place and len(longer.text) > len(hit.text) and f" {hit.text} " in f" {longer.text} "


def _zones(code: str, zones: Sequence[tuple[CardZone, int]]) -> tuple[Hit, ...]:
    found = ((zone, page) for zone, page in zones if code in zone.types)
    return tuple(Hit(Kind.ZONE, zone.code, page, prominent=zone.certain, box=zone.box) for zone, page in found)


def _cues(plan: FilingPlan, pages: Sequence[_Text]) -> dict[str, tuple[Hit, ...]]:
    wanted = phrases(cue for piece_type in plan.types.values() for cue in piece_type.cues)
    seen = {found.phrase for page in pages for found in wanted.within(page.words)}
    return {
        code: tuple(Hit(Kind.CUE, cue) for cue in piece_type.cues if cue in seen)
        for code, piece_type in plan.types.items()
    }


def _score(hits: Sequence[Hit], leading: tuple[int, float] | None) -> float:
    title = max((_weight(hit, leading) for hit in hits if hit.kind is Kind.TITLE), default=0.0)
    zone = max((CERTAIN_ZONE if hit.prominent else ZONE for hit in hits if hit.kind is Kind.ZONE), default=0.0)
    cues = min(CUES_MAX, sum(hit.kind is Kind.CUE for hit in hits))
    return title + zone + CUE * cues


def _weight(hit: Hit, leading: tuple[int, float] | None) -> float:
    """Weigh a title: near the top first, then before all others, in large type, and long (it says more)."""
    heads = hit.on_top and not hit.beside
    place = TITLE_ON_TOP if heads else TITLE_BELOW
    lead = LEADS if heads and hit.place == leading else 0.0
    return place + lead + (PROMINENCE if hit.prominent else 0.0) + min(len(hit.text), LONG_TITLE) / LONG_TITLE
