"""Takings: what leaves the inbox, out by an atomic rename, nothing lost on the way.

A taking is a folder ``var/prises/<id>/`` that holds first what is known of the drop, then the drop
itself. It goes when the lot is recorded; one that is left over after a death is recorded then.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import shutil
import tarfile
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from pipeline.domain.receipt import Receipt
from pipeline.durable import copy_durably, write_durably
from pipeline.mailroom import carrying, quarantine, reserve, rights
from pipeline.mailroom.inbox import FORSAKEN_S, Drop, companion_path, files_of, is_passed_over, is_there, ok_path
from pipeline.mailroom.writers import is_being_written
from pipeline.media.unfold import natural_order

log = logging.getLogger(__name__)

KNOWN, CONTENT, PACKED, COMPANION = "prise.json", "contenu", "images.tar", "compagnon.json"
UNSHOWN = "\N{REPLACEMENT CHARACTER}"
WAITS = "attend"
"""The mark of a taking into which somebody still writes."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What is known of a drop when it is taken; names that are not UTF-8 are kept as they can be shown.

    ``origin``: where it lay, None when it was copied. ``verite``: the canal that the truth of a golden file names.
    ``unread``: something of it may not be read, and it was taken as it is.
    """

    nom: str
    canal: str | None
    station: str | None
    jour: str | None
    le: str
    origin: str | None
    verite: str | None = None
    unread: bool = False


def take(drop: Drop, racine: Path, now: datetime) -> Path:
    """Move a drop out of the inbox, its companion with it; return the folder of the taking."""
    name, canal, station = shown(drop.path.name), shown(drop.canal), shown(drop.station) or None
    unread, origin = drop.bar is not None, str(drop.path.absolute())
    folder = _begin(racine, Taking(name, canal, station, drop.day, now.isoformat(), origin, unread=unread))
    beside = companion_path(drop.path)
    if is_there(beside):
        _take_companion(beside, folder)
    try:
        drop.path.rename(folder / CONTENT)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        carrying.claim(drop.path, folder)
        carrying.bring(drop.path, folder, folder / CONTENT)
    _clear_beside(drop.path)
    return folder


def _take_companion(beside: Path, folder: Path) -> None:
    """Copy a companion, which goes once its file is taken; one that may not be read comes along as it is."""
    if rights.is_readable(beside):
        write_durably(folder / COMPANION, beside.read_bytes())
    else:
        beside.rename(folder / COMPANION)


def copy(path: Path, canal: str | None, racine: Path, now: datetime) -> Path:
    """Take a file that was given by name: it is copied, never moved.

    Without ``canal`` the companion's counts, else that of the truth beside a golden file.
    """
    folder = _begin(racine, Taking(shown(path.name), canal, None, None, now.isoformat(), None, _true_canal(path)))
    beside = companion_path(path)
    if is_there(beside):
        write_durably(folder / COMPANION, beside.read_bytes())
    copy_durably(path, folder / CONTENT)
    return folder


def shown(name: str | None) -> str:
    """Return a name of the file system as text that can be written anywhere, whatever its bytes were.

    What a screen would obey or hide, such as an end of line or a change of direction, is replaced.
    """
    text = os.fsencode(name or "").decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() or letter == "\N{NO-BREAK SPACE}" else UNSHOWN for letter in text)


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
    for beside in (companion_path(path), ok_path(path)):
        if is_there(beside):
            beside.unlink(missing_ok=True)


def left_over(racine: Path) -> list[Path]:
    """Return the takings that an earlier run did not record; one that took nothing is put away."""
    folders = sorted((racine / "var" / "prises").glob("*"))
    for folder in folders:
        if not (folder / CONTENT).exists() and (not carrying.is_carried(folder) or _is_over(folder)):
            shutil.rmtree(folder)
    return [folder for folder in folders if (folder / CONTENT).exists()]


def _is_over(folder: Path) -> bool:
    """Bring over what was claimed on another file system; say whether there is nothing there for us any more.

    A share that is not there, or a file that moves, is looked at again later: what was claimed shows to nobody else.
    """
    origin = Path(known(folder).origin or "")
    if carrying.claimed(origin, folder).exists():
        try:
            carrying.bring(origin, folder, folder / CONTENT)
        except OSError as error:
            log.warning("taking %s is not brought over: %s", folder.name, error.strerror)
        return False
    return origin.exists()


def is_steady(folder: Path, now: float) -> bool:
    """Say whether nobody writes any more into what was taken: a writer who had opened it follows it out of the inbox.

    One that is not waits for the next look, marked; ``now`` on the real clock.
    """
    path = folder / CONTENT
    parts = files_of(path) if path.is_dir() else [path]
    still_s = now - max((part.stat().st_mtime for part in parts), default=0.0)
    try:
        is_in_use = any(map(is_being_written, parts))
    except OSError:  # whoever reads it will say why
        is_in_use = False
    if is_in_use and still_s < FORSAKEN_S:
        (folder / WAITS).touch()
        return False
    (folder / WAITS).unlink(missing_ok=True)
    return True


def waiting(racine: Path) -> list[Path]:
    """Return the takings into which somebody still wrote when they were last looked at."""
    return sorted(mark.parent for mark in (racine / "var" / "prises").glob(f"*/{WAITS}"))


def known(folder: Path) -> Taking:
    """Return what is known of a taking."""
    return Taking(**json.loads((folder / KNOWN).read_bytes()))


def companion(folder: Path) -> bytes | None:
    """Return the companion that came with a taking, if one did that may be read."""
    path = folder / COMPANION
    return path.read_bytes() if path.exists() and rights.is_readable(path) else None


def is_unread(folder: Path) -> bool:
    """Say whether rights keep us from reading what was taken, or some of it."""
    return known(folder).unread or not rights.is_readable(folder / CONTENT)


def is_folder(folder: Path) -> bool:
    """Say whether a folder of page images was taken."""
    return (folder / CONTENT).is_dir()


def content(folder: Path) -> Path:
    """Return the file that was taken; a folder of images comes as one archive, packed beside it."""
    path = folder / CONTENT
    return _packed(path, folder / PACKED) if path.is_dir() else path


def weight(folder: Path) -> int:
    """Return how many bytes were taken, not packed."""
    return reserve.weight(folder / CONTENT)


def to_quarantine(folder: Path, outbox: Path, receipt: Receipt, motif: str) -> None:
    """Bring what may not be read to the quarantine, as it is."""
    quarantine.move_in(outbox, receipt, motif, folder / CONTENT, folder / COMPANION)


def put_away(folder: Path) -> None:
    """End a taking whose lot is recorded, with what its drop may have left in the inbox.

    The content goes first: a taking without content is over, and the next run sweeps what is left of it.
    """
    origin = known(folder).origin
    if origin is not None and not Path(origin).exists():
        _clear_own(Path(origin), companion(folder))
    if origin is not None:
        carrying.let_go(Path(origin), folder)
    carrying.remove(folder / CONTENT)
    shutil.rmtree(folder)


def _clear_own(path: Path, taken: bytes | None) -> None:
    """Clear what a death left beside a drop that was taken, unless it is of a new drop of the same name."""
    beside = companion_path(path)
    if is_there(beside) and (not rights.is_readable(beside) or (taken is not None and beside.read_bytes() != taken)):
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
    files = [path for path in files_of(folder) if _is_image(path, folder)]
    return sorted(files, key=lambda path: [natural_order(Path(part)) for part in path.relative_to(folder).parts])


def _is_image(path: Path, folder: Path) -> bool:
    return not any(map(is_passed_over, path.relative_to(folder).parts))
