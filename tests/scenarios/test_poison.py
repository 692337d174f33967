"""A page, or a lot, that kills whoever works on it: three times, and no more; nothing else is harmed."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pipeline.engine import day, pool
from pipeline.mailroom.inbox import ok_path
from pipeline.store import lots, tasks
from pipeline.upkeep.check_world import check_world
from tests.scenarios import poisoned
from tests.store.shelf import bilan_of, opened

pytestmark = [
    pytest.mark.timeout(300),
    pytest.mark.xdist_group("poison"),
    pytest.mark.violates("I7", "a lot that kills who opens it waits for a person"),
]


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path, PLI_PARALLELE="2")
    yield house
    house.close()


def draw(path, width, *, deadly=False):
    """Draw a blank page; a deadly one says so where no eye looks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    said = PngInfo()
    if deadly:
        said.add_text("Comment", poisoned.DEADLY.decode())
    Image.new("L", (width, 300), "white").save(path, dpi=(100, 100), pnginfo=said)


def mark(path):
    ok_path(path).touch()


def test_what_kills_its_worker_three_times_is_set_aside_and_the_rest_goes_on(house, monkeypatch):
    inbox = house.racine / "inbox" / "papier-guichet" / "s1"
    for n in (1, 2, 3):
        draw(inbox / "lot" / f"{n}.png", 200 + n, deadly=n == 2)
    draw(inbox / "bon.png", 210)
    (inbox / "qui-tue.pdf").write_bytes(poisoned.DEADLY)
    for name in ("lot", "bon.png", "qui-tue.pdf"):
        mark(inbox / name)
    monkeypatch.setattr(pool, "labour", poisoned.labour)
    day.treat(house, (), None, lambda _done, _total: None)
    with house.store.begin() as tx:
        named = {lots.receipt(tx, name).source.nom: name for name in lots.names(tx)}
        aside = tasks.set_aside(tx)
        readings = lots.readings(tx, named["lot"], house.reader)
    deaths = Counter((house.racine / "var" / poisoned.DEATHS).read_text().split())
    assert deaths == {f"read:{named['lot']}/2": 3, f"open:{named['qui-tue.pdf']}": 3}
    assert [task for task, _ in aside] == [f"open:{named['qui-tue.pdf']}"]
    assert [readings[n].fault is not None for n in (1, 2, 3)] == [False, True, False]
    assert bilan_of(house, f"{named['lot']}-1").registre.recues == 3
    assert bilan_of(house, f"{named['bon.png']}-1").registre.blanches == 1
    assert [(one.invariant, one.where) for one in check_world(house)] == [("I7", f"open:{named['qui-tue.pdf']}")]
    assert json.loads(next((house.racine / "outbox" / "bilans").glob("*.json")).read_bytes())
