"""An empty workspace, on the 22nd of May 2026 at noon."""

import pytest

from tests.store.shelf import opened


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path, "2026-05-22T12:00:00+02:00")
    yield house
    house.close()
