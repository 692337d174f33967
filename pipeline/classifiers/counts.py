"""The sender's arithmetic: the pages and the dossiers announced, held against those counted.

A separator sheet that was not seen makes a dossier count more pages than it announced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.classifiers.blank import SLACK
from pipeline.classifiers.show_through import face, shadow
from pipeline.domain.pli import VERSO, Cut, Page, Role, Section, Sections, Sheets
from pipeline.domain.reading import Look

STRAY = 2  # pages of a paper that nobody counted
BARE = 5e-5  # share of a side under ink: 3 mm² of an A4, a full stop or two
TRACES = 1e-3  # share of a side under traces too faint for ink, where nothing more is said of them
ALIKE, CRISP = 0.8, 3.0  # pale print over a shadow makes it .65 alike, and crisper than paper lets through
WITNESSES = 2


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
        if said is Arithmetic.MAY_AGREE and all(_is_bare_back(page, section, sheets) for page in mute):
            found |= {page.n for page in mute}
    return frozenset(found)


def _is_bare_back(page: Page, section: Section, sheets: Sheets) -> bool:
    """Say whether a back bears nothing of its own: next to no trace, or nothing but the shadow of its front."""
    look, side = page.reading.look, sheets.sides[page.n]
    if look is None or look.ink > BARE or look.coloured or look.text_lines or look.crisp > CRISP or side.face != VERSO:
        return False
    fronts = (other for other in section.pages if other is not page and sheets.sides[other.n].sheet == side.sheet)
    return look.faint <= TRACES or any(_is_shadow(look, front.reading.look) for front in fronts)


def _is_shadow(look: Look, front: Look | None) -> bool:
    own, other = face(look), face(front) if front is not None else None
    seen = shadow(own, other, SLACK) if own is not None and other is not None else None
    return seen is not None and seen.likeness >= ALIKE


def _leaves_out_blanks(sheets: Sheets) -> bool:
    """Say whether counts of the sender, that of the whole or two others, agree without the blanks, none with them."""
    whole, others = _agreement(*of_whole(sheets)), [_agreement(*told) for told in _of_dossiers(sheets)]
    is_shown = whole is False or others.count(False) >= WITNESSES
    return is_shown and True not in {whole, *others}


def _agreement(said: int | None, printed: int, sides: int) -> bool | None:
    """Say whether a number told agrees with the blank sides only (True) or without them only (False)."""
    return said == sides if printed != sides and said in {printed, sides} else None


def of_whole(sheets: Sheets) -> tuple[int | None, int, int]:
    """Return the pages that the bordereau tells, and those counted without and with the blank sides."""
    bordereau, pages = sheets.cut.bordereau, [page.n for page in sheets.cut.pages()]
    return bordereau.pages if bordereau is not None else None, sum(n not in sheets.blanks for n in pages), len(pages)


def _of_dossiers(sheets: Sheets) -> Iterator[tuple[int | None, int, int]]:
    """Yield the same of each dossier."""
    for section in sheets.cut.sections:
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


def agreeing(sheets: Sheets) -> frozenset[int]:
    """Return the sections (by index) that hold as many pages as announced; none where fiches are missing."""
    if fiches_missing(sheets.cut):
        return frozenset()
    agree = {Arithmetic.AGREES, Arithmetic.MAY_AGREE}
    return frozenset(index for index, said in enumerate(arithmetic(sheets)) if said in agree)


def closed(sheets: Sheets) -> frozenset[int]:
    """Return these, and the sections with one page too many: two papers in them cannot both be somebody else's."""
    if fiches_missing(sheets.cut):
        return frozenset()
    one_over = {
        index
        for index, section in enumerate(sheets.cut.sections)
        if (announced := _announced(section)) is not None and count(section, sheets.blanks).printed == announced + 1
    }
    return agreeing(sheets) | one_over


def beyond(section: Section, cut: Cut, blanks: frozenset[int]) -> bool:
    """Say whether a piece ends after as many pages as its dossier announced, where so many follow that a fiche lacks.

    One stray paper makes no such number.
    """
    announced = _announced(section)
    if announced is None or count(section, blanks).read <= announced + STRAY:
        return False
    last = cut.pages[-1].n
    return sum(page.n <= last and page.n not in blanks for page in section.pages) > announced
