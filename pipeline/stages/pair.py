"""Lay the images back on paper: recto with verso, blanks labelled.

Only neighbours are ever paired, as the rule of the service says. In simplex each page is its own sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.classifiers import blank, counts
from pipeline.domain.pli import RECTO, VERSO, Page, Role, Sections, Sheets, Side
from pipeline.domain.rules import Rules

_OPENERS = {Role.BORDEREAU, Role.FICHE}


def pair(sections: Sections, rules: Rules) -> Sheets:
    """Say which sides share a sheet and which are blank."""
    pages = sorted(sections.pages(), key=lambda page: page.n)
    blanks = _blanks(pages, rules)
    duplex = sections.receipt.companion.recto_verso
    if duplex is None:
        duplex = looks_duplex(pages, blanks)
    sheets = Sheets(sections, _sides(pages, duplex=duplex), blanks)
    return replace(sheets, blanks=blanks | counts.uncounted(sheets))


def looks_duplex(pages: Sequence[Page], blanks: frozenset[int]) -> bool:
    """Say whether pages look scanned on both sides: an even count, and every back that must be blank is.

    The back of a bordereau or of a fiche is never printed, so in duplex it is a blank page, and blank
    pages stand nowhere but on backs.
    """
    if len(pages) % 2 or not pages or not blanks:
        return False
    rectos, versos = pages[::2], pages[1::2]
    if any(page.n in blanks for page in rectos) or any(page.role in _OPENERS for page in versos):
        return False
    return all(back.n in blanks for front, back in zip(rectos, versos, strict=True) if front.role in _OPENERS)


def _sides(pages: Sequence[Page], *, duplex: bool) -> dict[int, Side]:
    if not duplex:
        return {page.n: Side(sheet, None) for sheet, page in enumerate(pages, start=1)}
    return {page.n: Side(index // 2 + 1, VERSO if index % 2 else RECTO) for index, page in enumerate(pages)}


def _blanks(pages: Sequence[Page], rules: Rules) -> frozenset[int]:
    """Label the blank pages, show-through of either neighbour discounted; a sheet with a role never is."""
    found = set()
    for index, page in enumerate(pages):
        if page.role is not None:
            continue
        beside = [pages[i].reading for i in (index - 1, index + 1) if 0 <= i < len(pages)]
        if any(blank.judge(page.reading, other, rules.thresholds) for other in (*beside, None)):
            found.add(page.n)
    return frozenset(found)
