"""Quarantine: what could not be taken, with a file beside it that says why."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path, PurePath

from pipeline.domain.receipt import Receipt
from pipeline.durable import copy_durably, write_durably
from pipeline.errors import InputFault

REASON = ".json"
_EXTENSION = re.compile(r"\.[a-z0-9]{1,7}")


def set_aside(outbox: Path, receipt: Receipt, original: Path, fault: InputFault, now: datetime) -> None:
    """Copy a file to ``quarantaine/<motif>/``, named by its lot; the reason goes last."""
    folder = outbox / "quarantaine" / fault.motif
    suffix = PurePath(receipt.source.nom).suffix.lower()
    if suffix == REASON:
        suffix = ".contenu"  # the reason bears that name
    name = receipt.lot + (suffix if _EXTENSION.fullmatch(suffix) else "")
    copy_durably(original, folder / name)
    why = {
        "source": {"nom": receipt.source.nom, "sha256": receipt.source.sha256, "octets": receipt.source.octets},
        "motif": fault.motif,
        "explication": fault.explanation,
        "le": now.isoformat(),
        "lot": receipt.lot,
    }
    write_durably(folder / f"{receipt.lot}{REASON}", json.dumps(why, ensure_ascii=False, indent=1).encode())


def copies(outbox: Path) -> dict[str, list[Path]]:
    """Return the files of the quarantine, the reasons with them, by the lot that they are named for."""
    found: dict[str, list[Path]] = {}
    for path in sorted((outbox / "quarantaine").glob("*/[!.]*")):
        found.setdefault(path.name.partition(".")[0], []).append(path)
    return found
