"""What was received and never scanned."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.receipt import Canal
from pipeline.engine import courrier
from pipeline.insight.envelopes import matched, unscanned
from tests import papers
from tests.store.shelf import file_pli

PAPER, POST = Canal.PAPIER_GUICHET, Canal.PAPIER_DEMANDEUR
MONDAY, TUESDAY, WEDNESDAY = (date(2026, 5, day) for day in (4, 5, 6))
arrivals = st.tuples(st.sampled_from([MONDAY, TUESDAY, WEDNESDAY]), st.sampled_from([PAPER, POST]))
counts = st.dictionaries(arrivals, st.integers(0, 9))


def found(house, **period):
    with house.store.begin() as tx:
        return unscanned(tx, house.settings, **period)


def test_what_was_received_and_never_scanned_is_named_with_its_deadline(house):
    courrier.count(house, WEDNESDAY, PAPER, 3)
    (item,) = found(house)
    assert str(item).startswith("3 plis reçus le 06/05/2026 par papier-guichet n'ont pas été scannés")
    assert item.echeance == datetime.fromisoformat("2026-05-11T23:59:59+02:00")
    assert "inbox/papier-guichet/<station>/2026-05-06/" in str(item)


def test_one_that_is_scanned_is_missed_no_more(house):
    courrier.count(house, WEDNESDAY, PAPER, 2)
    file_pli(house, papers.bordereau(1, 2), papers.bulletin())
    (item,) = found(house)
    assert (item.received, item.scanned, item.missing) == (2, 1, 1)
    assert str(item).startswith("1 pli reçu le 06/05/2026 par papier-guichet n'a pas été scanné")
    file_pli(house, papers.bordereau(1, 2, envoi="AUTRE"), papers.quittance(), rank=2)
    assert found(house) == ()


def test_the_second_half_of_an_envelope_does_not_stand_for_another(house):
    courrier.count(house, WEDNESDAY, PAPER, 2)
    for rank in (1, 2):
        file_pli(house, papers.bordereau(1, 2), papers.bulletin(), rank=rank)
    assert [item.missing for item in found(house)] == [1]


def test_a_day_out_of_the_period_is_left_out(house):
    courrier.count(house, MONDAY, PAPER, 1)
    assert found(house, since=TUESDAY) == ()


@pytest.mark.parametrize(
    ("counted", "scanned", "expected"),
    [
        ({(MONDAY, PAPER): 3}, {(MONDAY, PAPER): 5}, {(MONDAY, PAPER): 3}),
        # Scanned on Tuesday without the folder of Monday
        (
            {(MONDAY, PAPER): 3, (TUESDAY, PAPER): 2},
            {(TUESDAY, PAPER): 4},
            {(MONDAY, PAPER): 2, (TUESDAY, PAPER): 2},
        ),
        # A day that nobody counted says nothing of another
        ({(MONDAY, PAPER): 3}, {(TUESDAY, PAPER): 4}, {(MONDAY, PAPER): 0}),
        # But one on which nothing came does
        (
            {(MONDAY, PAPER): 3, (TUESDAY, PAPER): 0},
            {(TUESDAY, PAPER): 4},
            {(MONDAY, PAPER): 3, (TUESDAY, PAPER): 0},
        ),
        # What came earlier never stands for what came later, nor a channel for another
        (
            {(MONDAY, PAPER): 1, (TUESDAY, PAPER): 1, (TUESDAY, POST): 1},
            {(MONDAY, PAPER): 3},
            {(MONDAY, PAPER): 1, (TUESDAY, PAPER): 0, (TUESDAY, POST): 0},
        ),
    ],
)
def test_envelopes_scanned_without_their_day_go_to_the_oldest_day_that_lacks_some(counted, scanned, expected):
    assert matched(counted, scanned) == expected


@given(counts, counts)
def test_nothing_is_matched_twice_nor_beyond_what_was_counted(counted, scanned):
    result = matched(counted, scanned)
    assert result.keys() == counted.keys()
    assert all(min(scanned.get(arrival, 0), count) <= result[arrival] <= count for arrival, count in counted.items())
    for canal in (PAPER, POST):
        assert sum(n for arrival, n in result.items() if arrival[1] is canal) <= sum(
            n for arrival, n in scanned.items() if arrival[1] is canal
        )
