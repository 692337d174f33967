"""Is a piece one paper? A name on one page speaks for all only where two papers cannot have been joined."""

from __future__ import annotations

import re

from pipeline.classifiers.boundary import articles, marker, shows_back
from pipeline.classifiers.card_zone import card_zone
from pipeline.domain.pli import Cut
from pipeline.domain.reading import Reading
from pipeline.domain.text import fold

_NUMBER = re.compile(r"(?<![\d,.])(\d{1,3}(?:[ .]\d{3})+|\d+)(?! [A-Z]{2})( ?€)?")
_AMOUNT = range(5, 7)  # digits: of fewer, a hundred papers say the same; of more, it is a number of something
_OF_THE_ISSUER = re.compile(
    r"(?:CAPITAL|RCS|SIREN|SIRET)\D*[\d .]+|\b0\d(?:[ .]?\d{2}){4}\b|\b08\d{2}(?: \d{3}){2}\b", re.IGNORECASE
)
"""Its capital, its registers, its telephones: the same on the papers of all its clients."""
_PAGE = re.compile(r"PAGE (\d{1,2})")


def holds_together(cut: Cut, *, is_nameless: bool) -> bool:
    """Say whether the last page of a piece is of the same paper as the others. ``is_nameless``: it names nobody."""
    if len(cut.pages) == 1 or _is_numbered(cut) or _is_card(cut) or _articles_go_on(cut):
        return True
    return is_nameless and (_bears_its_place(cut) or _amounts_recur(cut))


def _is_numbered(cut: Cut) -> bool:
    """Say whether the last two pages bear numbers that follow each other, or those read count its pages as they lie."""
    markers = [marker(page.reading) for page in cut.pages]
    before, last = markers[-2:]
    if before is not None and last is not None and (before.page + 1, before.pages) == (last.page, last.pages):
        return True
    read = [(place, one) for place, one in enumerate(markers, start=1) if one is not None]
    return bool(read) and all((place, len(markers)) == (one.page, one.pages) for place, one in read)


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


def _amounts_recur(cut: Cut) -> bool:
    """Say whether the last page takes up an amount of another."""
    *others, last = (_amounts(page.reading) for page in cut.pages)
    return any(last[amount] or one[amount] for one in others for amount in last.keys() & one.keys())


def _amounts(reading: Reading) -> dict[str, bool]:
    """Return what may be amounts on a page, without their spaces: no postcode, no number of the issuer.

    With each, whether it is written as amounts are: in thousands, or with the currency.
    """
    lines = (_OF_THE_ISSUER.sub(" ", " ".join(word.text for word in line)) for line in reading.lines())
    found: dict[str, bool] = {}
    for number, currency in (match for line in lines for match in _NUMBER.findall(line)):
        digits = re.sub(r"\D", "", number)
        if len(digits) in _AMOUNT:
            found[digits] = found.get(digits, False) or digits != number or bool(currency)
    return found
