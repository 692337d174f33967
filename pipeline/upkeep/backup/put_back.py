"""Ask the register about a database that other tools than ours put back: ``pg_restore``, a copy of the machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from pipeline.engine import calm, lock, tidy
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.publish import publish
from pipeline.errors import Misuse
from pipeline.store import coherence, journal, snapshot, unasked
from pipeline.upkeep.backup import pending
from pipeline.upkeep.backup.pending import Phase
from pipeline.upkeep.backup.restore import Restored, ask_register

SERVED = "« pli surveiller » est en marche : arrêtez-le, et les ouvriers, sur toutes les machines, puis recommencez."


def reconcile_put_back(racine: Path, environ: Mapping[str, str], step: Step, on_wait: Callable[[], None]) -> Restored:
    """Bring what the database believes up to what the register has; its own journal says how far it had come.

    From the first instant of this on, all machines wait, until it ends well: cut, it is to be called again. Raises
    Misuse beside a service, and what ``restore`` does.
    """
    found = pending.read(racine)
    if found is not None and found.phase is Phase.COPYING:
        raise Misuse(pending.HALF)
    with lock.sole(racine, on_wait), closing(House(racine, environ)) as house:
        with _no_service(house):
            at, head = _expected(house)
        tidy.free_leases(house)
        with calm.stilled(house, on_wait):
            publish(house)
            return ask_register(house, at, head, step)


def _expected(house: House) -> tuple[datetime, str]:
    """Have all wait, and return how far the database had come: the last thing that happened before."""
    with house.store.begin() as tx:
        known = unasked.awaited(tx)
        if known is None:
            known = coherence.latest(tx) or house.settings.now(), journal.head(tx)
            unasked.expect(tx, house.settings.now(), *known)
            snapshot.show_again(tx)
    return known


@contextmanager
def _no_service(house: House) -> Iterator[None]:
    """Refuse to go on beside a service, of this machine or of another; none starts once all are to wait."""
    mutex = house.store.mutex(lock.SERVICE)
    try:
        if lock.is_served(house.racine) or not mutex.take():
            raise Misuse(SERVED)
        yield
    finally:
        mutex.let_go()
