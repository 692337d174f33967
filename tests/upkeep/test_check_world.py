"""The invariants of a workspace: each one broken on purpose is seen and named."""

import shutil

import pytest

from pipeline.engine.night import deverse
from pipeline.engine.post import tell
from pipeline.engine.publish import publish
from pipeline.errors import Unavailable
from pipeline.store import lots, plis, tasks
from pipeline.store.tasks import COMPUTING, Kind
from pipeline.upkeep.check_world import check_world
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened


@pytest.fixture
def house(tmp_path):
    """A workspace with a pli that went all the way."""
    house = opened(tmp_path)
    file_pli(house, papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    deverse(house, lambda done, total: None)
    tell(house, lambda done, total: None)
    yield house
    house.close()


def broken(house):
    return [violation.invariant for violation in check_world(house)]


def page_blob(house):
    with house.store.begin() as tx:
        return house.store.blobs.path(lots.pages(tx, lots.names(tx)[0])[0].blob)


def in_register(house):
    return next((house.racine / "outbox" / "sne").glob("*/*/*.pdf"))


def test_a_sound_workspace_breaks_nothing(house):
    assert check_world(house) == []


def test_a_page_that_is_gone_or_changed_is_seen(house):
    page_blob(house).write_bytes(b"autre")
    assert broken(house) == ["I1"]
    page_blob(house).unlink()
    assert broken(house) == ["I1"]


def test_pages_that_no_pli_holds_are_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE pli SET derniere = 2")
    assert broken(house) == ["I2"]


def test_a_bilan_file_that_is_behind_is_seen_and_publishing_mends_it(house):
    (path,) = (house.racine / "outbox" / "bilans").iterdir()
    path.unlink()
    assert broken(house) == ["I6"]
    with house.store.begin() as tx:
        plis.touch(tx, path.stem)
    publish(house)
    assert broken(house) == []


def test_a_piece_missing_from_the_register_is_seen(house):
    in_register(house).unlink()
    assert broken(house) == ["I3"]


def test_a_register_that_is_gone_is_seen(house):
    register = house.racine / "outbox" / "sne"
    register.rename(house.racine / "perdu")
    assert broken(house) == ["I3"]


def test_a_piece_deposited_twice_is_seen(house):
    twice = house.racine / "outbox" / "sne" / "2026-05-07" / MARTIN
    twice.mkdir(parents=True)
    for path in in_register(house).parent.iterdir():
        shutil.copy(path, twice)
    assert broken(house) == ["I4"]


def test_a_register_that_does_not_answer_is_said_not_taken_for_sound(house, monkeypatch):
    def silent(_number):
        raise Unavailable("le SNE ne répond pas")

    monkeypatch.setattr(house.sne, "pieces", silent)
    assert broken(house) == ["I3"]


def test_work_set_aside_is_seen_with_its_reason(house):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, "x", 1)
        tasks.quarantine(tx, tasks.claim(tx, COMPUTING, "test", 0.0), "défaut")
    (found,) = check_world(house)
    assert (found.invariant, found.where, "défaut" in found.what) == ("I7", "settle:x", True)


def test_a_deadline_that_does_not_follow_the_calendar_is_seen(house):
    with house.store.begin() as tx:
        tx.exec_driver_sql("UPDATE lot SET echeance = '2026-05-12T23:59:59+02:00'")
    assert "I8" in broken(house)


def test_every_violation_says_what_to_do(house):
    page_blob(house).unlink()
    (found,) = check_world(house)
    assert found.remedy
