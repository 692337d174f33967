"""Do the pieces lie in the right dossier? What the names on them say, among those of the whole pli.

A separator sheet that was not seen makes the pages after it fall into the dossier before. Where the
counts leave that possible (``counts``), a piece is accepted only if it names its applicant.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.classifiers import cohesion, counts, identity
from pipeline.classifiers.household import Household, People, bears, household, is_among, lives_with
from pipeline.classifiers.identity import Agreement
from pipeline.domain.facts import Person
from pipeline.domain.pli import Cut, Section, Sheets
from pipeline.domain.text import fold

NOT_TIED = frozenset({Agreement.CANNOT_TELL, Agreement.STRANGER})
"""By its names, neither to the household nor to another dossier: a misread name seems a stranger's."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the pages of a pli say of people, by page number, and the household of each section, None when unknown."""

    seen: Mapping[int, People]
    homes: tuple[Household | None, ...]

    @classmethod
    def of(cls, sheets: Sheets, cuts: Sequence[Cut]) -> Neighbours:
        seen = {page.n: People.of(page.reading) for cut in cuts for page in cut.pages}
        closed, surnames = counts.closed(sheets), Counter(map(_surname, sheets.cut.sections))
        mixed = counts.doubtful(sheets) - counts.agreeing(sheets)
        homes = (
            _household(
                section,
                [[seen[page.n] for page in cut.pages] for cut in cuts if cut.section == index],
                mixed=index in mixed,
                counted=index in closed and surnames[_surname(section)] == 1,
            )
            for index, section in enumerate(sheets.cut.sections)
        )
        return cls(seen, tuple(homes))


def agreements(neighbours: Neighbours, cuts: Sequence[Cut]) -> list[Agreement]:
    """Compare the names on each piece with the household of its dossier and with those of the other dossiers.

    A piece of which no name was read right is the household's by a social-security number that one of theirs bears.
    """
    said = [_agreement(cut, neighbours) for cut in cuts]
    theirs: dict[int, set[str]] = defaultdict(set)
    for cut, agreement in zip(cuts, said, strict=True):
        if agreement.is_theirs:
            theirs[cut.section] |= _own_nirs(cut, neighbours)
    return [
        Agreement.KIN if agreement in NOT_TIED and _bears_one_of(cut, theirs[cut.section], neighbours) else agreement
        for cut, agreement in zip(cuts, said, strict=True)
    ]


def _bears_one_of(cut: Cut, numbers: set[str], neighbours: Neighbours) -> bool:
    return (
        bool(numbers)
        and cohesion.holds_together(cut, is_nameless=False)
        and not numbers.isdisjoint(_nirs(cut, neighbours))
    )


def _own_nirs(cut: Cut, neighbours: Neighbours) -> set[str]:
    """Return the numbers on a piece that names nobody but the household: an employer's names their employee too."""
    home = neighbours.homes[cut.section]
    pages = [neighbours.seen[page.n] for page in cut.pages]
    if home is None or not all(home.knows(one) for page in pages for one in page.people):
        return set()
    return _nirs(cut, neighbours)


def _nirs(cut: Cut, neighbours: Neighbours) -> set[str]:
    return set[str]().union(*(neighbours.seen[page.n].nirs() for page in cut.pages))


def slipped(neighbours: Neighbours, cuts: Sequence[Cut], agreed: Sequence[Agreement]) -> dict[int, int]:
    """Return the cuts (by index) that a separator laid one paper too early or too late would explain.

    Each with the step to the section whose household it names: 1 when it lies last before it, -1 when first after it.
    """
    found = {}
    for index, (cut, agreement) in enumerate(zip(cuts, agreed, strict=True)):
        if agreement is not Agreement.DISAGREES:
            continue
        for step in (1, -1):
            is_border = not 0 <= index + step < len(cuts) or cuts[index + step].section != cut.section
            if is_border and _is_of(cut, cut.section + step, neighbours):
                found[index] = step
    return found


def _is_of(cut: Cut, section: int, neighbours: Neighbours) -> bool:
    """Say whether a piece names the applicant of a section, or their household."""
    home = neighbours.homes[section] if 0 <= section < len(neighbours.homes) else None
    return home is not None and any(said.is_theirs for said in _by_page(cut, home, (), neighbours))


def _household(section: Section, papers: Sequence[Sequence[People]], *, mixed: bool, counted: bool) -> Household | None:
    person = _person(section)
    return household(person, papers, mixed=mixed, counted=counted) if person is not None else None


