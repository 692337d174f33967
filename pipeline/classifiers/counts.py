"""The sender's arithmetic: the pages and the dossiers announced, held against those counted.

A separator sheet that was not seen makes a dossier count more pages than it announced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.pli import VERSO, Cut, Page, Role, Section, Sections, Sheets

STRAY = 2  # pages of a paper that nobody counted
BARE = 5e-5  # share of a side under ink: 3 mm² of an A4, a full stop or two


class Arithmetic(StrEnum):
    """What the counts say of a dossier. ``MAY_AGREE``: they do if the sides of which nothing was read are blank."""

    AGREES = "juste"
    MAY_AGREE = "peut-être"
    SHORT = "moins"
    OVER = "plus"
    UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Count:
    """Pages counted in a dossier, its separator sheets included, without and with the blank sides.

    ``read``: those of which something was read. What shows through thin paper is sometimes kept for content.
    """

    printed: int
    sides: int
    read: int


def count(section: Section, blanks: frozenset[int]) -> Count:
    """Count the pages of a dossier."""
    printed = [page for page in section.pages if page.n not in blanks]
    return Count(len(printed), len(section.pages), sum(not _is_mute(page) for page in printed))


def _is_mute(page: Page) -> bool:
    """Say whether nothing at all was read of a side that could be looked at."""
    reading = page.reading
    is_silent = not (reading.words or reading.codes or reading.unread_codes or reading.fault)
    return page.role is None and is_silent


def arithmetic(sheets: Sheets) -> tuple[Arithmetic, ...]:
    """Hold the pages announced for each dossier against those counted; agreement with or without blanks is agreement.

    A missed fiche brings pages that can be read: it does not hide among sides of which nothing was. A number between
    the two is too many pages, unless another count of the sender shows that they leave blanks out.
    """
    without_blanks = _leaves_out_blanks(sheets)
    return tuple(_arithmetic(section, sheets.blanks, without_blanks=without_blanks) for section in sheets.cut.sections)


def _arithmetic(section: Section, blanks: frozenset[int], *, without_blanks: bool) -> Arithmetic:
    announced = _announced(section)
    if announced is None:
        return Arithmetic.UNKNOWN
    counted = count(section, blanks)
    if announced in {counted.printed, counted.sides}:
        return Arithmetic.AGREES
    if announced == counted.read:
        return Arithmetic.MAY_AGREE
    most = counted.printed if without_blanks else counted.sides
    return Arithmetic.OVER if most > announced else Arithmetic.SHORT


def uncounted(sheets: Sheets) -> frozenset[int]:
    """Return the bare backs that a dossier did not announce, where it announced as many pages as all the others.

    What shows through thin paper hides that a back is blank; its sender saw that it is.
    """
    found: set[int] = set()
    for section, said in zip(sheets.cut.sections, arithmetic(sheets), strict=True):
        mute = [page for page in section.pages if page.n not in sheets.blanks and _is_mute(page)]
        if said is Arithmetic.MAY_AGREE and all(_is_bare_back(page, sheets) for page in mute):
            found |= {page.n for page in mute}
    return frozenset(found)


def _is_bare_back(page: Page, sheets: Sheets) -> bool:
    look = page.reading.look
    return look is not None and look.ink <= BARE and sheets.sides[page.n].face == VERSO


def _leaves_out_blanks(sheets: Sheets) -> bool:
    """Say whether a count of the sender agrees without the blank sides only, and none with them only."""
    agree = [(said == printed, said == sides) for said, printed, sides in _told(sheets) if printed != sides]
    return (True, False) in agree and (False, True) not in agree


def _told(sheets: Sheets) -> Iterator[tuple[int | None, int, int]]:
    """Yield each number of pages that the sender told, with those counted without and with the blank sides."""
    cut, pages = sheets.cut, [page.n for page in sheets.cut.pages()]
    if cut.bordereau is not None:
        yield cut.bordereau.pages, sum(n not in sheets.blanks for n in pages), len(pages)
    for section in cut.sections:
        counted = count(section, sheets.blanks)
        yield _announced(section), counted.printed, counted.sides


def _announced(section: Section) -> int | None:
    return section.dossier.announced.pages if section.dossier is not None else None


def fiches_missing(sections: Sections) -> bool:
    """Say whether the bordereau announces more dossiers than the fiches seen, readable or not."""
    announced = sections.bordereau.dossiers if sections.bordereau is not None else None
    return announced is not None and fiches_seen(sections) < announced


def fiches_seen(sections: Sections) -> int:
    """Count the fiches seen, readable or not; one that comes twice counts once."""
    signed = {section.dossier.nonce for section in sections.sections if section.dossier and section.dossier.nonce}
    others = (section for section in sections.sections if not (section.dossier and section.dossier.nonce))
    return len(signed) + sum(page.role is Role.FICHE for section in others for page in section.pages)


def doubtful(sheets: Sheets) -> frozenset[int]:
    """Return the sections (by index) in which, by the counts, a fiche may have been missed, and those beside them."""
    sections = sheets.cut.sections
    if fiches_missing(sheets.cut):
        return frozenset(range(len(sections)))
    over = {index for index, said in enumerate(arithmetic(sheets)) if said is Arithmetic.OVER}
    return frozenset(i + step for i in over for step in (-1, 0, 1) if 0 <= i + step < len(sections))


def closed(sheets: Sheets) -> frozenset[int]:
    """Return the sections (by index) whose counts leave no room for another dossier: a stray paper at most is over."""
    return frozenset(
        index
        for index, (section, said) in enumerate(zip(sheets.cut.sections, arithmetic(sheets), strict=True))
        if said in {Arithmetic.AGREES, Arithmetic.MAY_AGREE} or _is_little_over(section, sheets.blanks)
    )


def _is_little_over(section: Section, blanks: frozenset[int]) -> bool:
    announced = _announced(section)
    return announced is not None and announced < count(section, blanks).printed <= announced + STRAY


def beyond(section: Section, cut: Cut, blanks: frozenset[int]) -> bool:
    """Say whether a piece ends after as many pages as its dossier announced, where so many follow that a fiche lacks.

    One stray paper makes no such number.
    """
    announced = _announced(section)
    if announced is None or count(section, blanks).read <= announced + STRAY:
        return False
    last = cut.pages[-1].n
    return sum(page.n <= last and page.n not in blanks for page in section.pages) > announced
