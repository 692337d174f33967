"""Tasks a second that workers take and end, by how many they are and how much is recorded, on both databases.

Each worker is a process of its own with its own connection; a task is one claim and one end, each committed to the
disk. Half of the rows are done, half are still to do, as in the middle of a day: what a task costs must not follow how
many there are. The last column is the time that one claim and one end take when nobody else works.

``python -m benchmarks.claims [--rows 1000 10000 100000] [--claimers 1 8] [--tasks 800]``
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy import text

from benchmarks import Row, show
from pipeline.store import tasks
from pipeline.store.schema import tache
from pipeline.store.store import Store
from pipeline.store.tasks import Kind
from tests import postgres

READ = (Kind.READ,)
HEAD = ("", "rows", "claimers", "tasks/s", "ms a task, each", "taken twice")


def main() -> None:
    """Measure both databases, by rows and by claimers, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--claimers", type=int, nargs="+", default=[1, 8])
    parser.add_argument("--tasks", type=int, default=400, help="taken in one measure")
    asked, _ = parser.parse_known_args()
    rows = []
    with databases() as urls:
        for name, url in urls.items():
            for count in asked.rows:
                rows += [_run(name, url, count, claimers, asked.tasks) for claimers in asked.claimers]
    show("tasks taken and ended", HEAD, rows)


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Give an empty database of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        urls = {"SQLite": f"sqlite:///{Path(folder, 'pli.sqlite')}"}
        if postgres.binaries() is None:
            yield urls
            return
        with postgres.served() as server:
            yield urls | {"PostgreSQL": server.url(server.made())}


def _run(name: str, url: str, rows: int, claimers: int, count: int) -> Row:
    with closing(Store(url, Path())) as store:
        _fill(store, rows)
    each = min(count, rows // 2) // claimers
    context = multiprocessing.get_context("spawn")
    start, told = context.Barrier(claimers + 1), context.SimpleQueue()
    crew = [context.Process(target=_work, args=(url, f"w{n}", each, start, told)) for n in range(claimers)]
    for worker in crew:
        worker.start()
    start.wait()
    began = time.perf_counter()
    taken: list[str] = []
    for _ in crew:
        taken += told.get()
    took = time.perf_counter() - began
    for worker in crew:
        worker.join()
    return name, rows, claimers, len(taken) / took, 1000 * took / each, len(taken) - len(set(taken))


def _fill(store: Store, rows: int) -> None:
    """Have so many tasks there, every other one done, as pages of lots of a hundred."""
    with store.begin() as tx:
        tx.execute(tache.delete())
        same = {"genre": Kind.READ, "essais": 0, "pas_avant": 0.0, "durees": {}}
        for first in range(0, rows, 1000):
            names = [(n, f"lot-{n // 100}/{n % 100}") for n in range(first, first + 1000)]
            tx.execute(
                tache.insert(),
                [
                    {**same, "id": f"read:{name}", "sujet": name, "rang": n // 100, "etat": ("faite", "a_faire")[n % 2]}
                    for n, name in names
                ],
            )


def _work(url: str, name: str, count: int, start: Barrier, told: multiprocessing.SimpleQueue[list[str]]) -> None:
    with closing(Store(url, Path())) as store:
        with store.look() as tx:
            tx.execute(text("SELECT 1"))
        start.wait()
        taken = []
        for _ in range(count):
            with store.beside() as tx:
                held = tasks.claim(tx, READ, name, time.time())
            if held is None:
                break
            with store.beside() as tx:
                tasks.finish(tx, held)
            taken.append(held.id)
        told.put(taken)


if __name__ == "__main__":
    main()
