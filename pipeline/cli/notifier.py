"""``pli notifier``: the senders are told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from pipeline.cli.frame import (
    AS_JSON,
    DONE,
    INTERNAL,
    LATER,
    RACINE,
    command,
    err,
    held,
    out,
    progress,
    remark,
    show_json,
)
from pipeline.engine.house import House
from pipeline.engine.post import desk_of, tell
from pipeline.errors import Misuse
from pipeline.insight import status
from pipeline.stages.notify import send_again
from pipeline.stages.returned import take_back

RESENT = {"envoye": "Renvoyé", "a_envoyer": "Remis à plus tard", "refuse": "Refusé"}


@command("notifier")
@click.option("--renvoyer", metavar="PLI", help="Renvoyer le message d'un pli, avec la preuve du premier.")
@click.option(
    "--rebond", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Noter un message revenu : l'avis de non-remise (.eml) dit lequel, et pour quelle adresse.",
)  # fmt: skip
@RACINE
@AS_JSON
def notify(renvoyer: str | None, rebond: Path | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Envoie les messages dus aux expéditeurs."""
    if renvoyer is not None and rebond is not None:
        raise Misuse("--renvoyer et --rebond : l'un ou l'autre.")
    with held(racine) as house:
        if rebond is not None:
            return _take_back(house, rebond, as_json=as_json)
        if renvoyer is not None:
            return _send_again(house, renvoyer, as_json=as_json)
        with progress("Messages") as step:
            post = tell(house, step)
    sent = [(item.pli, item.mail) for item in post.told if item.mail is not None]
    if as_json:
        rows = [{"pli": pli, "etat": m.state, "nature": m.nature, "detail": m.proof} for pli, m in sent]
        show_json(rows)
    else:
        tally = Counter(mail.state for _, mail in sent)
        out.print(
            f"{tally['envoye']} messages envoyés, {tally['refuse']} refusés, "
            f"{tally['non_notifiable']} plis sans personne à prévenir, {post.unanswered} en attente."
        )
    if post.stopped is not None:
        remark(err, "yellow", "Arrêt", f"{post.stopped} : le reste attend le prochain envoi.")
    return INTERNAL if post.failed else LATER if post.unanswered else DONE


def _send_again(house: House, pli: str, *, as_json: bool) -> int:
    status.bilan_of(house, pli)
    told = send_again(pli, desk_of(house))
    if told.mail is None:
        raise Misuse(f"{pli} : aucun message n'est encore parti ; « pli notifier » l'envoie quand il est dû.")
    first = told.repeated
    if as_json:
        show_json({"pli": pli, "a": list(told.mail.to), "reponse": told.mail.proof, "premier": first})
    else:
        out.print(f"{RESENT.get(told.mail.state, 'Non renvoyé')} : {told.mail.proof}. Premier message : {first}.")
    return LATER if told.mail.waiting else DONE


def _take_back(house: House, path: Path, *, as_json: bool) -> int:
    mail, failed = take_back(path.read_bytes(), house.store, house.settings)
    if as_json:
        show_json({"pli": mail.pli, "etat": mail.state, "revenu_de": list(failed), "detail": mail.proof})
    elif failed:
        out.print(f"Message revenu : pli {mail.pli}. {mail.proof}.", markup=False, highlight=False)
    else:
        out.print(f"Pli {mail.pli} : cet avis n'annonce aucun échec ; rien n'est changé.", highlight=False)
    return DONE
