"""What a year's volume becomes, day by day."""

from datetime import date, timedelta

import pytest

from pipeline.domain.receipt import Canal
from pipeline.insight.simulate.hypotheses import Pointe
from tests.insight.simulate.worlds import rules, world

DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


def test_the_days_of_a_year_share_its_pieces():
    season = world(1.0).season
    assert sum(map(season.all_pieces, DAYS)) == pytest.approx(8_205_024, rel=1e-3)


def test_no_paper_comes_on_a_day_when_nobody_works_and_the_next_one_has_more():
    season = world().season
    pieces = {day: season.pieces(Canal.PAPIER_GUICHET, day) for day in DAYS}
    assert all(not pieces[day] for day in DAYS if not rules().calendar.is_working(day))
    assert pieces[date(2026, 5, 11)] > 1.5 * pieces[date(2026, 5, 6)]  # a Monday after a holiday, a Wednesday


def test_a_holiday_is_a_sunday_for_what_comes_by_wire():
    season = world().season
    assert season.pieces(Canal.SMARTPHONE, date(2026, 5, 14)) == season.pieces(Canal.SMARTPHONE, date(2026, 5, 17))
    assert season.pieces(Canal.PWP, date(2026, 5, 14)) == 0


def test_the_busiest_fortnight_begins_a_monday_in_the_autumn_peak():
    first = world().season.busiest(2026, 14)
    assert first.weekday() == 0
    assert date(2026, 9, 1) < first < date(2026, 10, 1)


def test_a_peak_may_run_over_the_new_year():
    peak = Pointe(nom="fêtes", debut=(12, 20), fin=(1, 5), facteur=2)
    held = [peak.holds(day) for day in (date(2026, 12, 25), date(2026, 1, 5), date(2026, 1, 6))]
    assert held == [True, True, False]
