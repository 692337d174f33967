"""A run of the mailroom: take what is ready, work it off, show the bilans."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.engine.engines import Engine, engine_of
from pipeline.engine.house import House
from pipeline.engine.intake import Intake, record, record_left_over, shortage, take_ready
from pipeline.engine.pool import Step
from pipeline.engine.presence import Presence
from pipeline.engine.publish import publish
from pipeline.engine.run import FULL_WORDS, run_next
from pipeline.engine.tidy import free_leases
from pipeline.errors import Unavailable
from pipeline.mailroom import takings
from pipeline.mailroom.reserve import weight
from pipeline.store import tasks
from pipeline.store.presence import Role
from pipeline.store.tasks import SETTLING

PATIENCE_S = 60.0
GLANCE_S = 0.5
RESUME = "« pli traiter », ou « pli surveiller » s'il est en marche"
"""What a person starts again, in French, for :func:`begin` to be done: beside a service, the service itself."""
MEND = f"corriger la cause, puis relancer {RESUME}"


def begin(house: House) -> None:
    """Let what waits or was set aside be tried at once: a person starts the work."""
    with house.store.begin() as tx:
        tasks.hurry(tx)
        tasks.revive(tx)


def treat(house: House, files: Sequence[Path], canal: str | None, step: Step) -> list[str]:
    """Take what is ready (or ``files``), read, settle and compose it all; return the lots taken.

    A file still moving in the inbox is waited for, up to a minute. Raises Unavailable, all that can be done being done,
    when there is no room to take more.
    """
    engine, presence = engine_of(house), Presence(Role.TREAT)
    free_leases(house)
    begin(house)
    taken = record_left_over(house)
    if files and (short := shortage(house, sum(map(weight, files)))) is not None:
        raise Unavailable(short)
    folders = [takings.copy(path, canal, house.racine, house.settings.now()) for path in files]
    taken += [lot for folder in folders for lot in record(folder, house)]

    def stepping(done: int, total: int) -> None:
        publish(house)
        presence.tell(house)
        step(done, total)

    presence.tell(house)
    if files:
        engine.work_off(house, stepping)
        seen = Intake((), 0)
    else:
        seen = _empty_inbox(house, engine, stepping)
    publish(house)
    presence.leave(house)
    if set(takings.left_over(house.racine)) - set(takings.waiting(house.racine)):
        raise Unavailable(f"ce qui est pris n'a pas pu être enregistré tout entier : {FULL_WORDS}")
    if seen.short is not None:
        raise Unavailable(seen.short)
    return [*taken, *seen.lots]


def _empty_inbox(house: House, engine: Engine, step: Step) -> Intake:
    taken: list[str] = []
    deadline = time.monotonic() + PATIENCE_S
    while True:
        intake = take_ready(house)
        taken += intake.lots
        engine.work_off(house, step)
        if not intake.left or time.monotonic() > deadline:
            return replace(intake, lots=tuple(taken))
        time.sleep(GLANCE_S)


def settle_again(house: House, plis: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Work off what an answer asks for, in this process: nothing is read again.

    ``plis``: those that were answered about, None for all. What a worker of a service does of theirs is waited for.
    Return what of theirs waits for the world, with the reasons.
    """
    with house.store.begin() as tx:
        tasks.hurry(tx)
    since = house.store.instant()
    while run_next(house, "ici", SETTLING, since=since, plis=plis) is not None or _is_under_way(house, plis):
        pass
    publish(house)
    with house.store.begin() as tx:
        return tasks.postponed(tx, plis)


def _is_under_way(house: House, plis: Collection[str] | None) -> bool:
    """Wait a little when a worker has a task of these plis: what it does may give us more."""
    if plis is None:
        return False
    with house.store.begin() as tx:
        under_way = tasks.under_way(tx, SETTLING, plis)
    if under_way:
        time.sleep(GLANCE_S / 10)
    return under_way
