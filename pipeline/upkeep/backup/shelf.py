"""Where a backup lies: a folder of contents, each under its hash, and a manifest that names those it is made of."""

from __future__ import annotations

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.durable import copy_durably, is_draft, remove_durably, sweep_drafts, write_durably
from pipeline.errors import Misuse
from pipeline.store import snapshot
from pipeline.store.blobs import PREFIXES, BlobsFolder
from pipeline.upkeep.backup.manifest import Manifest, sealed, unsealed

CONTENTS, MANIFEST, DRAFT, LOCK = "contenus", "manifeste.json", ".base.tmp", "verrou"
DRAFTS = (DRAFT, *(DRAFT + end for end in snapshot.BESIDE))
"""The database on its way, and what SQLite writes beside it; a death leaves them there."""
OURS = frozenset({CONTENTS, MANIFEST, LOCK, *DRAFTS})


class Shelf:
    """A folder that holds one backup, whole, and perhaps contents of one that was begun."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._contents = BlobsFolder(folder / CONTENTS)

    @property
    def draft(self) -> Path:
        """Where a database is written before it is kept as a content."""
        return self._folder / DRAFT

    @contextmanager
    def taking(self, racine: Path) -> Iterator[None]:
        """Have the folder ready to take a backup of ``racine``: nobody but its owner enters it, and nobody else writes.

        Raises Misuse when it holds something else than a backup, when one of the two is in the other, or at once when
        somebody else is saving there.
        """
        folder, own = self._folder.resolve(), racine.resolve()
        if folder.is_relative_to(own) or own.is_relative_to(folder):
            raise Misuse("la sauvegarde et l'espace de travail ne peuvent pas être l'un dans l'autre.")
        if folder.is_dir() and not all(path.name in OURS or is_draft(path) for path in folder.iterdir()):
            raise Misuse(f"{self._folder} contient autre chose qu'une sauvegarde : donnez un dossier vide, ou nouveau.")
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        with (folder / LOCK).open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise Misuse(f"{self._folder} : une autre sauvegarde y est en cours.") from error
            sweep_drafts(folder)
            self._remove_drafts()
            yield

    def manifest(self) -> Manifest | None:
        """Return what the backup says of itself, None when there is none, or when it was never finished."""
        path = self._folder / MANIFEST
        return unsealed(path.read_bytes()) if path.is_file() else None

    def octets(self, name: str) -> int | None:
        """Return how many bytes lie under a hash; None when nothing does."""
        path = self.path(name)
        return path.stat().st_size if path.is_file() else None

    def path(self, name: str) -> Path:
        """Return where a content lies, or would."""
        return self._contents.path(name)

    def keep(self, source: Path, name: str) -> bool:
        """Keep what a file holds; say whether that is what ``name``, its hash, says. What is not is not kept."""
        copy_durably(source, self.path(name))
        is_whole = self.is_whole(name)
        if not is_whole:
            self.remove([name])
        return is_whole

    def remove(self, names: Iterable[str]) -> None:
        """Remove contents; removing again changes nothing."""
        self._contents.remove(names)

    def is_whole(self, name: str) -> bool:
        """Say whether what lies under a hash is what it says; every byte is read."""
        return self._contents.digest(name) == name

    def finish(self, manifest: Manifest) -> None:
        """Have the folder hold the backup of this manifest, then remove what it does not name: it was purged since."""
        write_durably(self._folder / MANIFEST, sealed(manifest))
        self._remove_drafts()
        self.remove(name for name in self._names() if name not in manifest.contents)

    def _remove_drafts(self) -> None:
        remove_durably(self._folder / name for name in DRAFTS)

    def _names(self) -> Iterator[str]:
        return (kept.name for prefix in PREFIXES for kept in list(self._contents.listed(prefix)))
