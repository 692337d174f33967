"""The fate of pages is what the register says of them."""

from collections import Counter

import pytest

from pipeline.domain.register import Register
from pipeline.insight.day_page.fates import Fate, Ledger, fate_of, ledger_of, outcome_of
from tests.insight.day_page.pages import PAGES
from tests.store.shelf import bilan_of, file_pli


@pytest.fixture
def bilan(house):
    return bilan_of(house, file_pli(house, *PAGES))


def test_the_fates_of_the_pages_add_up_to_the_register(bilan):
    pieces = {piece.id: piece for piece in bilan.pieces}
    fates = Counter(fate_of(page, pieces.get(page.piece)) for page in bilan.pages)
    assert {fate: getattr(bilan.registre, fate.account) for fate in fates} == dict(fates)
    assert set(fates) == set(Fate)


def test_an_accepted_piece_is_not_said_to_be_filed_before_it_is(bilan):
    assert {outcome_of(piece) for piece in bilan.pieces} == {"acceptée", "rejetée", "à vérifier"}


def test_registers_add_up_and_empty_accounts_are_left_out():
    ledger = ledger_of([Register(3, separateurs=1, acceptees=2), Register(5, blanches=1, acceptees=4)])
    assert [account.said for account in ledger.accounts] == ["1 séparateur", "1 blanche", "6 acceptées"]
    assert ledger.received == 8 == sum(account.pages for account in ledger.accounts)
    assert sum(account.share for account in ledger.accounts) == pytest.approx(1)


@pytest.mark.parametrize("registers", [[], [Register(0)]])
def test_a_day_without_pages_has_no_account(registers):
    assert ledger_of(registers) == Ledger(0, ())


def test_every_fate_has_a_mark_of_its_own():
    assert len({fate.mark for fate in Fate}) == len(Fate)
