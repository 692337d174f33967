"""An empty memory, on either database."""

import pytest

from pipeline.store.store import Store
from tests import postgres
from tests.store.shelf import empty_database

BOTH = ("sqlite", pytest.param("postgres", marks=pytest.mark.xdist_group("postgres")))


@pytest.fixture(params=BOTH)
def url(request, tmp_path):
    """Where a database is, with the tables of today and nothing in them."""
    if request.param == "postgres":
        return postgres.emptied()
    (tmp_path / "pli.sqlite").write_bytes(empty_database())
    return f"sqlite:///{tmp_path / 'pli.sqlite'}"


@pytest.fixture
def base(url):
    """The settings of a workspace that say which database is its."""
    return {"PLI_BASE": url}


@pytest.fixture
def store(url, tmp_path):
    opened = Store(url, tmp_path / "blobs")
    yield opened
    opened.close()


@pytest.fixture
def tx(store):
    """A transaction that ends with the test."""
    with store.begin() as connection:
        yield connection
