"""What becomes of a piece, and what was seen that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.geometry import Box


class Genre(StrEnum):
    """The kinds of evidence."""

    MRZ = "mrz"
    DOC2D = "2ddoc"
    TEXT = "texte"
    IMAGE = "image"
    IDENTITY = "identite"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something seen: ``detail`` in French, on page ``page`` of the lot, within ``zone`` of the received page."""

    genre: Genre
    detail: str
    page: int
    zone: Box | None = None


class Question(StrEnum):
    """What a person is asked; the most serious doubt comes first."""

    DOSSIER = "dossier"
    ENVOI = "envoi"
    CUT = "coupure"
    TYPE = "type"
    LEGIBILITY = "lisibilite"
    HANDWRITING = "manuscrit"
    DEPOSIT = "depot"


@dataclass(frozen=True, slots=True)
class Acceptee:
    """The piece is filed."""


@dataclass(frozen=True, slots=True)
class Rejetee:
    """The piece is refused, for the motive of this code."""

    motif: str


@dataclass(frozen=True, slots=True)
class AVerifier:
    """A person must say. ``why`` tells them in French what the doubt is."""

    question: Question
    why: str


Verdict = Acceptee | Rejetee | AVerifier
