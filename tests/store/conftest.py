"""An empty memory, or a whole workspace, on either database."""

import pytest

from pipeline.store.store import Store
from tests import papers, postgres
from tests.papers import MARTIN
from tests.store.shelf import empty_database, file_pli, opened


@pytest.fixture(params=postgres.EITHER)
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
def house(tmp_path, base):
    house = opened(tmp_path, **base)
    yield house
    house.close()


@pytest.fixture
def pli(house):
    """A pli of a fiche and two pieces that are accepted."""
    return file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())


@pytest.fixture
def store(url, tmp_path):
    store = Store(url, tmp_path / "blobs")
    yield store
    store.close()


@pytest.fixture
def tx(store):
    """A transaction that ends with the test."""
    with store.begin() as connection:
        yield connection
