"""A golden set through the whole house, in a workspace that is thrown away."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from pipeline.engine.day import treat
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.golden import read_set
from pipeline.insight.evaluate.measures import Cost, Measures, measure
from pipeline.store import lots, plis, serial

DEMANDES = "demandes.json"


def evaluate(folder: Path, environ: Mapping[str, str], racine_config: Path | None, step: Step) -> Measures:
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
            cost = Cost(time.monotonic() - started, _cpu_seconds() - used)
            bilans = _bilans(house, taken)
    return measure([case(pli.name, pli.truth, bilans.get(pli.path.name, [])) for pli in golden], cost)


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


def _bilans(house: House, taken: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the bilans of the lots taken, as published, by the name of the file that they came from."""
    with house.store.begin() as tx:
        return {
            lots.receipt(tx, lot).source.nom: [
                serial.public_bilan(bilan)
                for row in plis.of_lot(tx, lot)
                if (bilan := plis.bilan(tx, row.id)) is not None
            ]
            for lot in taken
        }
