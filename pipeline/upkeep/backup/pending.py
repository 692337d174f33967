"""A restore that is not finished, as a file of the workspace: first there, last gone; nothing is sent while it is.

Other machines have no such file: the database says it to them (``store.unasked``) once it is in place.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pipeline.durable import remove_durably, write_durably
from pipeline.engine.house import House
from pipeline.errors import Misuse, Unavailable
from pipeline.store.unasked import awaited

PLACE = "var/restauration.json"
HALF = (
    "cet espace de travail est à demi restauré : rien ne peut y être fait. Relancez « pli restaurer SAUVEGARDE », "
    "avec la même sauvegarde."
)
UNASKED = (
    "cet espace de travail vient d'une sauvegarde et n'a pas encore été rapproché du registre : rien n'en part et rien "
    "n'y change. Relancez « pli restaurer SAUVEGARDE » quand le SNE répond"
)
UNASKED_BASE = (
    "la base vient d'une sauvegarde et n'a pas encore été rapprochée du registre : rien ne part et rien ne change, sur "
    "aucune machine. Relancez « pli restaurer --rapprocher » quand le SNE répond"
)


class Phase(StrEnum):
    """How far a restore has come: files are being put in place; the register is to be asked what it has."""

    COPYING = "copie"
    ASKING = "rapprochement"


@dataclass(frozen=True, slots=True)
class Pending:
    """A restore under way, of the backup taken at ``at``, whose journal ended with ``head``."""

    phase: Phase
    at: datetime
    head: str


def read(racine: Path) -> Pending | None:
    """Return the restore that a workspace waits for, or None."""
    path = racine / PLACE
    if not path.is_file():
        return None
    said = json.loads(path.read_bytes())
    return Pending(Phase(said["etape"]), datetime.fromisoformat(said["du"]), said["tete"])


def write(racine: Path, pending: Pending) -> None:
    """Have a workspace wait for a restore, on disk before this returns."""
    said = {"etape": pending.phase, "du": pending.at.isoformat(), "tete": pending.head}
    write_durably(racine / PLACE, json.dumps(said).encode())


def clear(racine: Path) -> None:
    """Let the work of a workspace begin."""
    remove_durably([racine / PLACE])


def refuse_unasked(house: House) -> None:
    """Raise Unavailable while the database waits for the register, wherever it was put back."""
    with house.store.look() as tx:
        if awaited(tx) is not None:
            raise Unavailable(UNASKED_BASE)


def refuse_unfinished(racine: Path, *, to_look: bool = False) -> None:
    """Raise Misuse for a workspace that is half there, Unavailable for one that waits for the register.

    ``to_look``: who changes and sends nothing may look into the latter.
    """
    found = read(racine)
    if found is not None and found.phase is Phase.COPYING:
        raise Misuse(HALF)
    if found is not None and not to_look:
        raise Unavailable(UNASKED)
