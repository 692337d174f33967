"""Make a workspace anew from a backup: read all of it, put it in place, then ask the register before anything leaves.

A file of the workspace says how far that has come, from its first byte to its last: cut at any moment, it goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.durable import copy_durably
from pipeline.engine import lock, tidy
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.publish import publish
from pipeline.errors import Misuse
from pipeline.settings import load
from pipeline.store import journal, outgoing, plis, snapshot, unasked
from pipeline.store.schema import REVISION
from pipeline.upkeep.backup import pending
from pipeline.upkeep.backup.manifest import Manifest
from pipeline.upkeep.backup.pending import Pending, Phase
from pipeline.upkeep.backup.reconcile import Reconciled, reconcile
from pipeline.upkeep.backup.save import ELSEWHERE, blobs_named
from pipeline.upkeep.backup.shelf import Shelf
from pipeline.upkeep.check_world import Violation, check_world
from pipeline.upkeep.purge import Purged, purge

OUTSIDE = ("inbox", "outbox/sne", "outbox/mels")
"""What of a workspace is not its own, and outlives it: what comes to it, what its connectors ``fichier`` gave away."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A workspace that was restored, as it stood at ``at``, and that may work again.

    ``last``: the last reception that it knows of, by canal and station. ``untold``: plis whose message is due, and may
    have left since. ``old``: what the retention rules would erase now.
    """

    at: datetime
    reconciled: Reconciled
    last: Mapping[tuple[str, str | None], datetime]
    questions: int
    untold: int
    old: Purged
    violations: tuple[Violation, ...]


def restore(
    source: Path, racine: Path, environ: Mapping[str, str], step: Step, on_wait: Callable[[], None]
) -> Restored:
    """Restore the backup of ``source`` to ``racine``, which must be empty, or go on where that was cut.

    Raises Misuse, nothing written, when it cannot be done; Unavailable, to be called again, when the register does not
    answer: until it has, nothing leaves the workspace.
    """
    shelf, found = Shelf(source), pending.read(racine)
    manifest = _manifest(shelf, step) if found is None or found.phase is Phase.COPYING else None
    if found is None:
        _refuse_unless_empty(racine)
    with lock.sole(racine, on_wait), lock.still(racine, on_wait):
        if manifest is not None:
            found = _copy(shelf, manifest, racine, environ, step)
        if found is None:
            raise Misuse("cet espace de travail n'attend plus aucune restauration.")
        with closing(House(racine, environ)) as house:
            return ask_register(house, found.at, found.head, step)


def ask_register(house: House, at: datetime, head: str, step: Step) -> Restored:
    """Ask the register about a database that is in place as it stood at ``at``, then let the work begin.

    Raises what :func:`reconcile` does: everybody waits still.
    """
    reconciled = reconcile(house, at, head, step)
    restored = _account(house, at, reconciled)
    pending.clear(house.racine)
    return restored


def _manifest(shelf: Shelf, step: Step) -> Manifest:
    """Return the manifest of a backup of which every byte was read, and is right."""
    manifest = shelf.manifest()
    if manifest is None:
        raise Misuse("il n'y a pas de sauvegarde à cet endroit, ou elle n'a jamais été finie.")
    if manifest.revision > REVISION:
        raise Misuse("cette sauvegarde vient d'une version plus récente du programme : installez-la d'abord.")
    wrong = 0
    for count, name in enumerate(sorted(manifest.contents), start=1):
        wrong += not shelf.is_whole(name)
        step(count, len(manifest.contents))
    if wrong:
        raise Misuse(f"cette sauvegarde est abîmée : {wrong} contenus manquent ou ont changé ; prenez-en une autre.")
    return manifest


def _refuse_unless_empty(racine: Path) -> None:
    """Refuse to write over anything; files without a byte, such as locks, are nothing."""
    outside = [racine / place for place in OUTSIDE]
    for path in racine.rglob("*"):
        is_own = not any(path.is_relative_to(place) for place in outside)
        if is_own and path.is_file() and path.stat().st_size:
            raise Misuse(f"{racine} n'est pas vide : on ne restaure que dans un dossier vide, ou nouveau.")


def _copy(shelf: Shelf, manifest: Manifest, racine: Path, environ: Mapping[str, str], step: Step) -> Pending:
    """Put everything in place; what was put there before a death is put there again."""
    found = Pending(Phase.COPYING, manifest.at, manifest.mark.head)
    known = pending.read(racine)
    if known is not None and known.head != found.head:
        raise Misuse("une autre sauvegarde est à demi restaurée ici : reprenez avec elle, ou dans un autre dossier.")
    database = _database(shelf, manifest, racine, environ)
    if known is None and database.exists():
        raise Misuse("PLI_BASE : il y a déjà une base à cet endroit ; on ne restaure pas par-dessus.")
    pending.write(racine, found)
    for place, name in manifest.files.items():
        _put(shelf.path(name), racine / place, is_ours=not place.startswith(OUTSIDE))
    (racine / "config").mkdir(exist_ok=True)
    (racine / "config").chmod(0o700)  # the keys are in it
    database.parent.mkdir(parents=True, exist_ok=True)
    snapshot.put(shelf.path(manifest.base), database)
    with closing(House(racine, environ)) as house:
        tidy.free_leases(house)
        _put_blobs(shelf, manifest, house, step)
        with house.store.begin() as tx:
            snapshot.show_again(tx)
            unasked.expect(tx, house.settings.now(), found.at, found.head)
        publish(house)
    found = Pending(Phase.ASKING, found.at, found.head)
    pending.write(racine, found)
    return found


def _put(source: Path, path: Path, *, is_ours: bool) -> None:
    """Put a file in its place, for its owner alone; what the outside has kept there stays."""
    if is_ours or not path.exists():
        copy_durably(source, path)
        path.chmod(0o600)


def _put_blobs(shelf: Shelf, manifest: Manifest, house: House, step: Step) -> None:
    with house.store.begin() as tx:
        named = sorted(blobs_named(tx).intersection(manifest.contents))
    for count, name in enumerate(named, start=1):
        house.store.blobs.put_file(shelf.path(name))
        step(count, len(named))


def _database(shelf: Shelf, manifest: Manifest, racine: Path, environ: Mapping[str, str]) -> Path:
    """Return where the database goes, as the settings of the backup and the environment say."""
    with _set_as(shelf, manifest) as bare:
        base = load(bare, environ).base
    database = snapshot.file_of(base.replace(str(bare.absolute()), str(racine.absolute()), 1))
    if database is None:
        raise Misuse(ELSEWHERE)
    return database


@contextmanager
def _set_as(shelf: Shelf, manifest: Manifest) -> Iterator[Path]:
    """Give a workspace that holds nothing but the settings of a backup."""
    with TemporaryDirectory() as name:
        bare = Path(name)
        for place, content in manifest.files.items():
            if place.startswith("config/"):
                copy_durably(shelf.path(content), bare / place)
        yield bare


def _account(house: House, at: datetime, reconciled: Reconciled) -> Restored:
    with house.store.begin() as tx:
        last = snapshot.last_seen(tx, journal.RECEIVED)
        questions = sum(len(plis.questions(tx, name)) for name in plis.names(tx))
        untold = len(outgoing.due(tx, house.settings.now(), patient=False))
    return Restored(
        at,
        reconciled,
        {place: datetime.fromisoformat(instant) for place, instant in last.items()},
        questions,
        untold,
        purge(house, do=False),
        tuple(check_world(house)),
    )
