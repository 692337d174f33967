"""Deposits a second at a register on this machine, and what a piece costs as more of them are queued.

The register is ``pli bouchon-sne``, a process of its own that has each piece on the disk before it answers, as the
house has each intent before it calls. A run is that of ``pli deverser`` from its first call to its last; *bilans* is
what publishing them adds. CPU milliseconds are of the house alone.

``python -m benchmarks.deposits [--queued 100 1000 10000] [--at-once 1 2 4 8 16]``
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks import Row, show
from pipeline.engine.day import settle_again
from pipeline.engine.night import deverse
from tests.scenarios import crowd
from tests.scenarios.outside import speaking_to, standing_in
from tests.store.shelf import NOON, opened

USUAL, BUSY = 8, 1000
HEAD = ("", "pieces/s", "ms a piece", "CPU ms a piece", "bilans, ms a piece")


def main() -> None:
    """Measure by how many are queued, then by how many are under way at once, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queued", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--at-once", type=int, nargs="+", default=[1, 2, 4, 8, 16])
    asked, _ = parser.parse_known_args()
    show(f"by pieces queued, {USUAL} at once", HEAD, [_run(count, USUAL, f"{count} queued") for count in asked.queued])
    rows = [_run(BUSY, at_once, f"{at_once} at once") for at_once in asked.at_once]
    show(f"by calls under way at once, {BUSY} queued", HEAD, rows)


def _run(count: int, at_once: int, name: str) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        racine, plis = Path(folder, "espace"), count // crowd.PIECES
        (racine / "config").mkdir(parents=True)
        (racine / "config" / "reglages.toml").write_text(f"[deversement]\nsimultanes = {at_once}\n")
        with closing(opened(racine)) as house:
            crowd.fill(house, plis)
        known = crowd.demandes(Path(folder, "demandes.json"), plis)
        with standing_in(Path(folder, "sne"), demandes=known) as url:
            return (name, *_measured(racine, url, plis * crowd.PIECES))


def _measured(racine: Path, url: str, count: int) -> tuple[float, float, float, float]:
    with closing(opened(racine, NOON, **speaking_to(url))) as house:
        settle_again(house)
        instants: list[float] = []
        start, cpu = time.perf_counter(), time.process_time()
        done = deverse(house, lambda _done, _total: instants.append(time.perf_counter()))
        end, cpu = time.perf_counter(), time.process_time() - cpu
    if done.deposited != count:
        raise RuntimeError(f"{done.deposited} pieces deposited of {count}")
    calls = instants[-1] - start
    return count / calls, 1000 * calls / count, 1000 * cpu / count, 1000 * (end - instants[-1]) / count


if __name__ == "__main__":
    main()
