"""I6: what lies on the disk is what the rows name, once it is older than an hour; a purge takes the rest away."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.engine.day import RESUME
from pipeline.engine.house import House
from pipeline.mailroom import quarantine
from pipeline.store import audit
from pipeline.upkeep import orphans
from pipeline.upkeep.check_world.violation import ENGINEER, Violation

PURGE = "« pli purger --faire »"


def check(house: House) -> Iterator[Violation]:
    """Look for files without rows, and for rows without files."""
    now = time.time()
    for kept in orphans.blobs(house, now):
        yield Violation("I6", kept.name, "un contenu que rien ne nomme", PURGE)
    for folder in orphans.unfoldings(house, now):
        yield Violation("I6", folder.name, "des images qu'un arrêt a laissées", f"relancer {RESUME}")
    with house.store.begin() as tx:
        lost = audit.without_pdf(tx)
    for piece in lost:
        yield Violation("I6", piece, "son PDF n'est plus connu", ENGINEER)
    yield from _quarantine(house, now)


def _quarantine(house: House, now: float) -> Iterator[Violation]:
    """Files of the quarantine are named for their lot, each with its reason beside it."""
    copies = {lot: paths for lot, paths in quarantine.copies(house.racine / "outbox").items() if _is_old(paths, now)}
    with house.store.begin() as tx:
        known = audit.known_lots(tx, set(copies))
    for lot, paths in copies.items():
        if lot not in known:
            yield Violation("I6", lot, "un fichier en quarantaine qu'aucun lot ne nomme", "le déposer dans inbox/")
        elif not any(path.suffix == quarantine.REASON for path in paths):
            yield Violation("I6", lot, "un fichier en quarantaine sans explication", ENGINEER)


def _is_old(paths: list[Path], now: float) -> bool:
    return all(now - path.stat().st_mtime > orphans.GRACE_S for path in paths)
