"""Messages: written down before they leave, confirmed after."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pipeline.domain.working_calendar import PARIS
from pipeline.store import lots, mails, plis
from pipeline.store.mails import Mail
from tests import papers

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=PARIS)
MAIL = Mail("pg0000000000-1-1", "final", "<1@x.example>", ("guichet@x.example",), mails.TO_SEND, None, NOW)


@pytest.fixture
def kept(tx):
    receipt = papers.receipt(1)
    lots.add(tx, receipt, "prise", is_folder=False)
    plis.add(tx, receipt.pli, receipt.lot, 1, 1)
    mails.write_down(tx, MAIL)
    return tx


def answered(tx, mail, answers):
    told = mail.with_answers(answers)
    mails.answered(tx, told)
    return told


def of_pli(tx):
    return mails.of_pli(tx, MAIL.pli)


def test_a_message_comes_back_as_it_was_written_down(kept):
    assert of_pli(kept) == [MAIL]


def test_one_nature_is_one_message_until_it_leaves(kept):
    again = replace(MAIL, to=("autre@x.example",), at=NOW + timedelta(hours=1))
    mails.write_down(kept, again)
    assert of_pli(kept) == [again]


def test_a_message_that_left_is_not_changed(kept):
    told = answered(kept, MAIL, {"guichet@x.example": ("envoye", "250 OK")})
    mails.write_down(kept, replace(MAIL, to=("autre@x.example",)))
    assert of_pli(kept) == [told]
    assert (told.state, told.proof) == (mails.SENT, "guichet@x.example : 250 OK")


@pytest.mark.parametrize(
    ("first", "second", "state", "waiting"),
    [
        ("envoye", "envoye", mails.SENT, ()),
        ("envoye", "refuse", mails.SENT, ()),
        ("refuse", "refuse", mails.REFUSED, ()),
        ("envoye", "plus_tard", mails.TO_SEND, ("b@x.example",)),
        ("refuse", "plus_tard", mails.TO_SEND, ("b@x.example",)),
    ],
)
def test_a_message_is_settled_once_every_address_has_a_final_answer(kept, first, second, state, waiting):
    mail = replace(MAIL, to=("a@x.example", "b@x.example"))
    mails.write_down(kept, mail)
    told = answered(kept, mail, {"a@x.example": (first, "x"), "b@x.example": (second, "y")})
    assert of_pli(kept) == [told]
    assert (told.state, told.waiting) == (state, waiting)


def test_what_an_address_answered_last_is_what_is_kept(kept):
    told = answered(kept, MAIL, {"guichet@x.example": ("plus_tard", "451 liste grise")})
    told = answered(kept, told, {"guichet@x.example": ("envoye", "250 OK")})
    assert dict(told.answers) == {"guichet@x.example": ("envoye", "250 OK")}


def test_another_nature_is_another_message(kept):
    mails.write_down(kept, replace(MAIL, nature="renvoi-1"))
    assert [mail.nature for mail in of_pli(kept)] == ["final", "renvoi-1"]
