"""A process says that it is there, between two things that it does: now and then one small write, that never waits.

Where it would have to, for a purge or for whoever writes, it is said a little later.
"""

from __future__ import annotations

import math
import os
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection

from pipeline.engine.events import HOST
from pipeline.engine.house import DatabaseTrouble, House
from pipeline.store import calm, presence
from pipeline.store.presence import Process, Role, Seen
from pipeline.store.schema import REVISION

TELL_S, AGAIN_S = 15.0, 1.0
FAREWELL_S, GLANCE_S = 1.0, 0.02
FORGOTTEN_S = 86_400.0
"""A machine that has fallen silent is named for a day."""


class Presence:
    """What this process says of itself, under ``name``: that of its leases, when it takes tasks."""

    def __init__(self, role: Role, name: str | None = None) -> None:
        self._role = role
        self._name = name or f"{HOST}.{os.getpid()}"
        self._said: Process | None = None
        self._again = -math.inf

    def tell(self, house: House) -> None:
        """Say it when it is time, with the pages that were read since."""
        now = time.monotonic()
        if now >= self._again:
            self._again = now + (TELL_S if self._is_told(house) else AGAIN_S)

    def leave(self, house: House) -> None:
        """Say that the process goes, others being let write for a moment; one that cannot is found to be gone."""
        latest = time.monotonic() + FAREWELL_S
        while not self._is_told(house, leaves=True) and time.monotonic() < latest:
            time.sleep(GLANCE_S)

    def _is_told(self, house: House, *, leaves: bool = False) -> bool:
        pages = house.pages_read
        try:
            with house.store.in_passing() as tx:
                now = calm.instant(tx)
                said = self._said or self._myself(house, now)
                if self._said is None:
                    _forget_gone(tx)
                if leaves:
                    presence.forget(tx, HOST, [said.number])
                else:
                    presence.tell(tx, said, now)
                presence.count_pages(tx, HOST, pages)
        except DatabaseTrouble:
            return False
        self._said = said
        house.pages_read -= pages
        return True

    def _myself(self, house: House, now: float) -> Process:
        return Process(self._name, HOST, os.getpid(), self._role, f"{REVISION}-{house.reader}", now)


def sweep(house: House) -> None:
    """Forget the processes of this machine that are gone, and the machines that fell silent long ago."""
    with suppress(DatabaseTrouble), house.store.in_passing() as tx:
        _forget_gone(tx)
        presence.sweep(tx, calm.instant(tx) - FORGOTTEN_S)


def seen(tx: Connection) -> list[Seen]:
    """Return who is there, and who fell silent elsewhere: of this machine, the dead are known to be."""
    found = presence.seen(tx)
    return [one for one in found if one.process.machine != HOST or not _is_gone(one.process.number)]


def _forget_gone(tx: Connection) -> None:
    """Forget the dead of this machine."""
    presence.forget(tx, HOST, [number for number in presence.numbers(tx, HOST) if _is_gone(number)])


def _is_gone(number: int) -> bool:
    """Say whether no process of this machine has that number any more."""
    return not Path(f"/proc/{number}").exists()
