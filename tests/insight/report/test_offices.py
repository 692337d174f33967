"""One scorecard a guichet."""

from datetime import date

import pytest

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.offices import Offices, Trend
from tests.insight.report.month import OK, at, course

MIDDLE = date(2026, 5, 12)


def offices(*courses):
    found = Offices(MIDDLE)
    for one in courses:
        found.add(one)
    return found


def sent(rejected, accepted, day=6, guichet="10691"):
    return course(["I01"] * rejected + [OK] * accepted, at(day), guichet=guichet)


def test_guichets_are_counted_apart_and_the_rest_is_nobody_s():
    found = offices(sent(1, 9), sent(0, 2, guichet="59900"), sent(1, 1, guichet=None), sent(2, 8, day=13))
    assert found.known["10691"].rate == Share(3, 20)
    assert found.known["10691"].cases == {"I01": 3}
    assert found.known["59900"].rate is None
    assert found.nobody.rejected == 1
    assert [office.code for office in found.ranked()] == ["10691", "59900"]


def test_the_median_is_of_guichets_with_a_rate_three_at_least():
    two = [sent(1, 9, guichet="10001"), sent(3, 7, guichet="10002"), sent(9, 0, guichet="10009")]
    assert offices(*two).median() is None
    assert offices(*two, sent(2, 8, guichet="10003")).median() == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("before", "after", "trend"),
    [
        ((2, 48), (20, 30), Trend.UP),
        ((20, 30), (2, 48), Trend.DOWN),
        ((5, 45), (7, 43), Trend.FLAT),
        ((0, 50), (0, 50), Trend.FLAT),
        ((50, 0), (50, 0), Trend.FLAT),
        ((2, 7), (20, 30), Trend.UNKNOWN),
        ((20, 30), (0, 0), Trend.UNKNOWN),
    ],
)
def test_a_trend_is_said_when_chance_does_not_make_it(before, after, trend):
    assert offices(sent(*before, day=11), sent(*after, day=12)).known["10691"].trend is trend


def test_weeks_of_a_guichet_start_on_monday():
    found = offices(sent(1, 0, day=10), sent(0, 1, day=11))
    assert sorted(found.known["10691"].weeks) == [date(2026, 5, 4), date(2026, 5, 11)]
