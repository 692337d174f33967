"""The French public holidays of a year, computed: what the frozen calendar is held against."""

from datetime import date, timedelta

FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
EASTER_MONDAY, ASCENSION, WHIT_MONDAY = 1, 39, 50


def easter(year: int) -> date:
    """Gauss and Meeus: the day of Easter in the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> frozenset[date]:
    """Return the eleven holidays of a year in metropolitan France."""
    moving = (easter(year) + timedelta(days=days) for days in (EASTER_MONDAY, ASCENSION, WHIT_MONDAY))
    return frozenset({*moving, *(date(year, month, day) for month, day in FIXED)})
