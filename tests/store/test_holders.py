"""Who holds which blob."""

import pytest

from pipeline.store import deposits, holders, plis, purges
from pipeline.store.kept import Genre
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli


@pytest.fixture
def lots(house):
    """Two lots of the same images."""
    pages = (papers.bordereau(1, 3), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())
    names = [file_pli(house, *pages, image="same", rank=rank) for rank in (1, 2)]
    with house.store.begin() as tx:
        return [plis.receipt(tx, name).lot for name in names]


def all_of(named):
    return {name for digit in "0123456789abcdef" for name in named(digit)}


def test_a_lot_holds_what_was_received_its_images_and_its_pdfs(house, lots):
    with house.store.begin() as tx:
        assert [len(holders.blobs_of(tx, lot)) for lot in lots] == [5, 4]


def test_each_blob_is_told_with_each_lot_that_holds_it(house, lots):
    with house.store.begin() as tx:
        own = [holders.blobs_of(tx, lot) for lot in lots]
        found = list(holders.holders(tx, own[0] | own[1]))
    assert {(blob, lot) for lot, blobs in zip(lots, own, strict=True) for blob in blobs} == set(found)


def test_a_purged_lot_holds_nothing(house, lots):
    with house.store.begin() as tx:
        first, second = (holders.blobs_of(tx, lot) for lot in lots)
        purges.keep(tx, Genre.LOT, lots[0], "images", {}, house.settings.now())
        assert {lot for _, lot in holders.holders(tx, first | second)} == {lots[1]}
        assert all_of(lambda prefix: holders.received(tx, prefix)) == second


def test_names_are_asked_for_in_parts(house, lots, monkeypatch):
    monkeypatch.setattr(holders, "AT_ONCE", 2)
    with house.store.begin() as tx:
        assert len(set(holders.holders(tx, holders.blobs_of(tx, lots[0])))) == 5 + 3
    assert [list(part) for part in holders.parts(["dbac", "e", "a"])] == [["a", "dbac"], ["e"]]


def test_a_pdf_of_no_piece_is_unused(house, lots):
    with house.store.begin() as tx:
        assert holders.unused(tx) == {}
        deposits.keep_livrable(tx, "c" * 64, "b" * 64, 1, 1)
        assert holders.unused(tx) == {"c" * 64: "b" * 64}
        assert "b" * 64 in all_of(lambda prefix: holders.composed(tx, prefix))
