"""What is read when somebody asks how it goes: one look at the database, and one at this machine's disks."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from pipeline.engine import presence
from pipeline.engine.house import House
from pipeline.recognition import trust
from pipeline.store import calm, checks, gauges
from pipeline.store.checks import Check
from pipeline.store.gauges import Backlog
from pipeline.store.presence import Seen, pages_read
from pipeline.store.tasks import Kind

PAST, LATER = "passee", "plus_tard"
NEAR: Mapping[str, timedelta] = {PAST: timedelta(0), "sous_4h": timedelta(hours=4), "sous_24h": timedelta(hours=24)}
"""How near a deadline is, the nearest first; one that is farther is later."""


@dataclass(frozen=True, slots=True)
class Disk:
    """A disk of the workspace, in bytes."""

    octets: int
    free: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How it goes. ``instant``: seconds of the real clock of the database; ``plis``: by how near their deadline is.

    ``trusted_days``: how long the list of 2D-Doc signers still holds.
    """

    instant: float
    tasks: Mapping[Kind, Backlog]
    plis: Mapping[str, int]
    deposits: Mapping[str, int]
    mails: Mapping[str, int]
    check: Check | None
    pages: Mapping[str, int]
    processes: tuple[Seen, ...]
    disks: Mapping[str, Disk]
    trusted_days: int


def read(house: House) -> Reading:
    """Look; nobody is kept waiting. Raises DatabaseTrouble."""
    now = house.settings.now()
    with house.store.look() as tx:
        return Reading(
            instant=calm.instant(tx),
            tasks=gauges.backlog(tx),
            plis=_near(gauges.deadlines(tx, now), now),
            deposits=gauges.deposits(tx),
            mails=gauges.mails(tx),
            check=checks.last(tx),
            pages=pages_read(tx),
            processes=tuple(presence.seen(tx)),
            disks=_disks(house),
            trusted_days=(trust.shipped().next_update - now.date()).days,
        )


def _near(deadlines: Counter[datetime], now: datetime) -> dict[str, int]:
    """Count by how near they are."""
    found = dict.fromkeys((*NEAR, LATER), 0)
    for deadline, count in deadlines.items():
        found[next((name for name, left in NEAR.items() if deadline < now + left), LATER)] += count
    return found


def _disks(house: House) -> dict[str, Disk]:
    places = {"var": house.racine / "var", "outbox": house.racine / "outbox"}
    return {name: Disk(usage.total, usage.free) for name, path in places.items() if (usage := shutil.disk_usage(path))}
