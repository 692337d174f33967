"""Unfolding in a child with limits: a hostile file kills a child, not the day.

The child writes one file a page into a spool folder and says so on its standard output, a JSON line a
page, then a last line that tells how it ended. Silence for too long is a hang.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, cast

import pipeline
from pipeline.errors import Defect, InputFault
from pipeline.media.confine import confine_child, give_time
from pipeline.media.page_image import EXTENSIONS, Kind, Limits, PageImage
from pipeline.media.unfold import unfold, unfold_folder

log = logging.getLogger(__name__)

_TOO_LONG = "Le fichier n'a pas pu être ouvert (sa lecture prend trop de temps)."
_TOO_LARGE = "Le fichier demande trop de mémoire pour être ouvert."
_INHERITED = frozenset({"LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONDONTWRITEBYTECODE"})
_OF_THE_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page image in the spool folder; ``sha256`` is of the bytes of the file at ``path``."""

    path: Path
    kind: Kind
    dpi: float | None
    sha256: str


def unfold_isolated(source: Path, into: Path, limits: Limits) -> list[StoredPage]:
    """Unfold ``source`` (a file, or the folder of a lot) into the existing folder ``into``.

    Raises InputFault as ``unfold`` does, and when the child dies or is over what ``limits`` let it take; OSError when
    the disk is at fault. What ``into`` then holds is worth nothing.
    """
    command = [sys.executable, "-P", "-m", "pipeline.media.isolated"]
    arguments = [str(os.getpid()), str(source.resolve()), str(into.resolve()), json.dumps(asdict(limits))]
    with subprocess.Popen(  # noqa: S603 - our own module, and paths given as arguments
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as child:
        try:
            return _collect(child, into, limits.silence_seconds)
        finally:
            child.kill()


def _environment() -> dict[str, str]:
    """Return what the child needs to find its libraries: no password of ours is among it."""
    kept = {name: value for name, value in os.environ.items() if name in _INHERITED}
    return {**kept, "PYTHONPATH": str(Path(pipeline.__path__[0]).parent)}


def _collect(child: subprocess.Popen[bytes], into: Path, silence_seconds: float) -> list[StoredPage]:
    """Gather the pages that the child announces, until it says how it ended."""
    pages: list[StoredPage] = []
    for line in _lines(cast("IO[bytes]", child.stdout), silence_seconds):
        match json.loads(line):
            case {"page": str(name), "kind": kind, "dpi": dpi, "sha256": str(sha256)}:
                pages.append(StoredPage(into / name, kind, dpi, sha256))
            case {"unforbidden": [*what]}:
                _warn_once(", ".join(what))
            case {"motif": str(motif), "explanation": str(explanation)}:
                raise InputFault(explanation, motif)
            case {"errno": int(number)}:
                raise OSError(number, os.strerror(number))
            case {"end": int(count)} if count == len(pages):
                return pages
            case other:
                raise Defect(f"the unfolding child said {other!r}")
    if -child.wait() in {signal.SIGPROF, signal.SIGXCPU}:
        raise InputFault(_TOO_LONG)
    log.warning("the unfolding child died after %d pages", len(pages))
    raise InputFault("Le fichier n'a pas pu être ouvert (sa lecture s'est interrompue).")


@cache
def _warn_once(what: str) -> None:
    log.warning("this kernel cannot forbid a child that opens files: %s", what)


def _lines(said: IO[bytes], silence_seconds: float) -> Iterator[bytes]:
    """Yield whole lines as they come; a silent child is a fault of the file."""
    buffered = b""
    while True:
        ready, _, _ = select.select([said], [], [], silence_seconds)
        if not ready:
            raise InputFault(_TOO_LONG)
        chunk = os.read(said.fileno(), 1 << 16)
        if not chunk:
            return
        *lines, buffered = (buffered + chunk).split(b"\n")
        yield from lines


def _store(page: PageImage, number: int, into: Path) -> dict[str, Any]:
    name = f"{number:04d}{EXTENSIONS[page.kind]}"
    (into / name).write_bytes(page.content)
    return {"page": name, "kind": page.kind, "dpi": page.dpi, "sha256": hashlib.sha256(page.content).hexdigest()}


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(parent: str, source: str, into: str, limits: str) -> None:
    """Be the child: unfold, store, tell."""
    path, folder, bounds = Path(source), Path(into), Limits(**json.loads(limits))
    count = weight = 0
    if unforbidden := confine_child(int(parent), folder, bounds):
        _tell({"unforbidden": unforbidden})
    pages = unfold_folder(path.iterdir(), bounds) if path.is_dir() else unfold(path, bounds)
    try:
        for count, page in enumerate(pages, start=1):
            weight += len(page.content)
            bounds.check_unfolded(weight)
            _tell(_store(page, count, folder))
            give_time(bounds)
        _tell({"end": count})
    except InputFault as fault:
        _tell({"motif": fault.motif, "explanation": fault.explanation})
    except MemoryError:
        _tell({"motif": "T11", "explanation": _TOO_LARGE})
    except OSError as error:
        if error.errno not in _OF_THE_DISK:
            raise
        _tell({"errno": error.errno})


if __name__ == "__main__":
    main(*sys.argv[1:])
