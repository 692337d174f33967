from datetime import UTC, date, datetime

import pytest

from pipeline.mail.french import count, day, instant, one_line, page_numbers, typeset


def test_the_first_of_a_month_is_premier():
    assert day(date(2026, 5, 1)) == "1er mai 2026"
    assert day(date(2026, 8, 21)) == "21 août 2026"


def test_an_instant_is_told_in_paris_on_24_hours():
    assert instant(datetime(2026, 6, 3, 16, 5, tzinfo=UTC)) == "3 juin 2026 à 18 h 05"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 pièce déposée"), (1, "1 pièce déposée"), (2, "2 pièces déposées")]
)
def test_plural_begins_at_two(number, words):
    assert count(number, "pièce déposée") == words


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([3], "3"),
        ([3, 4], "3 et 4"),
        ([3, 5], "3 et 5"),
        ([3, 4, 5], "3 à 5"),
        ([3, 4, 6], "3 à 4, 6"),
        ([5, 4], "5 et 4"),
        ([], ""),
    ],
)
def test_page_numbers_keep_the_reading_order(pages, words):
    assert page_numbers(pages) == words


def test_french_punctuation_never_starts_a_line():
    assert typeset("« Motif : flou »") == "«\u00a0Motif\u00a0: flou\u00a0»"


def test_one_line_keeps_only_what_prints():
    assert one_line("scan\r\nBcc: x\u202efdp.\u2028fin\udc80") == "scan Bcc: x fdp. fin"
