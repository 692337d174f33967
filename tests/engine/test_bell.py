"""The bell: ids alone leave, the most urgent first; what Redis loses is announced again, and Redis may go."""

import json
import re

import pytest

from pipeline.engine import bell
from pipeline.engine.bell import Bell, work_off
from pipeline.errors import Unavailable
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING, Kind
from tests import papers
from tests.redis import served
from tests.store.shelf import file_pli, opened

SUBJECT = "pg0000000001-1"


@pytest.fixture(scope="module")
def lasting():
    with served() as running:
        yield running


@pytest.fixture
def server(lasting):
    lasting.client.flushall()
    return lasting


@pytest.fixture
def house(tmp_path, server):
    house = opened(tmp_path, PLI_MOTEUR="dramatiq", PLI_REDIS=server.url)
    yield house
    house.close()


@pytest.fixture
def ringing(house):
    rung = Bell(house)
    yield rung
    rung.dismiss()


@pytest.fixture
def later(monkeypatch):
    """What goes by the clock that the bell waits by."""
    since = bell.time.monotonic()
    gone = [0.0]
    monkeypatch.setattr(bell.time, "monotonic", lambda: since + gone[0])
    return lambda seconds: gone.__setitem__(0, gone[0] + seconds)


def ask(house, kind, *subjects):
    with house.store.begin() as tx:
        for rank, subject in enumerate(subjects, start=1):
            tasks.submit(tx, kind, subject, rank)


def pages(count):
    return [f"{SUBJECT}/{n}" for n in range(1, count + 1)]


def named(server, queue):
    return [json.loads(message)["args"] for message in server.heard(queue)]


def test_each_task_is_announced_once_the_most_urgent_first_where_its_kind_is_listened_to(house, ringing, server):
    ask(house, Kind.READ, *pages(3))
    ask(house, Kind.ASK, SUBJECT)
    for _ in range(3):
        ringing.top_up()
    assert named(server, "cpu") == [[f"read:{subject}"] for subject in pages(3)]
    assert named(server, "reseau") == [[f"ask:{SUBJECT}"]]


def test_what_leaves_is_the_id_of_a_task_and_nothing_of_anybody(house, ringing, server):
    file_pli(house, papers.page("QUITTANCE DE LOYER", "MARTIN Claire"))
    ask(house, Kind.SETTLE, SUBJECT)
    ringing.top_up()
    (message,) = server.heard("cpu")
    said = json.loads(message)
    assert (said["args"], said["kwargs"], said["actor_name"]) == ([f"settle:{SUBJECT}"], {}, "faire")
    assert set(said["options"]) == {"redis_message_id"}
    assert not re.search("martin|claire|quittance", message, re.IGNORECASE)


def test_few_wait_at_redis_so_that_what_is_urgent_comes_soon(house, ringing, server):
    ask(house, Kind.READ, *pages(100))
    ringing.top_up()
    assert len(named(server, "cpu")) == bell.EACH
    for listener in ("a", "b", "c"):
        server.client.zadd("dramatiq:__heartbeats__", {listener: 1e15})
    ringing.top_up()
    assert len(named(server, "cpu")) >= 3 * bell.EACH
    assert len({task for (task,) in named(server, "cpu")}) == len(named(server, "cpu"))


def test_what_redis_lost_is_announced_again_after_a_while(house, ringing, server, later):
    ask(house, Kind.READ, *pages(2))
    ringing.top_up()
    server.client.flushall()
    ringing.top_up()
    assert named(server, "cpu") == []
    later(bell.AGAIN_S)
    ringing.top_up()
    assert named(server, "cpu") == [[f"read:{subject}"] for subject in pages(2)]


def test_what_waits_long_is_not_announced_over_and_over(house, ringing, server, later):
    ask(house, Kind.READ, *pages(2))
    for _ in range(200):
        ringing.top_up()
        later(bell.AGAIN_S)
    assert len(named(server, "cpu")) <= 2 * bell.EACH


def test_a_task_that_somebody_holds_is_not_announced(house, ringing, server):
    ask(house, Kind.READ, *pages(2))
    with house.store.begin() as tx:
        tasks.claim(tx, COMPUTING, "quelqu'un", bell.time.time())
    ringing.top_up()
    assert named(server, "cpu") == [[f"read:{SUBJECT}/2"]]
    assert ringing.is_busy()


def test_a_worker_whose_lease_is_over_is_not_thought_at_work(house, ringing):
    ask(house, Kind.READ, *pages(1))
    with house.store.begin() as tx:
        tasks.claim(tx, COMPUTING, "parti", bell.time.time() - 120, lease=60)
    assert not ringing.is_busy()


def test_asked_to_leave_it_takes_back_what_nobody_heard(house, ringing, server):
    ask(house, Kind.READ, *pages(2))
    ringing.top_up()
    ringing.leave()
    assert named(server, "cpu") == []


def test_redis_may_be_away_or_full_and_is_spoken_to_again_when_it_can(house, ringing, server, later, caplog):
    ask(house, Kind.READ, *pages(2))
    server.kill()
    for _ in range(2):
        ringing.top_up()
        ringing.leave()
    assert not ringing.is_heard
    assert sum("le travail attend" in line for line in caplog.messages) == 1
    server.start()
    server.client.config_set("maxmemory", 1)
    ringing.top_up()
    assert not ringing.is_heard
    server.client.config_set("maxmemory", 0)
    later(bell.AGAIN_S)
    ringing.top_up()
    assert ringing.is_heard
    assert len(named(server, "cpu")) == 2


def test_a_run_that_nobody_hears_ends_in_words_and_keeps_its_work(house, server, monkeypatch):
    monkeypatch.setattr(bell, "SILENCE_S", 0.0)
    ask(house, Kind.READ, *pages(1))
    with pytest.raises(Unavailable, match="ouvrier"):
        work_off(house, lambda done, total: None)
    with house.store.begin() as tx:
        assert tasks.demand(tx, COMPUTING, bell.time.time()) == {Kind.READ: 1}


def test_a_run_with_nothing_to_do_waits_for_nobody(house):
    told = []
    work_off(house, lambda done, total: told.append((done, total)))
    assert told == [(0, 0)]
