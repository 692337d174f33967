"""The simulation beside the real thing: the same plis, dropped at the same instants, in a service and in the model.

Small plis of fixture pages are dropped into the inbox of a real ``pli surveiller``, of one worker then of two; each
is timed from its drop to the end of its last task. What a page costs, how long a lone pli waits to be taken, and how
much the clock runs beside the processor are measured on *other* plis, in a service of one worker, before. The model
then draws, and is never told a duration of the runs that it is compared with; it is told how long their processes
stood in line for a core, which the kernel counts (``schedstat``): neighbours are no part of what it models.

``python -m benchmarks.simulated [--plis 60] [--load 0.8]``
"""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import fmean

import numpy as np
import pypdfium2

from benchmarks import Row, show
from pipeline.domain.receipt import Canal
from pipeline.engine.pool import LINGER_S, RESTING_S
from pipeline.engine.service.watch import ROUND_S
from pipeline.insight.simulate.arrivals import Pli
from pipeline.insight.simulate.course import Course, Manner, Stations
from pipeline.insight.simulate.hypotheses import HypothesesFile, Mesures, load
from pipeline.insight.simulate.kernel import Clock, Station
from pipeline.insight.simulate.measured import mesures
from pipeline.store.tasks import Kind

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures" / "scans"
SOURCES = ("guichet-trois-dossiers.pdf", "guichet-rejets.pdf", "demandeurs-trois-attestations.pdf", "pwp-dossier.pdf")
PAGES_MAX = 5
CALIBRATING, LONE, DRAWS = 12, 2, 200
LOOK_S, PATIENCE_S, WITHOUT_END = 0.1, 1800.0, 1e9
COMPANION = {"canal": "services-web", "numero_unique": "057052337865210691"}
CALL = "from pipeline.cli import main; main()"
HEAD = ("seconds from drop to last task", "real", "model", "2.5 %", "97.5 %", "error %")


@dataclass(frozen=True, slots=True)
class Drop:
    """A pli to drop ``after`` seconds, as so many page images."""

    name: str
    after: float
    pages: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run gave: the seconds that each pli took, and the tasks' kinds and CPU seconds.

    ``makespan``: seconds from the first drop to the last end. ``stretch``: seconds on a core or in line for one, for
    each on a core, over the workers.
    """

    took: Mapping[str, float]
    makespan: float
    spent: Sequence[tuple[Kind, float]]
    stretch: float


@dataclass(frozen=True, slots=True)
class Taking:
    """How long a pli waits before any work: a round at most, and ``start_s`` more when no worker is there any more.

    ``stretch``: of the run that calibrated, by which plis are scheduled.
    """

    start_s: float
    stretch: float


def main() -> None:
    """Calibrate, run with one worker and with two, simulate the same, and print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plis", type=int, default=60)
    parser.add_argument("--load", type=float, default=0.8, help="of each worker, by what calibration measured")
    asked, _ = parser.parse_known_args()
    rng = Random(8)
    pictures = list(_pictures())
    print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
    profile, taking = _calibrate(pictures, rng)
    print(f"profile: {profile}\n{taking}", flush=True)
    for workers in (1, 2):
        rate = workers * asked.load / (profile.page_s * profile.frottement * taking.stretch)
        drops = _scheduled(asked.plis, rate, pictures, rng)
        ran = _run(drops, workers)
        told = profile.model_copy(update={"frottement": profile.frottement * ran.stretch})
        drawn = [_simulate(drops, workers, told, taking, seed) for seed in range(DRAWS)]
        title = f"{workers} worker(s), {asked.plis} plis, {sum(len(drop.pages) for drop in drops)} pages"
        show(f"{title}; clock beside processor {ran.stretch:.2f}", HEAD, list(_rows(ran, drawn)))
    print(f"\nload average after: {os.getloadavg()[0]:.1f}")


