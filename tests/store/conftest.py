"""An empty memory."""

import pytest

from pipeline.store.store import Store


@pytest.fixture
def store(tmp_path):
    opened = Store(f"sqlite:///{tmp_path / 'pli.sqlite'}", tmp_path / "blobs")
    yield opened
    opened.close()


@pytest.fixture
def tx(store):
    """A transaction that ends with the test."""
    with store.begin() as connection:
        yield connection
