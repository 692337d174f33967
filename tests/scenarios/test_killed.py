"""Power cuts: whatever the moment, started again it ends in the same result, and nothing is sent twice."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.upkeep.check_world import check_world
from tests.scenarios.operator import answer_everything
from tests.scenarios.workspace import MORNING, NIGHT, Workspace, golden

LITTLE = ("guichet-codes-abimes.pdf", "pwp-dossier.pdf", "smartphone-quittance.jpg")
PAGES = sum(len(golden()[name].truth["pages"]) for name in LITTLE)
MARK = "ESSAI_MARQUE"
GONE_S, MOMENT_S, GLANCE_S = 20, 120, 0.01

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def dice():
    return random.Random(20250312)


@contextmanager
def running(workspace: Workspace, *words: str, now: str, **environ: str):
    """Run a command that is killed with all its children, if it has not ended, when the block does."""
    process = workspace.start(*words, now=now, **{MARK: str(workspace.racine)}, **environ)
    try:
        yield process
    finally:
        cut_power(process)


def cut_power(process):
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(moment, process):
    """Wait until ``moment()`` holds or the command has ended."""
    deadline = time.monotonic() + MOMENT_S
    while not moment() and process.poll() is None:
        assert time.monotonic() < deadline, "the moment to kill never came"
        time.sleep(GLANCE_S)


def offspring(workspace):
    """Return the processes that a command of this workspace started and that are still there."""
    mark = f"{MARK}={workspace.racine}\0".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environ = (folder / "environ").read_bytes()
        except OSError:  # it ended while we looked
            continue
        if mark in environ:
            found.append(int(folder.name))
    return found


def assert_nothing_outlives(workspace):
    deadline = time.monotonic() + GONE_S
    while offspring(workspace):
        assert time.monotonic() < deadline, f"orphans: {offspring(workspace)}"
        time.sleep(0.1)


def readings(workspace):
    if not (workspace.racine / "var" / "pli.sqlite").exists() or not workspace.rows(
        "SELECT 1 FROM sqlite_master WHERE name = 'lecture'"
    ):
        return 0
    return workspace.rows("SELECT count(*) FROM lecture")[0][0]


def essence(bilan):
    """Return a bilan less the bytes of its PDFs: they bear the instant at which they were written."""
    pieces = [{**piece, "livrable": (piece["livrable"] or {}).get("pages")} for piece in bilan["pieces"]]
    return {**bilan, "pieces": pieces}


def test_a_treatment_cut_four_times_ends_as_if_nothing_had_happened(workspace, day, dice):
    workspace.know_demandes()
    workspace.drop(LITTLE)
    before_reading = dice.uniform(0.5, 2.0)
    moments = [0, dice.randrange(1, PAGES // 2), dice.randrange(PAGES // 2, PAGES), PAGES]
    for read in moments:
        with running(workspace, "traiter", now=MORNING) as process:
            wait_for(lambda read=read: readings(workspace) >= read, process)
            time.sleep(dice.uniform(0.0, 0.5) if read else before_reading)
        assert_nothing_outlives(workspace)
    done = workspace.pli("traiter")
    assert done.returncode == 0, done.stderr
    expected = {name: essence(b) for name, b in day.bilans().items() if b["source"]["nom"] in LITTLE}
    assert {name: essence(bilan) for name, bilan in workspace.bilans().items()} == expected
    with workspace.house() as house:
        assert check_world(house) == []
    assert not list(workspace.inbox.rglob("*.ok"))


def test_workers_do_not_outlive_a_killed_parent_nor_spoil_the_run_that_follows(primed, day, dice):
    primed.drop(["pwp-dossier.pdf"])
    primed.know_demandes()
    process = primed.start("traiter", **{MARK: str(primed.racine)})
    wait_for(lambda: len(offspring(primed)) > 2, process)
    time.sleep(dice.uniform(0.0, 1.0))
    process.kill()  # the parent alone: its workers are on their own
    process.wait()
    done = primed.pli("traiter")
    assert done.returncode == 0, done.stderr
    assert_nothing_outlives(primed)
    (bilan,) = primed.bilans_of("pwp-dossier.pdf")
    assert essence(bilan) == essence(day.bilans_of("pwp-dossier.pdf")[0])


def sent(workspace, place):
    return [path for path in (workspace.outbox / place).rglob("*") if path.suffix in {".pdf", ".eml"}]


@pytest.mark.parametrize(("command", "place"), [("deverser", "sne"), ("notifier", "mels")])
def test_a_night_cut_twice_sends_each_thing_once(answered, ended, tmp_path, dice, command, place):
    workspace = answered.copied(tmp_path / "espace")
    if command == "notifier":
        assert workspace.pli("deverser", now=NIGHT).returncode == 0
    whole = len(sent(ended, place))
    for count in sorted(dice.sample(range(1, whole), 2)):
        with running(workspace, command, now=NIGHT) as process:
            wait_for(lambda count=count: len(sent(workspace, place)) >= count, process)
        assert_nothing_outlives(workspace)
    assert workspace.pli(command, now=NIGHT).returncode == 0
    names = Counter(path.name for path in sent(workspace, place))
    assert names == Counter(path.name for path in sent(ended, place))
    with workspace.house(NIGHT) as house:
        assert check_world(house) == []
    states = "SELECT etat, count(*) FROM depot GROUP BY etat" if place == "sne" else "SELECT pli, etat FROM envoi"
    assert sorted(workspace.rows(states)) == sorted(ended.rows(states))


def kill_at_random(workspace, command, now, moment, wait):
    """Start a command and cut the power once ``moment()`` holds and a little later."""
    with running(workspace, command, now=now) as process:
        wait_for(moment, process)
        time.sleep(wait)
    assert_nothing_outlives(workspace)


@pytest.mark.faults
@pytest.mark.timeout(1200)
def test_a_day_cut_twenty_times_ends_as_if_nothing_had_happened(workspace, day, ended):
    dice = random.Random()
    workspace.know_demandes()
    workspace.drop(golden())
    pages = sum(len(pli.truth["pages"]) for pli in golden().values())
    for read in sorted(dice.choices(range(pages + 1), k=10)):
        kill_at_random(workspace, "traiter", MORNING, lambda n=read: readings(workspace) >= n, dice.uniform(0.0, 1.5))
    assert workspace.pli("traiter").returncode == 0
    assert {name: essence(b) for name, b in workspace.bilans().items()} == {
        name: essence(b) for name, b in day.bilans().items()
    }
    answer_everything(workspace)
    for command, place in (("deverser", "sne"), ("notifier", "mels")):
        for count in sorted(dice.choices(range(len(sent(ended, place))), k=5)):
            moment = lambda n=count, where=place: len(sent(workspace, where)) >= n  # noqa: E731
            kill_at_random(workspace, command, NIGHT, moment, dice.uniform(0.0, 0.2))
        assert workspace.pli(command, now=NIGHT).returncode == 0
        names = Counter(path.name for path in sent(workspace, place))
        assert names == Counter(path.name for path in sent(ended, place))
    assert {name: essence(b) for name, b in workspace.bilans().items()} == {
        name: essence(b) for name, b in ended.bilans().items()
    }
    with workspace.house(NIGHT) as house:
        assert check_world(house) == []
