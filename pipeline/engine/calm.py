"""Stillness on every machine: while it lasts nobody takes, reads or begins a task, and what was begun has ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from pipeline.engine import lock
from pipeline.engine.house import House
from pipeline.store import calm
from pipeline.store.mutex import Mutex

GLANCE_S = 0.2


@contextmanager
def stilled(house: House, on_wait: Callable[[], None]) -> Iterator[None]:
    """Have all be still; ``on_wait`` is called when somebody has to be waited for.

    A worker that a broker wakes holds no lock of this machine: it looks, as it takes a task, whether calm is wanted.
    """
    with ExitStack() as held:
        if house.shares_work:
            held.enter_context(lock.calm(house.racine))
            mutex = house.store.mutex(calm.CALM)
            held.callback(mutex.let_go)
            _wait_for_all(house, mutex, on_wait)
        held.enter_context(lock.still(house.racine, on_wait))
        yield


def _wait_for_all(house: House, mutex: Mutex, on_wait: Callable[[], None]) -> None:
    """Wait until no task can be begun and none is under way."""
    has_told = False
    while not mutex.take() or _is_anybody_at_work(house):
        if not has_told:
            on_wait()
            has_told = True
        time.sleep(GLANCE_S)


def _is_anybody_at_work(house: House) -> bool:
    with house.store.look() as tx:
        return calm.is_anybody_at_work(tx)
