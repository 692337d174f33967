"""What holds for every test: a slow machine is no fault of a law under test; nobody's papers are talked about."""

import pytest
from hypothesis import HealthCheck, settings

from tests.store.shelf import opened

pytest_plugins = ["tests.net"]

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture
def house(tmp_path):
    """An empty workspace."""
    house = opened(tmp_path)
    yield house
    house.close()
