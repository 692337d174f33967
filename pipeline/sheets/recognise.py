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

    ``numero_unique``: from its code. ``numbers``: all those of its codes and in clear. ``titled``: its words say
    that it is a sheet. ``agrees``: the number in clear is that of the code. ``contradicts``: another one is in clear.
    ``following``: a page 2 or later.
    """

    role: Role
    trust: CodeTrust
    code: SheetCode | None
    numero_unique: str | None
    printed: tuple[str, ...]
    numbers: frozenset[str]
    titled: bool
    agrees: bool
    contradicts: bool
    person: Person | None
    announced: Announced
    following: bool


def recognise(reading: Reading, on: date, rules: Rules) -> Sheet | None:
    """Return the separator sheet that this page is, or None for a page of content."""
    codes = [parse(code.payload, on, rules.keys, rules.dialects) for code in reading.codes]
    parsed = _most_telling(codes)
    title = printed.title(reading)
    ours = any(code.trust is not CodeTrust.NONE for code in codes)
    laid_out = printed.is_laid_out_as_sheet(reading)
    if title is None and not ours and not (laid_out and reading.unread_codes):
        return None
    number = _number(parsed)
    shown = printed.numbers(reading, on)
    exact = {found.number for found in shown if not found.repaired}
    return Sheet(
        role=_role_of_code(parsed, reading) or title or Role.FICHE,
        trust=parsed.trust,
        code=parsed.fields,
        numero_unique=number,
        printed=tuple(found.number for found in shown),
        numbers=frozenset({n for code in codes if (n := _number(code))} | {found.number for found in shown}),
        titled=title is not None or laid_out,
        agrees=number is not None and exact <= {number} and (bool(exact) or printed.shows(reading, number)),
        contradicts=number is not None and not exact <= {number},
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
