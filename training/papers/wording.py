"""Words of official papers: paragraphs in a row, numbers and days spelled out as registrars write them."""

from __future__ import annotations

from datetime import date

from training.desk import MONTHS
from training.papers.content import Text

_SMALL = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"),
    *("treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")


def texts(*words: str) -> tuple[Text, ...]:
    """Return a paragraph for each of ``words``."""
    return tuple(Text(each) for each in words)


def spelled(number: int) -> str:
    """« soixante et onze », for a number below 2 100."""
    if number >= 1000:
        head = "mille" if number < 2000 else "deux mille"
        return f"{head} {spelled(number % 1000)}".removesuffix(" zéro")
    if number >= 100:
        head = "cent" if number < 200 else f"{_SMALL[number // 100]} cent"
        return f"{head} {spelled(number % 100)}".removesuffix(" zéro")
    if number < 20:
        return _SMALL[number]
    tens = number // 10
    unit = number % 10 + (10 if tens in {7, 9} else 0)
    if unit == 0:
        return _TENS[tens] + ("s" if tens == 8 else "")
    link = " et " if unit in {1, 11} and tens < 8 else "-"
    return f"{_TENS[tens]}{link}{_SMALL[unit]}"


def spelled_day(day: date) -> str:
    """« trois mai deux mille quatre »."""
    return f"{'premier' if day.day == 1 else spelled(day.day)} {MONTHS[day.month - 1]} {spelled(day.year)}"
