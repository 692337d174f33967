"""The bilan as the contract writes it (§3): every key there, of its kind, in its vocabulary, and no other key."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from pipeline.domain.filing_plan import Family
from pipeline.domain.receipt import Canal
from pipeline.settings import load

RULES = load(Path("nowhere"), {}).rules()
REASONS = frozenset(code for code, motif in RULES.motifs.items() if motif.family is not Family.ALERT)
ALERTS = frozenset(RULES.motifs) - REASONS
NAMED = frozenset(
    {"fiche_sans_piece", "fiche_doublee", "signature_fausse", "envoi_deja_vu", "dossier_inattendu", "champ_ignore"}
)


def _one_of(known, words):
    def check(code: str) -> str:
        if code not in known:
            raise ValueError(f"{code} is not one of the {words}")
        return code

    return AfterValidator(check)


def _with_offset(text: str) -> str:
    if datetime.fromisoformat(text).utcoffset() is None:
        raise ValueError(f"{text} bears no offset")
    return text


Instant = Annotated[str, AfterValidator(_with_offset)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
Number = Annotated[str, Field(pattern=r"^[0-9A-Z]{18}$")]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Rank = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Type = Annotated[str, _one_of(RULES.plan.types, "types of the plan")]
Reason = Annotated[str, _one_of(REASONS, "motives")]
Alert = Annotated[str, _one_of(ALERTS, "alerts")]
AnomalyCode = Annotated[str, _one_of(frozenset(RULES.motifs) | NAMED, "anomalies")]


class Strict(BaseModel):
    """A key without a default must be there, null or not; a key that is not named must not."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Source(Strict):
    nom: str
    sha256: Hash
    octets: Count


class Guichet(Strict):
    code: Annotated[str, Field(pattern=r"^[0-9A-Z]{5}$")]
    departement: str | None


class Bordereau(Strict):
    dossiers: Count | None
    pages: Count | None
    envoi: str | None


class Anomaly(Strict):
    code: AnomalyCode
    niveau: Literal["lot", "pli", "dossier"]
    dossier: Number | None
    pages: list[Rank]
    suite: Literal["signalee", "a_verifier", "rejet"]


class Page(Strict):
    n: Rank
    role: Literal["bordereau", "fiche", "attestation", "piece", "blanche", "intercalaire", "hors_dossier"]
    dossier: Number | None
    piece: Name | None
    face: Literal["recto", "verso"] | None
    feuille: Rank
    rotation: Literal[0, 90, 180, 270]


class Counts(Strict):
    documents: Count | None
    pages: Count | None


class Dossier(Strict):
    numero_unique: Number
    rang: Rank
    code: Literal["signed", "unsigned", "ocr", "fourni"]
    annonce: Counts
    compte: Counts
    pieces: list[Name]


class Evidence(Strict):
    genre: Literal["mrz", "2ddoc", "texte", "image", "identite"]
    detail: str
    page: Rank
    zone: Annotated[list[Share], Field(min_length=4, max_length=4)] | None


class Deliverable(Strict):
    sha256: Hash
    octets: Annotated[int, Field(gt=0, le=2_000_000)]
    pages: Rank


class Deposit(Strict):
    etat: Literal["a_deposer", "depose", "incertain", "refuse"]
    cle: Hash
    reference: str | None


class Piece(Strict):
    id: Name
    dossier: Number | None
    rang: Rank | None
    pages: Annotated[list[Rank], Field(min_length=1)]
    type: Type | None
    role: Literal["D", "C", "A", "E"] | None
    confiance: Share
    verdict: Literal["acceptee", "rejetee", "a_verifier"]
    motif: Reason | None
    alertes: list[Alert]
    preuves: list[Evidence]
    livrable: Deliverable | None
    depot: Deposit | None


class Register(Strict):
    recues: Count
    separateurs: Count
    blanches: Count
    acceptees: Count
    rejetees: Count
    a_verifier: Count
    hors_dossier: Count


class Bilan(Strict):
    schema_: Annotated[Literal["bilan/1"], Field(alias="schema")]
    pli: Name
    lot: Name
    plage: Annotated[list[Rank], Field(min_length=2, max_length=2)] | None
    canal: Annotated[str, _one_of(frozenset(Canal), "channels")]
    reference: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,32}$")]
    source: Source
    recu_le: Instant
    recu_le_source: Literal["companion", "dossier", "depot"]
    echeance: Instant
    etat: Literal["a_verifier", "termine", "rejete", "quarantaine"]
    guichet: Guichet | None
    bordereau: Bordereau | None
    anomalies: list[Anomaly]
    pages: list[Page]
    dossiers: list[Dossier]
    pieces: list[Piece]
    registre: Register
