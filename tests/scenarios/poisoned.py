"""Workers that die of a page, or of a lot, as they would of a fault in native code."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from pathlib import Path

from pipeline.engine.house import House
from pipeline.engine.pool import obey
from pipeline.engine.run import run_next
from pipeline.engine.work import WORK
from pipeline.store import lots, tasks
from pipeline.store.tasks import COMPUTING, Claim, Kind

DEADLY = b"qui tue"
DEATHS = "morts"
"""The file of ``var/`` to which each death adds a line: the task."""


def labour(racine: Path, environ: Mapping[str, str], name: str, parent: int, since: float | None) -> None:
    """Be a worker whose native code has a hole: a page that holds :data:`DEADLY`, or a lot that is it, ends it."""
    obey(parent)
    house = House(racine, environ)
    works = {**WORK, Kind.READ: mortal(Kind.READ), Kind.OPEN: mortal(Kind.OPEN)}
    while run_next(house, name, COMPUTING, works, since=since) is not None or is_work_under_way(house):
        pass
    house.close()


def mortal(kind: Kind):
    def work(held: Claim, house: House) -> None:
        content = content_of(held, house)
        if content == DEADLY or (kind is Kind.READ and DEADLY in content):
            with (house.racine / "var" / DEATHS).open("a") as deaths:
                deaths.write(f"{held.id}\n")
            ctypes.string_at(0)
        WORK[kind](held, house)

    return work


def content_of(held: Claim, house: House) -> bytes:
    """Return the bytes that a task is about."""
    lot, _, n = held.subject.partition("/")
    with house.store.begin() as tx:
        blob = lots.pages(tx, lot, int(n), int(n))[0].blob if n else lots.receipt(tx, lot).source.sha256
    return house.store.blobs.get(blob)


def is_work_under_way(house: House) -> bool:
    with house.store.begin() as tx:
        return tasks.under_way(tx, COMPUTING)
