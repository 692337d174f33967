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
from pipeline.engine.post import tell
from pipeline.errors import Misuse
from pipeline.insight import status
from pipeline.stages.notify import send_again

RESENT = {"envoye": "Renvoyé", "a_envoyer": "Remis à plus tard", "refuse": "Refusé"}


@command("notifier")
@click.option("--renvoyer", metavar="PLI", help="Renvoyer le message d'un pli, avec la preuve du premier.")
@RACINE
@AS_JSON
def notify(renvoyer: str | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Envoie les messages dus aux expéditeurs."""
    with held(racine) as house:
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
    told = send_again(pli, house.store, house.transport, house.settings, house.rules)
    if told.mail is None:
        raise Misuse(f"{pli} : aucun message n'est encore parti ; « pli notifier » l'envoie quand il est dû.")
    first = told.repeated
    if as_json:
        show_json({"pli": pli, "a": list(told.mail.to), "reponse": told.mail.proof, "premier": first})
    else:
        out.print(f"{RESENT.get(told.mail.state, 'Non renvoyé')} : {told.mail.proof}. Premier message : {first}.")
    return LATER if told.mail.waiting else DONE
