"""Drops that our account may not read, nor move: each leaves with its reason, or is named as long as it stays."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pipeline.engine import intake
from pipeline.engine.intake import record_left_over, take_ready
from pipeline.engine.post import tell
from pipeline.engine.publish import publish
from pipeline.insight import status
from pipeline.insight.alerts import alerts
from pipeline.mailroom.inbox import UNREAD_S, companion_path, ok_path
from pipeline.store import lots
from pipeline.upkeep.backup import save
from pipeline.upkeep.check_world import check_world
from pipeline.upkeep.purge import purge
from tests.store.shelf import opened

NOBODY = 65534
CONTENT = b"%PDF-1.7 that nobody may read"
LATER = "2027-05-06T12:00:00+02:00"


@pytest.fixture
def racine():
    """A folder that another account than ours may reach: pytest's own are closed to all but us."""
    with tempfile.TemporaryDirectory(prefix="pli-droits-") as name:
        yield Path(name)


@contextmanager
def another_account(racine):
    """Be an account that owns the workspace and has no privilege; what root drops is not its own."""
    if os.geteuid() != 0:
        yield  # we are one already: rights that are taken from a file hold for its owner too
        return
    for path in (racine, *racine.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@contextmanager
def privileged():
    """Be whoever may do anything, for a moment, if we can."""
    account = os.geteuid()
    if os.getuid() == 0:
        os.seteuid(0)
    yield
    if os.getuid() == 0:
        os.seteuid(account)


@pytest.fixture
def house(racine):
    opened(racine).close()
    with another_account(racine), closing(opened(racine, PLI_INBOX_STABILITE_S="1")) as house:
        yield house


def drop(house, name, *, mode=0o640, companion=None, ok=True, canal="pwp"):
    path = house.racine / "inbox" / canal / name
    with privileged():
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in (path.parent, house.racine / "inbox" / canal):
            folder.chmod(0o777)
        path.write_bytes(CONTENT)
        path.chmod(mode)
        if companion is not None:
            companion_path(path).write_text("{}")
            companion_path(path).chmod(companion)
        if ok:
            ok_path(path).touch()
    return path


def taken(house):
    look = take_ready(house)
    publish(house)
    return len(look.lots), look.left, look.short is not None


def named(house):
    return [alert.text for alert in alerts(status.overview(house), house) if alert.kind == "depot_bloque"]


def aside(house):
    return sorted(path.suffix for path in (house.racine / "outbox" / "quarantaine" / "T10").iterdir())


def assert_set_aside(house, *suffixes):
    """The one lot is refused with a reason, its files lie beside that reason, and everything is sound."""
    with house.store.begin() as tx:
        (name,) = lots.names(tx)
        assert (lots.is_refused(tx, name), "droits" in lots.explanation(tx, name)) == (True, True)
    assert aside(house) == sorted([".json", *suffixes])
    (reason,) = (house.racine / "outbox" / "quarantaine" / "T10").glob("*.json")
    why = json.loads(reason.read_bytes())
    assert (why["lot"], why["motif"], why["explication"].endswith(".")) == (name, "T10", True)
    assert [path for path in (house.racine / "inbox").rglob("*") if path.is_file()] == []
    assert list((house.racine / "var" / "prises").iterdir()) == []
    assert (check_world(house), named(house)) == ([], [])
    return why


def test_a_file_that_may_not_be_read_leaves_as_it_is_with_a_row_and_a_reason(house):
    drop(house, "a.pdf", mode=0)
    assert taken(house) == (1, 0, False)
    why = assert_set_aside(house, ".pdf")
    assert why["source"]["nom"] == "a.pdf"
    assert why["source"]["octets"] == len(CONTENT)
    (kept,) = (house.racine / "outbox" / "quarantaine" / "T10").glob("*.pdf")
    with privileged():
        kept.chmod(0o640)
        assert kept.read_bytes() == CONTENT


def test_without_a_mark_its_rights_are_waited_for_and_not_for_ever(house, monkeypatch):
    drop(house, "a.pdf", mode=0, ok=False)
    real, ahead = time.time, [2.0]
    monkeypatch.setattr(time, "time", lambda: real() + ahead[0])
    assert (taken(house), named(house)) == ((0, 1, False), [])
    ahead[0] = UNREAD_S + 1
    assert taken(house) == (1, 0, False)
    assert_set_aside(house, ".pdf")


def test_rights_given_in_time_have_it_taken_as_any_other(house):
    path = drop(house, "a.pdf", mode=0, ok=False)
    assert taken(house) == (0, 1, False)
    with privileged():
        path.chmod(0o644)
        ok_path(path).touch()
    assert taken(house) == (1, 0, False)
    with house.store.begin() as tx:
        (name,) = lots.names(tx)
        assert not lots.is_refused(tx, name)


def test_a_companion_that_may_not_be_read_takes_its_file_along_and_nothing_of_it_is_lost(house):
    drop(house, "a.pdf", companion=0)
    assert taken(house) == (1, 0, False)
    assert_set_aside(house, ".pdf", ".compagnon")


def test_a_lot_of_images_of_which_one_may_not_be_read_leaves_whole(house):
    first = drop(house, "lot/1.png", ok=False)
    drop(house, "lot/2.png", mode=0, ok=False)
    with privileged():
        ok_path(first.parent).touch()
    assert taken(house) == (1, 0, False)
    assert_set_aside(house, "")
    (lot,) = (path for path in (house.racine / "outbox" / "quarantaine" / "T10").iterdir() if path.is_dir())
    assert sorted(path.name for path in lot.iterdir()) == ["1.png", "2.png"]


def test_a_death_before_the_quarantine_has_it_loses_nothing(house, monkeypatch):
    drop(house, "a.pdf", mode=0)

    class Killed(BaseException):
        """The process dies there."""

    def die(*_arguments):
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr("pipeline.mailroom.quarantine.move_in", die)
        with pytest.raises(Killed):
            take_ready(house)
    assert len(record_left_over(house)) == 1
    publish(house)
    assert_set_aside(house, ".pdf")


@pytest.mark.parametrize("mode", [0o644, 0])
def test_a_file_that_may_not_be_moved_stays_is_named_and_keeps_none_of_the_others(house, mode):
    stuck = drop(house, "a.pdf", mode=mode, canal="papier-demandeur")
    drop(house, "b.pdf")
    with privileged():
        stuck.parent.chmod(0o555)
    assert taken(house) == (1, 0, True)
    assert taken(house) == (0, 0, True)
    (sentence,) = named(house)
    assert sentence.startswith("inbox/papier-demandeur/a.pdf n'est pas pris : il ne peut pas être déplacé ; donnez au ")
    assert list((house.racine / "var" / "prises").iterdir()) == []
    assert "a.pdf" not in take_ready(house).short
    with privileged():
        stuck.parent.chmod(0o777)
    assert taken(house) == (1, 0, False)
    assert (stuck.exists(), named(house)) == (False, [])


@pytest.mark.parametrize("mode", [0, 0o444])
def test_a_folder_that_does_not_open_is_named_and_keeps_none_of_the_others(house, mode):
    shut = drop(house, "station-1/a.pdf", canal="papier-guichet").parent
    drop(house, "b.pdf")
    with privileged():
        shut.chmod(mode)
    assert taken(house) == (1, 0, True)
    (sentence,) = named(house)
    assert sentence.startswith("inbox/papier-guichet/station-1 n'est pas pris : ce dossier ne s'ouvre pas ; ")
    with privileged():
        shut.chmod(0o777)
    assert taken(house) == (1, 0, False)
    assert named(house) == []


def test_what_the_system_refuses_to_move_is_tried_once_until_it_changes(house, monkeypatch):
    path, calls = drop(house, "a.pdf"), []

    def refuse(*arguments):
        calls.append(arguments)
        raise PermissionError(1, "Operation not permitted")

    with monkeypatch.context() as refusing:
        refusing.setattr(intake.takings, "take", refuse)
        assert [taken(house) for _ in range(3)] == [(0, 0, True)] * 3
        assert (len(calls), len(named(house))) == (1, 1)
        with privileged():
            path.chmod(0o644)
        assert taken(house) == (0, 0, True)
        assert len(calls) == 2
    with privileged():
        path.chmod(0o640 if os.getuid() else 0o644)
    assert (taken(house), named(house)) == ((1, 0, False), [])


def test_what_may_not_be_read_keeps_neither_a_backup_nor_a_purge_from_ending(house):
    drop(house, "a.pdf", mode=0)
    take_ready(house)
    publish(house)
    with tempfile.TemporaryDirectory(prefix="pli-copie-") as name:
        save(house, Path(name) / "copie", lambda done, total: None, lambda: None)
    tell(house, lambda done, total: None)
    with closing(opened(house.racine, LATER)) as later:
        purge(later, do=True)
        assert list((house.racine / "outbox" / "quarantaine").rglob("*.*")) == []


def test_what_may_not_be_read_on_another_disk_stays_there_and_is_named(house, monkeypatch):
    path = drop(house, "a.pdf", mode=0)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(intake.rights, "is_on_disk_of", lambda *_places: False)
        assert taken(house) == (0, 0, True)
    (sentence,) = named(house)
    assert "il ne peut pas être lu ; donnez au compte " in sentence
    with privileged():
        path.chmod(0o644)
    assert (taken(house), named(house)) == ((1, 0, False), [])


def test_a_name_that_has_gone_is_named_no_more(house):
    stuck = drop(house, "a.pdf", canal="papier-demandeur")
    with privileged():
        stuck.parent.chmod(0o555)
    assert taken(house) == (0, 0, True)
    with privileged():
        shutil.rmtree(stuck.parent)
    assert named(house) == []
