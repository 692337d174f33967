"""What a death left is put away by whoever works alone here; of what others may be at, only what is old."""

from __future__ import annotations

import math
import shutil
import time
from contextlib import suppress

from pipeline.durable import sweep_drafts
from pipeline.engine import presence
from pipeline.engine.house import House
from pipeline.engine.work import UNFOLDING
from pipeline.store import tasks

OLD_S = 3_600.0
"""Nobody is at what was not touched for so long."""


def free_leases(house: House) -> None:
    """Free the tasks that are held: whoever held them is dead. Those of other machines come back with their leases."""
    if not house.shares_work:
        with house.store.begin() as tx:
            tasks.release_all(tx)


def sweep(house: House) -> None:
    """Remove half-written files, and what is said of processes that are gone.

    No other process of this machine may be writing, but workers that a broker woke. Of those, several may sweep at
    once.
    """
    presence.sweep(house)
    before = time.time() - OLD_S if house.shares_work else math.inf
    with suppress(FileNotFoundError):  # another has just removed it, and what is left is for the next time
        sweep_drafts(house.racine / "outbox", before)
        sweep_drafts(house.racine / "var", before)
        for folder in (house.racine / "var").glob(f"{UNFOLDING}*"):
            if folder.stat().st_mtime < before:
                shutil.rmtree(folder)