def _surname(section: Section) -> str | None:
    person = _person(section)
    return fold(person.nom) if person is not None else None


def _person(section: Section) -> Person | None:
    return section.dossier.person if section.dossier is not None else None


def _agreement(cut: Cut, neighbours: Neighbours) -> Agreement:
    others = [home for index, home in enumerate(neighbours.homes) if index != cut.section and home is not None]
    own = neighbours.homes[cut.section]
    by_page = _by_page(cut, own, others, neighbours)
    for gravest in (Agreement.DISAGREES, Agreement.AGREES, Agreement.KIN, Agreement.STRANGER):
        if gravest in by_page:
            return gravest if not gravest.is_theirs or _speaks_for_all(cut, by_page[-1]) else Agreement.CANNOT_TELL
    return Agreement.CANNOT_TELL


def _speaks_for_all(cut: Cut, last: Agreement) -> bool:
    """Say whether a name on one page is that of the whole piece, of which the last page says ``last``."""
    return last.is_theirs or cohesion.holds_together(cut, is_nameless=last is Agreement.CANNOT_TELL)


def _by_page(cut: Cut, home: Household | None, others: Sequence[Household], neighbours: Neighbours) -> list[Agreement]:
    """Judge each page of a piece; an address speaks for a piece that names nobody: a card's may be a host's."""
    pages = [neighbours.seen[page.n] for page in cut.pages]
    judged = [_of_page(page, home, others) for page in pages]
    if home is None or any(page.people for page in pages):
        return judged
    return [
        Agreement.KIN if said is Agreement.CANNOT_TELL and home.houses(page) else said
        for said, page in zip(judged, pages, strict=True)
    ]


def _of_page(page: People, home: Household | None, others: Sequence[Household]) -> Agreement:
    """Judge one page: the applicants by name, then the people whom it names by what ties them to one of them."""
    said = identity.compare(home.applicant if home else None, [other.applicant for other in others], page.names)
    if home is None or said is Agreement.DISAGREES:
        return said
    if home.may_be_of_namesake(page) and (said is Agreement.AGREES or any(map(home.is_applicant, page.people))):
        return Agreement.STRANGER
    if said is Agreement.AGREES:
        return said
    if home.is_met_on(page):
        return Agreement.KIN
    if any(other.is_met_on(page) for other in others):
        return Agreement.DISAGREES
    return Agreement.STRANGER if page.people else Agreement.CANNOT_TELL


def unmet(neighbours: Neighbours, cuts: Sequence[Cut]) -> frozenset[int]:
    """Return the cuts (by index) of a dossier whose applicant nobody told that name nobody whom other papers name.

    Papers of one household name each other's people, or bear their address; one that strays in comes alone. A single
    paper that names somebody is let be.
    """
    found: set[int] = set()
    for section in {cut.section for cut in cuts if neighbours.homes[cut.section] is None}:
        pages = {
            index: [neighbours.seen[page.n] for page in cut.pages]
            for index, cut in enumerate(cuts)
            if cut.section == section
        }
        if sum(any(page.people for page in paper) for paper in pages.values()) > 1:
            found |= {index for index in pages if not _is_met_again(index, pages)}
    return frozenset(found)


def _is_met_again(index: int, papers: Mapping[int, Sequence[People]]) -> bool:
    """Say whether another paper names somebody of a piece, or a relation: one of their names, at their address.

    A piece that names nobody may bear the address of somebody named on another.
    """
    others = [one for other, pages in papers.items() if other != index for page in pages for one in page.people]
    named = [one for page in papers[index] for one in page.people]
    if not named:
        return any(bears(page, [one.address for one in others if one.address is not None]) for page in papers[index])
    return any(
        is_among(one.names, (other.names for other in others)) or any(lives_with(one, other) for other in others)
        for one in named
    )


def anchored(cuts: Sequence[Cut], agreed: Sequence[Agreement]) -> frozenset[int]:
    """Return the cuts (by index) that lie at or before the last piece naming the applicant of their section.

    What a missed opener brings in lies after it until the next opener, so it cannot stand before a piece
    that names the applicant.
    """
    last: dict[int, int] = {}
    for index, (cut, agreement) in enumerate(zip(cuts, agreed, strict=True)):
        if agreement.is_theirs:
            last[cut.section] = index
    return frozenset(index for index, cut in enumerate(cuts) if index <= last.get(cut.section, -1))
