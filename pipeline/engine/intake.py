"""The way in: what is ready in the inbox is taken and recorded, one drop at a time."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

from pipeline.engine.house import House
from pipeline.engine.run import FULL, FULL_WORDS
from pipeline.errors import Unavailable
from pipeline.mailroom import barred, filesystem, inbox, reserve, rights, takings
from pipeline.mailroom.barred import Barred
from pipeline.mailroom.inbox import Drop
from pipeline.mailroom.reserve import weight
from pipeline.mailroom.rights import Bar
from pipeline.stages.ingest import ingest

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Intake:
    """What a look into the inbox gave: the lots taken, and how many drops were left there to be taken later.

    ``short``: why others are left there however long one waits, in French: no room for them, or no right to them.
    """

    lots: tuple[str, ...]
    left: int
    short: str | None = None


def take_ready(house: House, until: float | None = None) -> Intake:
    """Take what is ready and record it; ``until``: the monotonic instant after which the rest waits, None for all.

    What rights bar is named by « pli etat » for as long as it stays, and is not tried again before it has changed.
    """
    stillness, mounts = house.settings.inbox.stabilite_s, filesystem.mounts()
    drops = inbox.scan(house.racine / "inbox", stillness, time.time(), mounts)
    taken = [lot for folder in takings.waiting(house.racine) for lot in record(folder, house)]
    doors = _Doors(house)
    left, short = 0, None
    for drop in drops:
        if doors.bar(drop):
            continue
        late = until is not None and time.monotonic() > until
        is_ready = drop.ready and not late and inbox.is_ready(drop.path, stillness, time.time(), mounts)
        if is_ready and (why := shortage(house, weight(drop.path))) is not None:
            short = why
            continue
        folder = doors.take(drop) if is_ready else None
        if folder is not None:
            taken += record(folder, house)
        elif not doors.is_barred(drop):
            left += 1
    stays = doors.tell()
    return Intake(tuple(taken), left + len(takings.waiting(house.racine)), short or stays)


def shortage(house: House, octets: int = 0) -> str | None:
    """Say in French on which disk of the workspace there is no room to take in so many bytes; None: on none."""
    places = [*house.settings.own_disks.values(), house.racine / "var" / "prises", house.racine / "outbox"]
    return reserve.shortage(places, octets)


class _Doors:
    """The drops of one look that rights keep where they are, and those that go through."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known = {one.path: one for one in barred.remembered(house.racine)}
        self._barred: dict[str, Barred] = {}

    def bar(self, drop: Drop) -> bool:
        """Say whether a drop stays, by what is seen of it, or as long as it is what could not be taken before."""
        before, why = self._known.get(self._name(drop)), self._why(drop)
        if why is not None:
            self._keep(drop, why)
        elif before is not None and before.tried and before.changed == _changed(drop.path):
            self._barred[before.path] = before
        return self.is_barred(drop)

    def is_barred(self, drop: Drop) -> bool:
        return self._name(drop) in self._barred

    def take(self, drop: Drop) -> Path | None:
        """Take a drop; one that moved away, or that does not hold still, is looked at again later.

        Raises Unavailable when the disk will have nothing: the others would not be taken either.
        """
        try:
            return takings.take(drop, self._house.racine, self._house.settings.now())
        except PermissionError:
            self._keep(drop, rights.words(Bar.FIXED), tried=True)
        except OSError as error:
            if error.errno in FULL:
                raise Unavailable(f"rien n'est pris : {FULL_WORDS}") from error
            log.warning("a drop could not be taken: %s", error.strerror)
        return None

    def tell(self) -> str | None:
        """Keep what was seen to stay for whoever asks; say in French how much that is, None when it is nothing."""
        barred.remember(self._house.racine, self._barred.values())
        return barred.sentence(len(self._barred)) if self._barred else None

    def _why(self, drop: Drop) -> str | None:
        """Say why a drop stays; one that may not be read goes where a rename brings it, and nowhere else."""
        if drop.bar is None or (drop.bar is Bar.UNREAD and not drop.ready):
            return None
        places = (self._house.racine / "var" / "prises", self._house.racine / "outbox" / "quarantaine")
        goes = drop.bar is Bar.UNREAD and rights.is_on_disk_of(drop.path, *places)
        return None if goes else rights.words(drop.bar)

    def _keep(self, drop: Drop, why: str, *, tried: bool = False) -> None:
        self._barred[self._name(drop)] = Barred(self._name(drop), why, _changed(drop.path), tried)

    def _name(self, drop: Drop) -> str:
        return str(drop.path.relative_to(self._house.racine))


def _changed(path: Path) -> int:
    """Return when a drop, or the folder that it stands in, last changed, in nanoseconds; 0 for one that has gone."""
    return max((place.lstat().st_ctime_ns for place in (path, path.parent) if os.path.lexists(place)), default=0)


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
