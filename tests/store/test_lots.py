"""Lots, their pages, and the readings of those."""

import tracemalloc
from dataclasses import replace

from pipeline.domain.receipt import Companion
from pipeline.store import lots
from pipeline.store.lots import StoredPage
from tests import papers

READER = "1"


def received(rank=1, **more):
    lot = f"pg{rank:010d}-1"
    return replace(papers.receipt(0, companion=Companion(pages=3, ignored=("courriel",))), pli=lot, lot=lot, **more)


def test_a_lot_comes_back_as_it_came(tx):
    came = received(station="S1")
    assert lots.add(tx, came, "prise-1", is_folder=True) == 1
    assert lots.receipt(tx, came.lot) == came
    assert lots.is_folder(tx, came.lot)
    assert lots.recorded(tx, "prise-1") == came.lot
    assert lots.recorded(tx, "prise-2") is None


def test_lots_are_numbered_in_their_order_of_receipt(tx):
    names = [received(rank).lot for rank in (5, 2, 9)]
    assert [lots.add(tx, received(rank), f"p{rank}", is_folder=False) for rank in (5, 2, 9)] == [1, 2, 3]
    assert lots.names(tx) == names


def test_the_same_file_by_the_same_door_is_counted(tx):
    lots.add(tx, received(), "p1", is_folder=False)
    stem, _, _ = received().lot.rpartition("-")
    assert lots.times_received(tx, stem) == 1
    assert lots.times_received(tx, stem[:-1]) == 0
    assert lots.times_received(tx, f"{stem}0") == 0


def test_pages_come_back_in_order_and_by_range(tx):
    lot = received().lot
    lots.add(tx, received(), "p1", is_folder=False)
    lots.add_pages(tx, lot, [StoredPage(n, f"b{n}", "png", 200.0 if n == 1 else None) for n in (3, 1, 2)])
    assert [page.n for page in lots.pages(tx, lot)] == [1, 2, 3]
    assert [page.n for page in lots.pages(tx, lot, 2)] == [2, 3]
    assert lots.pages(tx, lot, 1, 1) == [StoredPage(1, "b1", "png", 200.0)]
    assert lots.receipt(tx, lot).last == 3
    assert lots.blobs(tx) == sorted({"0" * 64, "b1", "b2", "b3"})


def test_a_reading_is_kept_once_by_image_and_reader(tx):
    lot = received().lot
    lots.add(tx, received(), "p1", is_folder=False)
    lots.add_pages(tx, lot, [StoredPage(1, "same", "png", None), StoredPage(2, "same", "png", None)])
    lots.keep_reading(tx, "same", READER, papers.bulletin())
    lots.keep_reading(tx, "same", READER, papers.quittance())
    assert lots.is_read(tx, "same", READER)
    assert not lots.is_read(tx, "same", "2")
    assert lots.readings(tx, lot, READER) == {1: papers.bulletin(), 2: papers.bulletin()}
    assert list(lots.readings(tx, lot, READER, 2, 2)) == [2]


def test_a_page_that_this_reader_never_saw_keeps_what_an_older_one_read(tx):
    lot = received().lot
    lots.add(tx, received(), "p1", is_folder=False)
    lots.add_pages(tx, lot, [StoredPage(1, "old", "png", None), StoredPage(2, "both", "png", None)])
    for blob, reader in [("old", "1"), ("both", "1")]:
        lots.keep_reading(tx, blob, reader, papers.bulletin())
    lots.keep_reading(tx, "both", "2", papers.quittance())
    assert lots.readings(tx, lot, "2") == {1: papers.bulletin(), 2: papers.quittance()}
    assert lots.readings(tx, lot, "1") == {1: papers.bulletin(), 2: papers.bulletin()}


def test_the_texts_of_the_readings_of_a_lot_are_never_all_in_memory(tx):
    lot, count = received().lot, 40
    heavy = replace(papers.bulletin(), fault="x" * 100_000)
    lots.add(tx, received(), "p1", is_folder=False)
    lots.add_pages(tx, lot, [StoredPage(n, f"b{n}", "png", None) for n in range(1, count + 1)])
    for n in range(1, count + 1):
        lots.keep_reading(tx, f"b{n}", READER, heavy)
    tracemalloc.start()
    found = lots.readings(tx, lot, READER)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(found), peak - kept < 1_000_000) == (count, True)


def test_a_refused_lot_says_why(tx):
    lots.add(tx, received(), "p1", is_folder=False)
    lot = received().lot
    assert (lots.in_state(tx, "recu"), lots.explanation(tx, lot)) == ([lot], None)
    lots.set_state(tx, lot, "refuse", "T10", "Ce fichier ne s'ouvre pas.")
    assert (lots.in_state(tx, "recu"), lots.in_state(tx, "refuse")) == ([], [lot])
    assert lots.explanation(tx, lot) == "Ce fichier ne s'ouvre pas."
