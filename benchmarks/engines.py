"""CPU seconds a page by engine: the same files, two workers, children and starting counted.

``python -m benchmarks.engines [--turns 2]``
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from benchmarks import Row, show
from tests import redis, workers
from tests.scenarios.workspace import MORNING, Workspace, golden, surroundings

FILES = (
    "guichet-trois-dossiers.pdf", "guichet-trois-bordereaux.pdf", "guichet-rejets.pdf",
    "demandeurs-trois-attestations.pdf",
)  # fmt: skip
PAGES = sum(len(golden()[name].truth["pages"]) for name in FILES)
WORKERS = 2
LEAVE_S = 60.0
HEAD = ("engine", "CPU s a page", "wall s")


def main() -> None:
    """Measure each engine in turn, so that what else the machine does weighs on both, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=2)
    asked, _ = parser.parse_known_args()
    with redis.served() as server:
        by_bell = {"PLI_MOTEUR": "dramatiq", "PLI_REDIS": server.url}
        rows = [_run(environ) for _ in range(asked.turns) for environ in ({}, by_bell)]
    show(f"{PAGES} pages, {WORKERS} workers", HEAD, rows)


def _run(environ: dict[str, str]) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder, "espace"))
        workspace.know_demandes()
        workspace.drop(FILES)
        spent, since = _cpu_s(), time.monotonic()
        if environ:
            with workers.started(workspace.racine, surroundings(MORNING, **environ), WORKERS) as listening:
                _treat(workspace, environ)
                listening.ask_to_leave()
                listening.left(LEAVE_S)
        else:
            _treat(workspace, environ)
        cost = (_cpu_s() - spent) / PAGES
    return environ.get("PLI_MOTEUR", "local"), f"{cost:.3f}", f"{time.monotonic() - since:.1f}"


def _treat(workspace: Workspace, environ: dict[str, str]) -> None:
    done = workspace.pli("traiter", PLI_PARALLELE=str(WORKERS), **environ)
    if done.returncode:
        raise RuntimeError(done.stderr)


def _cpu_s() -> float:
    """Return the CPU seconds of the children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
