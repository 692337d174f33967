"""The engine is the one that the settings name."""

import pytest

from pipeline.engine.engines import work_off
from pipeline.errors import Misuse
from tests.store.shelf import opened


def test_an_engine_that_is_not_delivered_is_refused_in_words(tmp_path):
    house = opened(tmp_path, PLI_MOTEUR="dramatiq", PLI_REDIS="redis://127.0.0.1:1")
    with pytest.raises(Misuse, match="local"):
        work_off(house, lambda done, total: None)
    house.close()
