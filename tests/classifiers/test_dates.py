"""French dates, read in spite of the slips of OCR: what is not surely a date is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classifiers.dates import FRENCH, MONTHS, days, is_month, last_day, month_named, months, spells

CENTURY = st.dates(date(1930, 1, 1), date(2079, 12, 31))


def told(reader, text):
    return [getattr(found, "day", None) or found.first for found in reader(text)]


@given(
    CENTURY, st.sampled_from(["{0:%d/%m/%Y}", "{0:%d.%m.%Y}", "{0:%d-%m-%Y}", "{0:%d %m %Y}", "{0.day} {1} {0.year}"])
)
def test_a_day_is_read_from_its_own_writing(day, writing):
    assert told(days, f"LE {writing.format(day, MONTHS[day.month - 1])}") == [day]


@given(st.dates(date(2000, 1, 1), date(2079, 12, 31)))
def test_a_month_is_read_from_its_own_writings(day):
    first = day.replace(day=1)
    end = last_day(first)
    assert told(months, f"{MONTHS[day.month - 1]} {day.year}") == [first]
    assert told(months, f"{day:%m/%Y}") == [first]
    (whole,) = spells(f"DU {first:%d/%m/%Y} AU {end:%d/%m/%Y}")
    assert (whole.first, whole.whole) == (first, True)


@given(CENTURY)
def test_the_month_of_a_day_is_no_month(day):
    assert told(months, f"LE {day.day} {MONTHS[day.month - 1]} {day.year}, {day:%d/%m/%Y}") == []


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("JANVICR", 1),
        ("FEVRIFR", 2),
        ("MIRS", 3),
        ("AVR", 4),
        ("JUILIET", 7),
        ("A0UT", 8),
        ("SEPTFMBRF", 9),
        ("DEC", 12),
    ],
)
def test_a_slip_in_the_name_of_a_month_is_forgiven(word, number):
    assert month_named(word) == number


@pytest.mark.parametrize("word", ["MARI", "MA", "JUI", "LOIN", "MAIRIE", "NOMBREUX", "TOTAL"])
def test_what_may_be_two_months_or_none_is_none(word):
    assert month_named(word) is None


def test_alone_a_short_name_must_be_read_whole():
    assert [is_month(word) for word in ("MARS", "PARS", "SEPTEMBRC", "NOMBRE")] == [True, False, True, False]


@pytest.mark.parametrize(
    "text", ["31/02/2025", "01/13/2025", "1E/05/2025", "12/03/25", "12/03/202", "151,67 12 03 2O25,10", "A01/03/2025"]
)
def test_what_no_calendar_has_or_is_half_read_is_no_day(text):
    assert told(days, text) == []


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("DU 01/03/2025 AU 31/03/2025", date(2025, 3, 1)),
        ("DU E1/03/2025 AU 31/03/2O25", date(2025, 3, 1)),
        ("DU 01/03/25 AU 31/03/25", date(2025, 3, 1)),
        ("DU 1ER AU 31 MARS 2025", date(2025, 3, 1)),
        ("DU 1ER MARS 2025 AU 31 MARS 2025", date(2025, 3, 1)),
    ],
)
def test_two_days_of_one_month_tell_it(text, month):
    assert told(spells, text) == [month]


@pytest.mark.parametrize(
    "text", ["DU 26/02/2025 AU 25/03/2025", "DU 01/03/2025 AU 31/03/20", "DU 01/03/2025 AU 31/08/2025", "DU 01/03/2025"]
)
def test_two_days_that_disagree_tell_nothing(text):
    assert told(spells, text) == []


def test_months_are_written_in_french():
    assert FRENCH[1] == "février"
