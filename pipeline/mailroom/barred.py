"""What rights keep in the inbox, as whoever takes saw it last: somebody else who looks may have other rights."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.durable import write_durably

PLACE = Path("var", "bloques.json")


@dataclass(frozen=True, slots=True)
class Barred:
    """A drop that stays. ``path``: where, from the workspace on; ``why``: and what to do, in French.

    ``changed``: when it, or the folder that it stands in, last changed, by their inodes, in nanoseconds. ``tried``:
    nothing showed that it would stay, and the system refused: until that changes, it would again.
    """

    path: str
    why: str
    changed: int
    tried: bool = False


def remembered(racine: Path) -> tuple[Barred, ...]:
    """Return what was kept in the inbox when it was last looked at, less what has gone since."""
    try:
        said = json.loads((racine / PLACE).read_bytes())
    except FileNotFoundError:
        return ()
    return tuple(Barred(**one) for one in said if _is_there(racine / one["path"]))


def remember(racine: Path, found: Iterable[Barred]) -> None:
    """Keep what stays, if that is not what is known."""
    ordered = tuple(sorted(found, key=lambda one: one.path))
    if ordered != remembered(racine):
        write_durably(racine / PLACE, json.dumps([asdict(one) for one in ordered]).encode())


def sentence(count: int) -> str:
    """Say how many drops stay, and none of their names: logs repeat it."""
    stay = f"{count} fichiers restent" if count > 1 else "1 fichier reste"
    return f"{stay} dans inbox/, faute de droits pour les prendre : « pli etat » dit lesquels, et que faire"


def _is_there(path: Path) -> bool:
    """Say whether it is there; of what stands in a folder that does not open, nobody knows, and it stands."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except PermissionError:
        return True
    return True
