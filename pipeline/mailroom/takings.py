"""Takings: what leaves the inbox, out by an atomic rename, nothing lost on the way.

A taking is a folder ``var/prises/<id>/`` that holds first what is known of the drop, then the drop
itself. It goes when the lot is recorded; one that is left over after a death is recorded then.
"""

from __future__ import annotations

import json
import os
import shutil
import tarfile
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from pipeline.durable import copy_durably, write_durably
from pipeline.mailroom.inbox import Drop, companion_path, is_passed_over, ok_path
from pipeline.media.unfold import natural_order

KNOWN, CONTENT, PACKED, COMPANION = "prise.json", "contenu", "images.tar", "compagnon.json"


@dataclass(frozen=True, slots=True)
class Taking:
    """What is known of a drop when it is taken; names that are not UTF-8 are kept as they can be shown.

    ``origin``: where it lay, None when it was copied. ``verite``: the canal that the truth of a golden file names.
    """

    nom: str
    canal: str | None
    station: str | None
    jour: str | None
    le: str
    origin: str | None
    verite: str | None = None


def take(drop: Drop, racine: Path, now: datetime) -> Path:
    """Move a drop out of the inbox, its companion with it; return the folder of the taking."""
    name, canal, station = shown(drop.path.name), shown(drop.canal), shown(drop.station) or None
    folder = _begin(racine, Taking(name, canal, station, drop.day, now.isoformat(), str(drop.path)))
    beside = companion_path(drop.path)
    if beside.is_file():
        write_durably(folder / COMPANION, beside.read_bytes())
    drop.path.rename(folder / CONTENT)
    _clear_beside(drop.path)
    return folder


def copy(path: Path, canal: str | None, racine: Path, now: datetime) -> Path:
    """Take a file that was given by name: it is copied, never moved.

    Without ``canal`` the companion's counts, else that of the truth beside a golden file.
    """
    folder = _begin(racine, Taking(shown(path.name), canal, None, None, now.isoformat(), None, _true_canal(path)))
    beside = companion_path(path)
    if beside.is_file():
        write_durably(folder / COMPANION, beside.read_bytes())
    copy_durably(path, folder / CONTENT)
    return folder


def shown(name: str | None) -> str:
    """Return a name of the file system as text that can be written anywhere, whatever its bytes were."""
    return os.fsencode(name or "").decode("utf-8", "replace")


def _true_canal(path: Path) -> str | None:
    try:
        truth = json.loads(path.with_name(f"{path.stem}.verite.json").read_bytes())
    except (OSError, ValueError):
        return None
    return truth.get("canal") if isinstance(truth, dict) else None


def _begin(racine: Path, taking: Taking) -> Path:
    folder = racine / "var" / "prises" / uuid.uuid4().hex
    write_durably(folder / KNOWN, json.dumps(asdict(taking)).encode())
    return folder


def _clear_beside(path: Path) -> None:
    companion_path(path).unlink(missing_ok=True)
    ok_path(path).unlink(missing_ok=True)


def left_over(racine: Path) -> list[Path]:
    """Return the takings that an earlier run did not record; one that took nothing is put away."""
    folders = sorted((racine / "var" / "prises").glob("*"))
    for folder in folders:
        if not (folder / CONTENT).exists():
            shutil.rmtree(folder)
    return [folder for folder in folders if (folder / CONTENT).exists()]


def known(folder: Path) -> Taking:
    """Return what is known of a taking."""
    return Taking(**json.loads((folder / KNOWN).read_bytes()))


def companion(folder: Path) -> bytes | None:
    """Return the companion that came with a taking, if one did."""
    path = folder / COMPANION
    return path.read_bytes() if path.exists() else None


def is_folder(folder: Path) -> bool:
    """Say whether a folder of page images was taken."""
    return (folder / CONTENT).is_dir()


def content(folder: Path) -> Path:
    """Return the file that was taken; a folder of images comes as one archive, packed beside it."""
    path = folder / CONTENT
    return _packed(path, folder / PACKED) if path.is_dir() else path


def put_away(folder: Path) -> None:
    """End a taking whose lot is recorded, with what its drop may have left in the inbox.

    The content goes first: a taking without content is over, and the next run sweeps what is left of it.
    """
    origin = known(folder).origin
    if origin is not None and not Path(origin).exists():
        _clear_own(Path(origin), companion(folder))
    path = folder / CONTENT
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    shutil.rmtree(folder)


def _clear_own(path: Path, taken: bytes | None) -> None:
    """Clear what a death left beside a drop that was taken, unless it is of a new drop of the same name."""
    beside = companion_path(path)
    if taken is not None and beside.is_file() and beside.read_bytes() != taken:
        return
    _clear_beside(path)


def _packed(folder: Path, into: Path) -> Path:
    """Pack the images of a folder lot as one archive, the same for the same images, named by their order."""
    with tarfile.open(into, "w") as archive:
        for rank, path in enumerate(_in_order(folder), start=1):
            entry = tarfile.TarInfo(f"{rank:06d}{path.suffix.lower()}")
            entry.size = path.stat().st_size
            with path.open("rb") as file:
                archive.addfile(entry, file)
    return into


def unpack(archive: Path, folder: Path) -> None:
    """Write the images of an archived folder lot into ``folder``, under the flat names that we gave them."""
    with tarfile.open(archive) as packed:
        for entry in packed:
            image = packed.extractfile(entry)
            if image is not None:
                (folder / Path(entry.name).name).write_bytes(image.read())


def _in_order(folder: Path) -> list[Path]:
    """Return the images of a folder and of those within it, in natural order; links are not followed.

    What would never be taken by itself in the inbox is no image here either.
    """
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    files = [path for path in files if not any(map(is_passed_over, path.relative_to(folder).parts))]
    return sorted(files, key=lambda path: [natural_order(Path(part)) for part in path.relative_to(folder).parts])
