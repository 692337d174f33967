from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from pipeline.domain.mrz import BLIND, Checked, check_digit, parse
from pipeline.domain.mrz_layouts import ALPHABET, DIGITS, LAYOUTS, LETTERS, Format
from training import mrz as drawn

TODAY = date(2026, 11, 22)
OLD_CARD = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6")
NEW_CARD = ("IDFRAX4RTBPFW46<<<<<<<<<<<<<<<", "9007138F3002119FRA<<<<<<<<<<<6", "MARTIN<<MAELYS<GAELLE<MARIE<<<")
PERMIT = ("IRFRAK682T8YLO0<1105040043<<<<", "7906123F1401073SEN<<<<<<<<<<<6", "MARTIN<<CHRISTELLE<HELENE<LAUR")
PASSPORT = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
VISA = ("VCFRASPECIMEN<<SPECIMEN<<<<<<<<<<<<<", "F000000005UTO0311063M1401143<M300703")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
SPECIMENS = {
    Format.CNI_1995: OLD_CARD,
    Format.TD1: NEW_CARD,
    Format.TD3: PASSPORT,
    Format.MRV_B: VISA,
    Format.TD2: TD2,
    Format.LICENCE: ("D1FRA13AA000026181231MARTIN<<9",),
}


@pytest.mark.parametrize(
    ("lines", "format_"),
    [
        *((lines, format_) for format_, lines in SPECIMENS.items()),
        ((OLD_CARD[0], "9409923102854CORINNE<<<<<<<6512068F4"), Format.CNI_1995),
        (("IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02", "1710GVA123451ROBERTA<<<<<<<9112311F2"), Format.CNI_1995),
        (PERMIT, Format.TD1),
    ],
)
def test_a_specimen_has_its_format_and_every_check_digit_holds(lines, format_):
    zone = parse(lines)
    assert zone.format is format_
    assert zone.all_checks_pass


def test_the_card_of_1995_has_a_number_of_12_and_no_expiry():
    zone = parse(OLD_CARD)
    assert (zone.surname, zone.given, zone.number, zone.sex) == ("BERTHIER", "CORINNE", "880692310285", "F")
    assert (zone.born(TODAY), zone.expiry, zone.ends(), zone.nationality) == (date(1965, 12, 6), "", None, "")
    assert [check.about for check in zone.checks] == [Checked.NUMBER, Checked.BIRTH, Checked.COMPOSITE]


def test_the_card_of_1995_gives_its_departement_and_office_apart_from_the_name():
    zone = parse(("IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02", "1710GVA123451ROBERTA<<<<<<<9112311F2"))
    assert (zone.surname, zone.optional, zone.number) == ("TEST NAME", "0CHE02", "1710GVA12345")


def test_the_card_of_1995_is_never_taken_for_a_td2():
    first, second = OLD_CARD
    wrong = parse((first, second[:-1] + "0"))
    assert wrong.format is Format.CNI_1995
    assert not wrong.all_checks_pass


def test_a_residence_permit_gives_the_number_of_the_stranger_and_says_that_the_names_may_go_on():
    zone = parse(PERMIT)
    assert (zone.document, zone.country, zone.nationality) == ("IR", "FRA", "SEN")
    assert (zone.number, zone.optional) == ("K682T8YLO", "1105040043")
    assert (zone.surname, zone.given, zone.names_cut) == ("MARTIN", "CHRISTELLE HELENE LAUR", True)


def test_a_passport_gives_its_dates():
    zone = parse(PASSPORT)
    assert (zone.surname, zone.given, zone.names_cut) == ("ERIKSSON", "ANNA MARIA", False)
    assert (zone.born(TODAY), zone.ends()) == (date(1974, 8, 12), date(2012, 4, 15))


def test_a_visa_has_no_composite_digit():
    assert [check.about for check in parse(VISA).checks] == [Checked.NUMBER, Checked.BIRTH, Checked.EXPIRY]


def test_a_long_number_goes_on_in_the_optional_data():
    lines = drawn.td1("I<UTO", "D23145890", "", date(1974, 8, 12), "F", date(2012, 4, 15), "UTO", "Eriksson", "Anna")
    first = f"I<UTOD23145890<734{check_digit('D23145890734')}".ljust(30, "<")
    whole = first[5:] + lines[1][:7] + lines[1][8:15] + lines[1][18:29]
    zone = parse((first, lines[1][:29] + check_digit(whole), lines[2]))
    assert zone.number == "D23145890734"
    assert zone.all_checks_pass


@pytest.mark.parametrize(("birth", "year"), [("261122", 2026), ("261123", 1926), ("700101", 1970), ("000229", 2000)])
def test_a_birth_is_never_after_the_day_asked(birth, year):
    first, second = TD2
    assert parse((first, second[:13] + birth + second[19:])).born(TODAY).year == year


