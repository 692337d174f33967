"""Every crash point of the deposit: each piece is in the register once, whatever was written, sent or heard."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from contextlib import closing

import pytest

from pipeline.engine.house import House
from pipeline.sne.bouchon.ledger import BASE
from pipeline.sne.bouchon.serve import serving
from tests.papers import DURAND, MARTIN
from tests.scenarios.crash_points.tracer import CHANGES, EXCHANGES, at_each, beyond, points, thinned
from tests.scenarios.crash_points.workspaces import INSTANT, NOW, about_to_deposit, copy, files, tables

PROGRAM, STRIDE = "deposit", 8
PIECES = 3
MISSED_MAX = 0.1
HIDDEN = {
    "journal": {"id", "detail", "empreinte"},  # an intent is written again after a death
    "pli": {"version", "publiee"},
    "tache": {"soumise"},
}

pytestmark = [pytest.mark.timeout(3600), pytest.mark.xdist_group("crash-deverser")]


class Register:
    """The register of a run: what leads to it, and how it is emptied."""

    kinds = CHANGES

    def environ(self):
        return {"PLI_MAINTENANT": NOW}

    def empty(self):
        """Forget all; a folder goes with its workspace."""


class Served(Register):
    """A register that is served, over one ledger for all runs."""

    kinds = (*CHANGES, *EXCHANGES)

    def __init__(self, url, ledger):
        self._url, self._ledger = url, ledger

    def environ(self):
        return {"PLI_MAINTENANT": NOW, "PLI_SNE_CONNECTEUR": "http", "PLI_SNE_URL": self._url}

    def empty(self):
        with closing(sqlite3.connect(self._ledger, timeout=30)) as base, base:
            base.execute("DELETE FROM piece")


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    """A workspace with three pieces to deposit; not to be changed."""
    racine = tmp_path_factory.mktemp("accepte") / "espace"
    about_to_deposit(racine)
    return racine


@pytest.fixture(scope="module", params=["fichier", "http"])
def register(request, model, tmp_path_factory):
    """The register of each connector."""
    if request.param == "fichier":
        yield Register()
        return
    base = tmp_path_factory.mktemp("sne")
    with serving(demandes=model / "config" / "demandes.json", base=base, now=lambda: INSTANT) as url:
        yield Served(url, base / BASE)


@pytest.fixture(scope="module")
def undisturbed(tracer, model, register, tmp_path_factory):
    """The points that a run goes through, those just past its end, and what it leaves."""
    workspace = copy(model, tmp_path_factory.mktemp("calme") / "espace")
    first, status, calls = tracer.recorded(PROGRAM, workspace.racine, register.environ(), register.kinds)
    assert status == 0
    expected = seen(workspace, register)
    assert sum(expected["held"].values()) == PIECES
    return points(first, calls), beyond(calls), expected


def seen(workspace, register):
    """Return what is held, what we say of it, and all that others see."""
    with closing(House(workspace.racine, register.environ())) as house:
        held = [piece for number in (MARTIN, DURAND) for piece in house.sne.pieces(number)]
    said = tables(workspace.racine, HIDDEN)
    return {
        "held": Counter(held),
        "outbox": files(workspace.racine, "outbox"),
        "blobs": files(workspace.racine, "var/blobs"),
        "said": {name: rows for name, rows in said.items() if name != "journal"},
        "journal": set(said["journal"]),
    }


def cut_everywhere(tracer, model, chosen, register, expected, folder):
    """Kill a run at each point, run again, and compare with the run that nothing disturbed.

    Words may come in fewer parts than they did once: a run that ends before such a point was not disturbed.
    """
    missed = []

    def cut(point):
        register.empty()
        workspace = copy(model, folder / str(point))
        if not tracer.killed(PROGRAM, workspace.racine, register.environ(), point):
            assert point.kind in EXCHANGES, "the run ended before that point"
            missed.append(point)
        assert tracer.run(PROGRAM, workspace.racine, register.environ()) == 0
        assert seen(workspace, register) == expected
        shutil.rmtree(workspace.racine)

    at_each(chosen, cut)
    assert len(missed) <= MISSED_MAX * len(chosen), f"hardly a word was cut: {missed}"


def test_killed_at_every_landmark_and_here_and_there_between_it_deposits_each_piece_once(
    tracer, model, register, undisturbed, tmp_path
):
    whole, _, expected = undisturbed
    cut_everywhere(tracer, model, thinned(whole, STRIDE), register, expected, tmp_path)


@pytest.mark.faults
def test_killed_before_any_change_of_the_disk_or_any_word_it_deposits_each_piece_once(
    tracer, model, register, undisturbed, tmp_path
):
    whole, past, expected = undisturbed
    cut_everywhere(tracer, model, whole, register, expected, tmp_path)
    for point in past:
        register.empty()
        workspace = copy(model, tmp_path / str(point))
        assert not tracer.killed(PROGRAM, workspace.racine, register.environ(), point), f"{point} is one more"
        assert seen(workspace, register) == expected
