"""Many at one memory: what several threads do at the same instant, each over a connection of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

from pipeline.store import tasks
from pipeline.store.tasks import Kind

CLOCK = 1_000_000.0
READ = (Kind.READ,)


def at_once(*works):
    """Do all of these at the same instant, each in a thread; return what each gave."""
    start = threading.Barrier(len(works))

    def waiting(work):
        start.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as crowd:
        return list(crowd.map(waiting, works))


def submitted(store, count):
    with store.begin() as tx:
        for n in range(count):
            tasks.submit(tx, Kind.READ, f"lot/{n}", 1)


def taken(store, worker, now=CLOCK):
    with store.beside() as tx:
        return tasks.claim(tx, READ, worker, now)
