"""Every workspace that a scenario leaves behind is verified, unless the scenario says which invariant it breaks."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from pipeline.engine.house import House
from pipeline.engine.metrics import exposition
from pipeline.store import spoken
from pipeline.upkeep.check_world import Violation, contents, register
from pipeline.upkeep.check_world.check_world import PARTS
from tests.scenarios import canaries
from tests.scenarios.workspace import MORNING

DATABASE = Path("var", "pli.sqlite")
NOT_ENTERED = frozenset({"var", "inbox", "outbox", "blobs"})


def workspaces(folder: Path) -> Iterator[Path]:
    """Yield the workspaces that lie below ``folder``; what was never opened by a command is none."""
    for place, below, _ in os.walk(folder):
        if (Path(place) / DATABASE).is_file():
            yield Path(place)
        below[:] = [name for name in below if name not in NOT_ENTERED]


def unsound(racines: Iterable[Path], allowed: Iterable[str]) -> list[str]:
    """Return what does not hold in these workspaces, one line each, but for the invariants that are ``allowed``."""
    found = ((racine, violation) for racine in racines for violation in violations(racine))
    return [
        f"{racine.name}: {violation.invariant} {violation.where}: {violation.what}"
        for racine, violation in found
        if violation.invariant not in set(allowed)
    ]


def violations(racine: Path) -> list[Violation]:
    """Return what does not hold in a workspace, at the instant of the last thing that happened in it.

    A register or a bucket that a test started is gone with it: what it held is for that test to verify.
    """
    with closing(sqlite3.connect(racine / DATABASE)) as base:
        last = base.execute("SELECT le FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        filed = base.execute("SELECT cle, reference FROM depot WHERE etat = 'depose'").fetchall()
    gone = set() if _is_in_the_folder(filed) else {register.check}
    if not any(path.is_file() for path in (racine / "var" / "blobs").glob("??/*")):
        gone.add(contents.check)
    with closing(House(racine, {"PLI_MAINTENANT": last[0] if last else MORNING})) as house:
        found = list(chain.from_iterable(part(house) for part in PARTS if part not in gone))
        return found + [Violation("I9", place, "somebody is named there", "") for place in _naming(house)]


def _naming(house: House) -> Iterator[str]:
    """Yield where somebody of the tests is named: rows that engineers read, gauges, what a service wrote as it went.

    Why a lot was refused is left out: it quotes the folder that it was dropped in, whatever a station called it.
    """
    with house.store.begin() as tx:
        rows = list(spoken.spoken(tx))
    yield from (f"{kind} {key}" for kind, key, text in rows if kind != "lot" and canaries.found(text))
    if canaries.found(exposition.text(house)):
        yield "the gauges"
    for log in house.racine.glob("*.log"):
        if canaries.found(log.read_text(errors="replace")):
            yield log.name


def _is_in_the_folder(filed: list[tuple[str, str]]) -> bool:
    """Say whether ``outbox/sne`` is the register that acknowledged these; a stand-in is gone with its test."""
    return all(reference == f"SNE-{cle[:16].upper()}" for cle, reference in filed)
