"""The engine is the one that the settings name."""

import pytest

from pipeline.engine.engines import crew, work_off
from pipeline.errors import Misuse
from tests.store.shelf import opened


def test_an_engine_that_is_not_delivered_is_refused_in_words(tmp_path):
    house = opened(tmp_path, PLI_MOTEUR="dramatiq", PLI_REDIS="redis://127.0.0.1:1")
    for ask in (lambda: work_off(house, lambda done, total: None), lambda: crew(house)):
        with pytest.raises(Misuse, match="local"):
            ask()
    house.close()


def test_the_crew_of_a_service_has_nobody_while_there_is_nothing_to_do(tmp_path):
    house = opened(tmp_path)
    hired = crew(house)
    hired.top_up()
    assert not hired.is_busy()
    house.close()
