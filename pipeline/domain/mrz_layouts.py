"""How machine-readable zones are laid out: ICAO 9303 (TD1, TD2, TD3, MRV-A, MRV-B) and two French cards.

The French card of 1995 has two lines of 36 that are *not* a TD2: its numbers and names stand elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

FILLER = "<"
DIGITS, LETTERS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALPHABET = DIGITS + LETTERS + FILLER


class Format(StrEnum):
    """The shapes that a zone can have."""

    TD1 = "TD1"
    TD2 = "TD2"
    TD3 = "TD3"
    MRV_A = "MRV-A"
    MRV_B = "MRV-B"
    CNI_1995 = "CNI-1995"
    LICENCE = "permis"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``stop`` (excluded) of line ``row``, from 0."""

    row: int
    start: int
    stop: int

    def of(self, lines: Sequence[str]) -> str:
        return lines[self.row][self.start : self.stop]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a format is laid out. ``picture``: its lines, a letter for each character.

    ``T`` type of document (``D`` where it is a digit), ``C`` country, ``L`` names, ``F`` surname alone, ``G`` given
    names alone, ``N`` number, ``A`` nationality, ``B`` birth, ``S`` sex, ``E`` expiry, ``O`` optional data; ``n b e o``
    the check digit of each; ``*`` the composite one, over ``composite``. ``begins``: pattern of the type and country;
    ``number_check``: what the digit of the number is over, where it is more than the number.
    """

    format: Format
    begins: str
    picture: tuple[str, ...]
    composite: tuple[Span, ...] = ()
    number_check: Span | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """The number of lines, and of characters in each."""
        return len(self.picture), len(self.picture[0])

    @property
    def alphabets(self) -> tuple[tuple[str, ...], ...]:
        """The characters that may stand at each place, line by line."""
        return tuple(tuple(_ALPHABETS[letter] for letter in row) for row in self.picture)

    def spans(self, letter: str) -> list[Span]:
        """Return where ``letter`` stands in the picture; a field may be in two parts."""
        return [
            Span(row, found.start(), found.end())
            for row, line in enumerate(self.picture)
            for found in re.finditer(re.escape(letter) + "+", line)
        ]

    def text(self, letter: str, lines: Sequence[str]) -> str:
        """Return a field as printed; parts that stand apart are joined."""
        return "".join(span.of(lines) for span in self.spans(letter))

    def fits(self, lines: Sequence[str]) -> bool:
        """Say whether ``lines`` have this shape, begin as they should, and hold nothing that cannot stand there."""
        if len(lines) != len(self.picture) or any(len(line) != self.shape[1] for line in lines):
            return False
        allowed = all(
            char in alphabet
            for line, alphabets in zip(lines, self.alphabets, strict=True)
            for char, alphabet in zip(line, alphabets, strict=True)
        )
        return allowed and re.match(self.begins, lines[0]) is not None


_WRITTEN = DIGITS + FILLER
_NAME = LETTERS + FILLER
_ALPHABETS = {
    "D": DIGITS,
    "S": "FMX" + FILLER,
    "*": DIGITS,
    **dict.fromkeys("TCLFGA", _NAME),
    **dict.fromkeys("BEnbeo", _WRITTEN),
    **dict.fromkeys("NO", ALPHABET),
}
_COUNTRY = r"(?:[A-Z]{3}|[A-Z]<<)"
LAYOUTS = (
    Layout(
        Format.TD1,
        rf"[ACI][A-Z<]{_COUNTRY}|TRFRA",
        ("TTCCCNNNNNNNNNnOOOOOOOOOOOOOOO", "BBBBBBbSEEEEEEeAAAOOOOOOOOOOO*", "L" * 30),
        (Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29)),
    ),
    Layout(
        Format.CNI_1995,
        "IDFRA",
        ("TTCCC" + "F" * 25 + "OOOOOO", "NNNNNNNNNNNNnGGGGGGGGGGGGGGBBBBBBbS*"),
        (Span(0, 0, 36), Span(1, 0, 35)),
    ),
    Layout(
        Format.TD2,
        rf"[ACIP][A-Z<](?!FRA){_COUNTRY}",
        ("TTCCC" + "L" * 31, "NNNNNNNNNnAAABBBBBBbSEEEEEEeOOOOOOO*"),
        (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 35)),
    ),
    Layout(
        Format.TD3,
        rf"P[A-Z<]{_COUNTRY}",
        ("TTCCC" + "L" * 39, "NNNNNNNNNnAAABBBBBBbSEEEEEEeOOOOOOOOOOOOOOo*"),
        (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 43)),
    ),
    Layout(
        Format.MRV_A,
        rf"V[A-Z<]{_COUNTRY}",
        ("TTCCC" + "L" * 39, "NNNNNNNNNnAAABBBBBBbSEEEEEEeOOOOOOOOOOOOOOOO"),
    ),
    Layout(
        Format.MRV_B,
        rf"V[A-Z<]{_COUNTRY}",
        ("TTCCC" + "L" * 31, "NNNNNNNNNnAAABBBBBBbSEEEEEEeOOOOOOOO"),
    ),
    Layout(
        Format.LICENCE,
        "D1FRA",
        ("TDCCCNNNNNNNNNnEEEEEELLLLLLLL*",),
        (Span(0, 0, 29),),
        number_check=Span(0, 0, 14),
    ),
)
