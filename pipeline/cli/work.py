"""The commands that do the work of the day: prepare, treat, answer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from pipeline.cli.frame import (
    AS_JSON,
    DONE,
    LATER,
    QUARANTINE,
    RACINE,
    command,
    err,
    held,
    main,
    opened,
    out,
    progress,
    refuse_beside_a_service,
    remark,
    show_json,
    tell_breach,
)
from pipeline.cli.french import FrenchGroup
from pipeline.domain.receipt import Canal
from pipeline.engine import answers, day, lock
from pipeline.errors import Misuse
from pipeline.insight import status, tables
from pipeline.upkeep.guichets import import_guichets


@command("init")
@RACINE
def init(racine: Path) -> int:
    """Prépare un espace de travail."""
    with opened(racine) as house:
        for canal in Canal:
            (house.racine / "inbox" / canal).mkdir(exist_ok=True)
    out.print(f"Espace de travail prêt : {racine}. Déposez les plis dans inbox/<canal>/, puis « pli traiter ».")
    return DONE


@command("traiter")
@click.argument("fichiers", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--canal", type=click.Choice([str(canal) for canal in Canal]), help="Le canal des fichiers donnés.")
@RACINE
@AS_JSON
def treat(fichiers: tuple[Path, ...], canal: str | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Prend ce qui est prêt dans inbox/ (ou les FICHIERS donnés), lit, décide et compose chaque pli."""
    with held(racine) as house, progress("Traitement") as step:
        refuse_beside_a_service(racine)
        taken = set(day.treat(house, fichiers, canal, step))
        overview = status.overview(house)
        now = house.settings.now()
    found = [item for item in overview.plis if item.lot in taken]
    if as_json:
        show_json([item.as_json() for item in found])
    elif found:
        out.print(tables.of_statuses(found, now))
    else:
        out.print("Rien à prendre dans inbox/.")
    if overview.waiting:
        return _later(overview.waiting, racine)
    return QUARANTINE if overview.aside or any(item.refused for item in found) else DONE


@main.group("guichets", cls=FrenchGroup)
def guichets() -> None:
    """Les guichets et leur adresse référente."""


@command("importer", guichets)
@click.argument("fichier", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@RACINE
def import_offices(fichier: Path, racine: Path) -> int:
    """Importe les guichets d'un fichier CSV : code, nom, departement, courriel."""
    with held(racine):
        count = import_guichets(fichier, racine)
    out.print(f"Guichets importés : {count}, dans {racine / 'config' / 'guichets.toml'}.")
    return DONE


@command("trancher")
@click.argument("pieces", nargs=-1, required=True, metavar="PIECE…")
@click.option("--type", "type_", metavar="T", help="Le type de la pièce (config/plan.toml).")
@click.option("--rejeter", metavar="MOTIF", help="Rejeter, pour ce motif (config/motifs.toml).")
@click.option("--dossier", metavar="NU", help="Classer dans la demande de ce numéro unique.")
@click.option("--couper-avant", type=int, metavar="N", help="Une nouvelle pièce commence à la page N.")
@click.option("--fusionner", metavar="PIECE", help="Réunir avec cette pièce voisine.")
@click.option("--tourner", multiple=True, metavar="N=90", help="Redresser la page N : degrés, sens des aiguilles.")
@click.option("--par", metavar="NOM", default="operateur", help="Qui répond.")
@click.option("--annuler", is_flag=True, help="Reprendre les réponses données.")
@RACINE
@AS_JSON
def settle_by_hand(
    pieces: tuple[str, ...],
    type_: str | None,
    rejeter: str | None,
    dossier: str | None,
    couper_avant: int | None,
    fusionner: str | None,
    tourner: tuple[str, ...],
    par: str,
    annuler: bool,  # noqa: FBT001
    racine: Path,
    as_json: bool,  # noqa: FBT001
) -> int:
    """Répond à une question : la réponse est gardée, le pli décidé à nouveau, rien n'est relu."""
    said = answers.Answer(type_, rejeter, dossier, couper_avant, fusionner, tuple(map(_turn, tourner)))
    if annuler and said != answers.Answer():
        raise Misuse("--annuler ne se combine pas avec une réponse.")
    if type_ is not None and rejeter is not None:
        raise Misuse("--type et --rejeter disent le contraire l'un de l'autre.")
    with held(racine) as house:
        known = answers.breached(house, pieces)
        touched = answers.cancel(house, pieces) if annuler else answers.answer(house, pieces, said, par)
        waiting = day.settle_again(house, touched)
        bilans = [status.bilan_of(house, name) for name in touched]
        if as_json:
            show_json([status.public(bilan) for bilan in bilans])
        else:
            for bilan in bilans:
                out.print(tables.of_bilan(bilan, house.rules))
        tell_breach(answers.breached(house, pieces) - known)
    return _later(waiting, racine) if waiting else DONE


def _later(waiting: Sequence[tuple[str, str]], racine: Path) -> int:
    """Say what is waited for, and that the work is kept."""
    reasons = ", ".join(sorted({reason for _, reason in waiting}))
    who = "Le service" if lock.is_served(racine) else "« pli traiter »"
    remark(err, "yellow", "Plus tard", f"{reasons}. {who} reprendra où il en est.")
    return LATER


def _turn(text: str) -> tuple[int, int]:
    page, _, degrees = text.partition("=")
    if not page.isdigit() or not degrees.isdigit():
        raise Misuse(f"--tourner : « {text} » ne convient pas ; écrivez par exemple 3=90.")
    return int(page), int(degrees)
