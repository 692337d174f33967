"""Days, months and spells as French papers write them, read in spite of the slips of OCR and never guessed.

Texts are those of ``printed``: upper case, without accents. What is not surely a date is not returned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz.distance import OSA

from pipeline.domain.text import fold

FRENCH = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
MONTHS = tuple(fold(name) for name in FRENCH)
SHORT = {"JANV": 1, "FEVR": 2, "FEV": 2, "AVR": 4, "JUIL": 7, "SEPT": 9, "OCT": 10, "NOV": 11, "DEC": 12}
SHORTEST_MISREAD = 4
_TAKEN_FOR_DIGITS = str.maketrans("OLS|B", "01518")
_D = "[0-9OLSB|]"
_YEAR = rf"(?:19|20|2O)(?:{_D}{{2}})"
_NUMERIC = rf"{_D}{{1,2}}\s?[/.-]\s?{_D}{{1,2}}\s?[/.-]\s?{_YEAR}|[0-3]\d [01]\d {_YEAR}"
_WRITTEN = rf"(?:1ER|{_D}{{1,2}})\s[A-Z0-9]{{3,10}}\.?\s{_YEAR}"
_DAY = re.compile(rf"(?<![0-9A-Z/.,])(?:({_NUMERIC})|({_WRITTEN}))(?![0-9A-Z/]|,\d)")
_MONTH = re.compile(rf"(?<![0-9A-Z/])([A-Z0-9]{{3,10}})(?:\.|\s?/)?\s({_YEAR})(?![0-9A-Z/])")
_FIGURES = re.compile(rf"(?<![0-9A-Z/.,-])(0[1-9]|1[0-2])\s?[/.-]\s?({_YEAR})(?![0-9A-Z/,])")
_AFTER_DAY = re.compile(r"(?:\b1ER|\b(?=\S?\d)\S{1,2}|\b[OL]{2}|\b[A-Z]|\bLE(?:\s\S{1,2})?)\s$")
_SPELL = re.compile(
    rf"(\S{{1,2}})\s?[/.-]\s?({_D}{{2}})\s?[/.-]\s?({_YEAR}|{_D}{{2}})\s\S{{1,2}}\s"
    rf"(\S{{1,2}})\s?[/.-]\s?({_D}{{2}})\s?[/.-]\s?({_YEAR}|{_D}{{2}})(?![0-9A-Z/])"
)
_WRITTEN_SPELL = re.compile(
    rf"\b1(?:ER)?(?:\s([A-Z0-9]{{3,10}}))?(?:\s{_YEAR})?\sAU\s(\d\d)\s([A-Z0-9]{{3,10}})\s({_YEAR})\b"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and where it is written."""

    day: date
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month, as its first day, and where it is written. ``whole``: told as its first and its last day."""

    first: date
    start: int
    stop: int
    whole: bool = False


def days(text: str) -> Iterator[Day]:
    """Yield the days written in full, with four figures to the year."""
    for found in _DAY.finditer(text):
        told = found[1] or found[2]
        parts = re.split(r"\s?[/.-]\s?|\.?\s", told)
        month = _number(parts[1]) if found[1] else month_named(parts[1])
        day = _calendar(_number(parts[2]), month, _number(parts[0].removesuffix("ER")))
        if day is not None:
            yield Day(day, found.start(), found.end())


def months(text: str) -> Iterator[Month]:
    """Yield the months written by name, or in figures (« 03/2025 »), that are not part of a day."""
    for found in _MONTH.finditer(text):
        number = month_named(found[1])
        if number is not None and not _AFTER_DAY.search(text[max(0, found.start() - 6) : found.start()]):
            yield from _month(_number(found[2]), number, found.start(), found.end())
    for found in _FIGURES.finditer(text):
        yield from _month(_number(found[2]), int(found[1]), found.start(), found.end())


def spells(text: str) -> Iterator[Month]:
    """Yield the months told by two days, « du 01/03/2025 au 31/03/2025 », both of the same month.

    A day that was misread does not matter, as long as both say the same month and year.
    """
    for found in _SPELL.finditer(text):
        ends = [(_century(found[k + 2]), _number(found[k + 1])) for k in (1, 4)]
        if ends[0] != ends[1]:
            continue
        yield from _month(*ends[0], found.start(), found.end(), bounds=(found[1], found[4]))
    for found in _WRITTEN_SPELL.finditer(text):
        number = month_named(found[3])
        if number is not None and found[1] in {None, found[3]}:
            yield from _month(_number(found[4]), number, found.start(), found.end(), bounds=("01", found[2]))


def month_named(word: str) -> int | None:
    """Return the number of the month that ``word`` names, within a slip or two; None when it may name two, or none."""
    if word in SHORT:
        return SHORT[word]
    if sum(name.startswith(word) for name in MONTHS) > 1:  # cut short
        return None
    distances = [OSA.distance(word, name) for name in MONTHS]
    least = min(distances)
    number = distances.index(least)
    return number + 1 if distances.count(least) == 1 and least <= _slips(MONTHS[number]) else None


def is_month(word: str) -> bool:
    """Say whether ``word`` by itself, without a year, is the name of a month: a long one may have one slip."""
    return word in MONTHS or any(
        len(name) > SHORTEST_MISREAD and OSA.distance(word, name, score_cutoff=1) <= 1 for name in MONTHS
    )


def _slips(name: str) -> int:
    """Forgive one letter in four, at most two: « MAI » is read whole or not at all."""
    return min(2, len(name) // 4)


def last_day(first: date) -> date:
    """Return the last day of the month that begins on ``first``."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _month(
    year: int | None, number: int | None, start: int, stop: int, bounds: tuple[str, str] | None = None
) -> Iterator[Month]:
    first = _calendar(year, number, 1)
    if first is None:
        return
    known = (_number(bounds[0]), _number(bounds[1])) if bounds is not None else None
    yield Month(first, start, stop, whole=known == (1, last_day(first).day))


def _calendar(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:  # no such day: a slip of the OCR
        return None


def _number(told: str) -> int | None:
    digits = told.translate(_TAKEN_FOR_DIGITS)
    return int(digits) if digits.isdecimal() else None


def _century(told: str) -> int | None:
    """Return a year told by four figures, or by the last two of this century."""
    number = _number(told)
    return number if number is None or number >= 100 else 2000 + number
