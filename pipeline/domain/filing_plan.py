"""The filing plan: every type of piece that we know, and what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What is done with a type."""

    FILED = "depose"
    TRANSMISSION = "transmission"
    OUT = "hors_perimetre"


@dataclass(frozen=True, slots=True)
class PieceType:
    """One type of the plan.

    ``category`` and ``label``: as the SNE shows them. ``per_person``: the SNE type bears the person's
    role. ``two_sided``: recto and verso are both expected.
    ``title_repeats``: the title heads every page, not the first alone. ``handwriting_accepted``: a mainly handwritten
    piece of this type is filed all the same. ``titles``: words that name the type by themselves, near
    the top of a first page; ``cues``: words that go with it. Both upper case, without accents.
    """

    code: str
    category: str
    label: str
    scope: Scope
    per_person: bool
    sensitive: bool
    two_sided: bool
    title_repeats: bool
    handwriting_accepted: bool
    titles: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilingPlan:
    """The types, by code."""

    version: str
    types: Mapping[str, PieceType]

    def __getitem__(self, code: str) -> PieceType:
        return self.types[code]

    def __contains__(self, code: object) -> bool:
        return code in self.types


class Family(StrEnum):
    """The families of motives."""

    TRANSMISSION = "transmission"
    OUT_OF_SCOPE = "hors_perimetre"
    UNUSABLE = "inexploitable"
    HANDWRITTEN = "manuscrit"
    ALERT = "alerte"


@dataclass(frozen=True, slots=True)
class Motif:
    """Why something is refused or flagged. ``label`` and ``advice`` are what the sender reads."""

    code: str
    family: Family
    level: str
    label: str
    advice: str
