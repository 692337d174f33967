"""A hand: a child process that does one task at a time and stays warm in between; whoever holds it may kill it.

Computing is never done in the process that listens to a broker: native code that hangs or dies would take it along.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import Connection as Transaction

from pipeline.engine import tidy
from pipeline.engine.house import DatabaseTrouble, House
from pipeline.engine.pool import NATIVE_THREADS, at_work
from pipeline.engine.run import run_named
from pipeline.store import calm, tasks

log = logging.getLogger(__name__)

LEASE_S, RENEW_S = 60.0, 15.0
"""A machine that is gone is missed after a minute: the lease of a task is short, and asked for again as it goes on."""
TASK_S = 300.0
"""A task that takes longer hangs."""
GLANCE_S = 1.0


class Hand:
    """The child as its holder sees it. ``name``: under which it holds its leases, one in the world."""

    def __init__(self, house: House, name: str) -> None:
        self._house = house
        self._name = name
        self._context = multiprocessing.get_context("spawn")  # a forked OpenCV hangs
        self._process: BaseProcess | None = None
        self._orders: Connection

    def be_ready(self) -> None:
        """Have the child there before it is asked for anything."""
        self._hired()

    def do(self, task: str) -> None:
        """Have a task done, unless it is done or somebody does it; come back once the child is free again.

        A child that dies or hangs leaves its task to be taken again; the attempt counts.
        """
        process = self._hired()
        try:
            self._orders.send(task)
            is_done = self._is_ended(process)
        except (EOFError, ConnectionError):  # it died, having read the order or not
            is_done = False
        if not is_done:
            self.dismiss()
            self._in_passing(lambda tx: tasks.release(tx, self._name))

    def _is_ended(self, process: BaseProcess) -> bool:
        """Wait for the child to say that it is free again, and keep its lease meanwhile; False when it hangs."""
        latest = time.monotonic() + TASK_S
        while not wait([self._orders, process.sentinel], RENEW_S) and time.monotonic() < latest:
            self._in_passing(lambda tx: tasks.renew_all(tx, self._name, calm.instant(tx), LEASE_S))
        return self._orders.poll() and self._orders.recv() is not None

    def _in_passing(self, change: Callable[[Transaction], object]) -> None:
        """Change what is said of our task. Without a database it stays as it is: its lease ends by itself."""
        try:
            with self._house.store.beside() as tx:
                change(tx)
        except DatabaseTrouble as error:
            log.warning("ouvrier %s : la base ne répond pas (%s)", self._name, type(error).__name__)

    def _hired(self) -> BaseProcess:
        if self._process is not None and self._process.exitcode is None:
            return self._process
        self.dismiss()
        os.environ.update(NATIVE_THREADS)
        self._orders, theirs = self._context.Pipe()
        arguments = (self._house.racine, dict(self._house.environ), self._name, os.getpid(), theirs)
        process = self._context.Process(target=serve, args=arguments, name=self._name, daemon=True)
        process.start()
        theirs.close()
        self._process = process
        return process

    def dismiss(self) -> None:
        """Leave no child behind."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._orders.close()
        self._process = None


def serve(racine: Path, environ: Mapping[str, str], name: str, parent: int, orders: Connection) -> None:
    """Be the child: do what is asked, one task after the other, until asked to leave or let go of.

    What those before it left half-done on this machine, people's pages among it, goes as hours pass.
    """
    try:
        with at_work(racine, environ, name, parent) as (house, leaving, presence):
            sweep_at = 0.0
            while not leaving.is_set():
                presence.tell(house)
                if time.monotonic() >= sweep_at:
                    tidy.sweep(house)
                    sweep_at = time.monotonic() + tidy.OLD_S
                if orders.poll(GLANCE_S):
                    task = orders.recv()
                    run_named(house, task, name, LEASE_S)
                    orders.send(task)
                else:
                    house.thrift.idle()
    except (EOFError, ConnectionError):  # whoever holds us is gone
        sys.exit(0)
