"""``pli simuler``: what so many pieces a year ask of machines and people."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli.frame import AS_JSON, DONE, RACINE, command, opened, out, progress, show_json
from pipeline.errors import Misuse


@command("simuler")
@click.option("--departements", type=click.IntRange(1, 101), metavar="N", help="Autant de départements moyens.")
@click.option("--pays", is_flag=True, help="Le pays entier (défaut).")
@click.option("--charge", type=click.FloatRange(0.01, 1000), default=1.0, help="Combien de fois le volume habituel.")
@click.option("--annee", type=click.IntRange(2016, 2049), metavar="A", help="L'année (défaut : celle-ci).")
@click.option("--objectif", type=click.FloatRange(1, 100), default=99.0, help="% des plis à temps (défaut : 99).")
@click.option("--coeurs", type=click.IntRange(1), metavar="N", help="Cœurs donnés (défaut : cherchés).")
@click.option("--operateurs", type=click.IntRange(1), metavar="N", help="Postes donnés (défaut : cherchés).")
@click.option("--questions", type=click.FloatRange(0, 100), metavar="P", help="% des pièces qui posent question.")
@click.option("--panne-h", type=click.FloatRange(0.1, 240), default=24.0, help="Heures d'une machine perdue.")
@click.option(
    "--ordre", type=click.Choice(["rang", "echeance"]), default="echeance",
    help="Quelles tâches d'abord : l'échéance, comme en vrai (défaut), ou l'ordre d'arrivée.",
)  # fmt: skip
@click.option("--graines", type=click.IntRange(1, 20), default=3, metavar="N", help="Tirages (défaut : 3).")
@click.option(
    "--hypotheses", metavar="F.toml", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ce que l'on sait mieux que config/simulation.toml, aux mêmes clés.",
)  # fmt: skip
@click.option(
    "--mesures", metavar="RACINE", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Prendre les temps de travail des tâches de cet espace de travail.",
)  # fmt: skip
@click.option(
    "--sortie", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
    help="Y écrire la page, ses dessins et ses chiffres.",
)  # fmt: skip
@RACINE
@AS_JSON
def simulate(
    departements: int | None,
    pays: bool,  # noqa: FBT001
    charge: float,
    annee: int | None,
    objectif: float,
    coeurs: int | None,
    operateurs: int | None,
    questions: float | None,
    panne_h: float,
    ordre: str,
    graines: int,
    hypotheses: Path | None,
    mesures: Path | None,
    sortie: Path | None,
    racine: Path,
    as_json: bool,  # noqa: FBT001
) -> int:
    """Simule une année : combien de cœurs et d'opérateurs tiennent les échéances, et ce qu'une panne coûte."""
    if pays and departements is not None:
        raise Misuse("--pays et --departements ne vont pas ensemble.")
    from pipeline.insight import simulate as model  # noqa: PLC0415 - half a second, spared to other commands

    with opened(racine) as house:
        supposed, rules, now = model.load(hypotheses), model.rules_of(house.settings), house.settings.now()
    if questions is not None:
        supposed = model.asking(supposed, questions / 100)
    if mesures is not None:
        with opened(mesures) as house:
            supposed = model.timed_by(house, supposed)
    asked = model.Asked(
        place=model.place(departements, charge),
        year=annee or now.year,
        wanted=model.Wanted(objectif / 100, tuple(range(1, graines + 1)), coeurs, operateurs),
        rule="rang" if ordre == "rang" else "echeance",
        lost_h=panne_h,
    )
    part = (departements or supposed.volumes.departements) / supposed.volumes.departements
    with progress("Simulation") as step:
        found = model.study(model.World(supposed, rules, charge * part), asked, step)
    written = model.write(found, sortie) if sortie is not None else ()
    if as_json:
        show_json(model.as_json(found))
        return DONE
    for table in model.as_tables(found):
        out.print(table)
    for path in written:
        out.print(f"Écrit : {path}", highlight=False)
    return DONE
