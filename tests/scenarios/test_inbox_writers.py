"""Stations that have not finished: what they still write is waited for, and recorded as they ended it."""

from __future__ import annotations

import hashlib
import time
from contextlib import contextmanager

import pytest

from pipeline.engine import intake
from pipeline.engine.intake import record_left_over, take_ready
from pipeline.mailroom import takings
from pipeline.mailroom.inbox import FORSAKEN_S, ok_path
from pipeline.store import lots
from pipeline.upkeep.check_world import check_world
from tests.store.shelf import opened

HALF, WHOLE = b"%PDF-1.7 the first half", b"%PDF-1.7 the first half and the second"


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path, PLI_INBOX_STABILITE_S="10")
    yield house
    house.close()


@pytest.fixture
def later(monkeypatch):
    """Let so many seconds have passed."""
    real, ahead = time.time, [0.0]
    monkeypatch.setattr(time, "time", lambda: real() + ahead[0])

    def after(seconds):
        ahead[0] = seconds

    return after


@pytest.fixture
def path(house):
    path = house.racine / "inbox" / "pwp" / "a.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(HALF)
    return path


@contextmanager
def finishing(path):
    """Be a station in the middle of a file: it writes the rest, and closes, when the block ends."""
    with path.open("ab", buffering=0) as file:
        yield
        file.write(WHOLE.removeprefix(HALF))


def taken(house):
    look = take_ready(house)
    return len(look.lots), look.left


def assert_recorded_whole(house, content=WHOLE):
    with house.store.begin() as tx:
        (name,) = lots.names(tx)
        source = lots.receipt(tx, name).source
    assert (source.octets, source.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert house.store.blobs.get(source.sha256) == content
    assert list((house.racine / "var" / "prises").iterdir()) == []
    assert [file for file in (house.racine / "inbox").rglob("*") if file.is_file()] == []
    assert check_world(house) == []


def test_a_file_that_is_open_is_left_to_its_writer_however_still_it_is(house, path, later):
    with finishing(path):
        later(60)
        assert taken(house) == (0, 1)
    later(120)
    assert taken(house) == (1, 0)
    assert_recorded_whole(house)


def test_a_mark_put_too_early_is_believed_once_the_file_is_closed(house, path):
    with finishing(path):
        ok_path(path).touch()
        assert taken(house) == (0, 1)
    assert taken(house) == (1, 0)
    assert_recorded_whole(house)


def test_a_mark_beside_a_file_that_is_left_open_is_believed_after_a_time_of_stillness(house, path, later):
    ok_path(path).touch()
    with path.open("ab"):
        assert taken(house) == (0, 1)
        later(11)
        assert taken(house) == (0, 1), "taken, and not yet recorded: it is open"
        later(FORSAKEN_S + 1)
        assert taken(house) == (1, 0)
    assert_recorded_whole(house, HALF)


def test_a_file_that_nobody_closes_is_not_waited_for_for_ever(house, path, later):
    with path.open("ab"):
        later(FORSAKEN_S - 60)
        assert taken(house) == (0, 1)
        later(FORSAKEN_S + 60)
        assert taken(house) == (1, 0)
    assert_recorded_whole(house, HALF)


def test_an_image_that_is_still_written_holds_its_lot_back(house):
    folder = house.racine / "inbox" / "papier-guichet" / "lot"
    folder.mkdir(parents=True)
    for n in (1, 2):
        (folder / f"{n}.png").write_bytes(HALF)
    ok_path(folder).touch()
    with finishing(folder / "2.png"):
        assert taken(house) == (0, 1)
    assert taken(house) == (1, 0)
    assert check_world(house) == []


def test_what_is_replaced_between_the_look_and_the_taking_is_looked_at_again(house, path, monkeypatch):
    ok_path(path).touch()
    scan = intake.inbox.scan

    def scan_then_replace(*arguments):
        found = scan(*arguments)
        path.unlink()
        ok_path(path).unlink()
        path.write_bytes(HALF[:5])
        return found

    with monkeypatch.context() as replacing:
        replacing.setattr(intake.inbox, "scan", scan_then_replace)
        assert taken(house) == (0, 1)
    path.write_bytes(WHOLE)
    ok_path(path).touch()
    assert taken(house) == (1, 0)
    assert_recorded_whole(house)


@pytest.mark.parametrize("by", [take_ready, record_left_over], ids=["the same run", "the next one"])
def test_a_writer_that_follows_its_file_out_of_the_inbox_is_waited_for(house, path, monkeypatch, by):
    ok_path(path).touch()
    begin = takings._begin
    station = finishing(path)

    def open_first(*arguments):
        station.__enter__()
        return begin(*arguments)

    with monkeypatch.context() as opening:
        opening.setattr(takings, "_begin", open_first)
        assert taken(house) == (0, 1)
    assert not path.exists(), "it has left the inbox"
    assert taken(house) == (0, 1)
    station.__exit__(None, None, None)
    by(house)
    assert_recorded_whole(house)


def test_what_is_removed_between_the_look_and_the_taking_leaves_nothing_behind(house, path, monkeypatch):
    ok_path(path).touch()
    begin = takings._begin

    def remove_first(*arguments):
        path.unlink()
        return begin(*arguments)

    with monkeypatch.context() as removing:
        removing.setattr(takings, "_begin", remove_first)
        assert taken(house) == (0, 1)
    assert record_left_over(house) == []
    assert list((house.racine / "var" / "prises").iterdir()) == []
    assert check_world(house) == []
