"""The ledger of nights: one a civil day, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.working_calendar import PARIS
from pipeline.store import journal, mails, nights
from pipeline.store.nights import Night, day_due, hours, last_opened

OPENING, CLOSING = time(20), time(6)
WEDNESDAY = date(2026, 5, 6)
ONE_DAY = timedelta(days=1)
LONG_AGO = datetime(2000, 1, 1, tzinfo=PARIS)


def at(day, hour, minute=0):
    return datetime.combine(day, time(hour, minute), PARIS)


def due(now, known=(), began=LONG_AGO, opening=OPENING, closing=CLOSING):
    return day_due(now, opening, closing, {night.day: night for night in known}, began)


def night(day, ended=None):
    return Night(day, at(day, 20), ended, {}, None, None)


def whole(day):
    return night(day, hours(day, OPENING, CLOSING)[1])


@pytest.mark.parametrize(
    ("day", "lasts_h"), [(WEDNESDAY, 10), (date(2026, 3, 28), 9), (date(2026, 10, 24), 11), (date(2026, 12, 31), 10)]
)
def test_a_night_lasts_as_long_as_the_clocks_let_it(day, lasts_h):
    opens, closes = hours(day, OPENING, CLOSING)
    assert (closes - opens).total_seconds() == lasts_h * 3600
    assert opens.astimezone(PARIS).time() == OPENING
    assert closes.astimezone(PARIS).time() == CLOSING


def test_an_hour_that_summer_time_skips_is_moved_past_it():
    _, closes = hours(date(2026, 3, 28), OPENING, time(2, 30))
    assert closes.astimezone(PARIS).time() == time(3, 30)


def test_a_night_may_open_and_close_on_the_same_day():
    opens, closes = hours(WEDNESDAY, time(18), time(23))
    assert (opens, closes) == (at(WEDNESDAY, 18), at(WEDNESDAY, 23))
    assert due(at(WEDNESDAY, 22), opening=time(18), closing=time(23)) == WEDNESDAY


def test_a_night_is_due_from_its_opening_and_nothing_is_before_it():
    held = [whole(WEDNESDAY - ONE_DAY)]
    assert due(at(WEDNESDAY, 19, 59), held) is None
    assert due(at(WEDNESDAY, 20), held) == WEDNESDAY
    assert due(at(WEDNESDAY + ONE_DAY, 5, 59), held) == WEDNESDAY


def test_a_night_that_was_held_to_its_end_is_due_no_more():
    assert due(at(WEDNESDAY + ONE_DAY, 6), [whole(WEDNESDAY)]) is None
    assert due(at(WEDNESDAY + ONE_DAY, 19), [whole(WEDNESDAY)]) is None


def test_a_night_ended_by_hand_before_it_closes_binds_nobody():
    by_hand = [night(WEDNESDAY, at(WEDNESDAY, 20))]
    assert due(at(WEDNESDAY, 23), by_hand) == WEDNESDAY
    assert due(at(WEDNESDAY + ONE_DAY, 7), by_hand) == WEDNESDAY


def test_a_night_that_was_cut_is_taken_up_again_even_after_it_closed():
    assert due(at(WEDNESDAY + ONE_DAY, 9), [night(WEDNESDAY)]) == WEDNESDAY
    assert due(at(WEDNESDAY + ONE_DAY, 21), [night(WEDNESDAY)]) == WEDNESDAY


def test_a_night_that_was_missed_is_caught_up():
    assert due(at(WEDNESDAY + ONE_DAY, 9)) == WEDNESDAY


def test_who_began_after_a_night_closed_has_missed_nothing():
    morning = WEDNESDAY + ONE_DAY
    assert due(at(morning, 9), began=at(morning, 8)) is None
    assert due(at(morning, 9), began=None) is None
    assert due(at(morning, 20), began=None) == morning


def test_of_several_missed_nights_the_last_is_held():
    assert due(at(WEDNESDAY + 7 * ONE_DAY, 9), [whole(WEDNESDAY)]) == WEDNESDAY + 6 * ONE_DAY


@given(st.integers(0, 6 * 366 * 24 * 60))
def test_the_last_night_opened_before_now_and_the_next_one_will_after(minutes):
    now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    day = last_opened(now, OPENING)
    assert hours(day, OPENING, CLOSING)[0] <= now < hours(day + ONE_DAY, OPENING, CLOSING)[0]


@pytest.mark.parametrize("every", [timedelta(minutes=20), timedelta(hours=7), timedelta(hours=31)])
def test_in_366_days_each_civil_day_has_one_night_however_often_one_looks(every):
    """Every twenty minutes; seldom; and so seldom that nights are missed, caught up once each at most."""
    now, end = at(date(2024, 1, 1), 12).astimezone(UTC), at(date(2025, 1, 1), 12)
    known, held = {}, []
    while now < end:
        day = day_due(now, OPENING, CLOSING, known, LONG_AGO)
        if day is not None:
            held += [day] if day not in known else []
            _, closes = hours(day, OPENING, CLOSING)
            known[day] = Night(day, now, now if now >= closes else None, {}, None, None)
        now += every
    assert len(held) == len(set(held))
    assert held == sorted(held)
    if every < timedelta(hours=24):
        assert held[1:] == [held[0] + n * ONE_DAY for n in range(1, len(held))]
        assert len(held) in {366, 367}, "each evening, and the one before the first"


def test_a_night_is_opened_once_counted_and_ended(tx):
    nights.begin(tx, WEDNESDAY, at(WEDNESDAY, 20))
    nights.add(tx, WEDNESDAY, deposees=2, refusees=0)
    nights.begin(tx, WEDNESDAY, at(WEDNESDAY, 23))
    nights.add(tx, WEDNESDAY, deposees=3, refusees=1)
    nights.end(tx, WEDNESDAY, at(WEDNESDAY, 23), sans_reponse=4)
    found = nights.of_day(tx, WEDNESDAY)
    assert (found.opened, found.ended) == (at(WEDNESDAY, 20), at(WEDNESDAY, 23))
    assert found.counts == {"deposees": 5, "refusees": 1, "sans_reponse": 4}


def test_which_night_is_due_is_read_from_the_ledger(tx):
    morning = at(WEDNESDAY + ONE_DAY, 9)
    assert nights.due(tx, morning, OPENING, CLOSING) is None, "nothing ever happened here"
    journal.note(tx, at(WEDNESDAY, 10), "lot", "recu")
    assert nights.due(tx, morning, OPENING, CLOSING) == WEDNESDAY
    nights.begin(tx, WEDNESDAY, morning)
    assert nights.due(tx, at(WEDNESDAY + ONE_DAY, 21), OPENING, CLOSING) == WEDNESDAY
    nights.end(tx, WEDNESDAY, morning)
    assert nights.due(tx, morning, OPENING, CLOSING) is None
    assert nights.due(tx, at(WEDNESDAY + ONE_DAY, 21), OPENING, CLOSING) == WEDNESDAY + ONE_DAY


def test_a_summary_is_owed_for_each_night_that_ended_until_it_has_left(tx):
    nights.begin(tx, WEDNESDAY, at(WEDNESDAY, 20))
    assert nights.unsummarised(tx) == []
    nights.end(tx, WEDNESDAY, at(WEDNESDAY, 23))
    assert [it.day for it in nights.unsummarised(tx)] == [WEDNESDAY]
    nights.set_summary(tx, WEDNESDAY, "<nuit@numerisation.example>", mails.TO_SEND)
    assert [it.summary for it in nights.unsummarised(tx)] == ["<nuit@numerisation.example>"]
    nights.set_summary(tx, WEDNESDAY, "<nuit@numerisation.example>", mails.SENT)
    assert nights.unsummarised(tx) == []
