"""A pli while it is being settled: each stage adds to what the one before it made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.domain.facts import Person
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Receipt
from pipeline.domain.verdict import Evidence, Verdict


class Role(StrEnum):
    """What a page is in its pli."""

    BORDEREAU = "bordereau"
    FICHE = "fiche"
    ATTESTATION = "attestation"
    PIECE = "piece"
    BLANK = "blanche"
    INTERLEAF = "intercalaire"
    OUTSIDE = "hors_dossier"


LIKELY = 0.5
"""The probability above which a type is told to whoever decides of a piece."""
SEPARATORS = frozenset({Role.BORDEREAU, Role.FICHE, Role.ATTESTATION, Role.INTERLEAF})


class Trust(StrEnum):
    """How a dossier's numéro unique is known."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    OCR = "ocr"
    GIVEN = "fourni"


class Outcome(StrEnum):
    """What follows from an anomaly."""

    NOTED = "signalee"
    QUESTION = "a_verifier"
    REJECTION = "rejet"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something that is not as announced. ``level``: lot, pli or dossier."""

    code: str
    level: str
    dossier: str | None
    pages: tuple[int, ...]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Page:
    """One image of the pli. ``role`` is None for content; ``rotation`` stands it upright."""

    n: int
    reading: Reading
    role: Role | None
    rotation: int


@dataclass(frozen=True, slots=True)
class Announced:
    """What the sender counted; None where nothing was said."""

    documents: int | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Bordereau:
    """What the bordereau says. ``page``: where it lies."""

    page: int
    guichet: str | None
    departement: str | None
    libelle: str | None
    dossiers: int | None
    pages: int | None
    edition: date | None
    envoi: str | None
    forged: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier opened in a pli. ``rang`` tells apart two openings of one numéro unique."""

    numero_unique: str
    rang: int
    trust: Trust
    person: Person | None
    announced: Announced
    guichet: str | None = None
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages between two openers.

    ``dossier`` is None when nothing was opened. ``outside``: the run lies before the first fiche or
    attestation. ``motif``: all its pieces are refused for it. ``doubt``: why a person must look, in French.
    """

    pages: tuple[Page, ...]
    dossier: Dossier | None = None
    outside: bool = False
    motif: str | None = None
    doubt: str | None = None

    @property
    def content(self) -> tuple[Page, ...]:
        return tuple(page for page in self.pages if page.role is None)


@dataclass(frozen=True, slots=True)
class Sections:
    """The pli cut at its openers."""

    receipt: Receipt
    bordereau: Bordereau | None
    sections: tuple[Section, ...]
    anomalies: tuple[Anomaly, ...]

    def pages(self) -> Iterator[Page]:
        for section in self.sections:
            yield from section.pages


RECTO, VERSO = "recto", "verso"


@dataclass(frozen=True, slots=True)
class Side:
    """Where an image lies on paper: ``sheet`` is shared by recto and verso; ``face`` is None in simplex."""

    sheet: int
    face: str | None


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pli with its paper known: which sides share a sheet, which are blank."""

    cut: Sections
    sides: Mapping[int, Side]
    blanks: frozenset[int]


@dataclass(frozen=True, slots=True)
class Cut:
    """The pages of one piece, in order, and the section (by index) that they lie in.

    ``doubt``: what is uncertain about where it begins or ends, in French.
    """

    section: int
    pages: tuple[Page, ...]
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pli cut into pieces."""

    sheets: Sheets
    cuts: tuple[Cut, ...]


@dataclass(frozen=True, slots=True)
class Filing:
    """What a piece seems to be. ``type`` is None when the machine abstains; ``candidates``: best guesses first.

    ``confidence`` is the probability that ``type`` (or the first candidate) is right. ``suspect``: a signed code
    on it is false, or does not go with its page; ``sealed``: one that is believed settles its type.
    """

    cut: Cut
    type: str | None
    confidence: float
    candidates: tuple[tuple[str, float], ...]
    evidence: tuple[Evidence, ...]
    said: bool = False
    suspect: bool = False
    sealed: bool = False

    @property
    def likely(self) -> str | None:
        """The type that a person is told of: the one retained, else one that is likelier than all others together."""
        if self.type is not None or not self.candidates or self.confidence <= LIKELY:
            return self.type
        return self.candidates[0][0]


@dataclass(frozen=True, slots=True)
class Named:
    """The pli with its pieces named."""

    pieces: Pieces
    filings: tuple[Filing, ...]


@dataclass(frozen=True, slots=True)
class JudgedPiece:
    """A piece with its verdict.

    ``numero_unique`` and ``rang``: the dossier that it belongs to, if any. ``role``: whose it is in the
    household (``D`` applicant, ``C`` partner, ``A`` other adult, ``E`` child), None when not known.
    """

    filing: Filing
    numero_unique: str | None
    rang: int | None
    role: str | None
    verdict: Verdict
    alerts: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The pli, settled."""

    named: Named
    pieces: tuple[JudgedPiece, ...]
    anomalies: tuple[Anomaly, ...]
