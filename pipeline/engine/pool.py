"""The local engine: worker processes that take tasks until there are none, and do not outlive their parent."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from pipeline.engine.house import House
from pipeline.engine.run import run_next
from pipeline.errors import Defect
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING, Kind, State

IDLE_S, WATCH_S, ORPHAN_S = 0.05, 0.5, 1.0
DEATHS_MAX = 50
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
    os.environ.update(NATIVE_THREADS)
    crew = _Crew(house)
    try:
        while crew.is_busy():
            _tell(house, step)
            crew.mind()
            time.sleep(WATCH_S)
    finally:
        crew.dismiss()
    _tell(house, step)


def _tell(house: House, step: Step) -> None:
    with house.store.begin() as tx:
        tally = tasks.tally(tx, COMPUTING)
    done = sum(count for (_, state), count in tally.items() if state in {State.DONE, State.QUARANTINE})
    step(done, sum(tally.values()))


class _Crew:
    def __init__(self, house: House) -> None:
        self._house = house
        self._context = multiprocessing.get_context("spawn")  # a forked OpenCV hangs
        self._since = time.time()
        self._hired = 0
        self._deaths = 0
        wanted = min(house.settings.parallele, max(1, self._waiting()))
        self._workers = [self._hire() for _ in range(wanted)] if self._waiting() else []

    def _waiting(self) -> int:
        with self._house.store.begin() as tx:
            tally = tasks.tally(tx, COMPUTING)
        pages = sum(count for (kind, state), count in tally.items() if state in {State.TODO, State.DOING})
        opening = tally.get((Kind.OPEN, State.TODO), 0)
        return self._house.settings.parallele if opening else pages

    def _hire(self) -> Worker:
        self._hired += 1
        name = f"{os.getpid()}.{self._hired}"
        arguments = (self._house.racine, dict(self._house.environ), name, os.getpid(), self._since)
        process = self._context.Process(target=labour, args=arguments, name=name)
        process.start()
        return Worker(name, process)

    def is_busy(self) -> bool:
        return bool(self._workers)

    def mind(self) -> None:
        """Replace the workers that died, end those that hang, and let go of those that are done."""
        for worker in list(self._workers):
            if worker.process.exitcode is None:
                self._end_if_hung(worker)
            else:
                self._workers.remove(worker)
                if worker.process.exitcode != 0:
                    self._replace(worker)

    def _end_if_hung(self, worker: Worker) -> None:
        with self._house.store.begin() as tx:
            held = tasks.held_by(tx, worker.name)
        if held is not None and held[1] < time.time():
            worker.process.kill()

    def _replace(self, worker: Worker) -> None:
        self._deaths += 1
        if self._deaths > DEATHS_MAX:
            raise Defect("worker processes die again and again; see the log")
        with self._house.store.begin() as tx:
            tasks.release(tx, worker.name)
        self._workers.append(self._hire())

    def dismiss(self) -> None:
        """Leave no worker behind."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()


def labour(racine: Path, environ: Mapping[str, str], name: str, parent: int, since: float) -> None:
    """Be a worker of the run that began at ``since``: take tasks until none is free and none is under way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops us, in order
    _hush_native_code()
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    house = House(racine, environ)
    while run_next(house, name, COMPUTING, since=since) is not None or _is_work_under_way(house):
        pass
    house.close()


def _hush_native_code() -> None:
    """Keep for Python alone the standard error: image libraries write there about pages with nothing on them."""
    sys.stderr = os.fdopen(os.dup(2), "w", buffering=1)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    os.close(silence)


def _is_work_under_way(house: House) -> bool:
    """Wait a little when others still work: what they do may give us more."""
    with house.store.begin() as tx:
        tally = tasks.tally(tx, COMPUTING)
    under_way = any(state is State.DOING for (_, state), count in tally.items() if count)
    if under_way:
        time.sleep(IDLE_S)
    return under_way


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(ORPHAN_S)
    os._exit(1)
