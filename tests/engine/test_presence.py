"""A process says that it is there, rarely, and without ever waiting."""

import os
import time

import pytest

from pipeline.engine import presence, tidy
from pipeline.engine.events import HOST
from pipeline.engine.pool import work_off
from pipeline.engine.presence import Presence
from pipeline.store import calm
from pipeline.store import presence as kept
from pipeline.store.presence import Process, Role

GONE = 2**22 + 1
"""No process has that number: it is beyond the largest."""


def seen(house):
    with house.store.look() as tx:
        return {one.process.name: one for one in kept.seen(tx)}


def heard(house, name, machine=HOST, number=GONE, ago=0.0):
    with house.store.begin() as tx:
        kept.tell(tx, Process(name, machine, number, Role.WORK, "0009-4", 1.0), calm.instant(tx) - ago)


@pytest.fixture
def watching():
    return Presence(Role.WATCH)


def test_a_process_that_comes_is_there_at_once_and_goes_as_it_leaves(house, watching):
    watching.tell(house)
    (one,) = seen(house).values()
    assert (one.process.machine, one.process.number, one.process.role) == (HOST, os.getpid(), Role.WATCH)
    watching.leave(house)
    assert seen(house) == {}


def test_it_is_said_again_only_when_it_is_time(house, watching, monkeypatch):
    watching.tell(house)
    monkeypatch.setattr(house.store, "in_passing", None)
    for _ in range(1_000):
        watching.tell(house)


def test_one_that_would_wait_is_said_a_little_later(house, watching, monkeypatch):
    monkeypatch.setattr(presence, "AGAIN_S", 0.0)
    began = time.monotonic()
    with house.store.begin():
        watching.tell(house)
    assert time.monotonic() - began < 5
    assert seen(house) == {}
    watching.tell(house)
    assert len(seen(house)) == 1


def test_pages_are_counted_once_and_not_lost_when_they_could_not_be_told(house, watching, monkeypatch):
    monkeypatch.setattr(presence, "TELL_S", 0.0)
    monkeypatch.setattr(presence, "AGAIN_S", 0.0)
    house.pages_read = 3
    with house.store.begin():
        watching.tell(house)
    for _ in range(2):
        watching.tell(house)
    house.pages_read += 1
    watching.leave(house)
    with house.store.look() as tx:
        assert kept.pages_read(tx) == {HOST: 4}


def test_whoever_comes_clears_away_those_that_died_on_its_machine(house, watching):
    heard(house, f"{HOST}.1.1")
    heard(house, "ailleurs.1.1", machine="ailleurs")
    watching.tell(house)
    assert set(seen(house)) == {"ailleurs.1.1", f"{HOST}.{os.getpid()}"}


def test_the_dead_of_this_machine_are_not_taken_for_silent_whoever_looks(house):
    heard(house, f"{HOST}.1.1", ago=3_600.0)
    heard(house, "ailleurs.1.1", machine="ailleurs", ago=3_600.0)
    with house.store.look() as tx:
        assert [one.process.machine for one in presence.seen(tx)] == ["ailleurs"]


def test_a_machine_that_fell_silent_is_named_for_a_day(house):
    heard(house, "hier", machine="hier", ago=presence.FORGOTTEN_S + 60)
    heard(house, "tantot", machine="tantot", ago=3_600.0)
    tidy.sweep(house)
    assert {name: one.is_silent for name, one in seen(house).items()} == {"tantot": True}


def test_workers_of_this_machine_count_their_pages_and_leave_nothing_behind(house, lot):
    found = set()
    work_off(house, lambda done, total: found.update(seen(house)))
    assert any(name.startswith(f"{HOST}.{os.getpid()}.") for name in found), "under the name of its leases"
    assert seen(house) == {}
    with house.store.look() as tx:
        assert kept.pages_read(tx) == {HOST: 1}
