"""``pli courrier``: the envelopes that came, before any of them is scanned."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, RACINE, command, opened, out, show_json
from pipeline.cli.french import Required
from pipeline.domain.receipt import Canal
from pipeline.engine import courrier


@command("courrier")
@click.option(
    "--recu-le", cls=Required, metavar="AAAA-MM-JJ", type=click.DateTime(["%Y-%m-%d"]), help="Le jour de réception."
)
@click.option(
    "--canal", cls=Required, type=click.Choice([str(canal) for canal in Canal]), help="Par où les plis sont arrivés."
)
@click.option(
    "--plis", cls=Required, type=int, metavar="N",
    help="Combien de plis, en plus de ceux déjà comptés ; un nombre négatif en reprend, 0 dit qu'il n'est rien venu.",
)  # fmt: skip
@RACINE
@AS_JSON
def count(recu_le: datetime, canal: str, plis: int, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Compte les plis reçus, pour que « pli etat » nomme ceux qu'on n'aurait pas scannés."""
    day = recu_le.date()
    with opened(racine) as house:
        total = courrier.count(house, day, Canal(canal), plis)
    if as_json:
        show_json({"recu_le": day.isoformat(), "canal": canal, "plis": total})
    else:
        out.print(f"Plis reçus le {day:%d/%m/%Y} par {canal} : {total}.", highlight=False)
    return DONE
