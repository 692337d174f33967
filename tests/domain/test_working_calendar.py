from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.working_calendar import PARIS, WorkingCalendar

HOLIDAYS = frozenset(
    {
        date(2025, 12, 25),
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 8),
        date(2026, 5, 14),
        date(2026, 5, 25),
    }
)
CALENDAR = WorkingCalendar("essai", HOLIDAYS)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def paris(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=PARIS)


def due(received: datetime, *, paper: bool = False, cutoff: time = time(18), night_close: time = time(6)) -> str:
    return CALENDAR.deadline(received, paper=paper, cutoff=cutoff, night_close=night_close).isoformat()


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-05-06T00:00:00", "2026-05-11T23:59:59+02:00"),  # the 8th is a holiday
        ("2026-05-06T18:00:01", "2026-05-11T23:59:59+02:00"),
        ("2026-05-06T23:59:59", "2026-05-11T23:59:59+02:00"),
        ("2026-05-13T09:00:00", "2026-05-18T23:59:59+02:00"),  # the 14th is Ascension
        ("2026-05-16T09:00:00", "2026-05-19T23:59:59+02:00"),  # a Saturday
        ("2025-12-31T09:00:00", "2026-01-05T23:59:59+01:00"),  # across the year
        ("2026-03-27T09:00:00", "2026-03-31T23:59:59+02:00"),  # across the change to summer time
    ],
)
def test_paper_is_due_at_the_end_of_the_second_working_day_whatever_the_hour(received, expected):
    assert due(paris(received), paper=True) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-05-06T09:00:00", "2026-05-07T06:00:00+02:00"),
        ("2026-05-06T18:00:00", "2026-05-07T06:00:00+02:00"),  # eighteen sharp is not late
        ("2026-05-06T18:00:01", "2026-05-08T06:00:00+02:00"),  # counts for the 7th; its night ends on the holiday
        ("2026-05-07T18:30:00", "2026-05-12T06:00:00+02:00"),  # the 8th is a holiday, then a week-end
        ("2026-05-09T10:00:00", "2026-05-12T06:00:00+02:00"),  # a Saturday
        ("2026-05-08T10:00:00", "2026-05-12T06:00:00+02:00"),  # a holiday
        ("2025-12-31T18:00:01", "2026-01-03T06:00:00+01:00"),
    ],
)
def test_other_channels_are_due_when_the_night_of_their_working_day_closes(received, expected):
    assert due(paris(received)) == expected


def test_the_hour_of_reception_is_read_in_paris():
    assert due(datetime(2026, 5, 6, 16, 0, 0, tzinfo=UTC)) == "2026-05-07T06:00:00+02:00"
    assert due(datetime(2026, 5, 6, 16, 0, 1, tzinfo=UTC)) == "2026-05-08T06:00:00+02:00"
    assert due(datetime(2026, 5, 5, 22, 30, tzinfo=UTC), paper=True) == "2026-05-11T23:59:59+02:00"


def test_a_night_that_closes_before_midnight_closes_on_the_evening_of_the_day():
    assert due(paris("2026-05-06T09:00:00"), night_close=time(23, 30)) == "2026-05-06T23:30:00+02:00"


def test_a_close_that_summer_time_skips_is_an_instant_that_exists():
    friday = WorkingCalendar("essai", frozenset())
    close = friday.deadline(paris("2027-03-26T09:00:00"), paper=False, cutoff=time(18), night_close=time(2, 30))
    assert close.isoformat() == "2027-03-27T02:30:00+01:00"
    open_on_saturday = paris("2027-03-27T09:00:00")
    skipped = WorkingCalendar("essai", frozenset({date(2027, 3, 29)}))
    assert skipped.deadline(open_on_saturday, paper=False, cutoff=time(18), night_close=time(2, 30)) == paris(
        "2027-03-31T02:30:00"
    )


def test_an_instant_without_an_offset_is_refused():
    with pytest.raises(ValueError, match="offset"):
        due(datetime(2026, 5, 6, 9, 0))  # noqa: DTZ001


@given(instants, st.booleans())
def test_a_deadline_is_later_than_its_reception_and_within_a_fortnight(received, paper):
    deadline = CALENDAR.deadline(received, paper=paper, cutoff=time(18), night_close=time(6))
    assert received < deadline < received + timedelta(days=14)


@given(instants, instants, st.booleans())
def test_what_comes_later_is_never_due_earlier(one, other, paper):
    first, second = sorted([one, other])
    earlier, later = (
        CALENDAR.deadline(each, paper=paper, cutoff=time(18), night_close=time(6)) for each in (first, second)
    )
    assert earlier <= later


@given(instants)
def test_paper_is_due_on_a_working_day_with_exactly_one_between(received):
    deadline = CALENDAR.deadline(received, paper=True, cutoff=time(18), night_close=time(6))
    day, end = received.astimezone(PARIS).date(), deadline.date()
    between = [day + timedelta(days=step) for step in range(1, (end - day).days)]
    assert CALENDAR.is_working(end)
    assert sum(CALENDAR.is_working(each) for each in between) == 1


@given(st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.integers(1, 10))
def test_working_days_are_counted_one_after_the_other(day, count):
    stepped = day
    for _ in range(count):
        stepped = CALENDAR.after(stepped)
    assert CALENDAR.after(day, count) == stepped
    assert CALENDAR.is_working(stepped)
