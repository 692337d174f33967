"""Addresses that refuse whatever they are sent."""

from datetime import datetime, timedelta

from pipeline.domain.working_calendar import PARIS
from pipeline.store import addresses
from pipeline.store.addresses import RefusedAddress

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=PARIS)


def test_a_refused_address_is_kept_with_why_and_since_when_the_latest_first(tx):
    addresses.refuse(tx, "a@x.example", "550 5.1.1 inconnue", NOW)
    addresses.refuse(tx, "b@x.example", "revenu", NOW + timedelta(days=1))
    assert addresses.refused(tx) == [
        RefusedAddress("b@x.example", "revenu", NOW + timedelta(days=1)),
        RefusedAddress("a@x.example", "550 5.1.1 inconnue", NOW),
    ]


def test_an_address_is_refused_once_for_its_latest_reason_and_whatever_its_capitals(tx):
    addresses.refuse(tx, "Agent@X.example", "550", NOW)
    addresses.refuse(tx, "agent@x.example", "551", NOW)
    assert addresses.reasons(tx, ["AGENT@x.example", "autre@x.example"]) == {"AGENT@x.example": "551"}


def test_an_address_that_is_vouched_for_is_refused_no_more(tx):
    addresses.refuse(tx, "a@x.example", "550", NOW)
    assert [addresses.accept(tx, "A@x.example"), addresses.accept(tx, "a@x.example")] == [True, False]
    assert addresses.refused(tx) == []
