"""The second engine: Dramatiq on Redis, a bell that tells workers on many machines which task to look at.

The database alone knows what there is to do: a message bears the id of a task and nothing else, and whoever hears it
takes the task there, or finds that it is taken. What Redis loses is announced again a little later; what it delivers
twice is done once. So there are no retries here, no results and no delays: all that is in rows (decision 38).
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from dramatiq import Actor, Message, Middleware
from dramatiq.brokers.redis import RedisBroker
from redis import Redis, RedisError

from pipeline.engine.house import House
from pipeline.engine.pool import Step, tell
from pipeline.errors import Unavailable
from pipeline.store import calm, tasks
from pipeline.store.tasks import COMPUTING, Kind

log = logging.getLogger(__name__)

ACTOR = "faire"
CPU, RESEAU = "cpu", "reseau"
QUEUES: Mapping[Kind, str] = MappingProxyType(dict.fromkeys(COMPUTING, CPU) | {Kind.ASK: RESEAU})
"""Where each kind of work is announced: what waits for the register keeps no core from the others."""
AT_ONCE = 256
"""So many of the most urgent tasks are looked at; what comes after waits in the database, in its order."""
EACH = 8
"""So many tasks wait at Redis for each process that listens: what comes in between passes before all but these."""
AGAIN_S, SURELY_S = 10.0, 30.0
"""What was announced that long ago and is still free was lost, where nothing waits at Redis; where something does."""
ANSWER_S = 5.0
ROUND_S = 0.5
SILENCE_S = 120.0
"""Nobody takes anything for that long: no worker listens."""


def broker(url: str, *middleware: Middleware) -> RedisBroker:
    """Return the broker at ``url`` with its queues; it is not spoken to yet."""
    client = Redis.from_url(url, socket_timeout=ANSWER_S, socket_connect_timeout=ANSWER_S)
    made: RedisBroker = RedisBroker(client=client, middleware=list(middleware), maintenance_chance=100_000)  # type: ignore[no-untyped-call]
    for queue in (CPU, RESEAU):
        made.declare_queue(queue)
    return made


def listen(made: RedisBroker, do: Callable[[str], None]) -> None:
    """Have ``do`` told the id of each task that is announced."""
    made.declare_actor(Actor(do, broker=made, actor_name=ACTOR, queue_name=CPU, priority=0, options={}))


class Bell:
    """The crew of a service whose workers are elsewhere: it announces what there is to do, and cannot be left alone.

    ``is_heard`` says whether Redis answered last.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._broker = broker(str(house.settings.moteur.redis))
        self._told: dict[str, float] = {}
        self.is_heard = True

    def top_up(self) -> None:
        """Announce the most urgent tasks of which nobody was told lately. Without Redis they wait where they are."""
        with self._house.store.look() as tx:
            free = tasks.free(tx, COMPUTING, calm.instant(tx), AT_ONCE)
        self._told = {task: when for task, when in self._told.items() if task in free}
        try:
            for queue in (CPU, RESEAU):
                self._announce(queue, [task for task, kind in free.items() if QUEUES[kind] == queue])
            self.is_heard = True
        except RedisError as error:
            if self.is_heard:
                log.warning("Redis ne répond pas (%s) : le travail attend, rien n'en est perdu", type(error).__name__)
            self.is_heard = False

    def _announce(self, queue: str, free: list[str]) -> None:
        """Have as many messages wait in a queue as its listeners can take up soon, the most urgent first."""
        client, namespace, now = self._broker.client, self._broker.namespace, time.monotonic()
        waiting = cast("int", client.llen(f"{namespace}:{queue}"))
        room = EACH * max(1, cast("int", client.zcard(f"{namespace}:__heartbeats__"))) - waiting
        lost_s = SURELY_S if waiting else AGAIN_S
        untold = [task for task in free if now - self._told.get(task, -math.inf) >= lost_s]
        for task in untold[: max(0, room)]:
            self._broker.enqueue(Message(queue, ACTOR, (task,), {}, {}))
            self._told[task] = now

    def is_busy(self) -> bool:
        """Say whether a worker somewhere does something."""
        with self._house.store.look() as tx:
            return calm.is_anybody_at_work(tx)

    def mind(self) -> None:
        """A worker that is gone lets go of its task by itself: its lease is short."""

    def move(self, house: House) -> None:
        """Announce for another opening of the workspace."""
        self.dismiss()
        self._house = house
        self._broker = broker(str(house.settings.moteur.redis))
        self._told = {}

    def leave(self) -> None:
        """Announce nothing more, and take back what nobody has heard yet."""
        try:
            self._broker.flush_all()
        except RedisError as error:
            log.warning("Redis ne répond pas (%s) : ce qui était annoncé le reste", type(error).__name__)
        self._told = {}

    def dismiss(self) -> None:
        """Let go of the broker."""
        self._broker.close()
        self._broker.client.close()


def work_off(house: House, step: Step) -> None:
    """Have the workers run all computing tasks to their end; ``step`` is told how many are done.

    Raises Unavailable when nobody takes anything for :data:`SILENCE_S`: what there is to do is kept.
    """
    bell, since, alive = Bell(house), house.store.instant(), time.monotonic()
    try:
        while _is_work_left(house, since):
            bell.top_up()
            if bell.is_busy():
                alive = time.monotonic()
            if time.monotonic() - alive > SILENCE_S:
                raise Unavailable(_why(bell))
            tell(house, step)
            time.sleep(ROUND_S)
    finally:
        bell.dismiss()
    tell(house, step)


def _why(bell: Bell) -> str:
    if bell.is_heard:
        return "aucun ouvrier n'écoute : démarrez « dramatiq pipeline.engine.worker »"
    return "Redis (PLI_REDIS) ne répond pas"


def _is_work_left(house: House, since: float) -> bool:
    with house.store.look() as tx:
        return bool(tasks.demand(tx, COMPUTING, calm.instant(tx), since))
