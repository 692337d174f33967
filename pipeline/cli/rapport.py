"""``pli rapport``: the figures of a period, to read, to print and to lay in a spreadsheet."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, RACINE, command, opened, out, progress, show_json

_DAY = click.DateTime(["%Y-%m-%d"])


@command("rapport")
@click.option("--du", type=_DAY, metavar="JOUR", help="Premier jour de réception (défaut : le 1er du mois de --au).")
@click.option("--au", type=_DAY, metavar="JOUR", help="Dernier jour (défaut : aujourd'hui).")
@click.option(
    "--sortie", metavar="F.html", type=click.Path(dir_okay=False, path_type=Path),
    help="La page à écrire ; ses tableaux .csv vont à côté (défaut : rapport-<du>-<au>.html, ici).",
)  # fmt: skip
@RACINE
@AS_JSON
def report(du: datetime | None, au: datetime | None, sortie: Path | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Écrit les chiffres d'une période : volumes, délais, rejets, guichets, nuits."""
    from pipeline.insight import report as reporting  # noqa: PLC0415 - a tenth of a second, spared to other commands

    with opened(racine) as house, progress("Rapport") as step:
        days = reporting.period(_day(du), _day(au), house.settings.now().date())
        found = reporting.figures(house, days, step)
    written = reporting.write(found, sortie or reporting.default_page(days))
    if as_json:
        show_json(reporting.as_json(found))
        return DONE
    for path in written:
        out.print(f"Écrit : {path}", highlight=False)
    return DONE


def _day(said: datetime | None) -> date | None:
    return said.date() if said is not None else None
