"""The bilan: what became of every page of a pli. Field names are those of its JSON (contract, §3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.domain import reference
from pipeline.domain.pli import (
    SEPARATORS,
    Anomaly,
    Bordereau,
    Dossier,
    Judged,
    JudgedPiece,
    Outcome,
    Page,
    Role,
    Section,
    Sections,
    Sheets,
    Trust,
)
from pipeline.domain.receipt import Canal, Receipt, Source
from pipeline.domain.register import Register
from pipeline.domain.verdict import Acceptee, AVerifier, Evidence, Genre, Rejetee

SCHEMA = "bilan/1"


@dataclass(frozen=True, slots=True)
class BilanGuichet:
    code: str
    departement: str | None


@dataclass(frozen=True, slots=True)
class BilanBordereau:
    dossiers: int | None
    pages: int | None
    envoi: str | None


@dataclass(frozen=True, slots=True)
class BilanPage:
    n: int
    role: Role
    dossier: str | None
    piece: str | None
    face: str | None
    feuille: int
    rotation: int


@dataclass(frozen=True, slots=True)
class Counts:
    documents: int | None
    pages: int | None


@dataclass(frozen=True, slots=True)
class BilanDossier:
    numero_unique: str
    rang: int
    code: str
    annonce: Counts
    compte: Counts
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Livrable:
    sha256: str
    octets: int
    pages: int


@dataclass(frozen=True, slots=True)
class Depot:
    etat: str
    cle: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class BilanPiece:
    id: str
    dossier: str | None
    rang: int | None
    pages: tuple[int, ...]
    type: str | None
    role: str | None
    confiance: float
    verdict: str
    motif: str | None
    alertes: tuple[str, ...]
    preuves: tuple[Evidence, ...]
    livrable: Livrable | None = None
    depot: Depot | None = None


@dataclass(frozen=True, slots=True)
class Bilan:
    """Built by :func:`of`, which refuses a register that does not balance."""

    pli: str
    lot: str
    plage: tuple[int, int] | None
    canal: Canal
    reference: str
    source: Source
    recu_le: datetime
    recu_le_source: str
    echeance: datetime
    etat: str
    guichet: BilanGuichet | None
    bordereau: BilanBordereau | None
    anomalies: tuple[Anomaly, ...]
    pages: tuple[BilanPage, ...]
    dossiers: tuple[BilanDossier, ...]
    pieces: tuple[BilanPiece, ...]
    registre: Register


def piece_id(pli: str, first_page: int) -> str:
    """Name a piece by its first page: the name holds while other cuts move."""
    return f"{pli}-{first_page:02d}"


def of(receipt: Receipt, judged: Judged) -> Bilan:
    """Draw up the account of a settled pli."""
    sections = judged.named.pieces.sheets.cut
    pieces = tuple(_piece(receipt, judged_piece) for judged_piece in judged.pieces)
    pages = _pages(judged, pieces)
    return Bilan(
        pli=receipt.pli,
        lot=receipt.lot,
        plage=(receipt.first, receipt.last),
        canal=receipt.canal,
        reference=_reference(receipt, sections.bordereau),
        source=receipt.source,
        recu_le=receipt.recu_le,
        recu_le_source=receipt.recu_le_source,
        echeance=receipt.echeance,
        etat=_state(pieces),
        guichet=_guichet(receipt, sections),
        bordereau=_bordereau(sections.bordereau),
        anomalies=judged.anomalies,
        pages=pages,
        dossiers=_dossiers(sections, judged.named.pieces.sheets.blanks, pieces),
        pieces=pieces,
        registre=_register(receipt, pages, pieces),
    )


def of_refused(receipt: Receipt, motif: str) -> Bilan:
    """Draw up the account of a lot that could not be opened (``T10``) or is over a quota (``T11``)."""
    return Bilan(
        pli=receipt.pli,
        lot=receipt.lot,
        plage=None,
        canal=receipt.canal,
        reference=_reference(receipt, None),
        source=receipt.source,
        recu_le=receipt.recu_le,
        recu_le_source=receipt.recu_le_source,
        echeance=receipt.echeance,
        etat="rejete" if motif == "T11" else "quarantaine",
        guichet=None,
        bordereau=None,
        anomalies=(Anomaly(motif, "lot", None, (), Outcome.REJECTION),),
        pages=(),
        dossiers=(),
        pieces=(),
        registre=Register(0),
    )


def _piece(receipt: Receipt, judged: JudgedPiece) -> BilanPiece:
    filing = judged.filing
    verdict, motif = _verdict(judged)
    pages = tuple(page.n for page in filing.cut.pages)
    return BilanPiece(
        id=piece_id(receipt.pli, pages[0]),
        dossier=judged.numero_unique,
        rang=judged.rang,
        pages=pages,
        type=filing.likely if verdict == "a_verifier" else filing.type,
        role=judged.role,
        confiance=round(filing.confidence, 4),
        verdict=verdict,
        motif=motif,
        alertes=judged.alerts,
        preuves=filing.evidence + judged.evidence,
    )


def _verdict(judged: JudgedPiece) -> tuple[str, str | None]:
    match judged.verdict:
        case Acceptee():
            return "acceptee", None
        case Rejetee(motif):
            return "rejetee", motif
        case AVerifier():
            return "a_verifier", None


def _state(pieces: tuple[BilanPiece, ...]) -> str:
    verdicts = {piece.verdict for piece in pieces}
    if "a_verifier" in verdicts:
        return "a_verifier"
    return "termine" if "acceptee" in verdicts else "rejete"


def _reference(receipt: Receipt, bordereau: Bordereau | None) -> str:
    envoi = bordereau.envoi if bordereau is not None else None
    announced = envoi if envoi is not None and reference.is_reference(envoi, receipt.recu_le.date()) else None
    return receipt.companion.reference or announced or receipt.pli[: reference.LENGTH].rstrip("-")


def _guichet(receipt: Receipt, sections: Sections) -> BilanGuichet | None:
    if sections.bordereau is not None and sections.bordereau.guichet is not None:
        return BilanGuichet(sections.bordereau.guichet, sections.bordereau.departement)
    told = (section.dossier.guichet for section in sections.sections if section.dossier is not None)
    code = next((guichet for guichet in told if guichet), None)
    if code is None and not receipt.canal.is_paper:
        code = receipt.companion.guichet
    return BilanGuichet(code, None) if code else None


def _bordereau(bordereau: Bordereau | None) -> BilanBordereau | None:
    return BilanBordereau(bordereau.dossiers, bordereau.pages, bordereau.envoi) if bordereau else None


def _pages(judged: Judged, pieces: tuple[BilanPiece, ...]) -> tuple[BilanPage, ...]:
    sheets = judged.named.pieces.sheets
    piece_of = {n: piece for piece in pieces for n in piece.pages}
    return tuple(
        _page(page, section, sheets, piece_of.get(page.n)) for section in sheets.cut.sections for page in section.pages
    )


def _page(page: Page, section: Section, sheets: Sheets, piece: BilanPiece | None) -> BilanPage:
    opened = section.dossier.numero_unique if section.dossier is not None else None
    side = sheets.sides[page.n]
    return BilanPage(
        n=page.n,
        role=_role(page, section, sheets, piece),
        dossier=piece.dossier if piece is not None else opened,
        piece=piece.id if piece is not None else None,
        face=side.face,
        feuille=side.sheet,
        rotation=page.rotation,
    )


def _role(page: Page, section: Section, sheets: Sheets, piece: BilanPiece | None) -> Role:
    if page.role is not None:
        return page.role
    if page.n in sheets.blanks:
        return Role.BLANK
    if piece is not None:
        return Role.PIECE
    return Role.OUTSIDE if section.outside else Role.INTERLEAF


def _dossiers(sections: Sections, blanks: frozenset[int], pieces: tuple[BilanPiece, ...]) -> tuple[BilanDossier, ...]:
    opened = [
        _opened(section.dossier, sum(page.n not in blanks for page in section.pages), pieces)
        for section in sections.sections
        if section.dossier is not None
    ]
    known = {dossier.numero_unique for dossier in opened}
    said = dict.fromkeys(piece.dossier for piece in pieces if piece.dossier and piece.dossier not in known)
    return (*opened, *(_told(number, pieces) for number in said))


def _opened(dossier: Dossier, pages: int, pieces: tuple[BilanPiece, ...]) -> BilanDossier:
    own = tuple(p.id for p in pieces if (p.dossier, p.rang) == (dossier.numero_unique, dossier.rang))
    return BilanDossier(
        numero_unique=dossier.numero_unique,
        rang=dossier.rang,
        code=dossier.trust,
        annonce=Counts(dossier.announced.documents, dossier.announced.pages),
        compte=Counts(len(own), pages),
        pieces=own,
    )


def _told(numero_unique: str, pieces: tuple[BilanPiece, ...]) -> BilanDossier:
    """Return the entry of a dossier that no sheet opened: an operator named it."""
    own = [piece for piece in pieces if piece.dossier == numero_unique]
    counted = Counts(len(own), sum(len(piece.pages) for piece in own))
    return BilanDossier(numero_unique, 1, Trust.GIVEN, Counts(None, None), counted, tuple(p.id for p in own))


def _register(receipt: Receipt, pages: tuple[BilanPage, ...], pieces: tuple[BilanPiece, ...]) -> Register:
    roles = Counter(page.role for page in pages)
    verdicts = Counter({"acceptee": 0, "rejetee": 0, "a_verifier": 0})
    for piece in pieces:
        verdicts[piece.verdict] += len(piece.pages)
    return Register(
        recues=receipt.last - receipt.first + 1,
        separateurs=sum(roles[role] for role in SEPARATORS),
        blanches=roles[Role.BLANK],
        acceptees=verdicts["acceptee"],
        rejetees=verdicts["rejetee"],
        a_verifier=verdicts["a_verifier"],
        hors_dossier=roles[Role.OUTSIDE],
    )


def completed(
    bilan: Bilan, livrables: Mapping[str, Livrable], depots: Mapping[str, Depot], details: Mapping[str, str]
) -> Bilan:
    """Return ``bilan`` with what composing and depositing added since, by piece id.

    ``details``: how a piece is delivered, in French, which joins its evidence.
    """

    def with_all(piece: BilanPiece) -> BilanPiece:
        told = details.get(piece.id)
        seen = (*piece.preuves, Evidence(Genre.IMAGE, told, piece.pages[0])) if told is not None else piece.preuves
        return replace(piece, preuves=seen, livrable=livrables.get(piece.id), depot=depots.get(piece.id))

    return replace(bilan, pieces=tuple(with_all(piece) for piece in bilan.pieces))
