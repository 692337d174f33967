"""Who lives behind a numéro unique, as far as the papers of the dossier say so themselves.

The fiche names the applicant alone. Papers that name the applicant bring in those whom they bind to them (a spouse, a
child, a fellow tenant) and where they live. Whoever lives there by two papers, or by one and the surname, comes in too,
unless somebody puts the applicant up; and where the counts agree, whoever bears the surname on two papers, or sends
their card and another paper, with their home: a paper that strays in comes alone. So a spouse's payslip is known for
what it is, and a stranger's is not. A landlord, an employer or a judge named beside the applicant is nobody's kin: the
next tenant's receipt names them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations, pairwise

from rapidfuzz import fuzz

from pipeline.classifiers import identity, persons
from pipeline.classifiers.identity import Names
from pipeline.classifiers.persons import Named
from pipeline.domain.facts import Person
from pipeline.domain.nir import nirs
from pipeline.domain.reading import Reading
from pipeline.domain.text import PARTICLES, fold

SAME_STREET = 85.0  # of 100: a slip or two of the OCR in its name
BOTH = 2  # a surname and a given name
PUT_UP = re.compile(r"HEBERGE(?!MENT).*")
"""Said of who is put up by somebody, not of a centre « d'hébergement »."""
IBAN = re.compile(r"IBAN|\bFR ?\d{2}\b")
NAMED_AFTER = re.compile(
    r"\d{5}|ECOLE|COLLEGE|LYCEE|UNIVERSITE|CENTRE|CLINIQUE|HOPITAL|RESIDENCE|FOYER|FONDATION|INSTITUT|GARAGE|CABINET|CITE"
)


@dataclass(frozen=True, slots=True)
class People:
    """What a page says of people: its words, and those whom it names."""

    names: Names
    people: tuple[Named, ...]
    reading: Reading

    @classmethod
    def of(cls, reading: Reading) -> People:
        return cls(Names.on(reading), persons.named(reading), reading)

    def pairs(self) -> Iterator[frozenset[str]]:
        """Yield every two words that stand side by side, particles left out: what may be a name, where no label tells.

        Not what a school or a town is named after, nor the end of one name and the beginning of the next.
        """
        for line in self.names.lines:
            end = next((at for at, (word, _) in enumerate(line) if NAMED_AFTER.fullmatch(word)), len(line))
            words = [(word, one) for word, one in line[:end] if word not in PARTICLES]
            yield from (
                frozenset((word, after))
                for (word, one), (after, _) in pairwise(words)
                if one.text[-1:] not in ",;" and not word.isdecimal()
            )

    def nirs(self) -> set[str]:
        """Return the social-security numbers on it; an IBAN may hold one by chance."""
        lines = (" ".join(word.text for word in line) for line in self.reading.lines())
        return nirs("\n".join(line for line in lines if not IBAN.search(line)))

    @property
    def addresses(self) -> frozenset[str]:
        """Every address on it, whosever it is: seldom asked for, so looked for then."""
        return persons.addresses(self.reading)


@dataclass(frozen=True, slots=True)
class Household:
    """The applicant and those who are known to be theirs.

    ``kin``: the names of each person bound to the applicant. ``addresses``: where they live, none where another's may
    be the same. ``fellows``: the names of those who live there with them (see ``_fellows``). ``alone``: whoever lives
    there is of the household. ``proven``: where papers that tell the applicant's birth too say that they live; None
    while nobody else of the same names seems to be about.
    """

    applicant: Person
    kin: tuple[frozenset[str], ...]
    addresses: frozenset[str]
    fellows: tuple[frozenset[str], ...]
    alone: bool
    proven: frozenset[str] | None

    def knows(self, someone: Named) -> bool:
        """Say whether somebody named on a page is the applicant, their kin, or lives with them."""
        known = (*self.kin, *(self.fellows if _lives_at(self.addresses, someone) else ()))
        return self.is_applicant(someone) or any(
            _bears_names(someone, names, _surname(self.applicant)) for names in known
        )

    def is_met_on(self, page: People) -> bool:
        """Say whether a page names one of them: somebody known, or the names of kin side by side on a line."""
        if any(map(self.knows, page.people)):
            return True
        may_be = any(sum(map(page.names.holds, names)) >= BOTH for names in self.kin)
        return may_be and any(map(self._is_kin, page.pairs()))

    def _is_kin(self, pair: frozenset[str]) -> bool:
        """Say whether two words are the names of one of their kin: the whole surname and another, or all."""
        surname = _surname(self.applicant) - PARTICLES
        is_telling = bool(surname) and surname < pair
        return any(pair == names or (is_telling and pair <= names) for names in self.kin)

    def houses(self, page: People) -> bool:
        """Say whether a page that names nobody bears their address, as theirs alone do."""
        return self.alone and not page.people and bears(page, self.addresses)

    def is_applicant(self, someone: Named) -> bool:
        """Say whether somebody bears the applicant's names."""
        return _is(someone, self.applicant)

    def may_be_of_namesake(self, page: People) -> bool:
        """Say whether a page that names the applicant may be about another of their names: nothing else is shown."""
        told = _births(self.applicant, page)
        if told and self.applicant.naissance is not None:
            return self.applicant.naissance not in told
        return self.proven is not None and not bears(page, self.proven)


