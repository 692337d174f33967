"""Quarantine: what could not be taken, with a file beside it that says why."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path, PurePath

from pipeline.domain.receipt import Receipt
from pipeline.durable import copy_durably, sync_folder, write_durably
from pipeline.errors import InputFault

REASON, COMPANION = ".json", ".compagnon"
_EXTENSION = re.compile(r"\.[a-z0-9]{1,7}")


def set_aside(outbox: Path, receipt: Receipt, original: Path | None, fault: InputFault, now: datetime) -> None:
    """Copy a file to ``quarantaine/<motif>/``, named by its lot, unless its reason, which goes last, is there already.

    ``original``: None for one that may not be read: :func:`move_in` brings it.
    """
    folder = outbox / "quarantaine" / fault.motif
    reason = folder / f"{receipt.lot}{REASON}"
    if reason.exists():
        return
    if original is not None:
        copy_durably(original, folder / _name(receipt))
    why = {
        "source": {"nom": receipt.source.nom, "sha256": receipt.source.sha256, "octets": receipt.source.octets},
        "motif": fault.motif,
        "explication": fault.explanation,
        "le": now.isoformat(),
        "lot": receipt.lot,
    }
    write_durably(reason, json.dumps(why, ensure_ascii=False, indent=1).encode())


def move_in(outbox: Path, receipt: Receipt, motif: str, original: Path, companion: Path) -> None:
    """Bring to the quarantine what may not be read, and its companion, each if it is there, without reading them."""
    folder = outbox / "quarantaine" / motif
    folder.mkdir(parents=True, exist_ok=True)
    for path, name in ((companion, f"{receipt.lot}{COMPANION}"), (original, _name(receipt))):
        if path.exists():
            path.rename(folder / name)
    sync_folder(folder)


def _name(receipt: Receipt) -> str:
    """Return the name of a lot's file: its own extension, unless the reason bears it, or it is none."""
    suffix = PurePath(receipt.source.nom).suffix.lower()
    if suffix == REASON:
        suffix = ".contenu"
    return receipt.lot + (suffix if _EXTENSION.fullmatch(suffix) else "")


def copies(outbox: Path) -> dict[str, list[Path]]:
    """Return the files of the quarantine, the reasons with them, by the lot that they are named for."""
    found: dict[str, list[Path]] = {}
    for path in sorted((outbox / "quarantaine").glob("*/[!.]*")):
        found.setdefault(path.name.partition(".")[0], []).append(path)
    return found
