"""Whose paper is it? A person's names are looked for in the words of a page; three outcomes, never two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import pairwise, takewhile

from rapidfuzz.distance import Hamming

from pipeline.classifiers.card_zone import FILLER
from pipeline.classifiers.labels import GIVEN, SURNAME, below
from pipeline.domain.facts import Demande, Person
from pipeline.domain.geometry import Box, hull
from pipeline.domain.mrz import Mrz, SeenMrz
from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import PARTICLES, fold

FUZZY_FROM = 6
CARD_NUMBER = 12
COLUMN = 4  # words that stand alone in a column
LABELS = SURNAME | GIVEN | {"NOMS", "NAME"}
STREETS = frozenset(
    {
        "RUE",
        "AVENUE",
        "AV",
        "BOULEVARD",
        "BD",
        "ALLEE",
        "PLACE",
        "IMPASSE",
        "CHEMIN",
        "ROUTE",
        "QUAI",
        "SQUARE",
        "COURS",
    }
)
Token = tuple[str, Word]


class Agreement(StrEnum):
    """What the names on a page say of an applicant.

    ``KIN``: it names their household and not themselves; ``STRANGER``: people whom nothing ties to them.
    """

    AGREES = "concorde"
    KIN = "foyer"
    DISAGREES = "discorde"
    STRANGER = "etranger"
    CANNOT_TELL = "muet"

    @property
    def is_theirs(self) -> bool:
        return self in {Agreement.AGREES, Agreement.KIN}


@dataclass(frozen=True, slots=True)
class Names:
    """The words of a page as names are looked for among them: folded once, whoever is asked about.

    ``by_length``: these words by their number of letters: in a large pli each page is asked for hundreds of names.
    """

    lines: tuple[tuple[Token, ...], ...]
    zones: tuple[SeenMrz, ...]
    by_length: Mapping[int, frozenset[str]]

    @classmethod
    def on(cls, reading: Reading) -> Names:
        lines = tuple(tuple(_tokens(line)) for line in reading.lines())
        by_length: dict[int, set[str]] = defaultdict(set)
        for token in (token for line in lines for token, _ in line):
            by_length[len(token)].add(token)
        return cls(lines, reading.mrz, {length: frozenset(words) for length, words in by_length.items()})

    def holds(self, name: str) -> bool:
        """Say whether a folded name is a word of the page."""
        return name in self.by_length.get(len(name), ())

    def may_hold(self, name: str) -> bool:
        """Say whether some word of the page may be a name, or end with it."""
        if self.holds(name):
            return True
        if any(word.endswith(name) for length, words in self.by_length.items() if length > len(name) for word in words):
            return True
        return any(_same(name, word) for word in self.by_length.get(len(name), ()))

    def has(self, word: re.Pattern[str]) -> bool:
        """Say whether a word of the page, folded, is such."""
        return any(word.fullmatch(token) for line in self.lines for token, _ in line)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named on a page; ``zone`` lies on the upright page."""

    zone: Box | None


def mention(person: Person, page: Names, *, exactly: bool = False) -> Mention | None:
    """Return where the surname and the first given name stand together on a page.

    Together: on one line, or on two neighbouring lines of which one has a label or is of a card's zone, or in a column:
    the surname alone, the given names alone below it, or the label of the given names and these below. A name that
    goes on from the end of a line to the next is read as one.
    ``exactly``: no slip of OCR is forgiven.
    """
    surname, given = fold(person.nom).split(), fold(person.prenoms).split()
    if not surname or not given:
        return None
    for zone in page.zones:
        if zone.is_certain and _is_on_card(person, zone.mrz):
            return Mention(zone.box)
    if not all(map(page.may_hold, (*surname, given[0]))):
        return None
    for index, line in enumerate(page.lines):
        family = _all_of(surname, line, exactly=exactly)
        if family is None:
            continue
        below = page.lines[index + 1] if len(line) == len(surname) and index + 1 < len(page.lines) else ()
        rest = [token for token in _beside(page.lines, index) if token not in family]
        rest += below[:1] if len(below) <= COLUMN else ()
        first = _first_given(given[0], rest, exactly=exactly)
        if first is not None:
            return Mention(hull([word.box for _, word in [*family, first]]))
    return _broken_off(surname, given, page.lines, exactly=exactly)


def _broken_off(
    surname: Sequence[str], given: Sequence[str], lines: Sequence[Sequence[Token]], *, exactly: bool
) -> Mention | None:
    """Return where a name is that a line breaks off and the next ends, no other word standing in between."""
    is_theirs = partial(_one_of, (*given, *surname), exactly=exactly)
    for line, after in pairwise(lines):
        ends, begins = [*takewhile(is_theirs, reversed(line))], [*takewhile(is_theirs, after)]
        name = [*reversed(ends), *begins]
        if ends and begins and _all_of([given[0], *surname], name, exactly=exactly):
            return Mention(hull([word.box for _, word in name]))
    return None


