"""What is to be deposited, and what was."""

from datetime import datetime

import pytest

from pipeline.domain.facts import Demande, DemandeState
from pipeline.domain.working_calendar import PARIS
from pipeline.store import deposits, plis, tasks
from pipeline.store.tasks import Kind
from tests.papers import DURAND, MARTIN, PETIT
from tests.store import shelf


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


def instant(hour):
    return datetime(2026, 5, 6, hour, 30, tzinfo=PARIS)


def test_what_is_put_off_keeps_its_place_with_its_tries_and_its_instant(house, pli):
    with house.store.begin() as tx:
        first, second = deposits.due(tx)
        deposits.put_off(tx, first, "incertain", instant(21))
        deposits.put_off(tx, shelf.due_of(tx, pli, first.piece), "incertain", instant(22))
        again, other = deposits.due(tx)
    assert (again.piece, again.state, again.essais, again.not_before) == (first.piece, "incertain", 2, instant(22))
    assert other == second


@pytest.mark.parametrize("state", ["depose", "refuse"])
def test_an_answer_ends_what_put_a_piece_off(house, pli, state):
    with house.store.begin() as tx:
        first = deposits.due(tx)[0]
        deposits.put_off(tx, first, "incertain", instant(21))
        deposits.set_state(tx, pli, first.piece, state)
        deposits.set_state(tx, pli, first.piece, "incertain")
        assert (shelf.due_of(tx, pli, first.piece).essais, shelf.due_of(tx, pli, first.piece).not_before) == (0, None)


def test_a_person_who_asks_for_it_now_hurries_what_is_put_off(house, pli):
    with house.store.begin() as tx:
        for piece in deposits.due(tx):
            deposits.put_off(tx, piece, "incertain", instant(21))
        deposits.hurry(tx)
        assert {(piece.essais, piece.not_before) for piece in deposits.due(tx)} == {(0, None)}


@pytest.mark.parametrize("column", ["cle", "etat", "numero_unique"])
def test_a_piece_that_changed_since_it_was_found_is_seen(house, pli, column):
    with house.store.begin() as tx:
        found = deposits.due(tx)[0]
        assert deposits.is_as_found(tx, found)
        tx.exec_driver_sql(f"UPDATE depot SET {column} = 'autre'")
        assert not deposits.is_as_found(tx, found)


def test_a_pli_about_which_a_person_has_answered_is_unsettled(house, pli):
    with house.store.begin() as tx:
        assert not deposits.is_unsettled(tx, pli)
        tasks.submit(tx, Kind.SETTLE, f"{pli}0", 1)
        assert not deposits.is_unsettled(tx, pli), "that is another pli"
        tasks.submit(tx, Kind.SETTLE, pli, 1)
        assert deposits.is_unsettled(tx, pli)


def test_the_demandes_that_the_register_knows_are_those_of_the_last_deposits_then_those_told_active(house, pli):
    with house.store.begin() as tx:
        assert deposits.witnesses(tx, 3) == []
        for number, state in ((DURAND, DemandeState.ACTIVE), (PETIT, DemandeState.STRUCK_OFF)):
            plis.keep_demande(tx, pli, Demande(number, state), instant(20))
        assert deposits.witnesses(tx, 3) == [DURAND]
        deposits.set_state(tx, pli, f"{pli}-02", "depose", "SNE-1", "2026-05-06T20:00:00+02:00")
        assert deposits.witnesses(tx, 3) == [MARTIN, DURAND]
        assert deposits.witnesses(tx, 1) == [MARTIN]
