"""What every command stands on: the workspace, the exit statuses, the bars, and errors as sentences."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from pipeline.cli.french import FrenchGroup
from pipeline.engine import calm, events, lock, tidy
from pipeline.engine.house import DatabaseTrouble, House, is_away
from pipeline.engine.run import FULL, FULL_WORDS
from pipeline.errors import Misuse, PliError, Unavailable
from pipeline.insight import tables
from pipeline.upkeep.backup import refuse_unasked, refuse_unfinished

DONE, INTERNAL, USAGE, QUARANTINE, LATER = 0, 1, 2, 3, 4

out = tables.console()
err = Console(stderr=True)

RACINE = click.option(
    "--racine", envvar="PLI_RACINE", default=".", type=click.Path(file_okay=False, path_type=Path),
    help="L'espace de travail (défaut : le dossier courant).",
)  # fmt: skip
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Écrire le résultat en JSON.")


@click.group(cls=FrenchGroup, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
def main() -> None:
    """Numérise les pièces du dossier unique, du pli scanné au registre national."""
    events.tell(os.environ, anew=False)
    logging.captureWarnings(capture=True)


def command(name: str, group: click.Group = main) -> Callable[[Callable[..., int]], click.Command]:
    """Declare a command of ``group`` that returns its exit status; what we raise on purpose becomes a sentence."""

    def declare(function: Callable[..., int]) -> click.Command:
        @wraps(function)
        def guarded(*args: object, **kwargs: object) -> None:
            try:
                status_code = function(*args, **kwargs)
            except Misuse as error:
                remark(err, "red", "Erreur", str(error))
                status_code = USAGE
            except Unavailable as error:
                remark(err, "yellow", "Plus tard", str(error))
                status_code = LATER
            except DatabaseTrouble as error:
                status_code = _trouble(error)
            except OSError as error:
                if error.errno not in FULL:
                    raise
                remark(err, "yellow", "Plus tard", f"{FULL_WORDS} ({error.strerror}) ; ce qui est fait reste fait.")
                status_code = LATER
            except PliError as error:
                remark(err, "red", "Défaut interne", str(error))
                status_code = INTERNAL
            sys.exit(status_code)

        return group.command(name)(guarded)

    return declare


def _trouble(error: DatabaseTrouble) -> int:
    """Say what is wrong with the database, and return the status; the text of the error may quote a paper."""
    if is_away(error):
        why = "vérifiez que le serveur est en marche, joignable, et que le compte de PLI_BASE y a ses droits"
        remark(err, "yellow", "Plus tard", f"la base de données ne répond pas ; {why}. Ce qui est fait reste fait.")
        return LATER
    remark(err, "red", "Base de données", f"elle ne répond pas ({type(error).__name__}) : disque, droits ?")
    return INTERNAL


@contextmanager
def opened(racine: Path, **environ: str) -> Iterator[House]:
    """Open a workspace for reading and for small writes."""
    refuse_unfinished(racine, to_look=True)
    house = House(racine, {**os.environ, **environ})
    try:
        yield house
    finally:
        house.close()


@contextmanager
def held(racine: Path, **environ: str) -> Iterator[House]:
    """Open a workspace to change or send something, alone; a service reads on meanwhile."""
    refuse_unfinished(racine)
    with opened(racine, **environ) as house, lock.sole(racine, lambda: on_wait(racine)):
        refuse_unasked(house)
        if not lock.is_served(racine):
            tidy.sweep(house)
            tidy.free_leases(house)
        yield house


@contextmanager
def stilled(racine: Path, **environ: str) -> Iterator[House]:
    """Open a workspace to work in it while nobody takes nor reads, a service's workers included."""
    with held(racine, **environ) as house, calm.stilled(house, lambda: on_wait(racine)):
        yield house


def refuse_beside_a_service(racine: Path) -> None:
    """Refuse to do what the service of a workspace does by itself."""
    if lock.is_served(racine):
        raise Misuse(
            "le service « pli surveiller » est en marche sur cet espace de travail et fait ce travail lui-même. "
            "Déposez les fichiers dans inbox/<canal>/ ; « pli etat » dit où ils en sont. Le relancer fait reprendre "
            "ce qui est mis de côté ; pour traiter à la main, arrêtez-le d'abord."
        )


def on_wait(racine: Path) -> None:
    """Say who holds the workspace, and that it is waited for."""
    if lock.is_served(racine):
        err.print("Le service finit son étape en cours : quelques secondes d'attente…")
    else:
        err.print("Un autre traitement est en cours dans cet espace de travail : attente de sa fin…")


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar of what is done (nothing when not at a terminal)."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, disable=not err.is_terminal, transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def remark(console: Console, colour: str, label: str, text: str) -> None:
    """Print a sentence under its label; what it quotes is shown as it is."""
    console.print(f"[{colour}]{label} :[/] {escape(text)}", highlight=False)


def tell_breach(pieces: Iterable[str]) -> None:
    """Say what a breach of personal data calls for, where there is one."""
    if names := ", ".join(sorted(pieces)):
        calls = "prévenez le délégué à la protection des données, qui a 72 heures pour en juger"
        remark(err, "red", "Violation enregistrée", f"{names} : {calls}.")


def show_json(content: object) -> None:
    """Print JSON and nothing else."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))
