"""Whose turn it is: laws of the rule alone, on a queue without rows."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.working_calendar import PARIS
from pipeline.store import sharing
from pipeline.store.sharing import GREAT_PAGES, Sort
from tests.store.queue import Queue

MANY = settings(max_examples=60, deadline=None)
SMALL = st.integers(1, 20)
ORDINARY = st.integers(1, GREAT_PAGES)
GREAT = st.integers(GREAT_PAGES + 1, 3000)
LOTS = st.lists(st.tuples(st.integers(1, 3), st.sampled_from("abc"), st.sampled_from("xyz"), ORDINARY), max_size=30)


@MANY
@given(LOTS, st.integers(0, 200))
def test_what_is_due_first_is_taken_first(lots, before):
    queue = Queue()
    for k, (minute, canal, station, pages) in enumerate(lots):
        queue.drop(f"{minute} {k}", pages, canal=canal, station=station, minute=minute)
    queue.take(before)
    minutes = [int(lot.split()[0]) for lot in queue.take(10_000)]
    assert minutes == sorted(minutes)


@MANY
@given(GREAT, st.integers(0, 3000), SMALL, st.sampled_from("ab"), st.sampled_from("xy"))
def test_a_great_lot_keeps_a_small_one_waiting_for_one_task_at_most(great, read, small, canal, station):
    queue = Queue()
    queue.drop("great", great, canal="a", station="x")
    queue.take(min(read, great - 1))
    queue.drop("small", small, canal=canal, station=station)
    assert queue.take_until_read("small")["great"] <= 1


@MANY
@given(GREAT, st.integers(0, 500), st.lists(SMALL, min_size=1, max_size=80))
def test_a_small_lot_after_many_waits_for_no_more_of_a_great_one(great, read, lots):
    """The turn of the great one comes in the end, and it is a turn of one page."""
    queue = Queue()
    queue.drop("great", great, station="x")
    queue.take(min(read, great - 1))
    for k, pages in enumerate(lots):
        queue.drop(str(k), pages, station="y")
        assert queue.take_until_read(str(k))["great"] <= 1


@MANY
@given(GREAT, SMALL, st.integers(1, 40), st.integers(0, 300))
def test_what_follows_from_a_great_lot_lets_a_small_one_through(pieces, small, every, done):
    queue = Queue()
    for n in range(pieces):
        queue.follow("great", 1 + n * every, Sort.GREAT)
    queue.take(min(done, pieces - 1))
    queue.drop("small", small)
    assert queue.take_until_read("small")["great"] <= 1


@MANY
@given(st.integers(2, 120), ORDINARY, SMALL, st.integers(0, 100))
def test_a_station_that_drops_many_lots_shares_with_one_that_drops_one(count, pages, single, before):
    queue = Queue()
    for k in range(count):
        queue.drop(f"many {k}", pages, station="x")
    queue.take(min(before, count * pages - 1))
    queue.drop("one", single, station="y")
    others = queue.take_until_read("one")
    assert sum(others.values()) <= single + 1


@MANY
@given(
    st.sampled_from([0.1, 0.5, 1.0, 2.0, 3.0, 10.0]),
    st.lists(ORDINARY, min_size=1, max_size=10),
    st.lists(ORDINARY, min_size=1, max_size=10),
    st.integers(1, 3),
)
def test_stations_that_always_wait_share_by_the_weight_of_their_channels_however_large_their_lots(
    weight, sizes, others, stations
):
    queue = Queue(weights={"a": weight, "b": 1.0})
    drawn = {("a", ""): cycle(sizes)} | {("b", str(n)): cycle(others) for n in range(stations)}
    held = Counter()
    while queue.taken.total() < 2_000:
        for (canal, station), pages in drawn.items():
            while held[canal, station] - queue.taken[canal, station] < GREAT_PAGES:
                count = next(pages)
                queue.drop("lot", count, canal=canal, station=station)
                held[canal, station] += count
        queue.take(50)
    one = queue.taken.total() / (weight + stations)
    assert queue.taken["a", ""] == pytest.approx(weight * one, rel=0.05, abs=2)
    assert [queue.taken["b", str(n)] for n in range(stations)] == [pytest.approx(one, rel=0.05, abs=2)] * stations


@MANY
@given(GREAT, st.lists(SMALL, min_size=1, max_size=20))
def test_an_endless_stream_of_small_lots_of_the_same_deadline_starves_no_great_one(great, sizes):
    queue = Queue()
    queue.drop("great", great, station="x")
    queue.take()
    taken = []
    while len(taken) < 2_000:
        queue.drop("small", sizes[len(taken) % len(sizes)], station="y")
        queue.drop("small", sizes[len(taken) % len(sizes)], station="z")
        taken += queue.take(5)
    assert taken.count("great") >= min(great - 1, 2_000 // (3 * sharing.GREAT_STEPS) - 1)


@MANY
@given(LOTS, st.integers(0, 100))
def test_what_follows_from_pages_that_are_read_comes_before_what_is_new(lots, before):
    queue = Queue()
    for k, (_, canal, station, pages) in enumerate(lots):
        queue.drop(str(k), pages, canal=canal, station=station)
    queue.take(before)
    if queue.waiting:
        first = min(queue.waiting).rank
        queue.follow("read", 7)
        assert max(task.rank for task in queue.waiting if task.lot == "read") == first // 2 * 2


@MANY
@given(LOTS, st.lists(st.integers(1, 30), max_size=30))
def test_the_turn_never_goes_back(lots, takes):
    queue, seen = Queue(), 0
    queue.drop("first", 3000)
    for (_, canal, station, pages), count in zip(lots, takes, strict=False):
        queue.drop("lot", pages, canal=canal, station=station)
        queue.take(count)
        queue.follow("lot", 1)
        now = queue.now(1)
        assert now >= seen
        seen = now


def test_who_read_alone_owes_nothing_for_it_once_nobody_waits():
    queue = Queue()
    queue.drop("morning", 90, station="x")
    queue.take(90)
    queue.drop("noon", 3, station="x")
    queue.drop("noon too", 3, station="y")
    assert queue.take(2).count("noon") == 1


def test_a_deadline_is_the_same_at_either_offset_and_a_rank_fits_in_eight_bytes():
    due = datetime(2026, 5, 7, 23, 59, 59, tzinfo=PARIS)
    assert sharing.minute_of(due) == sharing.minute_of(due.astimezone(UTC))
    assert sharing.minute_of(due) < sharing.minute_of(due + timedelta(seconds=1))
    last = sharing.minute_of(datetime(2100, 1, 1, tzinfo=PARIS))
    assert sharing.rank(last, sharing.TURNS * 9) < sharing.rank(last + 1, 0) < 2**63