def _one_of(names: Sequence[str], token: Token, *, exactly: bool) -> bool:
    return any(_find(name, [token], exactly=exactly) is not None for name in names)


def _is_on_card(person: Person, mrz: Mrz) -> bool:
    """Say whether a card is a person's: surname, first given name, and birth date where both are known."""
    if person.naissance is not None and mrz.birth.isdecimal() and mrz.birth != f"{person.naissance:%y%m%d}":
        return False
    surname, given = fold(person.nom).split(), fold(person.prenoms).split()
    return set(surname) <= set(fold(mrz.surname).split()) and given[0] in fold(mrz.given).split()


def _beside(lines: Sequence[Sequence[Token]], index: int) -> list[Token]:
    """Return the words of a line, and of its neighbours where a label says that they go together."""
    neighbours = (token for line in _neighbours(lines, index) for token in line)
    return [*lines[index], *neighbours, *_under_labels(lines[max(index - 1, 0) : index + 3])]


def _neighbours(lines: Sequence[Sequence[Token]], index: int) -> Iterator[Sequence[Token]]:
    """Yield the lines that go with one; a label set a little lower than its value stands alone, and is passed over."""
    for step in (-1, 1):
        told = _is_labelled(lines[index])
        for other in (index + step, index + 2 * step):
            line = lines[other] if 0 <= other < len(lines) else ()
            if told or _is_labelled(line):
                yield line
            if not line or any(token not in LABELS for token, _ in line):
                break
            told = True


def _under_labels(lines: Sequence[Sequence[Token]]) -> list[Token]:
    """Return the words that stand under a label of given names, on the line after it."""
    found: list[Token] = []
    for line, after in pairwise(lines):
        for label in (word.box for token, word in line if token in GIVEN):
            beneath = below(label, [word for _, word in after])
            found += [(token, word) for token, word in after if word in beneath]
    return found


def _is_labelled(line: Sequence[Token]) -> bool:
    return any(token in LABELS or FILLER in word.text for token, word in line)


def _all_of(names: Sequence[str], line: Sequence[Token], *, exactly: bool) -> list[Token] | None:
    found = [_find(name, line, exactly=exactly) for name in names]
    return [token for token in found if token is not None] if all(found) else None


def compare(person: Person | None, others: Sequence[Person], page: Names) -> Agreement:
    """Say whether a page names ``person``, only one of ``others``, or nobody that we know.

    A name read exactly wins over one that is only near.
    """
    strangers = [other for other in others if person is None or _differ(person, other)]
    for exactly in (True, False):
        if person is not None and mention(person, page, exactly=exactly):
            return Agreement.AGREES
        if any(mention(other, page, exactly=exactly) for other in strangers):
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
    left, right = (set(fold(names).split()) - PARTICLES or set(fold(names).split()) for names in (one, other))
    return any(_same(name, token) for name in left for token in right)


def _differ(person: Person, other: Person) -> bool:
    return (fold(person.nom), fold(person.prenoms)) != (fold(other.nom), fold(other.prenoms))


def _tokens(line: Sequence[Word]) -> list[Token]:
    """Return the words of a line, up to the name of a street: streets bear names of people."""
    tokens = [(token, word) for word in line for token in fold(word.text).split()]
    street = next((index for index, (token, _) in enumerate(tokens) if token in STREETS), len(tokens))
    return tokens[:street]


def _find(name: str, tokens: Sequence[Token], *, exactly: bool) -> Token | None:
    same = _is if exactly else _same
    return next((token for token in tokens if same(name, token[0])), None)


def _first_given(name: str, tokens: Sequence[Token], *, exactly: bool) -> Token | None:
    """Return a given name, unless another comes before it: « Lucie, Irina » is Lucie."""
    same = _is if exactly else _same
    found = (at for at, (token, _) in enumerate(tokens) if same(name, token) and not _is_second(tokens, at))
    return next((tokens[at] for at in found), None)


def _is_second(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a comma sets a word apart from one before it that stands alone; after two it ends a whole name."""
    if at == 0 or not tokens[at - 1][1].text.endswith(","):
        return False
    folded, earlier = tokens[at - 2] if at > 1 else ("", None)
    is_name = earlier is not None and earlier.text.isalpha() and earlier.text[0].isupper()
    return not is_name or folded in LABELS


def _is(name: str, token: str) -> bool:
    return token in {name, f"IDFRA{name}", f"FRA{name}"} or _after_number(name, token)


def _same(name: str, token: str) -> bool:
    """Forgive one letter taken for another in a long name; a letter more or less makes another name."""
    if _is(name, token):
        return True
    return len(name) == len(token) >= FUZZY_FROM and Hamming.distance(name, token) <= 1


def _after_number(name: str, token: str) -> bool:
    """Say whether a name follows a card's number, as on the second line of the old French card."""
    number = token.removesuffix(name)
    return len(number) >= CARD_NUMBER and token != number and number.isdecimal()
