"""A worker that lost its task while it slept writes nothing any more, whatever the task and whenever it wakes."""

from __future__ import annotations

import json
import shutil
import time

import pytest
from PIL import Image

from pipeline.engine.intake import take_ready
from pipeline.engine.publish import publish
from pipeline.engine.run import run
from pipeline.mailroom.inbox import companion_path, ok_path
from pipeline.store import deposits, tasks
from pipeline.store.tasks import COMPUTING, Kind
from pipeline.upkeep.check_world import check_world
from tests.scenarios.crash_points.workspaces import tables
from tests.scenarios.workspace import FIXTURES, MORNING

PHOTO = "smartphone-quittance.jpg"


@pytest.fixture
def dropped(workspace):
    """A workspace in which a receipt that is to be accepted was dropped."""
    workspace.know_demandes()
    path = workspace.inbox / "smartphone" / PHOTO
    path.parent.mkdir(parents=True)
    shutil.copyfile(FIXTURES / PHOTO, path)
    shutil.copyfile(companion_path(FIXTURES / PHOTO), companion_path(path))
    ok_path(path).touch()
    return workspace


def forsaken(house, kind):
    """Take the task of a kind as a worker whose lease is over at once, then as another; return both holds."""
    with house.store.begin() as tx:
        late = tasks.claim(tx, [kind], "endormi", time.time(), lease=-1.0)
        held = tasks.claim(tx, [kind], "autre", time.time())
    assert late is not None
    assert (held.id, held.attempt) == (late.id, late.attempt + 1)
    return late, held


def do_with_a_late_writer(house, racine, kind):
    late, held = forsaken(house, kind)
    before = tables(racine, {})
    run(late, house)
    assert tables(racine, {}) == before, f"{kind}: written while another holds it"
    run(held, house)
    after = tables(racine, {})
    assert after != before
    run(late, house)
    assert tables(racine, {}) == after, f"{kind}: written after another did it"


def test_of_all_that_becomes_of_a_pli_a_late_writer_writes_nothing(dropped):
    with dropped.house(MORNING) as house:
        assert len(take_ready(house).lots) == 1
        for kind in COMPUTING:
            do_with_a_late_writer(house, dropped.racine, kind)
        with house.store.begin() as tx:
            assert len(deposits.due(tx)) == 1
        publish(house)
        assert check_world(house) == []


def test_nor_that_a_demande_is_unknown(dropped):
    path = dropped.inbox / "smartphone" / PHOTO
    Image.new("L", (800, 1100), "white").save(path)
    companion_path(path).write_text(json.dumps({"numero_unique": "057032499999910691"}))
    with dropped.house(MORNING) as house:
        assert len(take_ready(house).lots) == 1
        for kind in (Kind.OPEN, Kind.READ, Kind.CUT, Kind.ASK, Kind.SETTLE):
            do_with_a_late_writer(house, dropped.racine, kind)
        publish(house)