def _pictures() -> Iterator[bytes]:
    """Yield the upper thirds of pages as JPEG at 200 dpi: less to read, for a run of a few minutes."""
    for name in SOURCES:
        with closing(pypdfium2.PdfDocument(FIXTURES / name)) as pdf:
            for page in pdf:
                written = io.BytesIO()
                whole = page.render(scale=200 / 72, grayscale=True).to_pil()
                third = whole.crop((0, 0, whole.width, whole.height // 3))
                third.save(written, "JPEG", quality=75, dpi=(200, 200))
                yield written.getvalue()


def _drop(name: str, after: float, pictures: Sequence[bytes], rng: Random) -> Drop:
    """Make a pli of one to five pages, none of which was ever seen: bytes behind an image change its name only."""
    pages = [rng.choice(pictures) + rng.randbytes(16) for _ in range(rng.randint(1, PAGES_MAX))]
    return Drop(name, after, pages)


def _scheduled(count: int, pages_s: float, pictures: Sequence[bytes], rng: Random) -> list[Drop]:
    """Make plis that come by chance, so many pages a second in the mean."""
    drops, after = [], 0.0
    for n in range(count):
        drops.append(_drop(f"pli-{n:03d}", after, pictures, rng))
        after += rng.expovariate(2 * pages_s / (1 + PAGES_MAX))
    return drops


def _calibrate(pictures: Sequence[bytes], rng: Random) -> tuple[Mesures, Taking]:
    """Measure what pages cost on a heap of plis dropped at once, then what a lone pli waits for."""
    heap = _run([_drop(f"pli-{n}", 0.0, pictures, rng) for n in range(CALIBRATING)], 1)
    profile = mesures(heap.spent, "other plis of this run", 1.0)
    lone = [_run([_drop("pli", 0.0, pictures, rng)], 1) for _ in range(LONE)]
    waits = [ran.makespan - ran.stretch * sum(seconds for _, seconds in ran.spent) for ran in lone]
    start_s = max(fmean(waits) - ROUND_S / 2, 0.0)  # what is left of a lone pli's wait, once half a round is taken away
    work = heap.stretch * sum(seconds for _, seconds in heap.spent)
    idle = (heap.makespan - start_s - ROUND_S / 2) / work
    return profile.model_copy(update={"frottement": max(round(idle, 3), 1.0)}), Taking(start_s, heap.stretch)


def _run(drops: Sequence[Drop], workers: int) -> Ran:
    """Drop plis on time into a service of so many workers, and watch them end."""
    with tempfile.TemporaryDirectory() as folder:
        racine = Path(folder)
        inbox = racine / "inbox" / Canal.SERVICES_WEB
        inbox.mkdir(parents=True)
        with _service(racine, workers) as service:
            began = time.monotonic()
            dropped: dict[str, float] = {}
            ended: dict[str, float] = {}
            stretches: dict[int, tuple[int, int]] = {}
            while len(ended) < len(drops):
                now = time.monotonic() - began
                if now > PATIENCE_S or service.poll() is not None:
                    raise RuntimeError(f"{len(ended)} plis of {len(drops)} ended")
                for drop in drops[len(dropped) :]:
                    if drop.after <= now:
                        _put(drop, inbox)
                        dropped[drop.name] = now
                for name in _done(racine) - set(ended):
                    ended[name] = now
                stretches |= _stood_in_line(service.pid)
                time.sleep(LOOK_S)
        spent = _spent(racine)
    on_core, in_line = (sum(values) for values in zip(*stretches.values(), strict=True))
    took = {name: ended[name] - dropped[name] for name in ended}
    return Ran(took, max(ended.values()) - min(dropped.values()), spent, (on_core + in_line) / on_core)


@contextmanager
def _service(racine: Path, workers: int) -> Iterator[subprocess.Popen[bytes]]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PLI_")}
    asked = {"PLI_PARALLELE": str(workers), "PLI_INBOX_STABILITE_S": "0", "PYTHONPATH": str(ROOT)}
    log = racine / "service.log"
    with log.open("wb") as said:
        words = [sys.executable, "-c", CALL, "surveiller", "--racine", str(racine)]
        service = subprocess.Popen(words, env=inherited | asked, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
    try:
        while b"en marche" not in log.read_bytes():
            if service.poll() is not None:
                raise RuntimeError(log.read_text())
            time.sleep(LOOK_S)
        time.sleep(3.0)  # its clerk starts
        yield service
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait()


def _put(drop: Drop, inbox: Path) -> None:
    """Drop a pli as a station does that writes an image a page."""
    folder = inbox / drop.name
    folder.mkdir()
    for n, page in enumerate(drop.pages):
        (folder / f"{n:02d}.jpg").write_bytes(page)
    (inbox / f"{drop.name}.json").write_text(json.dumps(COMPANION))
    (inbox / f"{drop.name}.ok").touch()


def _done(racine: Path) -> set[str]:
    """Return the names of the plis all of whose tasks are over, the settling included."""
    with closing(_base(racine)) as base:
        lots = dict(base.execute("SELECT id, nom FROM lot"))
        tasks = base.execute("SELECT genre, sujet, etat FROM tache").fetchall()
    of_lot: dict[str, list[tuple[str, str]]] = {}
    for kind, subject, state in tasks:
        lot = subject.partition("/")[0]
        lot = lot if lot in lots else lot.rpartition("-")[0]
        of_lot.setdefault(lot, []).append((kind, state))
    over = {
        lot for lot, known in of_lot.items()
        if any(kind == "settle" for kind, _ in known) and all(state == "faite" for _, state in known)
    }  # fmt: skip
    return {lots[lot] for lot in over}


def _base(racine: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{racine / 'var' / 'pli.sqlite'}?mode=ro", uri=True, timeout=30)


def _spent(racine: Path) -> list[tuple[Kind, float]]:
    with closing(_base(racine)) as base:
        told = base.execute("SELECT genre, durees FROM tache WHERE etat = 'faite'").fetchall()
    return [(Kind(kind), sum(json.loads(costs).values())) for kind, costs in told if json.loads(costs)]


def _stood_in_line(parent: int) -> dict[int, tuple[int, int]]:
    """Return the nanoseconds on a core, and in line for one, of each worker of a service."""
    found = {}
    for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split():
        try:
            on_core, in_line, _ = map(int, Path(f"/proc/{child}/schedstat").read_text().split())
        except FileNotFoundError:
            continue  # it has gone since
        found[int(child)] = (on_core, in_line)
    return found


def _simulate(drops: Sequence[Drop], workers: int, profile: Mesures, taking: Taking, seed: int) -> list[float]:
    """Return the seconds that each pli took in a draw of the model, then the makespan."""
    supposed: HypothesesFile = load().model_copy(update={"mesures": profile})
    clock, rng = Clock(0.0), np.random.default_rng(seed)
    ends: dict[int, float] = {}
    stations = Stations(*(Station(clock, [(0.0, count)]) for count in (workers, 0, 0, 0)))
    under_way: Counter[str] = Counter()
    leaves = [0.0]  # when the workers go, having nothing to do

    def decided(pli: Pli) -> None:
        under_way["plis"] -= 1
        ends[id(pli)] = clock.now
        leaves[0] = clock.now + LINGER_S

    course = Course(clock, stations, supposed, Manner(), rng, decided, decided)
    plis = [_pli(drop) for drop in drops]

    def come(pli: Pli) -> None:
        clock.at(clock.now + rng.uniform(0, ROUND_S), take, pli)

    def take(pli: Pli) -> None:
        idle = rng.uniform(0, RESTING_S) if clock.now < leaves[0] else taking.start_s
        clock.at(clock.now + (0.0 if under_way["plis"] else idle), course.receive, pli)
        under_way["plis"] += 1

    for pli in plis:
        clock.at(pli.received, come, pli)
    clock.run(WITHOUT_END)
    return [*(ends[id(pli)] - pli.received for pli in plis), max(ends.values())]


def _pli(drop: Drop) -> Pli:
    today = datetime.now(UTC).date()
    return Pli(Canal.SERVICES_WEB, today, drop.after, WITHOUT_END, len(drop.pages), 1, 0, 1)


def _rows(ran: Ran, drawn: Sequence[Sequence[float]]) -> Iterator[Row]:
    took = list(ran.took.values())
    measures = {
        "mean": (fmean(took), [fmean(run[:-1]) for run in drawn]),
        "median": (float(np.median(took)), [float(np.median(run[:-1])) for run in drawn]),
        "p95": (float(np.percentile(took, 95)), [float(np.percentile(run[:-1], 95)) for run in drawn]),
        "makespan": (ran.makespan, [run[-1] for run in drawn]),
    }
    for name, (real, model) in measures.items():
        low, high = np.percentile(model, (2.5, 97.5))
        yield (name, real, fmean(model), float(low), float(high), 100 * (fmean(model) / real - 1))


if __name__ == "__main__":
    main()
