"""What a backup says of itself: written last, since a backup without it is none; sealed, since half of it is none."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from pipeline.errors import Misuse
from pipeline.store.snapshot import Mark

FORMAT = "sauvegarde/1"
UNREADABLE = "cette sauvegarde n'est pas lisible : son manifeste est abîmé ; prenez-en une autre"
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup taken at ``at``, of a database at ``revision`` whose journal had come to ``mark``.

    ``base``: the hash of the database. ``contents``: every content of the backup, its size in bytes by its hash.
    ``files``: by its path in the workspace, the hash of what a file held. ``missing``: blobs that the database names
    and that were already lost, or spoilt, when it was taken.
    """

    at: datetime
    revision: str
    mark: Mark
    base: str
    contents: Mapping[str, int]
    files: Mapping[str, str]
    missing: tuple[str, ...]


def sealed(manifest: Manifest) -> bytes:
    """Return a manifest as it is written."""
    said = {
        "format": FORMAT,
        "le": manifest.at.isoformat(),
        "revision": manifest.revision,
        "journal": {"entrees": manifest.mark.entries, "tete": manifest.mark.head},
        "base": manifest.base,
        "contenus": dict(sorted(manifest.contents.items())),
        "fichiers": dict(sorted(manifest.files.items())),
        "manquants": sorted(manifest.missing),
    }
    return json.dumps({"manifeste": said, "empreinte": _seal(said)}, indent=0).encode()


def unsealed(written: bytes) -> Manifest:
    """Return the manifest that :func:`sealed` wrote; raises Misuse, in French, when this is not one."""
    try:
        whole = json.loads(written)
        said = whole["manifeste"]
        is_ours = said["format"] == FORMAT and whole["empreinte"] == _seal(said)
        found = _manifest(said) if is_ours else None
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise Misuse(f"{UNREADABLE}.") from error
    if found is None or not _holds_together(found):
        raise Misuse(f"{UNREADABLE}.")
    return found


def _manifest(said: dict[str, Any]) -> Manifest:
    return Manifest(
        at=datetime.fromisoformat(said["le"]),
        revision=str(said["revision"]),
        mark=Mark(int(said["journal"]["entrees"]), str(said["journal"]["tete"])),
        base=said["base"],
        contents={str(name): int(octets) for name, octets in said["contenus"].items()},
        files={str(path): name for path, name in said["fichiers"].items()},
        missing=tuple(said["manquants"]),
    )


def _holds_together(manifest: Manifest) -> bool:
    """Say whether all that is named is there, and nothing would be written outside of a workspace."""
    named = {manifest.base, *manifest.files.values()}
    paths = [PurePosixPath(path) for path in manifest.files]
    inside = all(path.parts and not path.is_absolute() and ".." not in path.parts for path in paths)
    return inside and named <= manifest.contents.keys() and all(map(_HASH.fullmatch, manifest.contents))


def _seal(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def as_json(manifest: Manifest) -> dict[str, object]:
    """Return a manifest in a few words, for programs."""
    return {
        "le": manifest.at.isoformat(),
        "journal": {"entrees": manifest.mark.entries, "tete": manifest.mark.head},
        "contenus": len(manifest.contents),
        "octets": sum(manifest.contents.values()),
        "manquants": list(manifest.missing),
    }
