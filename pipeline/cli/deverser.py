"""``pli deverser``: what is accepted goes to the national register."""

from __future__ import annotations

import os
from datetime import datetime
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
from pipeline.engine import night as nights
from pipeline.settings import load


@command("deverser")
@click.option("--date", "night", type=click.DateTime(["%Y-%m-%d"]), help="Déverser comme cette nuit-là.")
@RACINE
@AS_JSON
def deverse(night: datetime | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Dépose au SNE tout ce qui est accepté."""
    rehearsed = {} if night is None else {"PLI_MAINTENANT": _opening(racine, night)}
    with held(racine, **rehearsed) as house, progress("Déversement") as step:
        done = nights.deverse(house, step, night.date() if night is not None else None)
    if as_json:
        show_json(nights.as_counts(done))
    else:
        out.print(f"{done.deposited} pièces déposées, {done.refused} refusées, {done.unanswered} sans réponse.")
    if done.withheld:
        why = f"{done.withheld} pièces de plis mis de côté ou en attente : voyez « pli etat »."
        remark(err, "yellow", "Retenues", why)
    if done.stopped is not None:
        remark(err, "yellow", "Arrêt", f"{done.stopped} : le reste attend le prochain déversement.")
    return INTERNAL if done.failed else LATER if done.unanswered or done.withheld else DONE


def _opening(racine: Path, night: datetime) -> str:
    opening = load(racine, os.environ).deversement.ouverture
    return datetime.combine(night.date(), opening).isoformat()
