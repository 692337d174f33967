"""The fiche récapitulative and the bordereau de transmission, with the words and the order of the ministry's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain import numero_unique
from pipeline.domain.text import fold
from pipeline.sheets.codes import BordereauCode, FicheCode
from pipeline.sheets.printing.form import Field, form
from pipeline.sheets.printing.payload import SigningKey, written

FICHE = (
    "Fiche récapitulative obligatoire pour la numérisation et le téléversement "
    "des pièces justificatives dans le dossier du demandeur"
)
BORDEREAU = "Bordereau obligatoire pour la transmission des pièces justificatives des dossiers des demandeurs"
RAPPEL = (
    "RAPPEL\u00a0: les pièces justificatives d'une même demande de logement doivent être accompagnées "
    "de la fiche récapitulative de la demande de logement."
)


@dataclass(frozen=True, slots=True)
class FicheFields:
    """A fiche to print. Names as people write them; a count of None is left to be filled in by hand."""

    numero_unique: str
    nom: str
    prenoms: str
    naissance: date
    documents: int | None
    pages: int | None
    guichet: str


@dataclass(frozen=True, slots=True)
class BordereauFields:
    """A bordereau to print; ``libelle`` as the guichet writes its name."""

    guichet: str
    departement: str
    libelle: str
    dossiers: int
    pages: int


def fiche_pdf(fiche: FicheFields, day: date, nonce: str, key: SigningKey) -> bytes:
    """Return a fiche récapitulative of ``day``, one A4 page; ``Misuse`` says what cannot be printed."""
    code = FicheCode(
        numero_unique=fiche.numero_unique,
        nom=fold(fiche.nom),
        prenoms=fold(fiche.prenoms),
        naissance=fiche.naissance,
        documents=fiche.documents,
        pages=fiche.pages,
        edition=day,
        guichet=fiche.guichet,
        nonce=nonce,
    )
    spaced = numero_unique.spaced(fiche.numero_unique)
    fields = (
        Field("Nom", fiche.nom, height=12),
        Field("Prénoms", fiche.prenoms, height=12),
        Field("Date de naissance", _day(fiche.naissance)),
        Field("Numéro unique", spaced, height=16, size=20),
        _number("Nombre de documents transmis", _count(fiche.documents)),
        _number("Nombre de pages", _count(fiche.pages), "(y compris la présente fiche)"),
        Field("Date de remplissage", _day(day)),
    )
    return form(FICHE, fields, written(code, key), day)


def bordereau_pdf(bordereau: BordereauFields, day: date, envoi: str, key: SigningKey) -> bytes:
    """Return a bordereau de transmission of ``day``, one A4 page; ``Misuse`` says what cannot be printed."""
    code = BordereauCode(
        guichet=bordereau.guichet,
        departement=bordereau.departement,
        libelle=fold(bordereau.libelle),
        dossiers=bordereau.dossiers,
        pages=bordereau.pages,
        edition=day,
        envoi=envoi,
    )
    fields = (
        Field("Guichet émetteur", bordereau.libelle, height=16),
        _number("Numéro du guichet", bordereau.guichet),
        _number("Numéro de département du guichet", bordereau.departement),
        _number("Nombre de dossiers transmis", _count(bordereau.dossiers)),
        _number(
            "Nombre total de pages",
            _count(bordereau.pages),
            "(y compris les fiches récapitulatives et les bordereaux)",
        ),
        Field("Date de transmission", _day(day)),
    )
    return form(BORDEREAU, fields, written(code, key), day, RAPPEL)


def _number(label: str, value: str, note: str = "") -> Field:
    """Return a field whose few characters stand alone: OCR sees them better in a large type."""
    return Field(label, value, note, height=13 if note else 11, size=16)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _count(count: int | None) -> str:
    return "" if count is None else str(count)
