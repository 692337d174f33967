"""Whose paper is it? A person's names are looked for in the words of a page; three outcomes, never two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

from pipeline.domain.facts import Demande, Person
from pipeline.domain.geometry import Box, hull
from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import fold

FUZZY_FROM = 5
CARD_NUMBER = 12
NEAR_LINES = 1


class Agreement(StrEnum):
    """What the names on a page say of a person."""

    AGREES = "concorde"
    DISAGREES = "discorde"
    CANNOT_TELL = "muet"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named on a page; ``zone`` lies on the upright page."""

    zone: Box | None


def mention(person: Person, reading: Reading) -> Mention | None:
    """Return where the surname and one given name stand on the same or on neighbouring lines."""
    surname, given = fold(person.nom).split(), fold(person.prenoms).split()
    if not surname or not given:
        return None
    lines = [_tokens(line) for line in reading.lines()]
    for index, line in enumerate(lines):
        near = [token for other in lines[max(0, index - NEAR_LINES) : index + NEAR_LINES + 1] for token in other]
        family = [_find(part, line) for part in surname]
        first = next((found for name in given if (found := _find(name, near))), None)
        if first is not None and all(family):
            words = [found[1] for found in [*family, first] if found is not None]
            return Mention(hull([word.box for word in words]))
    return None


def compare(person: Person | None, others: Sequence[Person], readings: Sequence[Reading]) -> Agreement:
    """Say whether the pages name ``person``, only one of ``others``, or nobody that we know."""
    if person is not None and any(mention(person, reading) for reading in readings):
        return Agreement.AGREES
    strangers = [other for other in others if person is None or _differ(person, other)]
    if any(mention(other, reading) for other in strangers for reading in readings):
        return Agreement.DISAGREES
    return Agreement.CANNOT_TELL


def same_person(one: Person, other: Person) -> bool:
    """Say whether two records can be one person: surname, one given name, and birth date where both are known."""
    if one.naissance is not None and other.naissance is not None and one.naissance != other.naissance:
        return False
    return _share(one.nom, other.nom) and _share(one.prenoms, other.prenoms)


def is_another(demande: Demande, person: Person | None) -> bool:
    """Say whether the SNE gives for a demande a person who cannot be ``person``."""
    return person is not None and demande.demandeur is not None and not same_person(person, demande.demandeur)


def _share(one: str, other: str) -> bool:
    return any(_same(left, right) for left in fold(one).split() for right in fold(other).split())


def _differ(person: Person, other: Person) -> bool:
    return (fold(person.nom), fold(person.prenoms)) != (fold(other.nom), fold(other.prenoms))


def _tokens(line: Sequence[Word]) -> list[tuple[str, Word]]:
    return [(token, word) for word in line for token in fold(word.text).split()]


def _find(name: str, tokens: Sequence[tuple[str, Word]]) -> tuple[str, Word] | None:
    return next((token for token in tokens if _same(name, token[0])), None)


def _same(name: str, token: str) -> bool:
    if token in {name, f"IDFRA{name}", f"FRA{name}"} or _after_number(name, token):
        return True
    if min(len(name), len(token)) < FUZZY_FROM:
        return False
    return Levenshtein.distance(name, token, score_cutoff=1) <= 1


def _after_number(name: str, token: str) -> bool:
    """Say whether a name follows a card's number, as on the second line of the old French card."""
    number = token.removesuffix(name)
    return len(number) >= CARD_NUMBER and token != number and number.isdecimal()
