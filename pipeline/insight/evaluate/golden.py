"""Golden sets: folders of plis whose truth is known (contract, end of §3)."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.domain.receipt import Canal
from pipeline.errors import Misuse
from pipeline.mailroom.inbox import companion_path, ok_path

TRUTH = ".verite.json"
NEVER_A_LOT = (".json", ".ok")


@dataclass(frozen=True, slots=True)
class GoldenPli:
    """A file, or a folder of page images, with the channel that it comes by and the truth about it."""

    name: str
    path: Path
    canal: Canal
    truth: dict[str, Any]

    def drop(self, inbox: Path) -> None:
        """Copy the lot into ``inbox`` as a scanner station would: its companion beside it, its mark last."""
        target = inbox / self.canal / self.path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = companion_path(self.path)
        if beside.is_file():
            shutil.copyfile(beside, companion_path(target))
        if self.path.is_dir():
            shutil.copytree(self.path, target)
        else:
            shutil.copyfile(self.path, target)
        ok_path(target).touch()


def read_set(folder: Path) -> list[GoldenPli]:
    """Return the plis of a golden set, by name; raises Misuse when there are none or a truth does not hold."""
    if not folder.is_dir():
        raise Misuse(f"{folder} : ce dossier n'existe pas.")
    truths = sorted(folder.glob(f"*{TRUTH}"))
    if not truths:
        raise Misuse(f"{folder} : aucun fichier <nom>{TRUTH} ; un jeu de référence en a un par pli.")
    return [_golden(path) for path in truths]


def _golden(path: Path) -> GoldenPli:
    name = path.name.removesuffix(TRUTH)
    truth = _object(path)
    if truth is None:
        raise Misuse(f"{path} : ce n'est pas un objet JSON.")
    lot = _lot(path.parent, name)
    return GoldenPli(name, lot, _canal(lot, truth), truth)


def _lot(folder: Path, name: str) -> Path:
    """Return what bears that name in a set: a folder of images, else the one file whatever its extension."""
    if (folder / name).is_dir():
        return folder / name
    found = [path for path in sorted(folder.iterdir()) if path.stem == name and path.suffix not in NEVER_A_LOT]
    if len(found) != 1:
        raise Misuse(f"{folder / name}{TRUTH} : {len(found)} fichiers portent ce nom ; il en faut exactement un.")
    return found[0]


def _canal(lot: Path, truth: dict[str, Any]) -> Canal:
    """Return the channel that the companion says, else the truth, else the guichets' paper."""
    beside = companion_path(lot)
    companion = _object(beside) if beside.is_file() else None
    said = ((companion or {}).get("canal"), truth.get("canal"))
    return next((Canal(canal) for canal in said if canal in set(Canal)), Canal.PAPIER_GUICHET)


def _object(path: Path) -> dict[str, Any] | None:
    """Return a JSON object, or None when that is not what the file holds."""
    try:
        content = json.loads(path.read_bytes())
    except ValueError:
        return None
    return content if isinstance(content, dict) else None
