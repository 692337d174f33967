"""Unfolding in a child with limits: a hostile file kills a child, not the day.

The child writes one file a page into a spool folder and says so on its standard output, a JSON line a
page, then a last line that tells how it ended. Silence for too long is a hang.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import logging
import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, cast

import pipeline
from pipeline.errors import Defect, InputFault
from pipeline.media.page_image import EXTENSIONS, Kind, Limits, PageImage
from pipeline.media.unfold import unfold, unfold_folder

log = logging.getLogger(__name__)

PAGE_SECONDS = 30.0
MEMORY_BYTES = 2 << 30
CPU_SECONDS = 1800
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page image in the spool folder; ``sha256`` is of the bytes of the file at ``path``."""

    path: Path
    kind: Kind
    dpi: float | None
    sha256: str


def unfold_isolated(source: Path, into: Path, limits: Limits, page_seconds: float = PAGE_SECONDS) -> list[StoredPage]:
    """Unfold ``source`` (a file, or the folder of a lot) into the existing folder ``into``.

    Raises InputFault as ``unfold`` does, and when the child dies or says nothing for ``page_seconds``;
    what ``into`` then holds is worth nothing.
    """
    command = [sys.executable, "-P", "-m", "pipeline.media.isolated"]
    arguments = [str(os.getpid()), str(source.resolve()), str(into.resolve()), json.dumps(asdict(limits))]
    home = str(Path(pipeline.__path__[0]).parent)
    environment = {**os.environ, "PYTHONPATH": home}
    with subprocess.Popen(  # noqa: S603 - our own module, and paths given as arguments
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as child:
        try:
            return _collect(cast("IO[bytes]", child.stdout), into, page_seconds)
        finally:
            child.kill()


def _collect(said: IO[bytes], into: Path, page_seconds: float) -> list[StoredPage]:
    """Gather the pages that the child announces, until it says how it ended."""
    pages: list[StoredPage] = []
    for line in _lines(said, page_seconds):
        match json.loads(line):
            case {"page": str(name), "kind": kind, "dpi": dpi, "sha256": str(sha256)}:
                pages.append(StoredPage(into / name, kind, dpi, sha256))
            case {"motif": str(motif), "explanation": str(explanation)}:
                raise InputFault(explanation, motif)
            case {"end": int(count)} if count == len(pages):
                return pages
            case other:
                raise Defect(f"the unfolding child said {other!r}")
    log.warning("the unfolding child died after %d pages", len(pages))
    raise InputFault("Le fichier n'a pas pu être ouvert (sa lecture s'est interrompue).")


def _lines(said: IO[bytes], page_seconds: float) -> Iterator[bytes]:
    """Yield whole lines as they come; a silent child is a fault of the file."""
    buffered = b""
    while True:
        ready, _, _ = select.select([said], [], [], page_seconds)
        if not ready:
            raise InputFault("Le fichier n'a pas pu être ouvert (sa lecture prend trop de temps).")
        chunk = os.read(said.fileno(), 1 << 16)
        if not chunk:
            return
        *lines, buffered = (buffered + chunk).split(b"\n")
        yield from lines


def _confine(parent: int) -> None:
    """Bind this process to its parent's life and to its share of the machine."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we could ask to be told
        sys.exit(1)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _store(page: PageImage, number: int, into: Path) -> dict[str, Any]:
    name = f"{number:04d}{EXTENSIONS[page.kind]}"
    (into / name).write_bytes(page.content)
    return {"page": name, "kind": page.kind, "dpi": page.dpi, "sha256": hashlib.sha256(page.content).hexdigest()}


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main(parent: str, source: str, into: str, limits: str) -> None:
    """Be the child: unfold, store, tell."""
    _confine(int(parent))
    path, bounds, count = Path(source), Limits(**json.loads(limits)), 0
    pages = unfold_folder(path.iterdir(), bounds) if path.is_dir() else unfold(path, bounds)
    try:
        for count, page in enumerate(pages, start=1):
            _tell(_store(page, count, Path(into)))
        _tell({"end": count})
    except InputFault as fault:
        _tell({"motif": fault.motif, "explanation": fault.explanation})


if __name__ == "__main__":
    main(*sys.argv[1:])
