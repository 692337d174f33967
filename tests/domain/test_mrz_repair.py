from pipeline.domain.mrz_layouts import LAYOUTS, Format
from pipeline.domain.mrz_repair import Doubt, repaired

PASSPORT = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD3 = next(layout for layout in LAYOUTS if layout.format is Format.TD3)


def misread(*changes):
    first, second = PASSPORT
    for column, char in changes:
        second = second[:column] + char + second[column + 1 :]
    return first, second


def test_a_zone_that_holds_is_left_alone():
    zone, changes = repaired(TD3, PASSPORT, [Doubt(1, 1, "B")])
    assert (zone.lines, changes) == (PASSPORT, 0)


def test_one_misread_character_is_mended():
    zone, changes = repaired(TD3, misread((1, "B")), [Doubt(1, 1, "8"), Doubt(1, 5, "O")])
    assert (zone.lines, changes) == (PASSPORT, 1)


def test_two_misread_characters_are_mended():
    zone, changes = repaired(TD3, misread((1, "B"), (36, "8")), [Doubt(1, 1, "8"), Doubt(1, 36, "B"), Doubt(1, 5, "O")])
    assert (zone.lines, changes) == (PASSPORT, 2)


def test_three_misread_characters_are_not():
    doubts = [Doubt(1, 1, "8"), Doubt(1, 36, "B"), Doubt(1, 5, "0")]
    assert repaired(TD3, misread((1, "B"), (36, "8"), (5, "O")), doubts) is None


def test_two_ways_to_mend_are_none():
    """``8`` and ``I`` weigh the same modulo 10."""
    assert repaired(TD3, misread((1, "B")), [Doubt(1, 1, "8"), Doubt(1, 1, "I")]) is None


def test_a_character_that_cannot_stand_there_mends_nothing():
    assert repaired(TD3, misread((13, "1")), [Doubt(1, 13, "T")]) is None


def test_what_nothing_casts_doubt_on_is_not_changed():
    assert repaired(TD3, misread((1, "B")), []) is None
