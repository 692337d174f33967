"""An SQLite database as one file: as it stood, whole, and nobody else's."""

import sqlite3
from contextlib import closing

import pytest

from pipeline.store import journal, snapshot
from pipeline.store.schema import REVISION
from pipeline.store.snapshot import Mark
from tests.store.shelf import opened


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    yield house
    house.close()


def noted(house, *events):
    with house.store.begin() as tx:
        for event in events:
            journal.note(tx, house.settings.now(), "pg0000000001-1", event)
        return snapshot.mark(tx)


def taken(house, name="copie"):
    into = house.racine / name
    snapshot.take(snapshot.file_of(house.settings.base), into)
    return into


def test_it_is_as_it_stood_when_it_was_taken_and_only_its_owner_reads_it(house):
    mark = noted(house, "un", "deux")
    copy = taken(house)
    noted(house, "trois")
    with snapshot.reading(copy) as tx:
        assert (snapshot.mark(tx), snapshot.revision(tx), snapshot.fault(tx)) == (mark, REVISION, None)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in house.racine.glob("copie*")] == ["copie"], "looking leaves nothing beside it"


def test_nobody_waits_for_it_and_it_waits_for_nobody(house):
    with house.store.begin() as tx:
        journal.note(tx, house.settings.now(), "pg0000000001-1", "en cours")
        copy = taken(house)
    with snapshot.reading(copy) as tx:
        assert snapshot.mark(tx) == Mark(0, "")


def test_nothing_of_what_was_erased_comes_along(house):
    with closing(sqlite3.connect(house.racine / "var" / "pli.sqlite")) as base:
        base.execute("CREATE TABLE essai AS SELECT 'MARTIN CLAIRE' AS nom")
        base.execute("DROP TABLE essai")
        base.commit()
    assert b"MARTIN CLAIRE" not in taken(house).read_bytes()


def test_a_journal_goes_on_from_its_past_and_from_no_other(house, tmp_path):
    empty = Mark(0, "")
    past = noted(house, "un")
    now = noted(house, "deux")
    with house.store.begin() as tx:
        assert [snapshot.goes_on_from(tx, mark) for mark in (empty, past, now)] == [True] * 3
        assert not snapshot.goes_on_from(tx, Mark(past.entries, now.head))
        assert not snapshot.goes_on_from(tx, Mark(now.entries + 1, now.head))


def test_put_in_its_place_it_takes_nothing_from_what_lay_beside(house, tmp_path):
    noted(house, "un")
    copy = taken(house)
    place = tmp_path / "ailleurs" / "pli.sqlite"
    place.parent.mkdir()
    for end in snapshot.BESIDE:
        place.with_name(place.name + end).write_bytes(b"d'une autre base")
    snapshot.put(copy, place)
    assert [path.name for path in place.parent.iterdir()] == ["pli.sqlite"]
    with snapshot.reading(place) as tx:
        assert snapshot.mark(tx).entries == 1


def test_a_damaged_database_is_seen(house):
    noted(house, *("entrée",) * 200)
    copy = taken(house)
    content = bytearray(copy.read_bytes())
    content[len(content) // 2 :] = b"\x5a" * (len(content) - len(content) // 2)
    copy.write_bytes(content)
    with snapshot.reading(copy) as tx:
        assert snapshot.fault(tx) is not None


@pytest.mark.parametrize("url", ["postgresql://nulle-part/pli", "sqlite://"])
def test_what_is_not_one_file_is_said_so(url):
    assert snapshot.file_of(url) is None
