"""What a death left is put away, by whoever works in the workspace alone."""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.durable import sweep_drafts
from pipeline.engine.house import House
from pipeline.engine.work import UNFOLDING
from pipeline.store import tasks


def free_leases(house: House) -> None:
    """Free the tasks that are held: whoever held them is dead."""
    with house.store.begin() as tx:
        tasks.release_all(tx)


def sweep(racine: Path) -> None:
    """Remove half-written files; nobody else may be writing."""
    sweep_drafts(racine / "outbox")
    sweep_drafts(racine / "var")
    for folder in (racine / "var").glob(f"{UNFOLDING}*"):
        shutil.rmtree(folder)
