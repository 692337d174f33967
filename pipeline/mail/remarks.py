"""What was not as announced, in sentences for the sender. Pure.

What a person has looked into since asks nothing of the sender any more, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.domain.filing_plan import Motif
from pipeline.domain.rules import Rules
from pipeline.errors import Defect
from pipeline.mail.french import page_numbers

ANOMALIES = {
    "fiche_sans_piece": "Une fiche récapitulative n'est suivie d'aucune pièce",
    "fiche_doublee": "La même fiche récapitulative se trouve deux fois dans l'envoi",
    "signature_fausse": "Le code d'une fiche, d'un bordereau ou d'une attestation n'a pas pu être authentifié",
    "envoi_deja_vu": "Cet envoi, ou l'une de ses fiches, avait déjà été reçu",
    "dossier_inattendu": "Une fiche ou une attestation porte un autre numéro unique que celui annoncé",
    "champ_ignore": "Une indication jointe au fichier n'a pas pu être retenue",
}
# A suspicion of forgery is for whoever instructs the demande in the SNE, not for a mailbox.
UNSAID = frozenset({"A01"})
SETTLED = "Point vérifié : rien à faire de votre part."
NOT_TO_RESEND = "Rien à renvoyer."
NOTHING_TO_DO = (SETTLED, NOT_TO_RESEND)
"""How the remarks end that ask nothing of the reader."""


def motif_of(code: str, rules: Rules) -> Motif:
    """Return the words of a motive. Raises ``Defect`` when nobody has worded it."""
    if code not in rules.motifs:
        raise Defect(f"motive {code} has no words in the configuration")
    return rules.motifs[code]


def remarks(bilan: Mapping[str, Any], dossier: Mapping[str, Any] | None, rules: Rules) -> tuple[str, ...]:
    """Say what there is to note of a dossier, or of the pli as a whole when None; nothing is said twice."""
    number = dossier["numero_unique"] if dossier is not None else None
    told = [it for it in bilan["anomalies"] if it["dossier"] == number and it["code"] not in UNSAID]
    return tuple(dict.fromkeys(_remark(anomaly, bilan, dossier, rules) for anomaly in told))


def _remark(
    anomaly: Mapping[str, Any], bilan: Mapping[str, Any], dossier: Mapping[str, Any] | None, rules: Rules
) -> str:
    if anomaly["code"] == "T07" and dossier is not None and (counts := _counts(dossier)) is not None:
        return counts
    where = _where(anomaly["pages"])
    is_settled = anomaly["suite"] == "a_verifier" and bilan["etat"] != "a_verifier"
    if anomaly["code"] in ANOMALIES:
        label, advice = ANOMALIES[anomaly["code"]], ""
    else:
        motif = motif_of(anomaly["code"], rules)
        label, advice = motif.label, motif.advice
    return f"{label}{where}. {SETTLED if is_settled else advice}".rstrip()


def _where(pages: Iterable[int]) -> str:
    found = list(pages)
    return f" (page {page_numbers(found)})" if len(found) == 1 else ""


def _counts(dossier: Mapping[str, Any]) -> str | None:
    """Compare what the sheet announced with what was counted; None when there is nothing to compare."""
    announced, counted = dossier["annonce"], dossier["compte"]
    if announced["pages"] not in {None, counted["pages"]}:
        pages = f"{announced['pages']} annoncées, {counted['pages']} comptées"
        if announced["pages"] > counted["pages"]:
            return f"Moins de pages qu'annoncé : {pages}. Vérifiez, et renvoyez avec une fiche ce qui manquerait."
        return f"Plus de pages qu'annoncé : {pages}. {NOT_TO_RESEND}"
    if announced["documents"] not in {None, counted["documents"]}:
        told = f"{announced['documents']} annoncés, {counted['documents']} comptés"
        return f"Nombre de documents différent : {told}, pour autant de pages. {NOT_TO_RESEND}"
    return None
