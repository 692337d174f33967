"""Possibly out of date, on the day of reception: windows as the rules of each type have them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classifiers.subkeys import KINDS, Kind, Subkey
from pipeline.classifiers.validity import FRENCH_CARDS, outdated

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def is_late(code, value, on):
    return outdated(Subkey(KINDS[code], value, 0, None), code, on) is not None


def of_kind(kind):
    return st.sampled_from(sorted(code for code, own in KINDS.items() if own is kind))


@given(of_kind(Kind.MONTH), DAYS)
def test_the_very_month_of_reception_is_never_late(code, on):
    assert not is_late(code, f"{on:%Y-%m}", on)


@given(of_kind(Kind.ISSUED), DAYS)
def test_the_very_day_of_reception_is_never_late(code, on):
    assert not is_late(code, on.isoformat(), on)


@given(st.sampled_from(sorted(KINDS)), DAYS, st.integers(0, 4000))
def test_what_is_late_stays_late(code, on, wait):
    value = {
        Kind.MONTH: f"{on:%Y-%m}",
        Kind.INCOME_YEAR: str(on.year),
        Kind.SCHOOL_YEAR: f"{on.year}-{on.year + 1}",
        Kind.END: on.isoformat(),
        Kind.ISSUED: on.isoformat(),
    }[KINDS[code]]
    later = on + timedelta(days=wait)
    assert is_late(code, value, later) <= is_late(code, value, later + timedelta(days=60))


@pytest.mark.parametrize(
    ("code", "value", "on", "late"),
    [
        ("RES-BUL", "2025-01", date(2025, 5, 15), False),
        ("RES-BUL", "2025-01", date(2025, 5, 16), True),
        ("RES-BUL", "2025-02", date(2025, 5, 31), False),
        ("LOG-QUI", "2025-01", date(2025, 5, 31), False),
        ("LOG-QUI", "2024-12", date(2025, 5, 31), True),
        ("RES-CAF", "2024-12", date(2025, 5, 6), True),
        ("FIS-AVI", "2024", date(2026, 5, 6), False),
        ("FIS-AVI", "2025", date(2026, 5, 6), False),
        ("FIS-AVI", "2023", date(2026, 5, 6), True),
        ("PRO-ETU", "2024-2025", date(2025, 10, 31), False),
        ("PRO-ETU", "2024-2025", date(2025, 11, 1), True),
        ("IDE-PAS", "2025-05-06", date(2025, 5, 6), False),
        ("IDE-PAS", "2025-05-05", date(2025, 5, 6), True),
        ("SEJ-REC", "2025-05-05", date(2025, 5, 6), True),
        ("LOG-HEB", "2025-02-06", date(2025, 5, 6), False),
        ("LOG-HEB", "2025-02-05", date(2025, 5, 6), True),
        ("SAN-CER", "2025-02-05", date(2025, 5, 6), False),
        ("SAN-CER", "2024-11-05", date(2025, 5, 6), True),
        ("LOG-HEB", "2024-11-30", date(2025, 2, 28), False),
    ],
)
def test_each_type_has_its_window(code, value, on, late):
    assert is_late(code, value, on) is late


@given(st.sampled_from(sorted(FRENCH_CARDS)), DAYS, DAYS)
def test_an_expired_french_card_is_good(code, end, on):
    assert not is_late(code, end.isoformat(), on)
