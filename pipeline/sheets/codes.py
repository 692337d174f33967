"""The code on a separator sheet: signed grammar, trust, and the dialects of other software.

``SNE*1*F|B|A*…*kid*TAG``; see the contract, §2. Parsing is pure: keys, dialects and the day come in.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.domain import numero_unique
from pipeline.domain.rules import Dialect

TAG_BYTES = 10
_VERSION_1 = re.compile(r"\W*SNE\W*0*1(\W|$)")
_DAY = re.compile(r"[0-9]{8}")
_COUNT = re.compile(r"[0-9]{1,5}")


class CodeTrust(StrEnum):
    """How far a code is believed."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    BAD_SIGNATURE = "bad_signature"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FicheCode:
    """A fiche récapitulative; ``pages`` counts the fiche itself."""

    numero_unique: str
    nom: str
    prenoms: str
    naissance: date | None
    documents: int | None
    pages: int | None
    edition: date | None
    guichet: str
    nonce: str


@dataclass(frozen=True, slots=True)
class BordereauCode:
    """A bordereau de transmission; ``pages`` counts fiches and bordereau."""

    guichet: str
    departement: str
    libelle: str
    dossiers: int | None
    pages: int | None
    edition: date | None
    envoi: str


@dataclass(frozen=True, slots=True)
class AttestationCode:
    """An attestation d'enregistrement or de renouvellement, page ``page`` of ``pages``."""

    numero_unique: str
    nature: str
    depot: date | None
    edition: date | None
    page: int | None
    pages: int | None


@dataclass(frozen=True, slots=True)
class LegacyCode:
    """A code of another dialect, in which one valid numéro unique was found."""

    numero_unique: str


SheetCode = FicheCode | BordereauCode | AttestationCode | LegacyCode


@dataclass(frozen=True, slots=True)
class ParsedCode:
    """``fields`` is None whenever the code is not to be believed."""

    trust: CodeTrust
    fields: SheetCode | None


NOT_OURS = ParsedCode(CodeTrust.NONE, None)
FORGED = ParsedCode(CodeTrust.BAD_SIGNATURE, None)


class MalformedCode(ValueError):
    """A field of a signed code does not hold."""


def sign(body: str, key: bytes) -> str:
    """Return ``body`` (everything before the last ``*``) followed by its TAG."""
    return f"{body}*{tag(body, key)}"


def tag(body: str, key: bytes) -> str:
    """Return the base32 of the first ten bytes of HMAC-SHA-256 over ``body``, without padding."""
    digest = hmac.new(key, body.encode(), hashlib.sha256).digest()[:TAG_BYTES]
    return base64.b32encode(digest).decode().rstrip("=")


def parse(payload: str, on: date, keys: Mapping[str, bytes], dialects: Sequence[Dialect]) -> ParsedCode:
    """Say what a payload read on day ``on`` is, and how far it is believed."""
    if _VERSION_1.match("".join(char for char in payload if char.isprintable()).upper()):
        return _parse_signed(payload, on, keys)
    return _parse_dialect(payload, on, dialects)


def _parse_signed(payload: str, on: date, keys: Mapping[str, bytes]) -> ParsedCode:
    body, _, given = payload.rpartition("*")
    *fields, kid = body.split("*")
    key = keys.get(kid)
    if key is None or not hmac.compare_digest(tag(body, key).encode(), given.encode()):
        return FORGED
    try:
        return ParsedCode(CodeTrust.SIGNED, _sheet(fields[2:], on))
    except MalformedCode:
        return FORGED


def _sheet(fields: list[str], on: date) -> SheetCode:
    match fields:
        case ["F", nu, nom, prenoms, naissance, documents, pages, edition, guichet, nonce]:
            return FicheCode(
                numero_unique=_number(nu, on),
                nom=nom,
                prenoms=prenoms,
                naissance=_day(naissance),
                documents=_count(documents),
                pages=_count(pages),
                edition=_day(edition),
                guichet=guichet,
                nonce=nonce,
            )
        case ["B", guichet, departement, libelle, dossiers, pages, edition, envoi]:
            return BordereauCode(guichet, departement, libelle, _count(dossiers), _count(pages), _day(edition), envoi)
        case ["A", nu, ("E" | "R") as nature, depot, edition, page, pages]:
            name = {"E": "enregistrement", "R": "renouvellement"}[nature]
            return AttestationCode(_number(nu, on), name, _day(depot), _day(edition), _count(page), _count(pages))
    raise MalformedCode(f"{len(fields)} fields")


def _number(text: str, on: date) -> str:
    if not numero_unique.is_valid(text, on):
        raise MalformedCode("impossible numéro unique")
    return text


def _day(text: str) -> date | None:
    if not text:
        return None
    if not _DAY.fullmatch(text):
        raise MalformedCode("a date")
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError as error:
        raise MalformedCode("a date") from error


def _count(text: str) -> int | None:
    if not text:
        return None
    if not _COUNT.fullmatch(text):
        raise MalformedCode("a count")
    return int(text)


def _parse_dialect(payload: str, on: date, dialects: Sequence[Dialect]) -> ParsedCode:
    text = payload.upper()
    named = {
        number
        for dialect in dialects
        for match in dialect.pattern.finditer(text)
        if numero_unique.is_valid(number := numero_unique.normalise(match["nu"]), on)
    }
    numbers = named.union(numero_unique.find_all(text, on))
    if len(numbers) != 1:
        return NOT_OURS
    return ParsedCode(CodeTrust.UNSIGNED, LegacyCode(numbers.pop()))
