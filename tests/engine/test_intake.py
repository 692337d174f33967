"""What is ready comes in; what cannot be taken or recorded keeps none of the others."""

import errno
import time

import pytest

from pipeline.engine import intake
from pipeline.engine.intake import record_left_over, take_ready
from pipeline.errors import Unavailable
from pipeline.mailroom.inbox import ok_path
from pipeline.store import lots


def drop(house, name, *, ok=True):
    path = house.racine / "inbox" / "pwp" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(name.encode())
    if ok:
        ok_path(path).touch()
    return path


def recorded(house):
    with house.store.begin() as tx:
        return len(lots.names(tx))


def test_what_is_ready_is_taken_and_the_rest_is_left(house):
    drop(house, "a.pdf")
    moving = drop(house, "b.pdf", ok=False)
    taken = take_ready(house)
    assert (len(taken.lots), taken.left, moving.exists()) == (1, 1, True)
    assert recorded(house) == 1


def test_after_its_time_the_rest_waits(house):
    drop(house, "a.pdf")
    taken = take_ready(house, until=time.monotonic() - 1)
    assert (taken.lots, taken.left) == ((), 1)


def test_a_drop_that_moves_away_under_our_hands_keeps_none_of_the_others(house, monkeypatch, caplog):
    gone, there = drop(house, "a.pdf"), drop(house, "b.pdf")
    scan = intake.inbox.scan

    def scan_then_lose(*arguments):
        found = scan(*arguments)
        gone.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(intake.inbox, "scan", scan_then_lose)
    taken = take_ready(house)
    assert (len(taken.lots), taken.left, there.exists()) == (1, 1, False)
    assert "a.pdf" not in caplog.text
    assert record_left_over(house) == []


def test_a_taking_that_could_not_be_recorded_is_recorded_later(house, monkeypatch):
    drop(house, "a.pdf")

    def is_full(*_arguments):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr(intake, "ingest", is_full)
        assert take_ready(house).lots == ()
        assert record_left_over(house) == []
    assert recorded(house) == 0
    assert len(record_left_over(house)) == 1
    assert recorded(house) == 1


def test_without_room_nothing_is_taken_and_one_says_why(house, monkeypatch):
    there, heavy = drop(house, "a.pdf"), drop(house, "un-long-nom.pdf")
    monkeypatch.setattr(intake.reserve, "shortage", lambda _places, octets: "plein" if octets > len("a.pdf") else None)
    taken = take_ready(house)
    assert (len(taken.lots), taken.left, taken.short) == (1, 0, "plein")
    assert (there.exists(), heavy.exists()) == (False, True)


def test_a_disk_that_will_have_nothing_ends_the_taking(house, monkeypatch):
    path = drop(house, "a.pdf")

    def is_sick(*_arguments):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(intake.takings, "take", is_sick)
    with pytest.raises(Unavailable, match="le disque est plein ou ne répond pas"):
        take_ready(house)
    assert path.exists()
