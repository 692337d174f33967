"""The clerk goes about its errands, gives way, leaves when asked, and is replaced when it does not go on."""

import os
import signal
import time

import pytest

from pipeline.engine import lock
from pipeline.engine.service import clerk as clerks
from pipeline.engine.service.clerk import Clerk
from pipeline.engine.service.errand import Errand
from tests.engine.service import doings
from tests.store.shelf import opened

SOON_S = 60


@pytest.fixture
def hired(tmp_path):
    """Hires a clerk of a workspace for some errands."""
    opened(tmp_path).close()
    found = []

    def hire(*errands):
        found.append(Clerk(tmp_path, {}, errands))
        found[-1].mind()
        return found[-1]

    yield hire
    for one in found:
        one.dismiss()


def often(do, *, alone=True):
    return Errand(do.__name__, do, 0.1, alone)


def size(path):
    return path.stat().st_size if path.exists() else 0


def until(holds):
    deadline = time.monotonic() + SOON_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_errands_come_again_and_one_that_fails_keeps_none_of_the_others(hired, tmp_path, capfd):
    clerk = hired(often(doings.fail), often(doings.lose_the_disk), often(doings.mark))
    until(lambda: size(tmp_path / "fait") > 1 and size(tmp_path / "rate") > 1)
    clerk.leave()
    until(lambda: not clerk.is_there())
    said = capfd.readouterr().err
    assert "fail : le SNE ne répond pas" in said
    assert "lose_the_disk : No space left on device" in said
    assert "personne" not in said


def test_an_errand_rests_as_long_as_the_outside_asks_for(hired, tmp_path):
    hired(often(doings.be_sent_away), often(doings.mark))
    until(lambda: size(tmp_path / "fait") > 2)
    assert size(tmp_path / "renvoye") == 1


def test_an_errand_gives_way_to_who_waits_for_the_workspace_and_comes_back(hired, tmp_path):
    hired(often(doings.go_on_for_ever))
    until((tmp_path / "commence").exists)
    with lock.sole(tmp_path, lambda: None):
        (tmp_path / "commence").unlink()
    until((tmp_path / "commence").exists)


def test_an_errand_that_looks_alone_lets_the_others_hold_the_workspace(hired, tmp_path):
    with lock.sole(tmp_path, lambda: None):
        hired(often(doings.mark, alone=False))
        until(lambda: size(tmp_path / "fait") > 0)


def test_asked_to_leave_it_ends_its_step_and_goes(hired, tmp_path):
    clerk = hired(often(doings.go_on_for_ever))
    until((tmp_path / "commence").exists)
    clerk.leave()
    until(lambda: not clerk.is_there())
    assert clerk._process.exitcode == 0


@pytest.mark.parametrize("end", ["killed", "hung"])
def test_one_that_goes_on_no_more_is_replaced(hired, tmp_path, monkeypatch, end):
    monkeypatch.setattr(clerks, "RETRY_S", 0.0)
    clerk = hired(often(doings.hang))
    until((tmp_path / "commence").exists)
    first = clerk._process.pid
    if end == "killed":
        os.kill(first, signal.SIGKILL)
        clerk._process.join()
    else:
        monkeypatch.setattr(clerks, "HUNG_S", 0.0)
    (tmp_path / "commence").unlink()
    clerk.mind()
    clerk.mind()
    assert clerk._process.pid != first
    monkeypatch.undo()
    until((tmp_path / "commence").exists)
