"""What an account may do with a drop, by the modes of files; what needs another account is in the scenarios."""

import os
import stat
from types import SimpleNamespace

import pytest

from pipeline.mailroom import rights
from pipeline.mailroom.rights import Bar, bar_of, is_on_disk_of, is_readable, words


@pytest.fixture
def drop(tmp_path):
    path = tmp_path / "station" / "a.pdf"
    path.parent.mkdir()
    path.write_bytes(b"x")
    return path


@pytest.fixture
def denied(monkeypatch):
    """Have the system deny some ways to some paths, as it does to an account without privilege."""
    refused = {}

    def access(path, how, *, effective_ids):
        assert effective_ids, "it is what the account may do now that counts"
        return not how & refused.get(path, 0)

    monkeypatch.setattr(rights.os, "access", access)
    return refused


def test_what_is_ours_is_barred_by_nothing(drop):
    assert (bar_of(drop), is_readable(drop), rights.is_shut(drop.parent)) == (None, True, False)


def test_each_bar_is_told_from_the_others(drop, denied):
    denied[drop] = os.R_OK
    assert bar_of(drop) is Bar.UNREAD
    denied[drop.parent] = os.W_OK
    assert bar_of(drop) is Bar.FIXED
    denied[drop.parent] = os.X_OK
    assert rights.is_shut(drop.parent)


def test_what_stands_beside_it_is_read_too(drop, denied):
    beside = drop.with_name("a.pdf.json")
    beside.write_bytes(b"{}")
    assert bar_of(drop, beside) is None
    denied[beside] = os.R_OK
    assert bar_of(drop, beside) is Bar.UNREAD


def test_a_folder_is_read_whole_and_written_to_when_it_is_moved(drop, denied):
    folder = drop.parent
    denied[drop] = os.R_OK
    assert bar_of(folder) is Bar.UNREAD
    denied[folder] = os.W_OK
    assert bar_of(folder) is Bar.FIXED


def test_a_folder_where_each_may_move_his_own_alone_keeps_what_is_not_ours(drop, monkeypatch):
    drop.parent.chmod(0o1777)
    assert bar_of(drop) is None
    stranger = drop.stat().st_uid + 1
    monkeypatch.setattr(rights.os, "geteuid", lambda: stranger)
    assert bar_of(drop) is Bar.FIXED


def test_a_disk_that_is_read_only_bars_nobody(drop, denied, monkeypatch):
    denied[drop.parent] = os.W_OK
    monkeypatch.setattr(rights.os, "statvfs", lambda _path: SimpleNamespace(f_flag=os.ST_RDONLY))
    assert bar_of(drop) is None


def test_a_rename_reaches_what_is_on_the_same_disk(drop, tmp_path):
    assert is_on_disk_of(drop, tmp_path, drop.parent)
    assert is_on_disk_of(tmp_path / "parti", tmp_path)
    assert not is_on_disk_of(drop, next(place for place in map(type(drop), ("/proc", "/dev")) if place.is_dir()))


@pytest.mark.parametrize("bar", list(Bar))
def test_what_would_lift_a_bar_is_said_with_the_account_that_needs_it(bar, monkeypatch):
    assert "donnez au compte « " in words(bar)
    monkeypatch.setattr(rights.os, "geteuid", lambda: 4_000_000)
    assert "« 4000000 »" in words(bar), "a container may run as an account without a name"


def test_links_are_not_followed(drop):
    link = drop.with_name("lien")
    link.symlink_to("/root/nulle-part")
    assert is_readable(link)
    assert stat.S_ISLNK(link.lstat().st_mode)
