"""``pli rectifier``: what was deposited wrong is withdrawn from the register, and put right."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, LATER, RACINE, command, err, held, out, remark, show_json, tell_breach
from pipeline.cli.french import Required
from pipeline.engine.answers import Answer
from pipeline.engine.rectify import Order, Rectified, rectify
from pipeline.errors import Misuse
from pipeline.insight import status, tables


@command("rectifier")
@click.argument("pieces", nargs=-1, required=True, metavar="PIECE…")
@click.option("--motif", cls=Required, metavar="TEXTE", help="Pourquoi ; le SNE le garde : ni nom ni numéro.")
@click.option("--type", "type_", metavar="T", help="Le bon type (config/plan.toml).")
@click.option("--dossier", metavar="NU", help="Le numéro unique de la bonne demande.")
@click.option("--rejeter", metavar="MOTIF", help="Refuser la pièce, pour ce motif (config/motifs.toml).")
@click.option("--violation", is_flag=True, help="Elle était dans le dossier d'une autre personne.")
@click.option("--par", metavar="NOM", default="operateur", help="Qui rectifie.")
@RACINE
@AS_JSON
def put_right(
    pieces: tuple[str, ...],
    motif: str,
    type_: str | None,
    dossier: str | None,
    rejeter: str | None,
    violation: bool,  # noqa: FBT001
    par: str,
    racine: Path,
    as_json: bool,  # noqa: FBT001
) -> int:
    """Après un dépôt : retire les PIECES du SNE et les reclasse.

    Avec --type ou --dossier, la pièce juste part au prochain déversement ; avec --rejeter, elle est refusée ; sans rien
    de tout cela, elle est retirée tout de suite, et « pli trancher » dira ce qu'elle devient. L'expéditeur est prévenu
    par un nouveau message.
    """
    if rejeter is not None and (type_ is not None or dossier is not None):
        raise Misuse("--rejeter ne se combine ni avec --type ni avec --dossier.")
    order = Order(motif, Answer(type_, rejeter, dossier), par, breach=violation)
    with held(racine) as house:
        done = rectify(house, pieces, order)
        bilans = [status.bilan_of(house, name) for name in done.plis]
        if as_json:
            show_json({"rectifications": done.as_json(), "bilans": [status.public(bilan) for bilan in bilans]})
        else:
            for bilan in bilans:
                out.print(tables.of_bilan(bilan, house.rules))
            _say(done)
    return LATER if done.waiting else DONE


def _say(done: Rectified) -> None:
    """Say what happened at the register, what a breach calls for, and what is waited for."""
    withdrawn = [one.piece for one in done.done if one.withdrawn_at is not None]
    if withdrawn:
        out.print(f"Retirées du SNE : {', '.join(withdrawn)}.")
    tell_breach(one.piece for one in done.done if one.breach)
    if done.waiting:
        reasons = " ; ".join(dict.fromkeys(done.waiting.values()))
        remark(err, "yellow", "Plus tard", f"{reasons}. « pli deverser » reprendra où il en est.")
