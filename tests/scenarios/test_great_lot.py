"""A lot of thousands of pages is being read when one of a few comes: real files, one worker."""

from __future__ import annotations

from contextlib import closing

import pikepdf
import pytest

from pipeline.engine.intake import take_ready
from pipeline.engine.publish import publish
from pipeline.engine.run import run_next
from pipeline.mailroom.inbox import ok_path
from pipeline.store.tasks import COMPUTING
from tests.store.shelf import opened

SIZES = (120, pytest.param(10_000, marks=[pytest.mark.faults, pytest.mark.timeout(1800)]))


def drop(house, station, pages):
    blank = pikepdf.new()
    for _ in range(pages):
        blank.add_blank_page(page_size=(200, 280))
    path = house.racine / "inbox" / "papier-guichet" / station / "lot.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    blank.save(path)
    ok_path(path).touch()
    (lot,) = take_ready(house).lots
    return lot


@pytest.mark.parametrize("station", ["station-1", "station-2"])
@pytest.mark.parametrize("pages", SIZES)
def test_a_lot_of_a_few_pages_is_settled_while_one_page_of_a_great_one_is_read(tmp_path, pages, station):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "limites.toml").write_text("pages_max = 20_000\n")
    with closing(opened(tmp_path)) as house:
        great = drop(house, "station-1", pages)
        for _ in range(10):
            run_next(house, "test", COMPUTING)
        small = drop(house, station, 5)
        taken = []
        while not taken or not taken[-1].startswith(f"settle:{small}"):
            taken.append(run_next(house, "test", COMPUTING).id)
        assert sum(great in name for name in taken) <= 1
        assert len(taken) <= 10
        publish(house)
