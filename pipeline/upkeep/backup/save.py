"""Save a workspace while it works: its database at one instant, then every blob that it names, then its files.

A first pass copies the blobs with nobody held up. Then the workspace is held, as for a deposit, which keeps purges
away and nothing from being taken or read; the database is copied, and what came between is all that is left to copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from pipeline.engine import lock
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.errors import Defect, Misuse, Unavailable
from pipeline.mailroom import quarantine, rights
from pipeline.store import audit, holders, snapshot
from pipeline.store.blobs.digest import digest_of
from pipeline.upkeep.backup.manifest import Manifest
from pipeline.upkeep.backup.shelf import Shelf

TAKINGS = "var/prises"
EVERY = ""
"""How the names of all blobs begin: a manifest holds them all."""
ELSEWHERE = (
    "PLI_BASE n'est pas SQLite : la base se sauvegarde par les outils de PostgreSQL (pg_dump, ou l'archivage continu), "
    "et les contenus (PLI_BLOBS) par ceux de leur stockage, la base d'abord, sans purge entre les deux."
)
ANOTHER = (
    "la sauvegarde qui s'y trouve n'est pas un passé de cet espace de travail (un autre, ou un état plus récent) : "
    "elle est gardée. Sauvegardez dans un autre dossier."
)


@dataclass(frozen=True, slots=True)
class Saved:
    """A backup that was taken. ``copied``, ``octets``: the contents that were not there yet, and their bytes."""

    manifest: Manifest
    copied: int
    octets: int


def save(house: House, destination: Path, step: Step, on_wait: Callable[[], None]) -> Saved:
    """Save a workspace to ``destination``, over its last backup there if there is one, which stands until the end.

    ``on_wait`` is called when somebody else holds the workspace. Raises Misuse, in French, when it cannot be there.
    """
    database, shelf = snapshot.file_of(house.settings.base), Shelf(destination)
    if database is None:
        raise Misuse(ELSEWHERE)
    with shelf.taking(house.racine):
        copies = _Copies(house, shelf, _earlier(house, shelf))
        with house.store.begin() as tx:
            named = blobs_named(tx)
        copies.take_blobs(named, step)  # what a purge removes meanwhile is not missed
        with lock.sole(house.racine, on_wait):
            manifest = _take(house, database, shelf, copies, step)
            shelf.finish(manifest)
    return Saved(manifest, copies.copied, copies.octets)


def _earlier(house: House, shelf: Shelf) -> Mapping[str, int]:
    """Return the contents of the backup that is there; raises Misuse when it is none of the past of this workspace."""
    before = shelf.manifest()
    if before is None:
        return {}
    with house.store.begin() as tx:
        is_past = snapshot.goes_on_from(tx, before.mark)
    if not is_past:
        raise Misuse(ANOTHER)
    return before.contents


def _take(house: House, database: Path, shelf: Shelf, copies: _Copies, step: Step) -> Manifest:
    files = copies.take_files(_takings(house))  # before the database, which has what leaves there meanwhile
    at = house.settings.now()
    snapshot.take(database, shelf.draft)
    with snapshot.reading(shelf.draft) as tx:
        _check(tx)
        named, mark, revision = blobs_named(tx), snapshot.mark(tx), snapshot.revision(tx)
        files |= copies.take_files(_files(house, tx))
    missing = copies.take_blobs(named, step)
    base = copies.take(shelf.draft)
    kept = {base, *files.values(), *named.difference(missing)}
    contents = {name: octets for name in kept if (octets := shelf.octets(name)) is not None}
    return Manifest(at, revision, mark, base, contents, files, tuple(missing))


def blobs_named(tx: Connection) -> set[str]:
    """Return every blob that a database names and does not hold for purged."""
    return holders.received(tx, EVERY) | holders.composed(tx, EVERY)


def _check(tx: Connection) -> None:
    fault = snapshot.fault(tx)
    if fault is not None:
        raise Defect(f"the database is damaged, and is not saved over a backup: {fault}")


def _takings(house: House) -> Iterator[Path]:
    return (path for path in (house.racine / TAKINGS).rglob("*") if path.is_file())


def _files(house: House, tx: Connection) -> Iterator[Path]:
    """Yield the files that no row could give back: what people set, what was put aside, what stands for the outside.

    Where the register and the mail are folders (connectors ``fichier``), nobody else has what is in them. What was put
    aside since nobody may read it is left out: there is only its reason to keep.
    """
    found = list((house.racine / "config").rglob("*"))
    copies = quarantine.copies(house.racine / "outbox")
    known = audit.known_lots(tx, set(copies))
    found += [path for lot, paths in copies.items() if lot in known for path in paths if rights.is_readable(path)]
    if house.settings.sne.connecteur == "fichier":
        found += (house.racine / "outbox" / "sne").rglob("*")
    if house.settings.mel.transport == "fichier":
        found += (house.racine / "outbox" / "mels").rglob("*")
    yield from (path for path in found if path.is_file() and not path.name.startswith("."))


class _Copies:
    """What goes from a workspace to a shelf, counted. ``copied``, ``octets``: what was not there yet.

    ``before``: the contents of the backup that is there, with their sizes. Those that still have them are not read: a
    restore reads every byte.
    """

    def __init__(self, house: House, shelf: Shelf, before: Mapping[str, int]) -> None:
        self._house = house
        self._shelf = shelf
        self._before = before
        self.copied = self.octets = 0

    def take_blobs(self, names: Iterable[str], step: Step) -> list[str]:
        """Copy the blobs that the shelf does not hold yet; return those that are not there, or not themselves."""
        ordered = sorted(names)
        missing = []
        for count, name in enumerate(ordered, start=1):
            if not self._is_there(name) and not self._take_blob(name):
                missing.append(name)
            step(count, len(ordered))
        return missing

    def take_files(self, paths: Iterable[Path]) -> dict[str, str]:
        """Copy files; return their hashes by their paths in the workspace. One that is gone meanwhile is left out."""
        found = {}
        for path in paths:
            try:
                found[path.relative_to(self._house.racine).as_posix()] = self.take(path)
            except FileNotFoundError:
                continue
        return found

    def take(self, path: Path) -> str:
        """Copy a file and return its hash. Raises Unavailable when it changes meanwhile."""
        name = digest_of(path)
        if self._shelf.octets(name) != path.stat().st_size and not self._copy(path, name):
            raise Unavailable(f"{path.name} vient de changer ; recommencez la sauvegarde")
        return name

    def _is_there(self, name: str) -> bool:
        octets = self._shelf.octets(name)
        known = self._before.get(name)
        return octets is not None and octets == (self._house.store.blobs.octets([name]) if known is None else known)

    def _take_blob(self, name: str) -> bool:
        try:
            with self._house.store.blobs.local(name) as path:
                return self._copy(path, name)
        except FileNotFoundError:
            return False

    def _copy(self, path: Path, name: str) -> bool:
        is_whole = self._shelf.keep(path, name)
        self.copied += is_whole
        self.octets += path.stat().st_size if is_whole else 0
        return is_whole
