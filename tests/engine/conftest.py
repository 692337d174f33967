"""An empty workspace."""

import pytest

from tests.store.shelf import opened


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    yield house
    house.close()
