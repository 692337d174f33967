"""Until when a settled lot is kept."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pipeline.domain import bilan as bilans
from pipeline.domain.bilan import Depot
from pipeline.domain.working_calendar import PARIS
from pipeline.store import mails
from pipeline.store.mails import Mail
from pipeline.upkeep.purge.terms import Held, Rule, Stand, Term, term_of
from tests import papers

NOON = datetime(2026, 5, 6, 12, 0, tzinfo=PARIS)
DAYS = {Rule.IMAGES: 30, Rule.REJECTS: 10, Rule.QUARANTINE: 90}


def mail(nature=mails.FINAL, state=mails.SENT, days=0, detail=None):
    return Mail("p", nature, f"<{nature}@x.example>", (), state, detail, NOON + timedelta(days=days))


def stand(*told, filed=False, acknowledged=None, withdrawn=None):
    refused = bilans.of_refused(papers.receipt(0), "T11")
    piece = bilans.BilanPiece("p-01", None, None, (1,), "RES-BUL", None, 1.0, "acceptee", None, (), ())
    filed_piece = replace(piece, depot=Depot("depose", "c", "r"))
    return Stand(replace(refused, pieces=(filed_piece,) if filed else ()), told or (mail(),), acknowledged, withdrawn)


def test_what_was_filed_is_kept_from_its_last_event_on():
    told = stand(mail(), mail(mails.again(1), days=3), filed=True, acknowledged=NOON + timedelta(days=1))
    assert term_of([told], DAYS, refused=False) == Term(
        Rule.IMAGES, NOON + timedelta(days=3), NOON + timedelta(days=33)
    )


def test_what_was_rejected_follows_its_own_rule():
    assert term_of([stand()], DAYS, refused=False) == Term(Rule.REJECTS, NOON, NOON + timedelta(days=10))


def test_what_was_never_opened_follows_that_of_the_quarantine():
    assert term_of([stand()], DAYS, refused=True) == Term(Rule.QUARANTINE, NOON, NOON + timedelta(days=90))


def test_a_lot_goes_as_one_when_its_last_pli_may():
    late = stand(mail(days=25))
    found = term_of([stand(filed=True, acknowledged=NOON), late], DAYS, refused=False)
    assert found == Term(Rule.IMAGES, NOON + timedelta(days=25), NOON + timedelta(days=35))


def test_a_withdrawal_counts_as_the_deposit_did():
    found = term_of([stand(filed=True, acknowledged=NOON, withdrawn=NOON + timedelta(days=7))], DAYS, refused=False)
    assert isinstance(found, Term)
    assert found.since == NOON + timedelta(days=7)


@pytest.mark.parametrize(
    ("told", "is_held"),
    [
        ([mail(state=mails.TO_SEND)], True),
        ([mail(mails.PARTIAL)], True),
        ([mail(mails.PARTIAL, mails.TO_SEND), mail()], False),
        ([mail(mails.PARTIAL, mails.REFUSED), mail()], False),
        ([mail(state=mails.REFUSED)], True),
        ([mail(state=mails.REFUSED), mail(mails.again(1))], False),
        ([mail(), mail(mails.again(1), mails.REFUSED)], False),
        ([mail(), mail(mails.rectified(1), mails.REFUSED)], True),
        ([mail(), mail(mails.rectified(1), mails.TO_SEND)], True),
        ([mail(state=mails.NOT_TOLD, detail="non notifiable")], False),
        ([mail(state=mails.NOT_TOLD, detail="guichet inconnu")], False),
        ([mail(state=mails.NOT_TOLD, detail="guichet inconnu (10691)")], True),
    ],
)
def test_a_sender_who_may_still_be_told_keeps_the_lot(told, is_held):
    assert isinstance(term_of([stand(*told)], DAYS, refused=False), Held) == is_held


def test_what_is_not_opened_yet_is_kept():
    assert isinstance(term_of([], DAYS, refused=False), Held)
