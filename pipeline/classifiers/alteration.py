"""Does a card contradict itself? Its machine-readable zone against its own check digits, and against its print.

What is suspected was read without doubt on both sides: a slip of the OCR must never accuse anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz
from rapidfuzz.distance import Hamming

from pipeline.classifiers.dates import days
from pipeline.classifiers.printed import Printed, printed
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz
from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import fold

CLEAR = 0.06  # of correlation: no character of the zone could be the next best one
READ = 0.9  # confidence of the words that are held against a zone
LIKE, UNLIKE = 75.0, 50.0  # of 100: a name that may be another one misread, and one that cannot be
SHORTEST_NAME = 3
CHANGED = 2  # figures of a date that must differ: one may be a slip
_BORN = re.compile(r"\b(?:NEE?\(?E?\)?\sLE|NAISSANCE|BIRTH)\b")
_SURNAME = re.compile(r"(?:^|\s)(?:NOM|SURNAME)(?:\s?/\s?SURNAME)?\s?:?\s([A-Z][A-Z' -]{2,})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What does not hold together, in French without a name nor a date; ``box`` lies on the upright page."""

    detail: str
    box: Box


def contradictions(reading: Reading, on: date) -> Iterator[Contradiction]:
    """Yield what the cards of a page, received on day ``on``, say against themselves."""
    for zone in reading.mrz:
        clear = min(zone.margin, zone.names_margin) >= CLEAR
        if clear and zone.repaired == 0 and not zone.mrz.all_checks_pass:
            yield Contradiction("bande de lecture lue sans doute, dont les chiffres de contrôle sont faux", zone.box)
    certain = [zone for zone in reading.mrz if zone.is_certain]
    if len(certain) != 1 or len(reading.mrz) != 1:
        return
    zone, page = certain[0], printed(_without(reading, certain[0]))
    if (box := _other_birth(page, zone, on)) is not None:
        yield Contradiction("la date de naissance imprimée n'est pas celle de la bande de lecture", box)
    if (box := _other_name(page, zone)) is not None:
        yield Contradiction("le nom imprimé n'est pas celui de la bande de lecture", box)


def _without(reading: Reading, zone: SeenMrz) -> Sequence[Word]:
    """Return the words of a page that are not those of its zone."""

    def outside(word: Word) -> bool:
        x, y = word.box.centre
        within = zone.box.x0 <= x <= zone.box.x1 and zone.box.y0 <= y <= zone.box.y1
        return not within and "<" not in word.text

    return [word for word in reading.words if outside(word)]


def _other_birth(page: Printed, zone: SeenMrz, on: date) -> Box | None:
    """Return where another birth date than the zone's is printed, the zone's standing nowhere."""
    told, born = list(days(page.text)), zone.mrz.born(on)
    if born is None or any(found.day == born for found in told):
        return None
    labelled = [found for found in told if _BORN.search(page.before(found.start))]
    if len(labelled) != 1:
        return None
    start, stop = labelled[0].start, labelled[0].stop
    digits = re.sub(r"[ /.-]", "", page.text[start:stop])
    altered = digits.isdecimal() and Hamming.distance(digits, f"{born:%d%m%Y}") >= CHANGED
    return page.box(start, stop) if altered and _is_read(page, start, stop) else None


def _other_name(page: Printed, zone: SeenMrz) -> Box | None:
    """Return where another surname than the zone's is printed, nothing like the zone's standing on the page."""
    own = [name for name in fold(zone.mrz.surname).split() if len(name) >= SHORTEST_NAME]
    words = [token for word in page.words for token in fold(word.text).split()]
    if not own or any(fuzz.ratio(name, word) >= LIKE for name in own for word in words):
        return None
    for found in _SURNAME.finditer(page.text):
        told = fold(found[1]).split()
        if _is_read(page, *found.span(1)) and all(fuzz.ratio(name, one) < UNLIKE for name in own for one in told):
            return page.box(*found.span(1))
    return None


def _is_read(page: Printed, start: int, stop: int) -> bool:
    return all(word.confidence >= READ for word in page.under(start, stop))
