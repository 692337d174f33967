"""The way in: what is ready in the inbox is taken and recorded, one drop at a time."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.house import House
from pipeline.engine.run import FULL, FULL_WORDS
from pipeline.errors import Unavailable
from pipeline.mailroom import filesystem, inbox, reserve, takings
from pipeline.mailroom.inbox import Drop
from pipeline.mailroom.reserve import weight
from pipeline.stages.ingest import ingest

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Intake:
    """What a look into the inbox gave: the lots taken, and how many drops were left there to be taken later.

    ``short``: why others are left there however long one waits, in French: there is no room for them.
    """

    lots: tuple[str, ...]
    left: int
    short: str | None = None


def take_ready(house: House, until: float | None = None) -> Intake:
    """Take what is ready and record it; ``until``: the monotonic instant after which the rest waits, None for all."""
    stillness, mounts = house.settings.inbox.stabilite_s, filesystem.mounts()
    drops = inbox.scan(house.racine / "inbox", stillness, time.time(), mounts)
    taken = [lot for folder in takings.waiting(house.racine) for lot in record(folder, house)]
    left, short = 0, None
    for drop in drops:
        late = until is not None and time.monotonic() > until
        is_ready = drop.ready and not late and inbox.is_ready(drop.path, stillness, time.time(), mounts)
        if is_ready and (why := shortage(house, weight(drop.path))) is not None:
            short = why
            continue
        folder = _take(drop, house) if is_ready else None
        if folder is None:
            left += 1
        else:
            taken += record(folder, house)
    return Intake(tuple(taken), left + len(takings.waiting(house.racine)), short)


def shortage(house: House, octets: int = 0) -> str | None:
    """Say in French on which disk of the workspace there is no room to take in so many bytes; None: on none."""
    places = [*house.settings.own_disks.values(), house.racine / "var" / "prises", house.racine / "outbox"]
    return reserve.shortage(places, octets)


def _take(drop: Drop, house: House) -> Path | None:
    """Take a drop; one that moved away, or that cannot be moved, is looked at again later.

    Raises Unavailable when the disk will have nothing: the others would not be taken either.
    """
    try:
        return takings.take(drop, house.racine, house.settings.now())
    except OSError as error:
        if error.errno in FULL:
            raise Unavailable(f"rien n'est pris : {FULL_WORDS}") from error
        log.warning("a drop could not be taken: %s", error.strerror)
        return None


def record(folder: Path, house: House) -> list[str]:
    """Record a taking; one that cannot be, for want of room, waits in its place and keeps none of the others.

    So does one that its writer has not closed.
    """
    try:
        if not takings.is_steady(folder, time.time()):
            return []
        return [ingest(folder, house.store, house.settings)]
    except OSError as error:
        log.error("taking %s is not recorded: %s", folder.name, error.strerror)  # noqa: TRY400 - its text tells all
        return []


def record_left_over(house: House) -> list[str]:
    """Record the takings that an earlier run, or a full disk, left without their lot."""
    return [lot for folder in takings.left_over(house.racine) for lot in record(folder, house)]
