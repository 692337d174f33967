"""What may be taken from the inbox, by the rules of the contract (§1)."""

import os

import pytest

from pipeline.mailroom.inbox import scan

STILLNESS = 10.0


@pytest.fixture
def drop(tmp_path):
    def put(name, content=b"x"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return put


def seen(inbox, later=0.0):
    """Scan so many seconds after the last thing that moved."""
    moved = [max(p.stat().st_ctime, p.stat().st_mtime) for p in inbox.rglob("*")]
    return scan(inbox, STILLNESS, max(moved, default=0.0) + later)


def names(drops):
    return [(drop.path.name, drop.ready) for drop in drops]


def test_an_empty_or_missing_inbox_holds_nothing(tmp_path):
    assert scan(tmp_path, STILLNESS, 0.0) == scan(tmp_path / "absente", STILLNESS, 0.0) == []


def test_a_file_is_taken_after_its_time_of_stillness(tmp_path, drop):
    drop("pwp/a.pdf")
    assert names(seen(tmp_path, STILLNESS - 1)) == [("a.pdf", False)]
    assert names(seen(tmp_path, STILLNESS)) == [("a.pdf", True)]


def test_a_file_with_its_ok_is_taken_at_once(tmp_path, drop):
    drop("pwp/a.pdf")
    drop("pwp/a.pdf.ok", b"")
    assert names(seen(tmp_path)) == [("a.pdf", True)]


def test_an_old_date_given_to_a_file_that_has_just_arrived_is_not_believed(tmp_path, drop):
    path = drop("pwp/a.pdf")
    os.utime(path, (0, 0))
    assert names(scan(tmp_path, STILLNESS, path.stat().st_ctime + 1)) == [("a.pdf", False)]


def test_a_companion_still_moving_holds_its_file_back(tmp_path, drop):
    drop("pwp/a.pdf")
    companion = drop("pwp/a.pdf.json")
    os.utime(companion, (companion.stat().st_ctime + 60,) * 2)
    assert names(scan(tmp_path, STILLNESS, companion.stat().st_ctime + 65)) == [("a.pdf", False)]


@pytest.mark.parametrize(
    "name",
    [".cache.pdf", "~a.pdf", "a.pdf.part", "a.tmp", "a.pdf.ok", "a.json", "a.pdf.crdownload", "A.PART", ".git/a.pdf"],
)
def test_some_names_are_never_taken_by_themselves(tmp_path, drop, name):
    drop(f"pwp/{name}")
    assert seen(tmp_path, STILLNESS) == []


def test_the_readme_of_the_inbox_is_no_drop_but_another_is(tmp_path, drop):
    drop("README.md")
    drop("pwp/README.md")
    assert [drop.path.parent.name for drop in seen(tmp_path)] == ["pwp"]


def test_links_are_not_followed(tmp_path, drop):
    target = drop("ailleurs/a.pdf")
    (tmp_path / "inbox" / "pwp").mkdir(parents=True)
    (tmp_path / "inbox" / "pwp" / "b.pdf").symlink_to(target)
    (tmp_path / "inbox" / "mel").symlink_to(target.parent)
    assert seen(tmp_path / "inbox", STILLNESS) == []


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ("a.pdf", ("", None, None)),
        ("pwp/a.pdf", ("pwp", None, None)),
        ("papier-guichet/S1/a.pdf", ("papier-guichet", "S1", None)),
        ("papier-guichet/S1/2017-02-20/a.pdf", ("papier-guichet", "S1", "2017-02-20")),
        ("papier-guichet/2017-02-20/a.pdf", ("papier-guichet", None, "2017-02-20")),
        ("papier-guichet/2017-02-20/S1/a.pdf", ("papier-guichet", "S1", "2017-02-20")),
        ("papier-guichet/2017-02-30/a.pdf", ("papier-guichet", "2017-02-30", None)),
        ("inconnu/a.pdf", ("inconnu", None, None)),
    ],
)
def test_the_folders_on_the_way_say_the_channel_the_station_and_the_day(tmp_path, drop, way, expected):
    drop(way)
    (found,) = seen(tmp_path)
    assert (found.canal, found.station, found.day) == expected


def test_a_folder_with_its_ok_is_one_lot(tmp_path, drop):
    for n in (1, 2, 10):
        drop(f"papier-guichet/S1/lot7/page{n}.jpg")
    drop("papier-guichet/S1/lot7.ok", b"")
    (found,) = seen(tmp_path)
    assert (found.path.name, found.station, found.ready) == ("lot7", "S1", True)


def test_a_folder_of_a_station_waits_for_its_ok_unless_it_is_a_day(tmp_path, drop):
    drop("papier-guichet/S1/lot7/page1.jpg")
    drop("papier-guichet/S1/2026-05-06/page2.jpg")
    assert names(seen(tmp_path)) == [("page2.jpg", False)]


def test_a_clock_ahead_at_the_station_does_not_hold_a_file_back_for_ever(tmp_path, drop):
    path = drop("pwp/a.pdf")
    os.utime(path, (path.stat().st_ctime + 86_400,) * 2)
    assert names(scan(tmp_path, STILLNESS, path.stat().st_ctime + 30)) == [("a.pdf", True)]


def test_a_channel_is_never_a_lot(tmp_path, drop):
    drop("pwp/a.pdf")
    drop("pwp.ok", b"")
    assert names(seen(tmp_path)) == [("a.pdf", False)]


def test_drops_come_in_order_of_their_paths(tmp_path, drop):
    for name in ("pwp/b.pdf", "mel/c.pdf", "pwp/a.pdf"):
        drop(name)
    assert [drop.path.name for drop in seen(tmp_path)] == ["c.pdf", "a.pdf", "b.pdf"]