def household(
    applicant: Person, papers: Sequence[Sequence[People]], *, mixed: bool = False, counted: bool = False
) -> Household:
    """Gather a household from the papers of its dossier: those that name the applicant, then whoever lives there.

    ``papers``: their pages. ``mixed``: another dossier may lie among them; that of a former spouse gives the same
    address. ``counted``: two of them cannot both be somebody else's by the counts, and nobody else of the pli bears the
    applicant's surname.
    """
    pages = [page for paper in papers for page in paper]
    surname = _surname(applicant)
    borne = frozenset(name for name in surname - PARTICLES if len(name) > 1)
    named, others = _parted(applicant, pages)
    proven = _proven(applicant, named)
    kin: list[frozenset[str]] = []
    addresses: set[str] = set()
    for page in named:
        kin += [one.names for one in page.people if one.bound or one.names & surname]
        kin += _named_together(applicant, page.people)
        addresses |= _homes(_names(applicant), surname, page)
    is_put_up = any(page.names.has(PUT_UP) for page in pages)  # a host lives there, and is not of the household
    if mixed:
        addresses.clear()
    fellows = tuple(_fellows(addresses, borne, papers, others))
    if not is_put_up:
        kin += fellows
    family = list(_met_twice(borne, papers)) if counted and borne else []
    if counted and not is_put_up:
        family += _with_card(papers)
    if not mixed:
        addresses |= {home for page in others for names in family for home in _homes(names, surname, page)}
    kin += family
    return Household(applicant, tuple(kin), frozenset(addresses), fellows, not is_put_up, proven)


def _parted(applicant: Person, pages: Sequence[People]) -> tuple[list[People], list[People]]:
    """Return the pages that name the applicant, and the others."""
    found: tuple[list[People], list[People]] = ([], [])
    for page in pages:
        found[identity.mention(applicant, page.names) is None].append(page)
    return found


def _is(someone: Named, person: Person) -> bool:
    return _bears_names(someone, _names(person), _surname(person))


def _bears_names(someone: Named, names: frozenset[str], surname: frozenset[str]) -> bool:
    """Say whether somebody bears two of ``names``: all of theirs, or the surname and another.

    « Sainte-Rose » alone is nobody, and two given names in common are those of two people.
    """
    shared = someone.names & names
    is_whole = shared in {someone.names, names}
    return len(shared) >= BOTH and not shared <= surname and (is_whole or not shared.isdisjoint(surname))


def _homes(names: frozenset[str], surname: frozenset[str], page: People) -> set[str]:
    """Return where a page says that somebody of these names lives."""
    people = (one for one in page.people if _bears_names(one, names, surname))
    return {one.address for one in people if one.address is not None}


def _proven(applicant: Person, named: Sequence[People]) -> frozenset[str] | None:
    """Return where pages that tell the applicant's birth say that they live, if a page tells another birth.

    None if none does, or if it bears such an address: its date was misread.
    """
    names, surname = _names(applicant), _surname(applicant)
    births = [_births(applicant, page) for page in named]
    right = (page for page, told in zip(named, births, strict=True) if applicant.naissance in told)
    homes = frozenset(chain.from_iterable(_homes(names, surname, page) for page in right))
    others = (page for page, told in zip(named, births, strict=True) if told and applicant.naissance not in told)
    is_alone = applicant.naissance is None or all(bears(page, homes) for page in others)
    return None if is_alone else homes


