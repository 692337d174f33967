"""Dates, counts and page numbers as a French reader expects them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_BEFORE = re.compile(r" (?=[:;?!»])")
_AFTER = re.compile(r"(?<=«) ")


def day(moment: date) -> str:
    """Write ``3 juin 2026``; the first of a month is ``1er``."""
    number = "1er" if moment.day == 1 else str(moment.day)
    return f"{number} {_MONTHS[moment.month - 1]} {moment.year}"


def instant(moment: datetime) -> str:
    """Write ``3 juin 2026 à 18 h 30``, in Paris."""
    local = moment.astimezone(PARIS)
    return f"{day(local)} à {local.hour} h {local.minute:02d}"


def count(number: int, noun: str) -> str:
    """Write ``0 page``, ``1 page``, ``2 pages``; every word of ``noun`` takes the mark of the plural."""
    if number > 1:
        noun = " ".join(f"{word}s" for word in noun.split())
    return f"{number} {noun}"


def page_numbers(pages: Iterable[int]) -> str:
    """Write ``3``, ``3 et 4``, ``3 à 6, 9``; in reading order, which is not always rising."""
    runs = _runs(list(pages))
    if [len(run) for run in runs] in ([1, 1], [2]):
        return " et ".join(str(page) for run in runs for page in run)
    return ", ".join(f"{run[0]} à {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _runs(pages: list[int]) -> list[list[int]]:
    runs = [pages[:1]] if pages else []
    for before, page in pairwise(pages):
        if page == before + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return runs


def typeset(text: str) -> str:
    """Make the spaces of French punctuation unbreakable."""
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", text))


def one_line(text: str) -> str:
    """Return ``text`` on one line, without controls, direction marks or anything else that does not print."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
