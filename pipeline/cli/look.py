"""The commands that look: why, what is asked, and how well."""

from __future__ import annotations

import os
from pathlib import Path

import click

from pipeline.cli.frame import (
    AS_JSON,
    DONE,
    RACINE,
    command,
    opened,
    out,
    progress,
    show_json,
)
from pipeline.errors import Misuse
from pipeline.insight import evaluate as evaluating
from pipeline.insight import status, tables


@command("expliquer")
@click.argument("piece")
@click.option(
    "--image", metavar="F", type=click.Path(dir_okay=False, path_type=Path),
    help="Écrire aussi une page HTML : la pièce, où chaque chose a été vue, en grand.",
)  # fmt: skip
@RACINE
@AS_JSON
def explain(piece: str, image: Path | None, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Dit pourquoi une pièce est acceptée, rejetée ou à vérifier, et ce qui a été vu."""
    from pipeline.insight import explain as explaining  # noqa: PLC0415 - a tenth of a second, spared to other commands

    with opened(racine) as house:
        explained = explaining.explain(house, piece)
        if image is not None:
            explaining.write_page(house, explained, image)
    if as_json:
        show_json(explained.as_json())
        return DONE
    out.print(explaining.as_table(explained))
    if image is not None:
        out.print(f"À regarder : {image}", highlight=False)
    return DONE


@command("a-verifier")
@RACINE
@AS_JSON
def show_pending(racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Liste les questions ouvertes, les plus urgentes d'abord."""
    with opened(racine) as house:
        found = status.pending(house)
        if as_json:
            show_json([item.as_json() for item in found])
        elif found:
            out.print(tables.of_pending(found, house.settings.now()))
        else:
            out.print("Aucune question ouverte.")
    return DONE


@command("evaluer")
@click.argument("dossier", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--sortie", type=click.Path(file_okay=False, path_type=Path), default=".", help="Où écrire mesures.json.")
@RACINE
@AS_JSON
def evaluate(dossier: Path, sortie: Path, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Passe un jeu de plis dont la vérité est connue, et mesure."""
    with progress("Évaluation") as step:
        measured = evaluating.evaluate(dossier, os.environ, racine / "config", step)
    evaluating.write(measured, sortie)
    if as_json:
        show_json(evaluating.as_json(measured))
    else:
        for part in evaluating.as_tables(measured):
            out.print(part)
    return DONE


@command("servir")
@RACINE
def serve(racine: Path) -> int:  # noqa: ARG001
    """Sert l'application web (pas encore livrée)."""
    raise Misuse("l'application web n'est pas encore livrée.")
