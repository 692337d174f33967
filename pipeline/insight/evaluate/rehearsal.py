"""A golden set through the whole house, in a workspace that is thrown away."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.engine.day import treat
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.insight.evaluate.account import Case, case
from pipeline.insight.evaluate.evaluation import Evaluation, evaluation
from pipeline.insight.evaluate.golden import read_set
from pipeline.insight.evaluate.pictures import pictures
from pipeline.insight.evaluate.spots import SHOWN, Place, gathered
from pipeline.store import lots, plis, serial

DEMANDES = "demandes.json"


def evaluate(folder: Path, environ: Mapping[str, str], racine_config: Path | None, step: Step) -> Evaluation:
    """Run the golden set ``folder`` and measure what comes out; raises Misuse when set or settings do not hold.

    ``racine_config``: the ``config/`` whose ``*.toml`` hold here too. What the register knows of demandes is of the
    set itself (its ``demandes.json``), never of the workspace, which knows other people.
    """
    golden = read_set(folder)
    with tempfile.TemporaryDirectory(prefix="pli-evaluer-") as name:
        racine = Path(name)
        _furnish(racine, folder, racine_config)
        for pli in golden:
            pli.drop(racine / "inbox")
        with _apart(racine, environ) as surroundings, closing(House(racine, surroundings)) as house:
            started, used = time.monotonic(), _cpu_seconds()
            taken = treat(house, [], None, step)
            seconds, cpu_seconds = time.monotonic() - started, _cpu_seconds() - used
            received = _received(house, taken)
            lots_of = {pli.name: received[pli.path.name] for pli in golden if pli.path.name in received}
            cases = [case(pli.name, pli.truth, _bilans(house, lots_of.get(pli.name))) for pli in golden]
            measured = evaluation(cases, seconds, cpu_seconds)
            return replace(measured, pictures=pictures(house, lots_of, _to_show(cases, measured)))


def _furnish(racine: Path, folder: Path, racine_config: Path | None) -> None:
    config = racine / "config"
    config.mkdir()
    for path in racine_config.glob("*.toml") if racine_config is not None else ():
        shutil.copyfile(path, config / path.name)
    if (folder / DEMANDES).is_file():
        shutil.copyfile(folder / DEMANDES, config / DEMANDES)


@contextmanager
def _apart(racine: Path, environ: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give the surroundings of a rehearsal: those given, but nothing that reaches outside ``racine``.

    The process takes them on meanwhile, for its workers inherit them.
    """
    kept = dict(os.environ)
    surroundings = {
        **environ,
        "PLI_RACINE": str(racine),
        "PLI_MOTEUR": "local",
        "PLI_BASE": f"sqlite:///{racine / 'var' / 'pli.sqlite'}",
        "PLI_BLOBS": str(racine / "var" / "blobs"),
        "PLI_SNE_CONNECTEUR": "fichier",
        "PLI_MEL_TRANSPORT": "fichier",
    }
    os.environ.update(surroundings)
    try:
        yield surroundings
    finally:
        os.environ.clear()
        os.environ.update(kept)


def _cpu_seconds() -> float:
    """Return the processor time of this process and of the children that it has seen end."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def _received(house: House, taken: list[str]) -> dict[str, str]:
    """Return the lots taken, by the name of the file that they came from."""
    with house.store.begin() as tx:
        return {lots.receipt(tx, lot).source.nom: lot for lot in taken}


def _bilans(house: House, lot: str | None) -> list[dict[str, Any]]:
    """Return the bilans of a lot, as published; none when it was not taken."""
    if lot is None:
        return []
    with house.store.begin() as tx:
        settled = [plis.bilan(tx, row.id) for row in plis.of_lot(tx, lot)]
    return [serial.public_bilan(bilan) for bilan in settled if bilan is not None]


def _to_show(cases: list[Case], measured: Evaluation) -> dict[Place, int]:
    """Return the pages where the gravest errors lie, with the degrees clockwise that turn each upright."""
    found = {case.name: case.found.pages for case in cases}
    places = [spot.place for spot in gathered(measured.faults)[:SHOWN]]
    return {
        place: found[place[0]][place[1]].rotation
        for place in places
        if place is not None and place[1] in found[place[0]]
    }
