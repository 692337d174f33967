"""A hand does one task at a time; killed, hung or told twice, it leaves the task as anybody may take it."""

import os
import signal
import threading
import time
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from pipeline.engine import hand, lock
from pipeline.engine.hand import Hand
from pipeline.engine.run import run_named
from pipeline.store import tasks
from pipeline.store.schema import tache
from pipeline.store.tasks import COMPUTING, Kind, State
from tests.store.shelf import opened

PATIENCE_S = 60.0
NAME = "machine.1.1"


@pytest.fixture
def own(house):
    held = Hand(house, NAME)
    yield held
    held.dismiss()


def task_of(house, name):
    """Return the state of a task, how often it was begun, and who holds it."""
    with house.store.look() as tx:
        return tuple(tx.execute(select(tache.c.etat, tache.c.essais, tache.c.ouvrier).where(tache.c.id == name)).one())


@contextmanager
def doing(own, task):
    """Have a task done in the background; it is over at the end of the block."""
    thread = threading.Thread(target=own.do, args=(task,))
    thread.start()
    yield thread
    thread.join(PATIENCE_S)
    assert not thread.is_alive()


def until(holds):
    deadline = time.monotonic() + PATIENCE_S
    while not (found := holds()):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return found


def child(own):
    return own._process.pid


def test_a_task_is_done_once_however_often_it_is_told_and_the_child_stays(house, lot, own):
    own.do(f"open:{lot}")
    first = child(own)
    own.do(f"open:{lot}")
    own.do("open:nothing-of-that-name")
    assert task_of(house, f"open:{lot}") == (State.DONE, 1, None)
    assert child(own) == first
    own.do(f"read:{lot}/1")
    assert task_of(house, f"cut:{lot}") == (State.TODO, 0, None), "what follows is there to be announced"


def test_a_child_that_is_killed_leaves_its_task_free_and_another_does_it(house, lot, own):
    own.do(f"open:{lot}")
    name = f"read:{lot}/1"
    with doing(own, name):
        until(lambda: task_of(house, name)[2] == NAME)
        os.kill(child(own), signal.SIGKILL)
    assert task_of(house, name) == (State.TODO, 1, None)
    own.do(name)
    assert task_of(house, name) == (State.DONE, 2, None)


def test_a_child_killed_before_it_heard_its_order_costs_nothing(house, lot, own):
    with doing(own, f"open:{lot}"):
        until(lambda: own._process)
        os.kill(child(own), signal.SIGKILL)
    assert task_of(house, f"open:{lot}") == (State.TODO, 0, None)


def test_a_long_task_keeps_its_lease_and_one_that_is_too_long_is_cut(house, lot, own, monkeypatch):
    own.do(f"open:{lot}")
    monkeypatch.setattr(hand, "RENEW_S", 0.05)
    name, ends = f"read:{lot}/1", set()
    with doing(own, name):
        until(lambda: ends.update(lease_of(house)) or len(ends) > 1)
        monkeypatch.setattr(hand, "TASK_S", 0.0)
        os.kill(child(own), signal.SIGKILL)
    assert task_of(house, name) == (State.TODO, 1, None)
    own.do(name)
    assert task_of(house, name)[0] == State.TODO
    assert own._process is None


def lease_of(house):
    with house.store.look() as tx:
        held = tasks.held_by(tx, NAME)
    return [held[1]] if held is not None else []


def test_nothing_is_begun_while_calm_is_wanted(house, lot):
    name = f"open:{lot}"
    with lock.calm(house.racine):
        run_named(house, name, NAME, 60.0)
    assert task_of(house, name) == (State.TODO, 0, None)
    run_named(house, name, NAME, 60.0)
    assert task_of(house, name)[0] == State.DONE


def test_what_the_dead_left_on_the_machine_of_a_worker_goes_after_an_hour(tmp_path):
    house = opened(tmp_path, PLI_MOTEUR="dramatiq", PLI_REDIS="redis://127.0.0.1:1")
    old, fresh = (house.racine / "var" / f"depliage-{name}" for name in ("vieux", "frais"))
    for folder, age_s in ((old, 7_200.0), (fresh, 0.0)):
        (folder / "pages").mkdir(parents=True)
        os.utime(folder, (time.time() - age_s,) * 2)
    own = Hand(house, NAME)
    own.do("open:nothing-of-that-name")
    own.dismiss()
    house.close()
    assert (old.exists(), fresh.exists()) == (False, True)


def test_what_another_holds_is_left_to_it(house):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, "pg0000000001-1-1", 1)
        tasks.claim(tx, COMPUTING, "autre", time.time(), lease=60.0)
    run_named(house, "settle:pg0000000001-1-1", NAME, 60.0)
    assert task_of(house, "settle:pg0000000001-1-1") == (State.DOING, 1, "autre")
