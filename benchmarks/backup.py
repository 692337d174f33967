"""What saving and restoring take: seconds, CPU seconds, bytes; of a store made up, or of a workspace that is there.

The made-up store is a lot of ``--blobs`` pages of ``--octets`` random bytes each. *Held* is how long deposits and
messages wait while it is saved; *again* is a second save, with nothing new.

``python -m benchmarks.backup [--blobs 2000] [--octets 100000] [--racine DIR] [--in DIR]``
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks import Row, show
from pipeline.engine import lock
from pipeline.engine.house import House
from pipeline.store import lots
from pipeline.store.lots import StoredPage
from pipeline.upkeep.backup import restore, save
from tests.store.shelf import opened, received

HEAD = ("", "seconds", "CPU s", "held, s", "MB", "blobs")
MB = 1e6


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blobs", type=int, default=2000)
    parser.add_argument("--octets", type=int, default=100_000)
    parser.add_argument("--racine", type=Path)
    parser.add_argument("--in", dest="place", type=Path)
    asked, _ = parser.parse_known_args()
    with tempfile.TemporaryDirectory(dir=asked.place) as name:
        folder = Path(name)
        racine = asked.racine or folder / "espace"
        if asked.racine is None:
            _make_up(racine, asked.blobs, asked.octets)
        show(f"{racine.name}", HEAD, list(_measured(racine, folder)))


def _make_up(racine: Path, count: int, octets: int) -> None:
    dice = random.Random(2025)  # the same bytes each time
    with closing(opened(racine)) as house:
        receipt = received(house, count)
        pages = [StoredPage(n, house.store.blobs.put(dice.randbytes(octets)), "png", None) for n in range(1, count + 1)]
        with house.store.begin() as tx:
            lots.add(tx, receipt, "prise-1", is_folder=False)
            lots.add_pages(tx, receipt.lot, pages)


def _measured(racine: Path, folder: Path) -> Iterator[Row]:
    backup, anew = folder / "sauvegarde", folder / "neuf"
    with closing(House(racine, os.environ)) as house:
        for name in ("saved", "saved again"):
            yield (name, *_timed(lambda: save(house, backup, _quiet, _quiet)), _weight(backup), _count(backup))
    yield ("restored", *_timed(lambda: restore(backup, anew, os.environ, _quiet, _quiet)), _weight(anew), _count(anew))


def _timed(do: Callable[[], object]) -> tuple[float, float, float]:
    held: list[float] = []
    original = lock.sole

    @contextmanager
    def sole(racine: Path, on_wait: Callable[[], None]) -> Iterator[None]:
        with original(racine, on_wait):
            start = time.perf_counter()
            yield
            held.append(time.perf_counter() - start)

    lock.sole = sole
    try:
        start, cpu = time.perf_counter(), time.process_time()
        do()
        return time.perf_counter() - start, time.process_time() - cpu, sum(held)
    finally:
        lock.sole = original


def _weight(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MB


def _count(folder: Path) -> int:
    return sum(len(path.name) == len("0" * 64) for path in folder.rglob("*") if path.is_file())


def _quiet(_done: int = 0, _total: int = 0) -> None:
    """Show nothing."""


if __name__ == "__main__":
    main()
