"""Scanners that have gone silent."""

from datetime import date

import pytest

from pipeline.domain.working_calendar import WorkingCalendar
from pipeline.insight.silences import silences

CALENDAR = WorkingCalendar("test", frozenset({date(2026, 5, 1), date(2026, 5, 8)}))
STATION = ("papier-guichet", "s1")
REGULAR = [date(2026, 4, 27), date(2026, 4, 28), date(2026, 4, 29), date(2026, 4, 30), date(2026, 5, 4)]


@pytest.mark.parametrize(
    ("today", "is_silent"),
    [(date(2026, 5, 4), False), (date(2026, 5, 5), False), (date(2026, 5, 6), True), (date(2026, 5, 20), True)],
)
def test_a_station_is_silent_once_a_whole_working_day_has_passed(today, is_silent):
    assert bool(silences({STATION: REGULAR}, today, CALENDAR)) == is_silent


def test_a_day_off_is_no_silence():
    until_thursday = [date(2026, 4, 30), *(date(2026, 5, day) for day in (4, 5, 6, 7))]
    assert silences({STATION: until_thursday}, date(2026, 5, 11), CALENDAR) == []
    assert silences({STATION: until_thursday}, date(2026, 5, 12), CALENDAR) != []


def test_a_station_that_does_not_drop_each_day_is_never_silent():
    assert silences({STATION: REGULAR[:2] + REGULAR[3:]}, date(2026, 5, 20), CALENDAR) == []


def test_a_drop_on_a_day_off_breaks_no_habit():
    (silence,) = silences({STATION: [*REGULAR, date(2026, 5, 2)]}, date(2026, 5, 6), CALENDAR)
    assert (silence.last, "s1 (papier-guichet)" in str(silence)) == (date(2026, 5, 4), True)
