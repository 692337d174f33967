"""A run of the mailroom: take what is ready, work it off, show the bilans."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from pathlib import Path

from pipeline.engine.engines import work_off
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.publish import publish
from pipeline.engine.run import run_next
from pipeline.mailroom import inbox, takings
from pipeline.stages.ingest import ingest
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING

log = logging.getLogger(__name__)

PATIENCE_S = 60.0
GLANCE_S = 0.5


def treat(house: House, files: Sequence[Path], canal: str | None, step: Step) -> list[str]:
    """Take what is ready (or ``files``), read, settle and compose it all; return the lots taken.

    A file still moving in the inbox is waited for, up to a minute.
    """
    with house.store.begin() as tx:
        tasks.release_all(tx)  # we hold the workspace: whoever held a lease is dead
        tasks.hurry(tx)
        tasks.revive(tx)
    folders = takings.left_over(house.racine)
    folders += [takings.copy(path, canal, house.racine, house.settings.now()) for path in files]
    taken = [lot for folder in folders for lot in _ingest(folder, house)]

    def stepping(done: int, total: int) -> None:
        publish(house)
        step(done, total)

    if files:
        work_off(house, stepping)
    else:
        taken += _empty_inbox(house, stepping)
    publish(house)
    return taken


def _ingest(folder: Path, house: House) -> list[str]:
    """Record a taking; one that cannot be, for want of room, waits in its place and keeps none of the others."""
    try:
        return [ingest(folder, house.store, house.settings)]
    except OSError as error:
        log.error("taking %s is not recorded: %s", folder.name, error.strerror)  # noqa: TRY400 - its text tells all
        return []


def _empty_inbox(house: House, step: Step) -> list[str]:
    taken: list[str] = []
    deadline = time.monotonic() + PATIENCE_S
    while True:
        drops = inbox.scan(house.racine / "inbox", house.settings.inbox.stabilite_s, time.time())
        ready = [drop for drop in drops if drop.ready]
        for drop in ready:
            folder = takings.take(drop, house.racine, house.settings.now())
            taken += _ingest(folder, house)
        work_off(house, step)
        if len(ready) == len(drops) or time.monotonic() > deadline:
            return taken
        time.sleep(GLANCE_S)


def settle_again(house: House) -> None:
    """Work off what an answer asks for, in this process: nothing is read again."""
    with house.store.begin() as tx:
        tasks.hurry(tx)
    since = time.time()
    while run_next(house, "ici", COMPUTING, since=since) is not None:
        pass
    publish(house)
