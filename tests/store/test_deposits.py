"""What is to be deposited, and what was."""

import pytest

from pipeline.store import deposits
from tests import papers
from tests.papers import DURAND, MARTIN
from tests.store import shelf
from tests.store.shelf import file_pli, opened


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    yield house
    house.close()


@pytest.fixture
def pli(house):
    return file_pli(house, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3), papers.bulletin(), papers.quittance())


def test_accepted_pieces_are_due_with_their_pdf(house, pli):
    with house.store.begin() as tx:
        due = deposits.due(tx)
    assert [(d.pli, d.piece, d.numero_unique, d.state) for d in due] == [
        (pli, f"{pli}-02", MARTIN, "a_deposer"),
        (pli, f"{pli}-03", MARTIN, "a_deposer"),
    ]
    assert house.store.blobs.get(due[0].blob)[: due[0].octets].startswith(b"%PDF")


@pytest.mark.parametrize(
    ("state", "is_due"), [("a_deposer", True), ("incertain", True), ("depose", False), ("refuse", False)]
)
def test_what_is_deposited_or_refused_is_due_no_more(house, pli, state, is_due):
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, f"{pli}-02", state)
        assert (shelf.due_of(tx, pli, f"{pli}-02") is not None) == is_due
        assert shelf.state_of(tx, pli, f"{pli}-02") == state


def test_a_piece_that_changed_before_it_left_takes_its_new_key(house, pli):
    with house.store.begin() as tx:
        deposits.keep_livrable(tx, "2" * 64, "blob", 3, 1)
        deposits.intend(tx, pli, f"{pli}-02", "2" * 64, DURAND)
        assert shelf.due_of(tx, pli, f"{pli}-02").numero_unique == DURAND


@pytest.mark.parametrize("state", ["incertain", "depose"])
def test_a_piece_that_may_have_left_keeps_its_key(house, pli, state):
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, f"{pli}-02", state)
        deposits.intend(tx, pli, f"{pli}-02", "2" * 64, DURAND)
        assert shelf.state_of(tx, pli, f"{pli}-02") == state


def test_what_was_to_be_deposited_is_forgotten_unless_it_may_have_left(house, pli):
    with house.store.begin() as tx:
        deposits.set_state(tx, pli, f"{pli}-03", "incertain")
        deposits.forget_intentions(tx, pli)
        assert [d.piece for d in deposits.due(tx)] == [f"{pli}-03"]


def test_the_first_pdf_of_a_key_stays_for_ever(house, pli):
    with house.store.begin() as tx:
        cle = deposits.due(tx)[0].cle
        before = deposits.due(tx)[0].blob
        deposits.keep_livrable(tx, cle, "autre", 1, 1)
        assert deposits.due(tx)[0].blob == before


def test_the_last_deposit_of_a_pli_is_known(house, pli):
    with house.store.begin() as tx:
        assert deposits.last_deposit(tx, pli) is None
        deposits.set_state(tx, pli, f"{pli}-02", "depose", "SNE-1", "2026-05-06T20:00:00+02:00")
        deposits.set_state(tx, pli, f"{pli}-03", "depose", "SNE-2", "2026-05-07T20:00:00+02:00")
        assert deposits.last_deposit(tx, pli).isoformat() == "2026-05-07T20:00:00+02:00"
