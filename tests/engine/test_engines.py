"""The engine is the one that the settings name."""

from pipeline.engine.bell import Bell
from pipeline.engine.engines import LOCAL, engine_of
from tests.store.shelf import opened


def test_the_engine_is_the_one_that_the_settings_name(tmp_path):
    for name, crew in (("local", LOCAL.crew), ("dramatiq", Bell)):
        house = opened(tmp_path, PLI_MOTEUR=name, PLI_REDIS="redis://127.0.0.1:1")
        assert engine_of(house).crew is crew
        house.close()


def test_the_crew_of_a_service_has_nobody_while_there_is_nothing_to_do(tmp_path):
    house = opened(tmp_path)
    hired = engine_of(house).crew(house)
    hired.top_up()
    assert not hired.is_busy()
    house.close()
