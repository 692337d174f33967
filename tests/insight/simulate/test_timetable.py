"""Who serves when."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from pipeline.domain.working_calendar import PARIS
from pipeline.insight.simulate.timetable import LostMachine, days_between, of_nights, of_people, of_workers
from tests.insight.simulate.worlds import rules


def said(changes):
    return [(f"{datetime.fromtimestamp(instant, PARIS):%d/%m %H:%M}", count) for instant, count in changes]


def test_people_come_on_working_days_alone():
    week = list(days_between(date(2026, 5, 7), date(2026, 5, 11)))  # the 8th is a holiday, then a week-end
    changes = of_people(3, ((8.0, 12.5), (13.5, 17.0)), rules(), week)
    assert said(changes) == [
        (f"{day}/05 {hour}", count)
        for day in ("07", "11")
        for hour, count in (("08:00", 3), ("12:30", 0), ("13:30", 3), ("17:00", 0))
    ]


def test_a_lost_machine_takes_its_workers_away_and_brings_them_back():
    lost = LostMachine(datetime(2026, 9, 21, 10, tzinfo=PARIS), 24, 4)
    assert said(of_workers(6, lost)[1:]) == [("21/09 10:00", 2), ("22/09 10:00", 6)]
    assert [count for _, count in of_workers(3, lost)] == [3, 0, 3]


def test_a_night_lasts_from_evening_to_morning_even_when_the_clocks_change():
    changes = of_nights(rules(), list(days_between(date(2026, 10, 23), date(2026, 10, 25))), None)
    assert [count for _, count in changes] == [1, 0] * 3
    lasted = [timedelta(seconds=end - start) for (start, count), (end, _) in pairwise(changes) if count]
    assert lasted == [timedelta(hours=10), timedelta(hours=11), timedelta(hours=10)]


def test_a_silent_night_is_no_night():
    days = list(days_between(date(2026, 9, 21), date(2026, 9, 22)))
    assert said(of_nights(rules(), days, days[0])) == [("22/09 20:00", 1), ("23/09 06:00", 0)]
