"""Which dates of a page say what the paper is about: its month, its year of income, its end, its day of issue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.classifiers.dates import Day, Month, days, is_month, months, spells
from pipeline.classifiers.printed import Printed
from pipeline.domain.geometry import Box

LABEL_WIDTH = 48  # characters: how far back a label may stand before its value
BELOW = 2  # lines in which the value of a label is looked for, under it
_OF_THE_MONTH = re.compile(
    r"\b(?:MOIS|PERIODE|PAIE|PAYE|SALAIRE|BULLETIN|TRAITEMENT|REMUNERATION|TERME|ECHEANCE|LOYER|QUITTANCE|AVIS|MISSION"
    r"|MENSUALITE|VERSEMENT|PAIEMENTS?|POUR)\b"
)
_OF_ANOTHER = re.compile(r"\b(?:PRECEDENT|PROCHAIN|ANTERIEUR|REGULARISATION|RAPPEL|ABSENCE|CONGES?\b|ARRET\b|MALADIE)")
_SINCE = re.compile(
    r"\b(?:DEPUIS|AVANT|JUSQU|COMPTER|PARTIR|NEE?\sEN|ANCIENNETE|ENTREE?|EMBAUCHE|CUMULS?|ANNEE)\b[^\n]{0,12}$"
)
_QUOTIENT = re.compile(r"\bQUOTIENT\b[^\n]*\sAU\s$")
_LOST = re.compile(
    r"^[^\n\d]{0,16}\b20\d\d\b|^(?=\d*[A-Z]\d*\s)[0-9A-Z]{4}\s|(?<![\w-])([A-Z][A-Z0-9]{2,9})\b", re.MULTILINE
)
_YEAR = r"((?:19|20)\d\d)(?![0-9A-Z/])"
_INCOME = re.compile(rf"\bREVENUS?(?:\sDE)?(?:\sL'ANNEE)?\s?:?\s{_YEAR}")
_TAX = re.compile(r"\b(?:IMPOT(?:\s20\d\d)?\sSUR\sLES?|ANNEE\sDES)\s$")
_NOTICE = re.compile(rf"\bAVIS\b[^\n]{{0,24}}?\b(?:ETABLI\sEN|IMPOT|IMPOSITION|DE)\s{_YEAR}")
_SCHOOL = re.compile(r"(?<![0-9A-Z/])(20\d\d)\s?[-/–]\s?(20\d\d)(?![0-9A-Z/])")
_ISSUED = re.compile(
    r"\b(?:FAIT\sA\s.*|(?:EDITE|DELIVRE|ETABLI|EMIS)E?S?\s)LE\s?:?\s?$|^[A-Z][A-Z' -]{2,40},\sLE\s$|^DATE\s?:\s?$"
)
_BIRTH = re.compile(r"\b(?:NEE?|NAISSANCE)\b")
_TO = re.compile(r"\s?(?:AU|—|–|-|→|->)\s?")
_OF_ANOTHER_TITLE = re.compile(r"\b(?:ANCIEN|PRECEDENT|QUI\b)[^\n]*$")
_FROM = re.compile(r"\bDU\s:?\s?$")
_END = re.compile(
    r"\b(?:EXPIR[A-Z]*|VALABLE|VALID(?:\sUNTIL|ITE)|GULTIG\sBIS|SCADENZA|CADUCIDAD|VALIDADE)\b[^\n0-9]{0,40}"
)


@dataclass(frozen=True, slots=True)
class Said:
    """Something that a page says of itself. ``sure``: a label or its own form says that it is about the paper."""

    value: str
    box: Box | None
    sure: bool


def month(page: Printed) -> Iterator[Said]:
    """Yield the months that a page may be about, as ``AAAA-MM``."""
    told = [*spells(page.text), *months(page.text), *_of_quotients(page)]
    whole = not _half_read(page, told)
    for found in told:
        head = page.before(found.start)
        if not _OF_ANOTHER.search(head) and not _SINCE.search(head):
            sure = found.whole or _OF_THE_MONTH.search(head[-LABEL_WIDTH:]) is not None
            if sure or (whole and _is_named(page, found)):
                yield Said(f"{found.first:%Y-%m}", page.box(found.start, found.stop), sure)


def _half_read(page: Printed, told: Sequence[Month]) -> bool:
    """Say whether a month or a year is named that no date accounts for: the one sought may be what was misread."""
    spans = [(one.start, one.stop) for one in told] + [(one.start, one.stop) for one in days(page.text)]
    return any(
        (found[1] is None or is_month(found[1])) and not any(start < found.end() <= stop for start, stop in spans)
        for found in _LOST.finditer(page.text)
    )


def _of_quotients(page: Printed) -> Iterator[Month]:
    """Yield the months of « quotient familial au 1er mars 2025 »."""
    for found in days(page.text):
        if found.day.day == 1 and _QUOTIENT.search(page.line_before(found.start)):
            yield Month(found.day, found.start, found.stop, whole=True)


def _is_named(page: Printed, found: Month) -> bool:
    """Say whether a month is told by its name: figures without a label may be anything."""
    return page.text[found.start : found.start + 3].isalpha()


def income_year(page: Printed) -> Iterator[Said]:
    """Yield the years of income that a page may be about: a notice is drawn up the year after."""
    for found in _INCOME.finditer(page.text):
        sure = _TAX.search(page.text[: found.start()]) is not None
        yield Said(found[1], page.box(*found.span()), sure)
    for found in _NOTICE.finditer(page.text):
        yield Said(str(int(found[1]) - 1), page.box(*found.span()), sure=True)


def school_year(page: Printed) -> Iterator[Said]:
    """Yield the school years of a page, as ``AAAA-AAAA``."""
    for found in _SCHOOL.finditer(page.text):
        if int(found[2]) == int(found[1]) + 1:
            yield Said(f"{found[1]}-{found[2]}", page.box(*found.span()), sure=True)


def issued(page: Printed) -> Iterator[Said]:
    """Yield the days on which a page says that it was drawn up."""
    for found in days(page.text):
        head = page.line_before(found.start)
        if _ISSUED.search(head) and not _BIRTH.search(head):
            yield Said(found.day.isoformat(), page.box(found.start, found.stop), sure=True)


def end(page: Printed) -> Iterator[Said]:
    """Yield the last days of validity that a page prints, after their label or under it."""
    every = list(days(page.text))
    for label in _END.finditer(page.text):
        if _OF_ANOTHER_TITLE.search(page.before(label.start())):
            continue
        told = _beside(page, label.start(), every) or _under(page, label, every)
        if told is not None:
            yield Said(told.day.isoformat(), page.box(told.start, told.stop), sure=True)


def _beside(page: Printed, start: int, every: Sequence[Day]) -> Day | None:
    """Return the day that follows a label on its line: of « du … au … » the last, of « du … » alone none."""
    stop = page.text.find("\n", start)
    found = [day for day in every if start < day.start < stop]
    if found and _FROM.search(page.text[start : found[0].start]):
        return _last(page, found)
    return found[0] if found else None


def _under(page: Printed, label: re.Match[str], every: Sequence[Day]) -> Day | None:
    """Return the only day below a label, as on a card; of two that make a spell the last."""
    own = page.box(*label.span())
    near = [
        day for day in every if day.start > label.start() and page.text.count("\n", label.start(), day.start) <= BELOW
    ]
    under = [day for day in near if own is not None and _overlap(own, page.box(day.start, day.stop))]
    return _last(page, near) or (under[0] if len(under) == 1 else None)


def _last(page: Printed, found: Sequence[Day]) -> Day | None:
    """Return the second of two days that a spell goes between."""
    joined = len(found) > 1 and _TO.fullmatch(page.text[found[0].stop : found[1].start]) is not None
    return found[1] if joined else None


def _overlap(one: Box, other: Box | None) -> bool:
    return other is not None and one.x0 < other.x1 and other.x0 < one.x1
