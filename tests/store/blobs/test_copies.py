"""Copies of what lies elsewhere: read before they are believed, few, and never taken from under a reader."""

import hashlib
import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.errors import Defect
from pipeline.store.blobs.copies import AGE_S, Copies


def named(content):
    return hashlib.sha256(content).hexdigest()


class Source:
    """Gives one content, and counts how often it is asked."""

    def __init__(self, *parts):
        self.parts = parts
        self.name = named(b"".join(parts))
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return self.parts


def read(copies, source):
    with copies.lend(source.name, source) as path:
        return path.read_bytes()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "copies"


@pytest.fixture
def copies(folder):
    return Copies(folder, octets_max=100)


def test_a_copy_is_fetched_once_and_lent_again(copies):
    source = Source(b"un", b"", b"deux")
    assert [read(copies, source), read(copies, source)] == [b"undeux", b"undeux"]
    assert source.asked == 1


def test_a_copy_that_changed_is_fetched_again(copies, folder):
    source = Source(b"page")
    read(copies, source)
    (folder / source.name).write_bytes(b"autre")
    assert read(copies, source) == b"page"
    assert source.asked == 2


def test_what_is_not_what_its_name_says_is_not_lent_and_leaves_nothing(copies, folder):
    with pytest.raises(Defect), copies.lend(named(b"page"), lambda: [b"autre"]):
        pytest.fail("it is something else")
    assert list(folder.iterdir()) == []


def test_what_breaks_on_the_way_leaves_nothing(copies, folder):
    def broken():
        yield b"un"
        raise ConnectionError

    with pytest.raises(ConnectionError), copies.lend(named(b"un"), broken):
        pytest.fail("it did not come whole")
    assert list(folder.iterdir()) == []


def test_room_is_made_by_those_read_longest_ago(copies, folder):
    old, recent, new = (Source(letter * 40) for letter in (b"a", b"b", b"c"))
    read(copies, old)
    read(copies, recent)
    os.utime(folder / recent.name, (time.time() - 60,) * 2)
    read(copies, old)
    read(copies, new)
    assert {path.name for path in folder.iterdir()} == {old.name, new.name}


def test_what_is_being_read_is_never_taken_away_even_where_room_is_short(copies, folder):
    held, large = Source(b"a" * 80), Source(b"b" * 200)
    with copies.lend(held.name, held) as path:
        assert read(copies, large) == b"b" * 200
        assert path.read_bytes() == b"a" * 80
    read(copies, Source(b"c"))
    assert {path.name for path in folder.iterdir()} == {named(b"c")}


def test_old_copies_go_when_a_workspace_is_opened(copies, folder):
    source = Source(b"page")
    read(copies, source)
    os.utime(folder / source.name, (time.time() - AGE_S - 1,) * 2)
    Copies(folder)
    assert list(folder.iterdir()) == []


def test_many_may_read_and_make_room_at_once(folder):
    sources = [Source(bytes([n]) * 60) for n in range(6)]

    def one(n):
        return read(Copies(folder, octets_max=100), sources[n % 6]) == bytes([n % 6]) * 60

    with ThreadPoolExecutor(8) as crowd:
        assert all(crowd.map(one, range(300)))
