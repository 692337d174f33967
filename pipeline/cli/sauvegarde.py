"""``pli sauvegarder`` and ``pli restaurer``: a copy of the workspace, and a workspace from it."""

from __future__ import annotations

import os
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
    on_wait,
    opened,
    out,
    progress,
    remark,
    show_json,
)
from pipeline.errors import Misuse
from pipeline.insight import tables
from pipeline.upkeep import backup
from pipeline.upkeep.backup import told
from pipeline.upkeep.check_world import UNREACHABLE

BROKEN = frozenset({"I1", "I2", "I5"})
"""The invariants that say that something is lost or was changed: contents, pages, the journal."""
FOLDER = click.Path(file_okay=False, path_type=Path)


@command("sauvegarder")
@click.argument("destination", type=FOLDER)
@RACINE
@AS_JSON
def save(destination: Path, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Sauvegarde l'espace de travail dans le dossier DESTINATION, pendant qu'il travaille ; rien n'y est effacé.

    Sur la même destination, seul ce qui est nouveau est copié, et ce qui a été purgé ici s'en va.
    """
    backup.refuse_unfinished(racine)
    with opened(racine) as house, progress("Sauvegarde") as step:
        backup.refuse_unasked(house)
        saved = backup.save(house, destination, step, lambda: on_wait(racine))
    if as_json:
        show_json(told.saved_as_json(saved))
    else:
        out.print(told.saved_as_sentence(saved), highlight=False)
    missing = len(saved.manifest.missing)
    if missing:
        remark(
            err, "red", "Incomplète", f"{missing} contenus manquaient déjà ici, ou étaient abîmés : « pli verifier »."
        )
    return INTERNAL if missing else DONE


@command("restaurer")
@click.argument("sauvegarde", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--rapprocher", is_flag=True,
    help="La base est déjà remise en place (pg_restore, copie de la machine) : la rapprocher seulement du registre.",
)  # fmt: skip
@RACINE
@AS_JSON
def restore(sauvegarde: Path | None, rapprocher: bool, racine: Path, as_json: bool) -> int:  # noqa: FBT001
    """Restaure la SAUVEGARDE dans un espace de travail vide, puis la rapproche du registre.

    Tant que le registre n'a pas répondu, rien ne part de l'espace de travail. Coupée, la commande se relance telle
    quelle et reprend.
    """
    if (sauvegarde is None) != rapprocher:
        raise Misuse("donnez une SAUVEGARDE, ou --rapprocher quand la base est déjà remise en place.")
    with progress("Restauration" if sauvegarde is not None else "Rapprochement") as step:
        if sauvegarde is not None:
            restored = backup.restore(sauvegarde, racine, os.environ, step, lambda: on_wait(racine))
        else:
            restored = backup.reconcile_put_back(racine, os.environ, step, lambda: on_wait(racine))
    if as_json:
        show_json(told.restored_as_json(restored))
    else:
        out.print(f"Restauré tel que sauvegardé le {restored.at:%d/%m/%Y à %H:%M}.", highlight=False)
        for label, sentence in told.restored_as_remarks(restored):
            remark(out, "yellow", label, sentence)
        if restored.last:
            out.print(told.receptions_as_table(restored))
        if restored.reconciled.unknown:
            out.print(told.unknown_as_table(restored))
        if restored.violations:
            out.print(tables.of_violations(list(restored.violations)))
    return _status(restored)


def _status(restored: backup.Restored) -> int:
    """Say how a restore ended: what is only late, or to be put right, is for its people and no fault of the restore."""
    is_broken = any(it.invariant in BROKEN for it in restored.violations) or bool(restored.reconciled.absent)
    is_unasked = any(it.where == UNREACHABLE for it in restored.violations)
    return INTERNAL if is_broken else LATER if is_unasked else DONE
