"""Machine-readable zones: what the two or three lines at the foot of a card say, and whether they hold together.

A check digit is a sum modulo 10, so it is blind to the confusion of two characters whose values differ by a multiple
of 10 (``BLIND``: ``6`` and ``G``, ``<`` and ``K``…). Names are under none, but for the card of 1995 and the licence;
sex and nationality under none; the optional data of a visa neither. All checks passing is evidence of nothing else
than the numbers and dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import cycle

from pipeline.domain.geometry import Box
from pipeline.domain.mrz_layouts import FILLER, LAYOUTS, Format, Layout

BLIND = ("0AKU<", "1BLV", "2CMW", "3DNX", "4EOY", "5FPZ", "6GQ", "7HR", "8IS", "9JT")
FIRST_EXPIRY = 1980  # no card that can be read by machine ended before
CERTAIN = 0.03  # of correlation: a character that stands out by less is not relied on


class Checked(StrEnum):
    """What a check digit is about."""

    NUMBER = "numero"
    BIRTH = "naissance"
    EXPIRY = "expiration"
    OPTIONAL = "facultatif"
    COMPOSITE = "ensemble"


@dataclass(frozen=True, slots=True)
class Check:
    """A check digit, and whether it is the one of what it is about."""

    about: Checked
    passes: bool


@dataclass(frozen=True, slots=True)
class Mrz:
    """A zone, taken apart. Fillers are gone from the fields; a field that the format lacks is empty.

    ``document``: the kind of paper, one or two characters; ``country``: who issued it; ``sex``: ``F``, ``M``, ``X`` or
    nothing. ``birth`` and ``expiry``: YYMMDD as printed (see ``born`` and ``ends``), where unknown parts are fillers.
    ``surname`` and ``given`` are cut at the width of the field: ``names_cut`` says that they may go on.
    They are not vouched for by ``all_checks_pass``.
    """

    format: Format
    lines: tuple[str, ...]
    checks: tuple[Check, ...]
    document: str
    country: str
    surname: str
    given: str
    names_cut: bool
    number: str
    nationality: str
    birth: str
    sex: str
    expiry: str
    optional: str

    @property
    def all_checks_pass(self) -> bool:
        """Whether every check digit holds, the composite one included, and every date known in full can exist."""
        dates = (_day(written, 2000) for written in (self.birth, self.expiry) if written.isdecimal())
        return all(check.passes for check in self.checks) and None not in dates

    def born(self, on: date) -> date | None:
        """Return the birth date: of the possible centuries, the latest that is not after ``on``."""
        this = _day(self.birth, on.year // 100 * 100)
        return this if this is None or this <= on else _day(self.birth, on.year // 100 * 100 - 100)

    def ends(self) -> date | None:
        """Return the day after which the paper is no longer valid, in the century from ``FIRST_EXPIRY`` on."""
        century = FIRST_EXPIRY // 100 * 100
        past = _day(self.expiry, century)
        return past if past is not None and past.year >= FIRST_EXPIRY else _day(self.expiry, century + 100)


@dataclass(frozen=True, slots=True)
class SeenMrz:
    """A zone that was read. ``box`` lies on the page given; ``repaired``: how many characters its check digits changed.

    ``margin``: by how much, in correlation (0–1), the least clear character outside the names stands out of the next
    best one that could stand there: 0.1 is usual, below 0 is a repair. ``names_margin``: the same of the names, which
    check digits do not vouch for.
    """

    mrz: Mrz
    box: Box
    repaired: int
    margin: float
    names_margin: float

    @property
    def is_certain(self) -> bool:
        """Whether every check digit holds, and every character, the names' too, was seen without doubt or repair."""
        return self.mrz.all_checks_pass and min(self.margin, self.names_margin) >= CERTAIN


_CHECKS = (
    ("n", "N", Checked.NUMBER),
    ("b", "B", Checked.BIRTH),
    ("e", "E", Checked.EXPIRY),
    ("o", "O", Checked.OPTIONAL),
)


def check_digit(text: str) -> str:
    """Return the check digit of ``text``: weights 7, 3, 1, letters from 10, filler 0, modulo 10."""
    return str(sum(_value(char) * weight for char, weight in zip(text, cycle((7, 3, 1)), strict=False)) % 10)


def parse(lines: Sequence[str]) -> Mrz | None:
    """Take the lines of a zone apart; None when they have no known format."""
    layout = next((layout for layout in LAYOUTS if layout.fits(lines)), None)
    return None if layout is None else parse_as(layout, lines)


def parse_as(layout: Layout, lines: Sequence[str]) -> Mrz:
    """Take apart lines that fit ``layout``."""
    number, digit = _number(layout, lines)
    names = layout.text("L", lines)
    surname, _, given = names.partition(FILLER * 2)
    return Mrz(
        format=layout.format,
        lines=tuple(lines),
        checks=tuple(_checks(layout, lines, number, digit)),
        document=_plain(layout.text("T", lines) + layout.text("D", lines)),
        country=_plain(layout.text("C", lines)),
        surname=_plain(layout.text("F", lines) or surname),
        given=_plain(layout.text("G", lines) or given),
        names_cut=any(span.of(lines)[-1] != FILLER for letter in "LFG" for span in layout.spans(letter)),
        number=_plain(number),
        nationality=_plain(layout.text("A", lines)),
        birth=layout.text("B", lines),
        sex=_plain(layout.text("S", lines)),
        expiry=layout.text("E", lines),
        optional=" ".join(filter(None, (_plain(span.of(lines)) for span in layout.spans("O")))),
    )


def _number(layout: Layout, lines: Sequence[str]) -> tuple[str, str]:
    """Return the number of a paper and its check digit; on TD1 and TD2 a long one goes on in the optional data."""
    number, digit = layout.text("N", lines), layout.text("n", lines)
    if digit == FILLER and layout.format in {Format.TD1, Format.TD2}:
        rest, _, _ = layout.spans("O")[0].of(lines).partition(FILLER)
        return number + rest[:-1], rest[-1:]
    return number, digit


def _checks(layout: Layout, lines: Sequence[str], number: str, digit: str) -> Iterator[Check]:
    for letter, field, about in _CHECKS:
        if not (written := layout.text(letter, lines)):
            continue
        if about is Checked.NUMBER:
            covered, written = layout.number_check.of(lines) if layout.number_check else number, digit
        else:
            covered = layout.text(field, lines)
        yield Check(about, _holds(written, covered))
    if layout.composite:
        whole = "".join(span.of(lines) for span in layout.composite)
        yield Check(Checked.COMPOSITE, layout.text("*", lines) == check_digit(whole))


def _holds(written: str, covered: str) -> bool:
    """Say whether a check digit holds; where there is nothing to check, a filler may stand for it."""
    return written == check_digit(covered) or (written == FILLER and not covered.strip(FILLER))


def _value(char: str) -> int:
    return 0 if char == FILLER else int(char, 36)


def _plain(text: str) -> str:
    return " ".join(text.replace(FILLER, " ").split())


def _day(written: str, century: int) -> date | None:
    """Return the day YYMMDD of a century; None when it is not known in full, or cannot be."""
    if not written.isdecimal():
        return None
    try:
        return date(century + int(written[:2]), int(written[2:4]), int(written[4:]))
    except ValueError:
        return None
