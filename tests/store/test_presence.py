"""Who is there says so in a row of its own; what it does is in its lease."""

import time

import pytest
from sqlalchemy.exc import OperationalError

from pipeline.store import calm, presence, tasks
from pipeline.store.presence import SILENT_S, Process, Role
from pipeline.store.tasks import COMPUTING, Kind

NAME = "machine.12.1"


def process(name=NAME, machine="machine", number=12, role=Role.WORK):
    return Process(name, machine, number, role, "0009-4", 1_000.0)


def told(tx, *processes, ago=0.0):
    for each in processes:
        presence.tell(tx, each, calm.instant(tx) - ago)


def test_a_process_that_says_so_twice_is_there_once(tx):
    told(tx, process(), ago=30.0)
    told(tx, process())
    (seen,) = presence.seen(tx)
    assert (seen.process, seen.doing) == (process(), None)
    assert seen.silence_s < 10


def test_what_it_does_is_seen_by_its_lease(tx):
    told(tx, process())
    tasks.submit(tx, Kind.READ, "pg0000000001-1/3", 1)
    now = calm.instant(tx)
    held = tasks.claim(tx, COMPUTING, NAME, now)
    (seen,) = presence.seen(tx)
    assert (seen.doing.kind, seen.doing.subject, seen.doing.attempt) == (Kind.READ, "pg0000000001-1/3", 1)
    assert seen.doing.since == pytest.approx(now)
    tasks.renew_all(tx, NAME, now + 20, 60.0)
    assert presence.seen(tx)[0].doing.since == pytest.approx(now), "asking for more time begins nothing anew"
    tasks.finish(tx, held)
    assert presence.seen(tx)[0].doing is None


def test_who_has_said_nothing_for_a_minute_has_fallen_silent_unless_its_task_says_otherwise(tx):
    told(tx, process(), process("machine.12.2", number=13), ago=SILENT_S + 5)
    tasks.submit(tx, Kind.READ, "pg0000000001-1/3", 1)
    tasks.claim(tx, COMPUTING, NAME, calm.instant(tx))
    assert {seen.process.name: seen.is_silent for seen in presence.seen(tx)} == {NAME: False, "machine.12.2": True}


def test_a_lease_that_is_over_is_no_sign_of_life(tx):
    told(tx, process(), ago=SILENT_S + 5)
    tasks.submit(tx, Kind.READ, "pg0000000001-1/3", 1)
    tasks.claim(tx, COMPUTING, NAME, calm.instant(tx) - 400)
    assert presence.seen(tx)[0].is_silent


def test_those_that_are_gone_are_forgotten_on_their_machine_alone(tx):
    told(tx, process(), process("autre.12.1", machine="autre"), process("machine.12.2", number=13))
    assert sorted(presence.numbers(tx, "machine")) == [12, 13]
    presence.forget(tx, "machine", [12])
    assert {seen.process.name for seen in presence.seen(tx)} == {"autre.12.1", "machine.12.2"}


def test_those_last_heard_long_ago_are_swept(tx):
    told(tx, process(), ago=500.0)
    told(tx, process("autre.12.1", machine="autre"))
    presence.sweep(tx, calm.instant(tx) - 400)
    assert [seen.process.machine for seen in presence.seen(tx)] == ["autre"]


def test_the_pages_of_a_machine_add_up_whichever_process_read_them(tx):
    for name, pages in (("machine", 3), ("autre", 1), ("machine", 0), ("machine", 4)):
        presence.count_pages(tx, name, pages)
    assert presence.pages_read(tx) == {"machine": 7, "autre": 1}


def test_nobody_is_kept_waiting_by_it_and_it_waits_for_nobody(store):
    if store._engine.dialect.name != "sqlite":
        pytest.skip("others write at the same time")
    began = time.monotonic()
    with store.begin(), pytest.raises(OperationalError), store.in_passing():
        pass
    assert time.monotonic() - began < 5
    with store.in_passing() as tx:
        told(tx, process())
    with store.begin() as tx:
        assert tx.exec_driver_sql("PRAGMA busy_timeout").scalar() == 30_000
