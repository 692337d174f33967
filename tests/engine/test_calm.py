"""Calm: who asks for it waits until nothing is under way, and nobody begins anything until it ends, on any machine."""

import threading
import time
from contextlib import closing

import pytest

from pipeline.engine import calm
from pipeline.engine.calm import stilled
from pipeline.engine.run import run_named, run_next
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING, Kind, State
from tests import postgres
from tests.store.shelf import opened

REDIS = {"PLI_MOTEUR": "dramatiq", "PLI_REDIS": "redis://127.0.0.1:1"}
SUBJECT = "pg0000000001-1-1"


@pytest.fixture(params=postgres.EITHER)
def machines(request, tmp_path):
    """Who wants calm, and where a worker is: another machine, or another process of the same one."""
    base = {"PLI_BASE": postgres.emptied()} if request.param == "postgres" else {}
    here, there = tmp_path / "ici", tmp_path / ("ailleurs" if base else "ici")
    with closing(opened(here, **REDIS, **base)) as one, closing(opened(there, **REDIS, **base)) as other:
        with one.store.begin() as tx:
            tasks.submit(tx, Kind.SETTLE, SUBJECT, 1)
        yield one, other


def state(house):
    with house.store.look() as tx:
        ((_, found),) = tasks.tally(tx, [Kind.SETTLE])
        return found


def nobody():
    raise AssertionError("nobody is to be waited for")


def test_no_worker_begins_a_task_while_calm_lasts(machines, monkeypatch):
    here, there = machines
    done = []
    monkeypatch.setattr("pipeline.engine.run.run", lambda held, _house: done.append(held.id))
    with stilled(here, nobody):
        run_named(there, f"settle:{SUBJECT}", "ouvrier", 60.0)
        assert (done, state(here)) == ([], State.TODO)
    run_named(there, f"settle:{SUBJECT}", "ouvrier", 60.0)
    assert (done, state(here)) == ([f"settle:{SUBJECT}"], State.DOING)


def test_what_is_under_way_is_waited_for(machines, monkeypatch):
    here, there = machines
    monkeypatch.setattr(calm, "GLANCE_S", 0.02)
    with there.store.begin() as tx:
        tasks.claim(tx, COMPUTING, "ouvrier", time.time(), lease=60.0)
    waited, states = threading.Event(), []

    def be_still():
        with stilled(here, waited.set):
            states.append(state(here))

    thread = threading.Thread(target=be_still)
    thread.start()
    assert waited.wait(10.0)
    assert states == []
    with there.store.begin() as tx:
        tasks.release(tx, "ouvrier")
    thread.join(10.0)
    assert states == [State.TODO]


def test_who_is_known_to_be_gone_is_not_waited_for(machines):
    here, there = machines
    with there.store.begin() as tx:
        tasks.claim(tx, COMPUTING, "parti", time.time() - 120.0, lease=60.0)
    with stilled(here, nobody):
        assert state(here) == State.DOING


def test_calm_ends_whatever_happens_in_it(machines):
    here, _ = machines
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), stilled(here, nobody):
            raise ZeroDivisionError


@pytest.mark.xdist_group("postgres")
def test_a_worker_whose_clock_is_ahead_takes_nothing_that_another_holds(tmp_path, monkeypatch):
    with closing(opened(tmp_path, **REDIS, PLI_BASE=postgres.emptied())) as house:
        with house.store.begin() as tx:
            tasks.submit(tx, Kind.SETTLE, SUBJECT, 1)
            tasks.claim(tx, COMPUTING, "autre", time.time(), lease=60.0)
        true = time.time()
        monkeypatch.setattr(time, "time", lambda: true + 3_600.0)
        run_named(house, f"settle:{SUBJECT}", "en avance", 60.0)
        assert run_next(house, "en avance", COMPUTING) is None
        with house.store.look() as tx:
            assert tasks.held_by(tx, "autre") is not None
