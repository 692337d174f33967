"""The whole of ``pli traiter`` beside ``ocrmypdf``, and beside the bare OCR of every page once, on the same pages.

The three run in turn, several rounds, on two processes each; the table gives medians. CPU seconds and peak memory
are those of the whole tree of processes (memory: of its largest process). ``ocrmypdf`` is given every page as one
PDF a lot; the bare OCR decodes each page image, turns nothing, and reads it at 200 dpi with one warm engine a process.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import Row, show
from benchmarks._bare import count
from benchmarks._mix import draw

SEED, LOTS, ROUNDS, PROCESSES = 5150, 4, 3, 2
ENVIRON = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PLI_")},
    "OMP_THREAD_LIMIT": "1",
    "PLI_PARALLELE": str(PROCESSES),
}
HERE = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of one program cost. ``memory``: bytes of its largest process."""

    wall: float
    cpu: float
    memory: int


def main() -> None:
    """Draw the pages, run the three in turn, and print what each costs."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        lots = draw(SEED, LOTS, here / "plis")
        pages = sum(count(lot) for lot in lots)
        programs = {"pli traiter": _pli, "ocrmypdf": _ocrmypdf, "bare OCR": _bare}
        runs: dict[str, list[Run]] = {program: [] for program in programs}
        for _ in range(ROUNDS):
            for program, run in programs.items():
                place = Path(tempfile.mkdtemp(dir=here))
                runs[program].append(run(lots, place))
                if program == "pli traiter":
                    delivered, steps = _delivered(place), _steps(place)
                shutil.rmtree(place)
        show(f"{pages} pages of {len(lots)} lots, {PROCESSES} processes, medians of {ROUNDS}", HEAD, _rows(runs, pages))
        weight = delivered[2] / delivered[0] / 1000
        print(f"\ndelivered: {delivered[0]} pages in {delivered[1]} files, {weight:.0f} kB a page")
        show("CPU seconds a page received, by step of pli traiter", ("step", "times", "s/page"), _by_step(steps, pages))


HEAD = ("", "pages/s", "CPU s/page", "peak MB", "ratio of pages/s: pli to it")


def _pli(lots: Sequence[Path], place: Path) -> Run:
    return _call([HERE / "pli", "traiter", *lots, "--racine", place])


def _ocrmypdf(lots: Sequence[Path], place: Path) -> Run:
    words = [HERE / "ocrmypdf", "-q", "-l", "fra", "--jobs", str(PROCESSES)]
    runs = [_call([*words, lot, place / lot.name]) for lot in lots]
    return Run(sum(run.wall for run in runs), sum(run.cpu for run in runs), max(run.memory for run in runs))


def _bare(lots: Sequence[Path], _place: Path) -> Run:
    return _call([sys.executable, "-m", "benchmarks._bare", str(PROCESSES), *lots])


# Started from a small interpreter: a child counts as its own the memory of the process that it was forked from.
LAUNCH = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
cost = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, cost.ru_utime + cost.ru_stime, cost.ru_maxrss * 1024]))
"""


def _call(words: Sequence[str | Path]) -> Run:
    """Run a program; its cost is its own and that of the children that it waited for."""
    start = time.perf_counter()
    told = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCH, *map(str, words)], env=ENVIRON, check=True, capture_output=True, text=True
    )
    status, cpu, memory = json.loads(told.stdout)
    if status:
        raise RuntimeError(f"{words[0]} ended with status {status}")
    return Run(time.perf_counter() - start, cpu, memory)


def _rows(runs: dict[str, list[Run]], pages: int) -> list[Row]:
    speed = {program: pages / median(run.wall for run in done) for program, done in runs.items()}
    return [
        (
            program,
            speed[program],
            median(run.cpu for run in done) / pages,
            max(run.memory for run in done) // 1_000_000,
            speed["pli traiter"] / speed[program],
        )
        for program, done in runs.items()
    ]


def _delivered(place: Path) -> tuple[int, int, int]:
    """Return the pages, files and bytes that the last run made."""
    with closing(sqlite3.connect(place / "var" / "pli.sqlite")) as base:
        return base.execute("SELECT sum(pages), count(*), sum(octets) FROM livrable").fetchone()


def _steps(place: Path) -> list[tuple[str, float]]:
    with closing(sqlite3.connect(place / "var" / "pli.sqlite")) as base:
        told = base.execute("SELECT durees FROM tache").fetchall()
    return [(step, seconds) for (written,) in told for step, seconds in json.loads(written).items()]


def _by_step(steps: list[tuple[str, float]], pages: int) -> list[Row]:
    times, spent = Counter(step for step, _ in steps), Counter[str]()
    for step, seconds in steps:
        spent[step] += seconds
    return [(step, times[step], spent[step] / pages) for step, _ in spent.most_common()]
