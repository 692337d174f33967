"""Is a piece one paper? A name on one page speaks for all only where two papers cannot have been joined."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.classifiers.boundary import articles, marker, shows_back
from pipeline.classifiers.card_zone import card_zone
from pipeline.domain.pli import Cut
from pipeline.domain.reading import Reading
from pipeline.domain.text import fold

ENOUGH = 2
"""Numbers that two pages share, where none is an amount: one may be a form's, or a postcode."""
LONG = 5  # digits of an amount that two papers hardly share
_NUMBER = re.compile(r"(?<![\d,.])(\d{1,3}(?:[ .]\d{3}){1,2}|\d{4,7})(?! ?\d| [A-Z]{2})( ?€)?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PHONE = re.compile(r"\b0\d(?:[ .]?\d{2}){4}\b|\b08\d{2}(?: \d{3}){2}\b")
_PAGE = re.compile(r"PAGE (\d{1,2})")


def holds_together(cut: Cut) -> bool:
    """Say whether the last page of a piece is of the same paper as those before it."""
    if len(cut.pages) == 1:
        return True
    return _is_numbered(cut) or _is_card(cut) or _articles_go_on(cut) or _numbers_recur(cut)


def _is_numbered(cut: Cut) -> bool:
    """Say whether the last two pages bear numbers that follow each other, or those read count its pages as they lie."""
    markers = [marker(page.reading) for page in cut.pages]
    before, last = markers[-2:]
    if before is not None and last is not None and (before.page + 1, before.pages) == (last.page, last.pages):
        return True
    read = [(place, one) for place, one in enumerate(markers, start=1) if one is not None]
    if read:
        return all((place, len(markers)) == (one.page, one.pages) for place, one in read)
    return _bears_its_place(cut)


def _bears_its_place(cut: Cut) -> bool:
    """Say whether the last page prints « Page n », and is the nth."""
    lines = (fold(" ".join(word.text for word in line)) for line in cut.pages[-1].reading.lines())
    return any(int(found[1]) == len(cut.pages) for text in lines if (found := _PAGE.fullmatch(text)))


def _is_card(cut: Cut) -> bool:
    """Say whether two pages are the front of a card, with its zone, and a back that bears an address."""
    front, *backs = (page.reading for page in cut.pages)
    return len(backs) == 1 and card_zone(front) is not None and shows_back(backs[0])


def _articles_go_on(cut: Cut) -> bool:
    """Say whether the last page goes on with the article of a contract at which the page before stopped."""
    before, last = (articles(page.reading) for page in cut.pages[-2:])
    return bool(before) and bool(last) and last[0] == before[-1] + 1


def _numbers_recur(cut: Cut) -> bool:
    """Say whether the last page takes up an amount of another, or two of its numbers."""
    *others, last = (_numbers(page.reading) for page in cut.pages)
    return any(_takes_up(last, one) for one in others)


def _takes_up(one: Mapping[str, bool], other: Mapping[str, bool]) -> bool:
    shared = one.keys() & other.keys()
    return len(shared) >= ENOUGH or any(len(number) >= LONG and (one[number] or other[number]) for number in shared)


def _numbers(reading: Reading) -> dict[str, bool]:
    """Return the numbers of four to nine digits on a page, without their spaces: no year, telephone nor postcode.

    With each, whether it is written as amounts are: in thousands, or with the currency.
    """
    lines = (_PHONE.sub(" ", " ".join(word.text for word in line)) for line in reading.lines())
    found: dict[str, bool] = {}
    for number, currency in (match for line in lines for match in _NUMBER.findall(line)):
        digits = re.sub(r"\D", "", number)
        if not _YEAR.fullmatch(digits):
            found[digits] = found.get(digits, False) or digits != number or bool(currency)
    return found
