"""The profile that finished tasks give."""

import pytest

from pipeline.errors import Misuse
from pipeline.insight.simulate.measured import mesures, timed_by
from pipeline.store.tasks import Kind
from tests.insight.simulate.worlds import shipped
from tests.store.shelf import opened


def test_costs_are_told_by_page_read():
    spent = [(Kind.READ, 0.4), (Kind.READ, 0.6)] * 20 + [(Kind.OPEN, 2.0), (Kind.CUT, 0.4), (Kind.SETTLE, 0.4)]
    found = mesures([*spent, (Kind.COMPOSE, 4.0)], "ici", 1.1)
    assert (found.lire, found.dispersion, found.ouvrir, found.decider, found.composer) == (0.5, 0.2, 0.05, 0.02, 0.1)
    assert found.frottement == 1.1
    assert found.page_s == pytest.approx(0.67)


def test_a_workspace_that_read_next_to_nothing_measures_nothing(tmp_path):
    house = opened(tmp_path)
    with pytest.raises(Misuse, match="0 pages lues"):
        timed_by(house, shipped())
    house.close()
