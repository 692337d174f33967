"""Shares of the network: stations may drop there, and nothing of what we keep may lie there."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from contextlib import closing

import pytest

from pipeline.engine.intake import record_left_over, take_ready
from pipeline.engine.publish import publish
from pipeline.mailroom import carrying, filesystem
from pipeline.mailroom.inbox import REMOTE_STILLNESS, companion_path, ok_path
from pipeline.store import lots
from pipeline.upkeep.check_world import check_world
from tests import disks
from tests.scenarios.workspace import Workspace
from tests.store.shelf import opened

USAGE = 2


def mounted(monkeypatch, tmp_path, **kinds):
    """Have the kernel say that folders of the workspace are file systems of their own."""
    lines = ["1 0 0:1 / / rw - ext4 /dev/vda rw"]
    lines += [f"{n} 1 0:{n} / {tmp_path / place} rw - {kind} x rw" for n, (place, kind) in enumerate(kinds.items(), 2)]
    told = tmp_path / "mountinfo"
    told.write_text("\n".join(lines))
    monkeypatch.setattr(filesystem, "MOUNTS", told)


@pytest.mark.parametrize(("place", "named"), [("var", "var/"), (".", "var/"), ("base", "PLI_BASE")])
def test_what_we_keep_on_a_share_is_refused_at_the_start_and_nothing_is_made(tmp_path, monkeypatch, place, named):
    mounted(monkeypatch, tmp_path, **{place: "nfs4"})
    workspace = Workspace(tmp_path)
    done = workspace.call("init", PLI_BASE=f"sqlite:///{tmp_path / 'base' / 'pli.sqlite'}")
    assert done.returncode == USAGE
    assert f"{named} : " in done.stderr
    assert "nfs4" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mountinfo"]


def test_on_a_share_a_file_must_have_been_still_for_longer(tmp_path, monkeypatch):
    mounted(monkeypatch, tmp_path, inbox="cifs")
    with closing(opened(tmp_path)) as house:
        path = house.racine / "inbox" / "pwp" / "a.pdf"
        path.parent.mkdir(parents=True)
        path.write_bytes(b"a")
        stillness = house.settings.inbox.stabilite_s
        real = time.time
        for seconds, taken in ((stillness + 1, 0), (REMOTE_STILLNESS * stillness + 1, 1)):
            monkeypatch.setattr(time, "time", lambda seconds=seconds: real() + seconds)
            assert len(take_ready(house).lots) == taken


@pytest.fixture
def house(tmp_path):
    """A workspace whose inbox lies on another file system."""
    disk = disks.other_than(tmp_path)
    if disk is None:
        pytest.skip("there is no second file system here")
    with tempfile.TemporaryDirectory(dir=disk) as share, closing(opened(tmp_path)) as house:
        (house.racine / "inbox").rmdir()
        (house.racine / "inbox").symlink_to(share)
        yield house
        (house.racine / "inbox").unlink()


def drop(house):
    """Drop a file with its companion, and a folder of two images."""
    inbox = house.racine / "inbox" / "papier-guichet" / "s1"
    (inbox / "lot" / "suite").mkdir(parents=True)
    for path in (inbox / "a.pdf", inbox / "lot" / "2.png", inbox / "lot" / "suite" / "10.png"):
        path.write_bytes(path.name.encode())
    companion_path(inbox / "a.pdf").write_text('{"reference": "R-1"}')
    for name in ("a.pdf", "lot"):
        ok_path(inbox / name).touch()


def assert_both_are_recorded(house):
    publish(house)
    with house.store.begin() as tx:
        receipts = {receipt.source.nom: receipt for receipt in (lots.receipt(tx, name) for name in lots.names(tx))}
    assert sorted(receipts) == ["a.pdf", "lot"]
    assert (receipts["a.pdf"].source.octets, receipts["a.pdf"].companion.reference) == (len("a.pdf"), "R-1")
    assert [path for path in (house.racine / "inbox").rglob("*") if path.is_file() or path.name == "lot"] == []
    assert list((house.racine / "var" / "prises").iterdir()) == []
    assert check_world(house) == []


def test_what_lies_on_another_file_system_is_brought_over(house):
    drop(house)
    assert len(take_ready(house).lots) == 2
    assert_both_are_recorded(house)


def look(house):
    record_left_over(house)
    take_ready(house)


@pytest.mark.parametrize("step", ["claim", "_shape", "copy_durably", "remove"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_death_on_the_way_over_loses_nothing_and_takes_nothing_twice(house, monkeypatch, step, when):
    drop(house)
    real = getattr(carrying, step)

    def dying(*arguments):
        if when == "after":
            real(*arguments)
        raise KeyboardInterrupt

    for _ in range(2):
        with monkeypatch.context() as dead:
            dead.setattr(carrying, step, dying)
            with pytest.raises(KeyboardInterrupt):
                look(house)
    look(house)
    assert_both_are_recorded(house)


def test_a_share_that_goes_away_in_the_middle_is_waited_for(house, monkeypatch):
    drop(house)
    share = (house.racine / "inbox").readlink()
    with monkeypatch.context() as gone:
        gone.setattr(carrying, "copy_durably", fails)
        assert take_ready(house).left == 2
        (house.racine / "inbox").unlink()
        (house.racine / "inbox").mkdir()
        assert record_left_over(house) == []
    (house.racine / "inbox").rmdir()
    (house.racine / "inbox").symlink_to(share)
    assert len(record_left_over(house)) == 2
    assert_both_are_recorded(house)


def fails(*_arguments):
    raise OSError(errno.EHOSTDOWN, os.strerror(errno.EHOSTDOWN))


def test_what_is_written_while_it_is_brought_over_is_brought_over_again(house, monkeypatch):
    drop(house)
    real = carrying.copy_durably

    def written_to(source, path):
        real(source, path)
        with source.open("ab") as late:
            late.write(b"+")

    with monkeypatch.context() as writing:
        writing.setattr(carrying, "copy_durably", written_to)
        assert take_ready(house).left == 2
    assert len(record_left_over(house)) == 2
    with house.store.begin() as tx:
        octets = {lots.receipt(tx, name).source.nom: lots.receipt(tx, name).source.octets for name in lots.names(tx)}
    assert octets["a.pdf"] == len("a.pdf+")
