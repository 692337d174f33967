"""The days that a report is about."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import Misuse
from pipeline.insight.report.period import DAILY, Period, monday, period

TODAY = date(2026, 5, 22)
DAYS = st.dates(date(2016, 1, 1), date(2040, 12, 31))


def test_nothing_said_is_the_month_to_date():
    assert period(None, None, TODAY) == Period(date(2026, 5, 1), TODAY)


def test_an_end_alone_is_its_month_up_to_it():
    assert period(None, date(2026, 2, 15), TODAY) == Period(date(2026, 2, 1), date(2026, 2, 15))


def test_a_start_alone_goes_on_to_today():
    assert period(date(2025, 12, 30), None, TODAY) == Period(date(2025, 12, 30), TODAY)


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(Misuse, match="après"):
        period(date(2026, 5, 2), date(2026, 5, 1), TODAY)


@given(DAYS, st.integers(0, 500))
def test_days_and_weeks_cover_the_period_and_nothing_else(first, length):
    days = Period(first, date.fromordinal(first.toordinal() + length))
    assert len(list(days)) == len(days) == length + 1
    assert {monday(day) for day in days} == set(days.weeks)
    assert {days.step(day) for day in days} == set(days.steps)
    assert list(days.steps) == sorted(days.steps)
    assert (len(days.steps) == len(days)) == (len(days) <= DAILY)


def test_the_second_half_starts_in_the_middle():
    assert Period(date(2026, 5, 1), date(2026, 5, 10)).middle == date(2026, 5, 6)
    assert Period(date(2026, 5, 1), date(2026, 5, 1)).middle == date(2026, 5, 1)
