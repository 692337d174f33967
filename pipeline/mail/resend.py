"""What is expected of the reader of a mail, and how what was rejected is sent again. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.domain.filing_plan import Family
from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Rules
from pipeline.mail.french import count
from pipeline.mail.remarks import NOTHING_TO_DO, UNSAID, motif_of

WITH_A_FICHE = (
    "placez devant les pièces à renvoyer une fiche récapitulative imprimée pour le dossier {number}, "
    "et joignez le tout à votre prochain envoi."
)
WITH_AN_ATTESTATION = (
    "placez devant les pièces à renvoyer la première page de votre attestation, qui porte le numéro {number}, "
    "et envoyez le tout à la même adresse."
)
HOW: Mapping[Canal, str] = {
    Canal.PAPIER_GUICHET: WITH_A_FICHE,
    Canal.MEL_SECURISE: WITH_A_FICHE,
    Canal.PAPIER_DEMANDEUR: WITH_AN_ATTESTATION,
    Canal.PWP: "déposez de nouveau ces pièces sur le portail, dans le dossier {number}.",
    Canal.SERVICES_WEB: "transmettez de nouveau ces pièces depuis votre logiciel, pour le dossier {number}.",
    Canal.SMARTPHONE: "photographiez et envoyez de nouveau ces pièces, pour la demande {number}.",
    Canal.MEL: "envoyez de nouveau ces pièces par courriel, pour la demande {number}.",
}
_COMMAND = (
    "pli imprimer fiche --nu {number} --guichet {guichet} --documents {pieces} "
    "--nom NOM --prenoms PRENOMS --naissance JJ/MM/AAAA --sortie fiche.pdf"
)
_UNKNOWN_DEMANDE = "T05"


@dataclass(frozen=True, slots=True)
class Resend:
    """How the rejected pieces of a dossier are sent again. ``command``: prints their fiche, where one is needed."""

    how: str
    command: str | None


def resend_of(bilan: Mapping[str, Any], dossier: Mapping[str, Any], rules: Rules) -> Resend | None:
    """Say how to send again what was rejected of a dossier; None when nothing is to be sent again under its number."""
    own = [piece for piece in bilan["pieces"] if piece["id"] in dossier["pieces"]]
    pieces = sum(_comes_again(piece, rules) and piece["motif"] != _UNKNOWN_DEMANDE for piece in own)
    if pieces == 0:
        return None
    canal, number = Canal(bilan["canal"]), dossier["numero_unique"]
    how = HOW[canal].format(number=number)
    return Resend(how, _command(bilan, number, pieces) if HOW[canal] is WITH_A_FICHE else None)


def _command(bilan: Mapping[str, Any], number: str, pieces: int) -> str:
    guichet = bilan["guichet"]["code"] if bilan["guichet"] is not None else "CODE"
    return _COMMAND.format(number=number, guichet=guichet, pieces=pieces)


def to_do(bilan: Mapping[str, Any], noted: Iterable[str], rules: Rules) -> tuple[str, ...]:
    """Say what is expected of the reader, the most pressing first. ``noted``: the remarks that the letter makes."""
    if bilan["registre"]["recues"] == 0:
        return ()
    pieces = bilan["pieces"]
    again = sum(_comes_again(piece, rules) for piece in pieces)
    never = sum(piece["verdict"] == "rejetee" for piece in pieces) - again
    flagged = sum(piece["verdict"] != "rejetee" and bool(set(piece["alertes"]) - UNSAID) for piece in pieces)
    to_read = sum(not remark.endswith(NOTHING_TO_DO) for remark in noted)
    outside = bilan["registre"]["hors_dossier"]
    told = [
        (again, f"{count(again, 'pièce')} à renvoyer"),
        (outside, f"{count(outside, 'page')} à renvoyer avec une fiche ou une attestation devant"),
        (flagged, f"{count(flagged, 'pièce')} à vérifier, sans rien renvoyer si tout est en ordre"),
        (to_read, f"{count(to_read, 'remarque')} à lire (« À noter »)"),
        (never, f"{count(never, 'pièce')} à ne pas renvoyer : hors de la liste réglementaire"),
    ]
    return tuple(words for number, words in told if number)


def _comes_again(piece: Mapping[str, Any], rules: Rules) -> bool:
    """Say whether a piece is expected again: rejected, and of those that may be asked for."""
    return piece["verdict"] == "rejetee" and motif_of(piece["motif"], rules).family is not Family.OUT_OF_SCOPE
