from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.working_calendar import PARIS, WorkingCalendar
from tests.domain.easter import public_holidays

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
LONG = WorkingCalendar("long", frozenset(day for year in range(2015, 2051) for day in public_holidays(year)))
EIGHTEEN, SIX = time(18), time(6)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
decades = st.datetimes(datetime(2015, 1, 2), datetime(2050, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001
offsets = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))


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


@given(decades, offsets, st.booleans())
def test_a_deadline_is_that_of_the_instant_whatever_clock_it_is_read_on(received, offset, paper):
    first = LONG.deadline(received, paper, EIGHTEEN, SIX)
    assert LONG.deadline(received.astimezone(offset), paper, EIGHTEEN, SIX).isoformat() == first.isoformat()


@given(decades, decades, st.booleans(), st.times())
def test_over_decades_what_comes_later_is_never_due_earlier(one, other, paper, close):
    first, second = (LONG.deadline(each, paper, EIGHTEEN, close) for each in sorted([one, other]))
    assert first.astimezone(UTC) <= second.astimezone(UTC)


@given(decades)
def test_paper_is_never_due_on_a_holiday_nor_at_a_week_end(received):
    deadline = LONG.deadline(received, paper=True, cutoff=EIGHTEEN, night_close=SIX)
    assert deadline.date() not in public_holidays(deadline.year)
    assert deadline.weekday() < 5
    assert deadline.time() == time(23, 59, 59)


@given(decades)
def test_other_channels_are_due_on_the_morning_after_the_working_day_that_they_count_for(received):
    deadline = LONG.deadline(received, paper=False, cutoff=EIGHTEEN, night_close=SIX)
    counted, local = deadline.date() - timedelta(days=1), received.astimezone(PARIS)
    assert deadline.time() == SIX
    assert LONG.is_working(counted)
    skipped = [local.date() + timedelta(days=step) for step in range((counted - local.date()).days)]
    assert all(not LONG.is_working(day) for day in skipped[1:]), "it counts for the first day that it can"
    if skipped:
        assert local.time() > EIGHTEEN or not LONG.is_working(skipped[0])


def sundays_of_change():
    """The last Sundays of March and October, on whose night the clocks change."""
    ends = [date(year, month, 31) for year in range(2015, 2051) for month in (3, 10)]
    return [end - timedelta(days=(end.weekday() + 1) % 7) for end in ends]


def test_on_every_night_of_change_the_hour_is_the_one_that_clocks_show():
    for sunday in sundays_of_change():
        friday = datetime.combine(sunday - timedelta(days=2), time(12), PARIS)
        saturday, monday = friday.date() + timedelta(days=1), friday.date() + timedelta(days=3)
        night = LONG.deadline(friday, paper=False, cutoff=EIGHTEEN, night_close=SIX)
        offset = timedelta(hours=1 if sunday.month == 3 else 2)
        if LONG.is_working(friday.date()):
            assert (night.date(), night.utcoffset()) == (saturday, offset), "the night before the change"
        sent = LONG.deadline(friday + timedelta(days=2), paper=False, cutoff=EIGHTEEN, night_close=SIX)
        assert sent.date() > monday
        assert sent.utcoffset() == timedelta(hours=3) - offset


def test_around_every_new_year_the_first_of_january_is_never_worked():
    for year in range(2015, 2050):
        eve = datetime(year, 12, 31, 12, 0, tzinfo=PARIS)
        paper = LONG.deadline(eve, paper=True, cutoff=EIGHTEEN, night_close=SIX)
        new_year = date(year + 1, 1, 1)
        between = [new_year + timedelta(days=step) for step in range((paper.date() - new_year).days)]
        assert sum(LONG.is_working(day) for day in between) == 1
        assert LONG.is_working(paper.date())
        assert paper.year == year + 1


def test_the_same_reception_gives_the_same_deadline_for_ever():
    received = paris("2026-05-06T09:00:00")
    longer = WorkingCalendar("autre", HOLIDAYS | {date(2031, 1, 1)})
    assert longer.deadline(received, True, EIGHTEEN, SIX) == CALENDAR.deadline(received, True, EIGHTEEN, SIX)


def test_a_calendar_covers_the_years_that_it_lists_one_after_the_other():
    assert LONG.covers_until(date(2026, 5, 6)) == date(2050, 12, 31)
    assert LONG.covers_until(date(2051, 1, 1)) == date(2050, 12, 31)
    gap = WorkingCalendar("trou", LONG.holidays - public_holidays(2030))
    assert gap.covers_until(date(2026, 5, 6)) == date(2029, 12, 31)
    ahead = WorkingCalendar("un pont en 2051", LONG.holidays | {date(2051, 5, 12)})
    assert ahead.covers_until(date(2026, 5, 6)) == date(2050, 12, 31), "one closure is not a year"


def test_that_it_runs_out_is_said_four_hundred_days_ahead():
    end = date(2050, 12, 31)
    assert LONG.runs_out(end - timedelta(days=401)) is None
    said = LONG.runs_out(end - timedelta(days=400))
    assert said is not None
    assert "31/12/2050" in said
    assert WorkingCalendar("vide", frozenset()).runs_out(date(2026, 5, 6)) is not None
