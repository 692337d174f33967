"""The payload of a separator sheet: what ``sheets.codes`` reads, written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from pipeline.sheets.codes import AttestationCode, BordereauCode, FicheCode, sign


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key that signs a sheet; readers find it by ``kid``."""

    kid: str
    secret: bytes = field(repr=False)


def written(code: FicheCode | BordereauCode | AttestationCode, key: SigningKey) -> str:
    """Return the signed payload that ``codes.parse`` reads back as ``code``. Names in it are folded already."""
    return sign("*".join(("SNE", "1", *_fields(code), key.kid)), key.secret)


def _fields(code: FicheCode | BordereauCode | AttestationCode) -> tuple[str, ...]:
    match code:
        case FicheCode(nu, nom, prenoms, naissance, documents, pages, edition, guichet, nonce):
            counts = (_count(documents), _count(pages))
            return ("F", nu, nom, prenoms, _day(naissance), *counts, _day(edition), guichet, nonce)
        case BordereauCode(guichet, departement, libelle, dossiers, pages, edition, envoi):
            return ("B", guichet, departement, libelle, _count(dossiers), _count(pages), _day(edition), envoi)
        case AttestationCode(nu, nature, depot, edition, page, pages):
            letter = {"enregistrement": "E", "renouvellement": "R"}[nature]
            return ("A", nu, letter, _day(depot), _day(edition), _count(page), _count(pages))


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat().replace("-", "")


def _count(count: int | None) -> str:
    return "" if count is None else str(count)
