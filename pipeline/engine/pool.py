"""The local engine: worker processes that take tasks until there are none, and do not outlive their parent."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from pipeline.engine import events
from pipeline.engine.house import DatabaseTrouble, House
from pipeline.engine.presence import Presence
from pipeline.engine.run import run_next
from pipeline.errors import Defect
from pipeline.media.confine import confine_worker
from pipeline.store import calm, tasks
from pipeline.store.presence import Role
from pipeline.store.tasks import COMPUTING, Kind, State

log = logging.getLogger(__name__)

IDLE_S, WATCH_S, ORPHAN_S = 0.05, 0.5, 1.0
LINGER_S, RESTING_S = 60.0, 0.25
"""A worker of a service stays, warm, that long after its last task: a new one is there after a second or two."""
DEATHS_MAX = 50
"""Workers that may die in a row: none of them ended well in between."""
NATIVE_THREADS = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}

Step = Callable[[int, int], None]
"""Told (done, in all) as work goes on."""


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker process and the name under which it holds its leases."""

    name: str
    process: BaseProcess


def work_off(house: House, step: Step) -> None:
    """Run all computing tasks to their end in worker processes; ``step`` is told how many are done.

    A worker that dies has its task freed at once and is replaced; a task that kills its worker three times
    is set aside (see ``run``).
    """
    crew = Crew(house, house.store.instant())
    try:
        crew.top_up()
        while crew.is_busy():
            tell(house, step)
            crew.mind()
            crew.top_up()
            time.sleep(WATCH_S)
    finally:
        crew.dismiss()
    tell(house, step)


def tell(house: House, step: Step) -> None:
    """Tell how many of the computing tasks are done, and how many there are."""
    with house.store.look() as tx:
        tally = tasks.tally(tx, COMPUTING)
    done = sum(count for (_, state), count in tally.items() if state in {State.DONE, State.QUARANTINE})
    step(done, sum(tally.values()))


class Crew:
    """The worker processes of one engine, hired while there is work.

    ``since``: when the run began, if what it puts off is left to the next one; None in a run that does not end.
    """

    def __init__(self, house: House, since: float | None = None) -> None:
        os.environ.update(NATIVE_THREADS)
        self._house = house
        self._context = multiprocessing.get_context("spawn")  # a forked OpenCV hangs
        self._since = since
        self._hired = 0
        self._deaths = 0
        self._workers: list[Worker] = []

    def top_up(self) -> None:
        """Hire as many workers as there is work for, up to those that the settings allow."""
        with self._house.store.look() as tx:
            demand = tasks.demand(tx, COMPUTING, calm.instant(tx), self._since)
        allowed = self._house.settings.parallele
        wanted = allowed if Kind.OPEN in demand else min(allowed, sum(demand.values()))  # a lot opens on many pages
        self._workers += [self._hire() for _ in range(wanted - len(self._workers))]

    def _hire(self) -> Worker:
        self._hired += 1
        name = f"{events.HOST}.{os.getpid()}.{self._hired}"
        arguments = (self._house.racine, dict(self._house.environ), name, os.getpid(), self._since)
        process = self._context.Process(target=labour, args=arguments, name=name)
        process.start()
        return Worker(name, process)

    def is_busy(self) -> bool:
        return bool(self._workers)

    def mind(self) -> None:
        """Free the tasks of the workers that died, end those that hang, and let go of those that are done."""
        for worker in list(self._workers):
            if worker.process.exitcode is None:
                self._end_if_hung(worker)
            else:
                self._workers.remove(worker)
                if worker.process.exitcode == 0:
                    self._deaths = 0
                else:
                    self._bury(worker)

    def _end_if_hung(self, worker: Worker) -> None:
        with self._house.store.look() as tx:
            held = tasks.held_by(tx, worker.name)
            is_hung = held is not None and held[1] < calm.instant(tx)
        if is_hung:
            worker.process.kill()

    def _bury(self, worker: Worker) -> None:
        self._deaths += 1
        if self._deaths > DEATHS_MAX:
            raise Defect("worker processes die again and again; see the log")
        with self._house.store.beside() as tx:
            tasks.release(tx, worker.name)

    def move(self, house: House) -> None:
        """Work in another opening of the workspace: each worker goes once its task is done, its successor follows."""
        self._house = house
        self.leave()

    def leave(self) -> None:
        """Ask each worker to go once its task is done."""
        for worker in self._workers:
            worker.process.terminate()

    def dismiss(self) -> None:
        """Leave no worker behind."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()


def labour(racine: Path, environ: Mapping[str, str], name: str, parent: int, since: float | None) -> None:
    """Be a worker: take tasks until none is free and none is under way, or until asked to leave.

    In a run that does not end it stays a while for those to come, whose pli would wait for another worker.
    """
    linger_s = LINGER_S if since is None else 0.0
    with at_work(racine, environ, name, parent) as (house, leaving, presence):
        latest = time.monotonic() + linger_s
        while not leaving.is_set():
            if run_next(house, name, COMPUTING, since=since) is not None:
                latest = time.monotonic() + linger_s
            elif _is_work_under_way(house):
                time.sleep(IDLE_S)  # what others do may give us more
            elif time.monotonic() < latest:
                time.sleep(RESTING_S)
            else:
                return
            presence.tell(house)


@contextmanager
def at_work(
    racine: Path, environ: Mapping[str, str], name: str, parent: int
) -> Iterator[tuple[House, threading.Event, Presence]]:
    """Open a workspace in a process that does its tasks, confined; give what is set once it is asked to leave.

    It says that it is there, and is to say so again between two tasks.

    What the database quotes of papers when it fails is not told: the worker dies of it, and says only of what.
    """
    leaving = obey(parent)
    _hush_native_code()
    events.tell(environ)
    try:
        house = House(racine, environ)
        _confine(house)
        presence = Presence(Role.WORK, name)
        presence.tell(house)
        try:
            yield house, leaving, presence
        finally:
            presence.leave(house)
        house.close()
    except DatabaseTrouble as error:
        log.error("worker %s: the database does not answer (%s)", name, type(error).__name__)  # noqa: TRY400
        sys.exit(1)


def _confine(house: House) -> None:
    """Let this process, which decodes pages, take no more memory than it needs, and reach only what its work asks."""
    settings = house.settings
    is_shared = len(settings.own_disks) < len((settings.base, settings.blobs))
    missing = confine_worker(network=is_shared or settings.sne.connecteur == "http")
    if missing:
        log.warning("ce noyau ne sait pas interdire à un ouvrier : %s", ", ".join(missing))


def obey(parent: int) -> threading.Event:
    """Be a child of ``parent``: do not outlive it, and leave the order to stop to it; set once it gives it."""
    leaving = threading.Event()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells the whole family at once
    signal.signal(signal.SIGTERM, lambda _number, _frame: leaving.set())
    outlive_nobody(parent)
    return leaving


def outlive_nobody(parent: int) -> None:
    """Have this process end at once when ``parent`` is its parent no more."""
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _hush_native_code() -> None:
    """Keep for Python alone the standard error: image libraries write there about pages with nothing on them."""
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)


def _is_work_under_way(house: House) -> bool:
    with house.store.look() as tx:
        return tasks.under_way(tx, COMPUTING)


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(ORPHAN_S)
    os._exit(1)
