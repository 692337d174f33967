"""Figures as the French write them."""

from datetime import UTC, date, datetime

import pytest

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report import said
from pipeline.insight.report.period import Period


def spaced(text):
    """Return a text with plain spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (said.number(1234567), "1 234 567"),
        (said.number(-3), "-3"),
        (said.counted(0, "pli"), "0 pli"),
        (said.counted(1, "page reçue"), "1 page reçue"),
        (said.counted(2500, "page reçue"), "2 500 pages reçues"),
        (said.percent(Share(1, 3)), "33,3 %"),
        (said.percent(Share(0, 3)), "0 %"),
        (said.percent(Share(3, 3)), "100 %"),
        (said.percent(Share(1, 100_000)), "0,1 %"),
        (said.percent(Share(99_999, 100_000)), "99,9 %"),
        (said.percent(Share(0, 0)), "–"),
        (said.percent(None), "–"),
        (said.out_of(Share(12, 3450)), "12 sur 3 450"),
        (said.share(Share(2, 5)), "2 sur 5"),
        (said.share(Share(0, 0)), "–"),
        (said.share(Share(9, 10)), "90,0 %"),
        (said.delay(None), "–"),
        (said.delay(0.2), "moins d'une heure"),
        (said.delay(26.4), "26 h"),
        (said.delay(108), "4,5 jours"),
        (said.weight(None), "–"),
        (said.weight(38_400), "38 ko"),
        (said.weight(1_900_000), "1,9 Mo"),
        (said.weight(2_400_000_000), "2,4 Go"),
        (said.short_day(date(2026, 5, 6)), "06/05"),
        (said.short_instant(None), "–"),
        (said.short_instant(datetime(2026, 5, 6, 18, 5, tzinfo=UTC)), "06/05 20 h 05"),
    ],
)
def test_figures_are_written_so(written, expected):
    assert spaced(written) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 5, 1), date(2026, 5, 22), "du 1er au 22 mai 2026"),
        (date(2026, 4, 28), date(2026, 5, 3), "du 28 avril au 3 mai 2026"),
        (date(2025, 12, 30), date(2026, 1, 2), "du 30 décembre 2025 au 2 janvier 2026"),
        (date(2026, 5, 3), date(2026, 5, 3), "du 3 mai 2026"),
    ],
)
def test_a_period_says_month_and_year_once(first, last, expected):
    assert said.between(Period(first, last)) == expected
