"""Who lives behind a numéro unique, as far as the papers of the dossier say so themselves.

The fiche names the applicant alone. Papers that name the applicant bring in those whom they bind to them (a spouse, a
child, a fellow tenant) and where they live; papers of whoever lives there bring them in too, unless somebody puts the
applicant up. So a spouse's payslip is known for what it is, and a stranger's is not. A landlord, an employer or a judge
named beside the applicant is nobody's kin: the next tenant's receipt names them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.classifiers import identity, persons
from pipeline.classifiers.identity import Names
from pipeline.classifiers.persons import Named
from pipeline.domain.facts import Person
from pipeline.domain.reading import Reading
from pipeline.domain.text import fold

SAME_STREET = 85.0  # of 100: a slip or two of the OCR in its name
BOTH = 2  # a surname and a given name
PUT_UP = re.compile(r"HEBERGE(?!MENT).*")
"""Said of who is put up by somebody, not of a centre « d'hébergement »."""


@dataclass(frozen=True, slots=True)
class People:
    """What a page says of people: its words, and those whom it names."""

    names: Names
    people: tuple[Named, ...]

    @classmethod
    def of(cls, reading: Reading) -> People:
        return cls(Names.on(reading), persons.named(reading))


@dataclass(frozen=True, slots=True)
class Household:
    """``kin``: the names of each person bound to the applicant; ``addresses``: where they live."""

    applicant: Person
    kin: tuple[frozenset[str], ...]
    addresses: frozenset[str]

    def knows(self, someone: Named) -> bool:
        """Say whether somebody named on a page is the applicant, their kin, or lives with them."""
        own = _names(self.applicant)
        if any(len(someone.names & names) >= BOTH for names in (own, *self.kin)):
            return True
        return _lives_at(self.addresses, someone)


def household(applicant: Person, pages: Sequence[People]) -> Household:
    """Gather a household from the pages of its dossier: those that name the applicant, then whoever lives there."""
    own, surname = _names(applicant), frozenset(fold(applicant.nom).split())
    kin: list[frozenset[str]] = []
    addresses: set[str] = set()
    theirs = [page for page in pages if identity.mention(applicant, page.names) is not None]
    for page in theirs:
        home = {one.address for one in page.people if one.address is not None and len(one.names & own) >= BOTH}
        kin += [one.names for one in page.people if one.bound or one.names & surname]
        kin += _named_together(own, page.people)
        addresses |= home
    if not any(page.names.has(PUT_UP) for page in pages):  # a host lives there, and is not of the household
        kin += [one.names for page in pages if page not in theirs for one in page.people if _lives_at(addresses, one)]
    return Household(applicant, tuple(kin), frozenset(addresses))


def _lives_at(addresses: Iterable[str], someone: Named) -> bool:
    return someone.address is not None and any(_same(someone.address, address) for address in addresses)


def _named_together(own: frozenset[str], people: Sequence[Named]) -> Iterator[frozenset[str]]:
    """Yield those who are named in one breath with the applicant; of two landlords, neither is."""
    for before, one in pairwise(people):
        if one.joined and len(before.names & own) >= BOTH:
            yield one.names
        if one.joined and len(one.names & own) >= BOTH:
            yield before.names


def is_namesake(applicant: Person, page: People) -> bool:
    """Say whether a page names somebody of the applicant's names who was born another day."""
    own = _names(applicant)
    births = {one.birth for one in page.people if one.birth is not None and len(one.names & own) >= BOTH}
    return applicant.naissance is not None and bool(births) and applicant.naissance not in births


def _names(person: Person) -> frozenset[str]:
    return frozenset(name for name in fold(f"{person.nom} {person.prenoms}").split() if len(name) > 1)


def _same(one: str, other: str) -> bool:
    """Say whether two addresses are one: number and postcode to the letter, the street but for slips of the OCR."""
    (number, *street, code), (another, *way, postcode) = one.split(), other.split()
    return (number, code) == (another, postcode) and fuzz.ratio(" ".join(street), " ".join(way)) >= SAME_STREET
