"""What is printed on a piece and tells it from others of its type: a month, a year of income, an end, a day of issue.

It names the piece where people see it and feeds the alerts; it never decides a type nor a verdict. What cannot be read
for sure, or is said in two ways that disagree, is not told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pipeline.classifiers import told_dates
from pipeline.classifiers.dates import FRENCH
from pipeline.classifiers.printed import Printed, printed
from pipeline.classifiers.told_dates import Said
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import Checked
from pipeline.domain.reading import Reading


class Kind(StrEnum):
    """What a sub-key tells."""

    MONTH = "mois"  # AAAA-MM
    INCOME_YEAR = "revenus"  # AAAA
    SCHOOL_YEAR = "annee"  # AAAA-AAAA
    END = "fin"  # AAAA-MM-JJ: the last day on which the paper is valid
    ISSUED = "emission"  # AAAA-MM-JJ


@dataclass(frozen=True, slots=True)
class Subkey:
    """What tells a piece from others of its type, written as its kind says.

    ``page``: which of the pages of the piece bears it, from 0; ``box`` lies on the upright page.
    """

    kind: Kind
    value: str
    page: int
    box: Box | None

    @property
    def french(self) -> str:
        """How it follows the name of a piece: « mars 2025 », « revenus de 2023 », « jusqu'au 12/03/2027 »."""
        match self.kind:
            case Kind.MONTH:
                year, month = self.value.split("-")
                return f"{FRENCH[int(month) - 1]} {year}"
            case Kind.INCOME_YEAR:
                return f"revenus de {self.value}"
            case Kind.SCHOOL_YEAR:
                return f"année {self.value}"
        day = f"{date.fromisoformat(self.value):%d/%m/%Y}"
        return f"jusqu'au {day}" if self.kind is Kind.END else f"du {day}"


_CARDS = ("IDE-CNA", "IDE-CNN", "IDE-PAS", "IDE-ETR", "SEJ-RES", "SEJ-PLU", "SEJ-TMP", "SEJ-CRA", "SEJ-UE", "HAN-CMI")
_KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.MONTH: ("RES-BUL", "RES-CAF", "RES-ARE", "LOG-QUI"),
    Kind.INCOME_YEAR: ("FIS-AVI", "FIS-ASD", "FIS-PAR"),
    Kind.SCHOOL_YEAR: ("PRO-ETU", "RES-BOU"),
    Kind.END: (*_CARDS, "IDE-FID", "SEJ-REC", "SEJ-PRO", "SEJ-ANF", "SEJ-APS", "LOG-DOM"),
    Kind.ISSUED: (
        *("PRO-ATE", "RES-ATE", "PRO-DEM", "PRO-IND", "FIS-BOR", "SAN-CER"),
        *("LOG-ABA", "LOG-HEB", "LOG-STR", "LOG-TSO"),
    ),
}
KINDS: Mapping[str, Kind] = MappingProxyType({code: kind for kind, codes in _KINDS.items() for code in codes})
"""By type of the plan; a type that is not here has no sub-key."""
LISTING = frozenset({"RES-CAF", "RES-ARE", "LOG-QUI"})
"""Types that may list several months in a row: they are known by the last."""
_SOURCES: Mapping[Kind, Callable[[Printed], Iterator[Said]]] = {
    Kind.MONTH: told_dates.month,
    Kind.INCOME_YEAR: told_dates.income_year,
    Kind.SCHOOL_YEAR: told_dates.school_year,
    Kind.END: told_dates.end,
    Kind.ISSUED: told_dates.issued,
}


def subkey(readings: Sequence[Reading], code: str) -> Subkey | None:
    """Return what tells a piece from others of type ``code``, or None. ``readings``: its pages, in order."""
    kind = KINDS.get(code)
    if kind is None:
        return None
    if kind is Kind.END and (zoned := _of_zone(readings)) is not None:
        return zoned
    told = [
        (said, Subkey(kind, said.value, page, said.box))
        for page, reading in enumerate(readings)
        for said in _SOURCES[kind](printed(reading.words))
    ]
    sure = [found for said, found in told if said.sure]
    return _agreed(sure or [found for _, found in told], listing=code in LISTING)


def _agreed(told: Sequence[Subkey], *, listing: bool) -> Subkey | None:
    """Return what all of ``told`` say, or the last of the months of a list without gap."""
    values = sorted({found.value for found in told})
    if not values or (len(values) > 1 and not (listing and _in_a_row(values))):
        return None
    return next(found for found in told if found.value == values[-1])


def _in_a_row(months: Sequence[str]) -> bool:
    ranks = [int(month[:4]) * 12 + int(month[5:]) for month in months]
    return ranks == list(range(ranks[0], ranks[0] + len(ranks)))


def _of_zone(readings: Sequence[Reading]) -> Subkey | None:
    """Return the end of validity that machine-readable zones say, its check digit holding."""
    told = [
        Subkey(Kind.END, ends.isoformat(), page, zone.box)
        for page, reading in enumerate(readings)
        for zone in reading.mrz
        if any(check.about is Checked.EXPIRY and check.passes for check in zone.mrz.checks)
        and (ends := zone.mrz.ends()) is not None
    ]
    return _agreed(told, listing=False)