def bears(page: People, addresses: Iterable[str]) -> bool:
    """Say whether one of the addresses stands on a page."""
    return any(_same(one, other) for one in page.addresses for other in addresses)


def _lives_at(addresses: Iterable[str], someone: Named) -> bool:
    return someone.address is not None and any(_same(someone.address, address) for address in addresses)


def _named_together(applicant: Person, people: Sequence[Named]) -> Iterator[frozenset[str]]:
    """Yield those who are named in one breath with the applicant; of two landlords, neither is."""
    for before, one in pairwise(people):
        if one.joined and _is(before, applicant):
            yield one.names
        if one.joined and _is(one, applicant):
            yield before.names


def _met_twice(surname: frozenset[str], papers: Sequence[Sequence[People]]) -> Iterator[frozenset[str]]:
    """Yield the names of whoever bears a surname on two papers."""
    bearers = [[one.names for page in paper for one in page.people if surname <= one.names] for paper in papers]
    for one, other in combinations(bearers, 2):
        yield from (names & same for names in one for same in other if names & same > surname)


def _with_card(papers: Sequence[Sequence[People]]) -> Iterator[frozenset[str]]:
    """Yield the names of whoever sends their card and another paper, not stapled to it: each adult of a household does.

    A card that bears the applicant's address says less: their host's does.
    """
    people = [[one.names for page in paper for one in page.people] for paper in papers]
    for at, paper in enumerate(papers):
        for holder in filter(None, (persons.holder(zone) for page in paper for zone in page.names.zones)):
            naming = [rank for rank, named in enumerate(people) if rank != at and is_among(holder, named)]
            if len(naming) > 1 or any(abs(rank - at) > 1 for rank in naming):
                yield holder


def is_among(names: frozenset[str], people: Iterable[frozenset[str]]) -> bool:
    """Say whether somebody of these names is among ``people``: one may be told with more of them than the other."""
    return any(len(shared := names & other) >= BOTH and shared in {names, other} for other in people)


def lives_with(one: Named, other: Named) -> bool:
    """Say whether two people share a name and an address, as a spouse and a child do."""
    return bool(one.names & other.names) and other.address is not None and _lives_at([other.address], one)


def _fellows(
    addresses: Iterable[str], surname: frozenset[str], papers: Sequence[Sequence[People]], others: Sequence[People]
) -> Iterator[frozenset[str]]:
    """Yield the names of those who live at the addresses, and bear the surname or are named on two papers.

    Whoever else lives there may be a neighbour in a large house: their paper strays in alone. Only ``others``, pages
    that do not name the applicant, tell where one lives: on a receipt the tenant's address stands below the landlord.
    """
    for rank, paper in enumerate(papers):
        rest = chain.from_iterable((*papers[:rank], *papers[rank + 1 :]))
        elsewhere = [one.names for page in rest for one in page.people]
        apart = (page for page in paper if any(page is other for other in others))
        for one in chain.from_iterable(page.people for page in apart):
            if (one.names & surname or is_among(one.names, elsewhere)) and _lives_at(addresses, one):
                yield one.names


def _births(applicant: Person, page: People) -> set[date]:
    """Return when a page says that somebody of the applicant's names was born."""
    names = _names(applicant)  # a namesake's too, of whom more given names are told
    return {one.birth for one in page.people if one.birth is not None and len(one.names & names) >= BOTH}


def _surname(person: Person) -> frozenset[str]:
    return frozenset(fold(person.nom).split())


def _names(person: Person) -> frozenset[str]:
    return frozenset(name for name in fold(f"{person.nom} {person.prenoms}").split() if len(name) > 1)


def _same(one: str, other: str) -> bool:
    """Say whether two addresses are one: number and postcode to the letter, the street but for slips of the OCR.

    What follows the street in one of them alone (a misread label) is left out, where two words of it are left.
    """
    (number, *street, code), (another, *way, postcode) = one.split(), other.split()
    words = min(len(street), len(way))
    if (number, code) != (another, postcode) or (words < BOTH and len(street) != len(way)):
        return False
    return fuzz.ratio(" ".join(street[:words]), " ".join(way[:words])) >= SAME_STREET
