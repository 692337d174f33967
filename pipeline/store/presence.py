"""Which processes are there, and what each does: a row for each, told anew now and then by the process itself.

What a process does is in the lease that it holds, under its name. How many pages a machine has read is kept apart from
its processes, which come and go.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from pipeline.store import calm
from pipeline.store.database import add_once
from pipeline.store.schema import machine, presence, tache
from pipeline.store.tasks import IS_OPEN, Kind, State

SILENT_S = 60.0
"""Whoever has said nothing for so long, and does nothing, has fallen silent."""


class Role(StrEnum):
    """What a process is there for."""

    WATCH = "surveiller"
    TREAT = "traiter"
    WORK = "ouvrier"


@dataclass(frozen=True, slots=True)
class Process:
    """A process: ``name`` is that of its leases. ``version``: of the tables and of the reader.

    ``since``: when it came, in seconds of the clock of the database.
    """

    name: str
    machine: str
    number: int
    role: Role
    version: str
    since: float


@dataclass(frozen=True, slots=True)
class Doing:
    """What a process has in hand; ``since``: when it took it, None when an older version did."""

    kind: Kind
    subject: str
    attempt: int
    since: float | None


@dataclass(frozen=True, slots=True)
class Seen:
    """A process as it is seen: ``silence_s`` since it last said that it is there, ``doing`` what it has in hand.

    ``is_silent``: nobody hears of it any more, be it by its lease.
    """

    process: Process
    silence_s: float
    doing: Doing | None

    @property
    def is_silent(self) -> bool:
        return self.doing is None and self.silence_s > SILENT_S


def tell(tx: Connection, told: Process, now: float) -> None:
    """Say that a process is there."""
    if tx.execute(update(presence).where(presence.c.nom == told.name).values(vu=now)).rowcount == 0:
        values = {"machine": told.machine, "numero": told.number, "role": told.role, "version": told.version}
        add_once(tx, presence, {"nom": told.name, **values, "depuis": told.since, "vu": now})


def count_pages(tx: Connection, name: str, pages: int) -> None:
    """Add to the pages that a machine has read."""
    if pages:
        add_once(tx, machine, {"nom": name, "pages": 0})
        tx.execute(update(machine).where(machine.c.nom == name).values(pages=machine.c.pages + pages))


def numbers(tx: Connection, name: str) -> list[int]:
    """Return the numbers of the processes that were on a machine."""
    return list(tx.execute(select(presence.c.numero).where(presence.c.machine == name)).scalars())


def forget(tx: Connection, name: str, gone: Collection[int]) -> None:
    """Forget processes of a machine, by their numbers."""
    tx.execute(delete(presence).where(presence.c.machine == name, presence.c.numero.in_(list(gone))))


def sweep(tx: Connection, before: float) -> None:
    """Forget who was last heard before an instant."""
    tx.execute(delete(presence).where(presence.c.vu < before))


def pages_read(tx: Connection) -> dict[str, int]:
    """Return how many pages each machine has ever read."""
    return {row.nom: row.pages for row in tx.execute(select(machine))}


def seen(tx: Connection) -> list[Seen]:
    """Return the processes with what each does, by machine."""
    now = calm.instant(tx)
    held = (IS_OPEN, tache.c.etat == State.DOING, tache.c.bail >= now)
    busy = {row.ouvrier: row for row in tx.execute(select(tache).where(*held))}
    rows = tx.execute(select(presence).order_by(presence.c.machine, presence.c.depuis, presence.c.nom))
    return [_seen(row, busy.get(row.nom), now) for row in rows]


def _seen(row: Row[Any], task: Row[Any] | None, now: float) -> Seen:
    process = Process(row.nom, row.machine, row.numero, Role(row.role), row.version, row.depuis)
    doing = Doing(Kind(task.genre), task.sujet, task.essais, task.debut) if task is not None else None
    return Seen(process, max(0.0, now - row.vu), doing)
