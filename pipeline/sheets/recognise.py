"""Recognise separator sheets: which one a page is, and how far it is to be believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.domain.facts import Person
from pipeline.domain.pli import Announced, Bordereau, Role
from pipeline.domain.reading import Reading
from pipeline.domain.rules import Rules
from pipeline.sheets import printed
from pipeline.sheets.codes import (
    AttestationCode,
    BordereauCode,
    CodeTrust,
    FicheCode,
    LegacyCode,
    ParsedCode,
    SheetCode,
    parse,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A separator sheet as seen.

    ``numero_unique``: from its code. ``printed``: those in clear. ``following``: a page 2 or later.
    ``agrees``: the printed number is that of the code. ``contradicts``: another one is printed.
    """

    role: Role
    trust: CodeTrust
    code: SheetCode | None
    numero_unique: str | None
    printed: tuple[str, ...]
    agrees: bool
    contradicts: bool
    person: Person | None
    announced: Announced
    following: bool


def recognise(reading: Reading, on: date, rules: Rules) -> Sheet | None:
    """Return the separator sheet that this page is, or None for a page of content."""
    parsed = _most_telling([parse(code.payload, on, rules.keys, rules.dialects) for code in reading.codes])
    role = _role_of_code(parsed, reading) or printed.title(reading)
    if role is None and parsed.trust is CodeTrust.NONE:
        return None
    role = role or Role.FICHE
    number = getattr(parsed.fields, "numero_unique", None)
    shown = tuple(found.number for found in printed.numbers(reading, on))
    agrees = number is not None and (number in shown or printed.shows(reading, number))
    return Sheet(
        role=role,
        trust=parsed.trust,
        code=parsed.fields,
        numero_unique=number,
        printed=shown,
        agrees=agrees,
        contradicts=number is not None and not agrees and bool(shown),
        person=_person(parsed.fields, reading),
        announced=_announced(parsed.fields, reading),
        following=_is_following(parsed.fields),
    )


def _most_telling(parsed: list[ParsedCode]) -> ParsedCode:
    """Return what the codes of one page say together: one forged code spoils the page, as two numbers do."""
    ours = [code for code in parsed if code.trust is not CodeTrust.NONE]
    forged = [code for code in ours if code.trust is CodeTrust.BAD_SIGNATURE]
    if forged:
        return forged[0]
    signed = [code for code in ours if code.trust is CodeTrust.SIGNED]
    if len({code.fields for code in signed}) > 1 or len({_number(code) for code in ours}) > 1:
        return ParsedCode(CodeTrust.NONE, None)
    return (signed or ours or [ParsedCode(CodeTrust.NONE, None)])[0]


def _number(code: ParsedCode) -> str | None:
    return getattr(code.fields, "numero_unique", None)


def _role_of_code(parsed: ParsedCode, reading: Reading) -> Role | None:
    match parsed.fields:
        case FicheCode():
            return Role.FICHE
        case BordereauCode():
            return Role.BORDEREAU
        case AttestationCode():
            return Role.ATTESTATION
        case LegacyCode():
            return None
    if parsed.trust is CodeTrust.BAD_SIGNATURE:
        letters = {"B": Role.BORDEREAU, "A": Role.ATTESTATION}
        claimed = [code.payload.split("*")[2:3] for code in reading.codes if code.payload.startswith("SNE*1*")]
        return next((letters[c[0]] for c in claimed if c and c[0] in letters), Role.FICHE)
    return None


def _person(code: SheetCode | None, reading: Reading) -> Person | None:
    if isinstance(code, FicheCode) and code.nom:
        return Person(code.nom, code.prenoms, code.naissance)
    return printed.person(reading)


def _announced(code: SheetCode | None, reading: Reading) -> Announced:
    if isinstance(code, FicheCode):
        return Announced(code.documents, code.pages)
    return printed.announced(reading)


def _is_following(code: SheetCode | None) -> bool:
    return isinstance(code, AttestationCode) and code.page is not None and code.page > 1


def bordereau_of(sheet: Sheet, reading: Reading, page: int) -> Bordereau:
    """Return what a bordereau says: its signed code, else its printed labels; a forged one says nothing."""
    if sheet.trust is CodeTrust.BAD_SIGNATURE:
        return Bordereau(page, None, None, None, None, None, None, None, forged=True)
    code = sheet.code
    if not isinstance(code, BordereauCode):
        return printed.bordereau(reading, page)
    return Bordereau(
        page=page,
        guichet=code.guichet or None,
        departement=code.departement or None,
        libelle=code.libelle or None,
        dossiers=code.dossiers,
        pages=code.pages,
        edition=code.edition,
        envoi=code.envoi or None,
    )
