"""Do the pieces lie in the right dossier? The sender's arithmetic, then the names on the pieces.

A separator sheet that was not seen makes the pages after it fall into the dossier before. Where the
counts leave that possible, a piece is accepted only if it names its applicant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipeline.classifiers import identity
from pipeline.classifiers.boundary import marker
from pipeline.classifiers.identity import Agreement
from pipeline.domain.facts import Person
from pipeline.domain.pli import Cut, Role, Section, Sections, Sheets


class Arithmetic(StrEnum):
    """What the counts say of a dossier."""

    AGREES = "juste"
    SHORT = "moins"
    OVER = "plus"
    UNKNOWN = "inconnu"


@dataclass(frozen=True, slots=True)
class Count:
    """Pages counted in a dossier, its separator sheets included, without and with the blank sides."""

    printed: int
    sides: int


def count(section: Section, blanks: frozenset[int]) -> Count:
    """Count the pages of a dossier."""
    return Count(sum(page.n not in blanks for page in section.pages), len(section.pages))


def arithmetic(section: Section, blanks: frozenset[int]) -> Arithmetic:
    """Hold the pages announced for a dossier against those counted; agreement with or without blanks is agreement."""
    announced = section.dossier.announced.pages if section.dossier is not None else None
    if announced is None:
        return Arithmetic.UNKNOWN
    counted = count(section, blanks)
    if announced in {counted.printed, counted.sides}:
        return Arithmetic.AGREES
    return Arithmetic.OVER if counted.sides > announced else Arithmetic.SHORT


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
    over = {i for i, section in enumerate(sections) if arithmetic(section, sheets.blanks) is Arithmetic.OVER}
    return frozenset(i + step for i in over for step in (-1, 0, 1) if 0 <= i + step < len(sections))


def agreements(sheets: Sheets, cuts: Sequence[Cut]) -> list[Agreement]:
    """Compare the names on each piece with the applicant of its dossier and with those of the other dossiers."""
    persons = [section.dossier.person if section.dossier is not None else None for section in sheets.cut.sections]
    return [_agreement(cut, persons) for cut in cuts]


def _agreement(cut: Cut, persons: Sequence[Person | None]) -> Agreement:
    others = [person for index, person in enumerate(persons) if index != cut.section and person is not None]
    by_page = [identity.compare(persons[cut.section], others, [page.reading]) for page in cut.pages]
    if Agreement.DISAGREES in by_page:
        return Agreement.DISAGREES
    if Agreement.AGREES not in by_page:
        return Agreement.CANNOT_TELL
    return Agreement.AGREES if _holds_together(cut, by_page) else Agreement.CANNOT_TELL


def _holds_together(cut: Cut, by_page: Sequence[Agreement]) -> bool:
    """Say whether a name on one page speaks for all: two papers of two persons may have been joined into one piece."""
    last = marker(cut.pages[-1].reading)
    return by_page[-1] is Agreement.AGREES or (last is not None and last.page > 1)


def anchored(cuts: Sequence[Cut], agreed: Sequence[Agreement]) -> frozenset[int]:
    """Return the cuts (by index) that lie at or before the last piece naming the applicant of their section.

    What a missed opener brings in lies after it until the next opener, so it cannot stand before a piece
    that names the applicant.
    """
    last: dict[int, int] = {}
    for index, (cut, agreement) in enumerate(zip(cuts, agreed, strict=True)):
        if agreement is Agreement.AGREES:
            last[cut.section] = index
    return frozenset(index for index, cut in enumerate(cuts) if index <= last.get(cut.section, -1))
