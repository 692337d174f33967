"""Turns as rows, on either database: lots that stand in lines, and the tasks that workers are given."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from pipeline.domain.receipt import Canal
from pipeline.store import lots, tasks, turns
from pipeline.store.lots import StoredPage
from pipeline.store.schema import ligne
from pipeline.store.store import Store
from pipeline.store.tasks import COMPUTING, Kind
from tests import papers

CLOCK = 1_000_000.0
ONE_DAY = timedelta(days=1)


class Desk:
    """Takes lots in, and tasks."""

    def __init__(self, tx):
        self.tx = tx
        self.weights = dict.fromkeys(Canal, 1.0)

    def came(self, lot, station="", canal=Canal.PAPIER_GUICHET, days=0):
        receipt = papers.receipt(0, canal)
        due = papers.RECEIVED + (2 + days) * ONE_DAY
        return replace(receipt, lot=lot, pli="", station=station or None, echeance=due)

    def drop(self, lot, **how):
        """Have a lot wait to be opened."""
        receipt = self.came(lot, **how)
        lots.add(self.tx, receipt, f"prise-{lot}", is_folder=False)
        tasks.submit(self.tx, Kind.OPEN, lot, turns.to_open(self.tx, receipt, self.weights[receipt.canal]))
        return receipt

    def open(self, receipt, pages):
        """Have its pages wait to be read."""
        stored = [StoredPage(n, f"{receipt.lot} {n}", "png", None) for n in range(1, pages + 1)]
        lots.add_pages(self.tx, receipt.lot, stored)
        ranks = turns.to_read(self.tx, receipt, pages, self.weights[receipt.canal])
        names = (f"{receipt.lot}/{page.n}" for page in stored)
        tasks.submit_all(self.tx, Kind.READ, dict(zip(names, ranks, strict=True)))

    def read(self, lot, pages, **how):
        """Have the pages of a lot wait, as if it were opened already."""
        receipt = self.came(lot, **how)
        lots.add(self.tx, receipt, f"prise-{lot}", is_folder=False)
        self.open(receipt, pages)

    def take(self, count=1):
        """Take so many tasks, and do them; return what they are about."""
        taken = []
        for _ in range(count):
            held = tasks.claim(self.tx, COMPUTING, "a", CLOCK)
            if held is None:
                break
            tasks.finish(self.tx, held)
            taken.append(held.subject if held.kind is Kind.READ else held.id)
        return taken

    def lots(self, count):
        return [subject.partition("/")[0] for subject in self.take(count)]


@pytest.fixture
def desk(tx):
    return Desk(tx)


def test_what_is_due_first_comes_first_whenever_it_came(desk):
    desk.read("thursday", 2, days=1)
    desk.read("wednesday", 2)
    desk.read("friday", 2, days=2)
    assert desk.lots(6) == ["wednesday"] * 2 + ["thursday"] * 2 + ["friday"] * 2


def test_pages_are_read_in_their_order(desk):
    desk.read("lot", 12)
    assert desk.take(12) == [f"lot/{n}" for n in range(1, 13)]


@pytest.mark.parametrize("station", ["s", "t"])
def test_a_small_lot_passes_a_great_one_that_is_being_read(desk, station):
    desk.read("great", 300, station="s")
    desk.take(40)
    small = desk.drop("small", station=station)
    before = [desk.take() for _ in range(2)]
    assert ["open:small"] in before
    desk.open(small, 5)
    taken = desk.lots(6)
    assert (taken.count("small"), taken.count("great")) == (5, 1)
    tasks.submit(desk.tx, Kind.CUT, "small", lots.rank(desk.tx, "small"))
    assert desk.take() == ["cut:small"]


def test_a_station_that_drops_a_hundred_lots_shares_with_one_that_drops_one(desk):
    for k in range(100):
        desk.read(f"many{k}", 5, station="s")
    desk.take(50)
    desk.read("one", 5, station="t")
    assert desk.lots(11).count("one") == 5


def test_a_station_that_drops_a_thousand_files_has_them_read_as_they_are_opened(desk):
    dropped = {f"open:many{k}": desk.drop(f"many{k}", station="s") for k in range(60)}
    other, taken = None, []
    for count in range(100):
        taken += desk.take()
        if taken[-1] in dropped:
            desk.open(dropped[taken[-1]], 4)
        if count == 60:
            other = desk.drop("other", station="t")
    opened = sum(name.startswith("open:many") for name in taken)
    assert opened == pytest.approx(len(taken) / 2, abs=3)
    assert taken.index("open:other") <= 61 + 2
    desk.open(other, 4)
    assert desk.lots(12).count("other") == 4


def test_channels_share_by_weight(desk):
    desk.weights[Canal.PAPIER_GUICHET] = 3.0
    for k in range(10):
        desk.read(f"g{k}", 30)
        desk.read(f"d{k}", 30, canal=Canal.PAPIER_DEMANDEUR)
    assert sum(lot.startswith("g") for lot in desk.lots(200)) == pytest.approx(150, abs=2)


def test_what_follows_comes_before_what_is_new_and_what_follows_from_a_great_lot_lets_others_through(desk):
    desk.read("great", 120)
    desk.read("read", 3, station="s")
    desk.take(200)
    desk.read("new", 3, station="s")
    for n in range(1, 121):
        tasks.submit(desk.tx, Kind.COMPOSE, f"great-1/{n}", lots.rank(desk.tx, "great", n))
    tasks.submit(desk.tx, Kind.CUT, "read", lots.rank(desk.tx, "read"))
    assert desk.take() == ["cut:read"]
    taken = desk.take(4)
    assert sum(subject.startswith("compose") for subject in taken) <= 1


def test_who_read_alone_owes_nothing_for_it_once_nobody_waits(desk):
    desk.read("morning", 50, station="s")
    desk.take(50)
    desk.read("noon", 3, station="s")
    desk.read("too", 3, station="t")
    assert set(desk.lots(2)) == {"noon", "too"}


def test_lines_of_long_ago_are_forgotten(desk):
    desk.read("old", 1)
    desk.take()
    desk.read("new", 1, days=40)
    assert desk.tx.execute(select(func.count()).select_from(ligne)).scalar_one() == 1


def test_a_turn_that_was_given_before_a_death_is_given_again(store, url, tmp_path):
    def die(tx):
        Desk(tx).read("lost", 50)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.begin() as tx:
        die(tx)
    with closing(Store(url, tmp_path / "blobs")) as again:
        with again.begin() as tx:
            Desk(tx).read("lot", 50)
            Desk(tx).take(20)
        with again.begin() as tx:
            Desk(tx).read("after", 50)
            assert Desk(tx).take(60)[-1] == "after/30"


def test_asked_again_it_has_the_turn_of_today(desk):
    desk.read("lot", 3, station="s")
    desk.read("other", 50, station="t")
    desk.take(20)
    tasks.submit(desk.tx, Kind.SETTLE, "lot-1", lots.rank(desk.tx, "lot"))
    then = lots.rank(desk.tx, "lot")
    desk.take(10)
    assert lots.rank(desk.tx, "lot") > then
