"""The way in: what is ready in the inbox is taken and recorded, one drop at a time."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.house import House
from pipeline.mailroom import inbox, takings
from pipeline.mailroom.inbox import Drop
from pipeline.stages.ingest import ingest

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Intake:
    """What a look into the inbox gave: the lots taken, and how many drops were left there to be taken later."""

    lots: tuple[str, ...]
    left: int


def take_ready(house: House, until: float | None = None) -> Intake:
    """Take what is ready and record it; ``until``: the monotonic instant after which the rest waits, None for all."""
    drops = inbox.scan(house.racine / "inbox", house.settings.inbox.stabilite_s, time.time())
    taken: list[str] = []
    left = 0
    for drop in drops:
        late = until is not None and time.monotonic() > until
        folder = _take(drop, house) if drop.ready and not late else None
        if folder is None:
            left += 1
        else:
            taken += record(folder, house)
    return Intake(tuple(taken), left)


def _take(drop: Drop, house: House) -> Path | None:
    """Take a drop; one that moved away, or that cannot be moved, is looked at again later."""
    try:
        return takings.take(drop, house.racine, house.settings.now())
    except OSError as error:
        log.warning("a drop could not be taken: %s", error.strerror)
        return None


def record(folder: Path, house: House) -> list[str]:
    """Record a taking; one that cannot be, for want of room, waits in its place and keeps none of the others."""
    try:
        return [ingest(folder, house.store, house.settings)]
    except OSError as error:
        log.error("taking %s is not recorded: %s", folder.name, error.strerror)  # noqa: TRY400 - its text tells all
        return []


def record_left_over(house: House) -> list[str]:
    """Record the takings that an earlier run, or a full disk, left without their lot."""
    return [lot for folder in takings.left_over(house.racine) for lot in record(folder, house)]
