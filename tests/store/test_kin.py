"""The plis of a period, with those of the same envelope."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipeline.domain.receipt import Canal, Companion
from pipeline.store import kin, lots, plis
from tests import papers

DAY = papers.RECEIVED.date()
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def came(tx):
    """Receive a pli, so many days after the first, with its ``envoi`` or the reference of its companion."""

    def receive(name, days, envoi=None, reference=None, canal=Canal.PAPIER_GUICHET):
        receipt = papers.receipt(1, canal, Companion(reference=reference))
        lots.add(tx, replace(receipt, lot=name, recu_le=receipt.recu_le + timedelta(days=days)), name, is_folder=False)
        plis.add(tx, f"{name}-1", name, 1, 1)
        plis.add_marks(tx, f"{name}-1", {f"envoi:{envoi}"} if envoi else {"nonce:N"})

    return receive


def of_period(tx, first=NEXT, last=NEXT):
    return kin.of_period(tx, first, last, [Canal.PWP])


def test_a_period_has_its_own_plis_both_days_included(tx, came):
    for rank, days in enumerate((0, 1, 2, 3)):
        came(f"l{rank}", days)
    assert of_period(tx, NEXT, DAY + timedelta(days=2)) == ["l1-1", "l2-1"]


def test_the_rest_of_an_envelope_comes_with_it_from_any_day_in_order_of_receipt(tx, came):
    came("a", 0, envoi="E1")
    came("b", 1, envoi="E1")
    came("c", 300, envoi="E1")
    came("d", 0, envoi="E2")
    assert of_period(tx) == ["a-1", "b-1", "c-1"]


def test_one_fiche_twice_is_no_envelope(tx, came):
    came("a", 0)
    came("b", 1)
    assert of_period(tx) == ["b-1"]


def test_the_rest_of_a_deposit_comes_with_it_where_references_count(tx, came):
    came("a", 0, reference="R", canal=Canal.PWP)
    came("b", 1, reference="R", canal=Canal.PWP)
    came("c", 0, reference="R", canal=Canal.MEL)
    came("d", 200, reference="R", canal=Canal.PWP)
    came("e", 0, canal=Canal.PWP)
    assert of_period(tx) == ["a-1", "b-1"]


def test_what_is_not_read_yet_is_named_by_its_lot_then_by_its_plis(tx, came):
    came("a", 1)
    lots.set_state(tx, "a", "coupe")
    lots.add(tx, replace(papers.receipt(0), lot="b", recu_le=papers.RECEIVED), "b", is_folder=False)
    assert kin.unread(tx, DAY, NEXT) == ["a-1", "b"]
    assert kin.unread(tx, date(2026, 1, 1), date(2026, 1, 31)) == []
