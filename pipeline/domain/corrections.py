"""What operators said: appended facts that settling takes as input and that win over the machine.

Each is anchored to a page of the lot, never to a piece: pieces come and go as cuts change, pages stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CutBefore:
    """A piece begins at page ``page``."""

    page: int


@dataclass(frozen=True, slots=True)
class Join:
    """Page ``page`` goes on with the piece that holds the page before it."""

    page: int


@dataclass(frozen=True, slots=True)
class Type:
    """The piece that begins at ``page`` is of type ``code``, legible and fit to be filed."""

    page: int
    code: str


@dataclass(frozen=True, slots=True)
class Reject:
    """The piece that begins at ``page`` is refused."""

    page: int
    motif: str


@dataclass(frozen=True, slots=True)
class File:
    """The piece that begins at ``page`` belongs to the demande ``numero_unique``."""

    page: int
    numero_unique: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The received image of ``page`` stands upright once turned ``clockwise`` degrees."""

    page: int
    clockwise: int


Correction = CutBefore | Join | Type | Reject | File | Turn


@dataclass(frozen=True, slots=True)
class Corrections:
    """The last word on each point; what came later wins."""

    cuts: Mapping[int, bool] = field(default_factory=dict)
    types: Mapping[int, str] = field(default_factory=dict)
    rejections: Mapping[int, str] = field(default_factory=dict)
    dossiers: Mapping[int, str] = field(default_factory=dict)
    rotations: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, said: Iterable[Correction]) -> Corrections:
        """Fold corrections, oldest first."""
        cuts: dict[int, bool] = {}
        types: dict[int, str] = {}
        rejections: dict[int, str] = {}
        dossiers: dict[int, str] = {}
        rotations: dict[int, int] = {}
        for correction in said:
            match correction:
                case CutBefore(page):
                    cuts[page] = True
                case Join(page):
                    cuts[page] = False
                case Type(page, code):
                    types[page] = code
                    rejections.pop(page, None)
                case Reject(page, motif):
                    rejections[page] = motif
                    types.pop(page, None)
                case File(page, numero_unique):
                    dossiers[page] = numero_unique
                case Turn(page, clockwise):
                    rotations[page] = clockwise % 360
        return cls(cuts, types, rejections, dossiers, rotations)


NOTHING_SAID = Corrections()
