"""The command that asks what today's configuration would change, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, RACINE, command, opened, out, progress, remark, show_json


@command("rejouer")
@click.argument("plis", nargs=-1, metavar="[PLI…]")
@RACINE
@AS_JSON
def replay(plis: tuple[str, ...], racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Rejoue des plis (tous par défaut) avec les règles d'aujourd'hui et montre ce qui changerait ; ne change rien."""
    from pipeline.insight import replay as replaying  # noqa: PLC0415 - a tenth of a second, spared to other commands

    with opened(racine) as house, progress("Rejeu") as step:
        replayed, rules = replaying.replay(house, plis, step), house.rules
    if as_json:
        show_json(replayed.as_json())
        return DONE
    if replayed.changed:
        out.print(replaying.as_table(replayed, rules))
    for sentence in replaying.as_sentences(replayed):
        out.print(sentence, highlight=False)
    sent = replayed.tally().counts["deja_deposees"]
    if sent:
        remark(out, "yellow", "Déjà déposées", f"{sent} ; le registre ne suit que par « pli rectifier PIECE ».")
    for pli, reason in replayed.left_out:
        remark(out, "yellow", "Non rejoué", f"{pli} : {reason}")
    return DONE