@pytest.mark.parametrize(("expiry", "year"), [("991231", 1999), ("800101", 1980), ("790101", 2079), ("300101", 2030)])
def test_the_century_of_an_expiry_begins_with_the_first_cards(expiry, year):
    first, second = TD2
    assert parse((first, second[:21] + expiry + second[27:])).ends().year == year


def test_a_date_that_is_not_known_in_full_is_no_date_but_may_be_checked():
    first, second = PASSPORT
    second = f"{second[:13]}74<<<<{check_digit('74<<<<')}{second[20:43]}"
    second += check_digit(second[:10] + second[13:20] + second[21:43])
    zone = parse((first, second))
    assert zone.born(TODAY) is None
    assert zone.all_checks_pass


def test_a_date_that_cannot_exist_does_not_pass_even_with_its_check_digit():
    first, second = VISA
    assert not parse((first, f"{second[:13]}031306{check_digit('031306')}{second[20:]}")).all_checks_pass


@pytest.mark.parametrize("lines", [lines for lines in SPECIMENS.values() if len(lines) > 1])
def test_lines_in_the_wrong_order_are_no_zone(lines):
    assert parse(lines[::-1]) is None
    assert parse((lines[1], lines[0], *lines[2:])) is None


@pytest.mark.parametrize("lines", SPECIMENS.values())
def test_truncated_lines_are_no_zone(lines):
    assert parse([line[:-1] for line in lines]) is None
    assert parse(lines[:-1]) is None
    assert parse((*lines[:-1], lines[-1][1:])) is None


@pytest.mark.parametrize("lines", SPECIMENS.values())
def test_one_digit_changed_is_noticed(lines):
    changed = [
        [*lines[:row], line[:column] + str((int(char) + 1) % 10) + line[column + 1 :], *lines[row + 1 :]]
        for row, line in enumerate(lines)
        for column, char in enumerate(line)
        if char in DIGITS and not (lines is VISA and row == 1 and column >= 28) and (row, column) != (0, 1)
    ]
    assert len(changed) >= 10
    for zone in map(parse, changed):
        assert not zone.all_checks_pass


def test_a_letter_in_a_date_is_no_zone():
    first, second = PASSPORT
    assert parse((first, second.replace("740812", "74O812"))) is None


names = some.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=9)
numbers = some.text(DIGITS + LETTERS, min_size=9, max_size=9)
births = some.dates(date(1927, 1, 1), date(2026, 11, 21))
expiries = some.dates(date(1980, 1, 1), date(2079, 12, 31))
people = some.tuples(numbers, births, some.sampled_from("FM"), expiries, some.just("UTO"), names, names)
zones = some.one_of(
    people.map(lambda who: drawn.td1("IRFRA", who[0], "1105040043", *who[1:])),
    people.map(lambda who: drawn.td2(*who)),
    people.map(lambda who: drawn.td3(*who)),
    some.tuples(people, some.sampled_from((36, 44))).map(lambda of: drawn.visa(*of[0], "", of[1])),
    people.map(lambda who: drawn.old_card(who[5], who[6], who[1], who[2], who[1].strftime("%y%m") + "57900123")),
)


@given(zones)
def test_what_is_printed_on_a_card_passes_every_check(lines):
    assert parse(lines).all_checks_pass


@given(people)
def test_what_is_written_in_a_passport_is_read_back(who):
    number, birth, sex, expiry, nation, nom, prenoms = who
    zone = parse(drawn.td3(*who))
    assert (zone.number, zone.sex, zone.nationality, zone.surname, zone.given) == (number, sex, nation, nom, prenoms)
    assert (zone.born(TODAY), zone.ends()) == (birth, expiry)


@given(zones, some.data())
def test_a_character_taken_for_another_in_a_checked_field_is_detected(lines, data):
    """All but the confusions that the arithmetic is blind to (``BLIND``)."""
    layout = next(layout for layout in LAYOUTS if layout.fits(lines))
    places = [(span.row, column) for letter in "NBE" for span in layout.spans(letter) for column in _columns(span)]
    row, column = data.draw(some.sampled_from(places))
    other = data.draw(some.sampled_from(layout.alphabets[row][column]))
    char = lines[row][column]
    assume(not any(char in twins and other in twins for twins in BLIND))
    line = lines[row][:column] + other + lines[row][column + 1 :]
    assert not parse([*lines[:row], line, *lines[row + 1 :]]).all_checks_pass


def _columns(span):
    return range(span.start, span.stop)


def test_the_arithmetic_is_blind_within_each_group_and_nowhere_else():
    assert sorted("".join(BLIND)) == sorted(ALPHABET)
    for one in ALPHABET:
        for other in ALPHABET:
            twins = any(one in group and other in group for group in BLIND)
            assert (check_digit(one) == check_digit(other)) == twins
