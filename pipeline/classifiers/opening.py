"""What a separator sheet opens, by how far its code is trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.classifiers import handwriting, identity
from pipeline.domain.facts import Demande, Facts, Person
from pipeline.domain.pli import Dossier, Role, Trust
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Rules
from pipeline.domain.text import fold
from pipeline.sheets.codes import CodeTrust, FicheCode
from pipeline.sheets.recognise import Sheet


@dataclass(frozen=True, slots=True)
class Opening:
    """What a fiche or an attestation opens, or why it opens nothing."""

    dossier: Dossier | None
    doubt: str | None = None
    motif: str | None = None
    anomaly: str | None = None


def open_with(sheet: Sheet, canal: Canal, reading: Reading, facts: Facts, rules: Rules) -> Opening:
    """Say what a fiche or an attestation opens, by how far its code is trusted."""
    if sheet.role is not (Role.FICHE if canal.of_guichets else Role.ATTESTATION):
        return Opening(None, f"une {sheet.role} n'ouvre pas de dossier sur ce canal", anomaly="dossier_inattendu")
    if sheet.following:
        return Opening(None, "la première page de l'attestation manque", anomaly="T09")
    if sheet.trust is CodeTrust.UNSIGNED and not sheet.titled:
        return Opening(
            None, "un code porte un numéro unique, sur une page qui n'est pas une fiche connue", anomaly="T04"
        )
    match sheet.trust:
        case CodeTrust.SIGNED:
            return Opening(_dossier(sheet, Trust.SIGNED))
        case CodeTrust.BAD_SIGNATURE:
            return Opening(None, "la signature du code de la feuille est fausse", anomaly="signature_fausse")
        case CodeTrust.UNSIGNED:
            return _open_unsigned(sheet, reading, facts)
        case CodeTrust.NONE:
            return _open_uncoded(sheet, reading, facts, rules)


def _open_unsigned(sheet: Sheet, reading: Reading, facts: Facts) -> Opening:
    demande = facts.demandes.get(sheet.numero_unique or "")
    if sheet.contradicts:
        return Opening(None, "le code de la feuille et le numéro imprimé diffèrent", anomaly="T04")
    if sheet.agrees or _named_on(demande, reading):
        return Opening(_dossier(sheet, Trust.UNSIGNED))
    return Opening(None, "code non signé, et aucun numéro unique lisible pour le confirmer", anomaly="T04")


def _open_uncoded(sheet: Sheet, reading: Reading, facts: Facts, rules: Rules) -> Opening:
    candidates = [number for number in sheet.printed if _born_on(facts.demandes.get(number), sheet, reading)]
    if len(candidates) == 1:
        return Opening(_dossier(replace(sheet, numero_unique=candidates[0]), Trust.OCR))
    if is_by_hand(reading, rules) and not sheet.printed and not reading.unread_codes:
        return Opening(None, motif="T03", anomaly="T03")
    return Opening(None, "le code de la feuille est illisible ou absent", anomaly="T04")


def _dossier(sheet: Sheet, trust: Trust) -> Dossier:
    code = sheet.code if isinstance(sheet.code, FicheCode) else None
    return Dossier(
        numero_unique=sheet.numero_unique or "",
        rang=1,
        trust=trust,
        person=sheet.person,
        announced=sheet.announced,
        guichet=(code.guichet or None) if code is not None else None,
        nonce=(code.nonce or None) if code is not None else None,
    )


def _named_on(demande: Demande | None, reading: Reading) -> bool:
    return (
        demande is not None
        and demande.demandeur is not None
        and identity.mention(demande.demandeur, identity.Names.on(reading)) is not None
    )


def _born_on(demande: Demande | None, sheet: Sheet, reading: Reading) -> bool:
    """Say whether the sheet bears the name and the birth date that the SNE gives for its number."""
    if demande is None or demande.demandeur is None or sheet.person is None:
        return False
    known, read = demande.demandeur, sheet.person
    named = _named_on(demande, reading) or _name(read) == _name(known)
    return named and known.naissance is not None and read.naissance == known.naissance


def _name(person: Person) -> tuple[str, str]:
    """Return the whole surname and the first given name, as two fields of a sheet give them line by line."""
    given = fold(person.prenoms).split()
    return fold(person.nom), given[0] if given else ""


def is_by_hand(reading: Reading, rules: Rules) -> bool:
    """Say whether a sheet seems filled in by hand."""
    share = handwriting.judge([reading]).share
    return share is not None and share >= rules.thresholds.doubtful_handwriting
