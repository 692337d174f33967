"""Clocks that jump: the real one while tasks are held and files lie still, the civil one over nights and stations."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.intake import take_ready
from pipeline.engine.night import deverse
from pipeline.engine.publish import publish
from pipeline.engine.run import run_next
from pipeline.insight import alerts, status
from pipeline.mailroom.inbox import ok_path
from pipeline.store import tasks
from pipeline.store.tasks import LEASE_S, Kind, State
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened

HOUR = 3600.0
READING = [Kind.READ]


@pytest.fixture
def jump(monkeypatch):
    """Set the real clock forward, or back, by so many seconds."""
    real, ahead = time.time, [0.0]
    monkeypatch.setattr(time, "time", lambda: real() + ahead[0])

    def by(seconds):
        ahead[0] += seconds

    return by


@pytest.fixture
def task(house):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.READ, "lot-1/1", 1)


def tally(house):
    with house.store.begin() as tx:
        return tasks.tally(tx, READING)


def working(done, name, meanwhile=lambda: None):
    """Return the work of a worker: something happens in its middle, then it writes that it did it."""

    def work(held, house):
        meanwhile()
        with house.store.begin() as tx:
            tasks.finish(tx, held)
            done.append(name)

    return {Kind.READ: work}


def test_a_clock_set_forward_lets_another_take_over_and_only_one_of_them_writes(house, task, jump):
    done = []

    def overtaken():
        jump(HOUR)
        assert run_next(house, "second", READING, working(done, "second")) is not None

    assert run_next(house, "first", READING, working(done, "first", overtaken)) is not None
    assert done == ["second"], "the lease was over: what came late is not written"
    assert tally(house) == {(Kind.READ, State.DONE): 1}


def test_a_clock_set_back_leaves_a_task_to_whoever_holds_it(house, task, jump):
    done = []

    def alone():
        jump(-HOUR)
        assert run_next(house, "second", READING, working(done, "second")) is None

    run_next(house, "first", READING, working(done, "first", alone))
    assert done == ["first"]


@pytest.mark.parametrize("jumps", [(HOUR, -HOUR), (-HOUR, HOUR), (-HOUR, -HOUR)])
def test_a_worker_that_died_before_the_clock_jumped_is_followed_by_another(house, task, jump, jumps):
    with house.store.begin() as tx:
        assert tasks.claim(tx, READING, "dead", time.time()) is not None
    for seconds in jumps:
        jump(seconds)
    with house.store.begin() as tx:
        assert tasks.release(tx, "dead") == 1, "its death frees it, not the clock"
    done = []
    run_next(house, "second", READING, working(done, "second"))
    assert done == ["second"]


def test_a_lease_ends_by_itself_even_after_the_clock_was_set_back(house, task, jump):
    with house.store.begin() as tx:
        tasks.claim(tx, READING, "lost", time.time())
    jump(-HOUR)
    assert run_next(house, "second", READING, working([], "second")) is None
    jump(HOUR + LEASE_S + 1)
    assert run_next(house, "second", READING, working([], "second")) is not None


def test_a_file_is_not_lost_by_a_clock_set_back_and_a_marked_one_does_not_wait(house, jump):
    inbox = house.racine / "inbox" / "pwp"
    inbox.mkdir()
    for name in ("still.pdf", "marked.pdf"):
        (inbox / name).write_bytes(name.encode())
    ok_path(inbox / "marked.pdf").touch()
    jump(-HOUR)
    assert (len(take_ready(house).lots), [path.name for path in inbox.iterdir()]) == (1, ["still.pdf"])
    jump(HOUR + house.settings.inbox.stabilite_s + 1)
    assert (len(take_ready(house).lots), list(inbox.iterdir())) == (1, [])
    assert check_world(house) == []


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_civil_clock_that_jumps_between_two_nights_deposits_nothing_twice(tmp_path, hours):
    noon = datetime(2026, 5, 6, 12, tzinfo=PARIS)
    pages = (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())
    house = opened(tmp_path, noon.isoformat())
    file_pli(house, *pages)
    deposited = []
    for instant in (noon, noon + timedelta(hours=hours), noon + timedelta(hours=2 * hours)):
        house.close()
        house = opened(tmp_path, instant.isoformat())
        deposited.append(deverse(house, lambda _done, _total: None).deposited)
    publish(house)
    assert deposited == [2, 0, 0]
    assert len(list((tmp_path / "outbox" / "sne").glob("*/*/*.pdf"))) == 2
    assert check_world(house) == []
    house.close()


@pytest.mark.violates("I3", "what the stations dropped is not read")
def test_a_station_that_dropped_each_day_and_no_longer_does_is_named(tmp_path):
    days = [date(2026, 5, day) for day in (18, 19, 20, 21, 22)]
    told = {}
    for day in [*days, date(2026, 5, 26), date(2026, 5, 27)]:
        house = opened(tmp_path, datetime(day.year, day.month, day.day, 11, tzinfo=PARIS).isoformat())
        stations = {"s1"} | ({"s2"} if day.day % 2 else set()) if day in days else {"s3"}
        for station in stations:
            path = house.racine / "inbox" / "papier-guichet" / station / f"{day}.pdf"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(f"{station} {day}".encode())
            ok_path(path).touch()
        assert len(take_ready(house).lots) == len(stations)
        told[day] = [alert.text for alert in alerts.alerts(status.overview(house), house) if "station" in alert.text]
        house.close()
    silent = {day: told[day] for day in told if told[day]}
    assert list(silent) == [date(2026, 5, 27)], "Whit Monday is a holiday: a whole working day has passed on Tuesday"
    assert ["s1" in text and "22/05/2026" in text for text in silent[date(2026, 5, 27)]] == [True]
