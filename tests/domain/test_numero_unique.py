from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.numero_unique import find_all, is_valid, looks_like, normalise, repair, spaced

TODAY = date(2026, 5, 6)
METROPOLE = [f"{n:03d}" for n in range(1, 96)]
territories = st.sampled_from([*METROPOLE, "02A", "02B", "971", "972", "973", "974", "976", "111"])
months = st.dates(date(2001, 1, 1), TODAY).map(lambda day: f"{day:%m%y}")
sequences = st.from_regex(r"[0-9]{6}", fullmatch=True)
guichets = st.one_of(st.from_regex(r"[0-9]{5}", fullmatch=True), st.just("GDPUB"))
numbers = st.tuples(territories, months, sequences, guichets).map("".join)


@given(numbers)
def test_every_number_of_the_known_territories_is_valid_up_to_today(number):
    assert is_valid(number, TODAY)


@pytest.mark.parametrize("territory", ["001", "095", "02A", "02B", "020", "971", "974", "976", "111"])
def test_these_territories_exist(territory):
    assert is_valid(f"{territory}121507390310691", TODAY)


@pytest.mark.parametrize("territory", ["000", "096", "099", "100", "02C", "970", "975", "977", "978", "112", "A57"])
def test_these_territories_do_not(territory):
    assert not is_valid(f"{territory}121507390310691", TODAY)


@pytest.mark.parametrize("month", ["0015", "1315", "0000", "0526", "1225"])
def test_a_month_must_exist(month):
    assert is_valid(f"057{month}07390310691", TODAY) == (month in {"0526", "1225"})


@pytest.mark.parametrize(
    ("month", "exists"), [("0526", True), ("0626", False), ("1227", False), ("0101", True), ("1200", False)]
)
def test_a_month_after_reception_or_before_the_number_existed_is_refused(month, exists):
    assert is_valid(f"057{month}07390310691", TODAY) == exists


def test_the_guichet_block_may_be_letters():
    assert is_valid("0590217841575GDPUB", TODAY)
    assert not is_valid("0590217841575gdpub", TODAY)


@pytest.mark.parametrize(
    "number", ["", "05712150739031069", "0571215073903106911", "057 1215 073903 10691", "057121507390310É91"]
)
def test_only_eighteen_characters_without_spaces_are_a_number(number):
    assert not is_valid(number, TODAY)


@given(numbers)
def test_writing_a_number_in_blocks_loses_nothing(number):
    assert normalise(spaced(number)) == number
    assert len(spaced(number)) == len(number) + 3


@given(numbers, st.sampled_from([" ", "\u00a0", ".", "-"]))
def test_a_number_is_found_however_its_blocks_stand_apart(number, gap):
    written = gap.join([number[:3], number[3:7], number[7:13], number[13:]])
    assert find_all(f"Numéro unique : {written}, édité ce jour", TODAY) == [number]
    assert normalise(written) == number


@given(numbers, st.from_regex(r"[A-Z]{1,12}", fullmatch=True), st.from_regex(r"[0-9]{5}", fullmatch=True))
def test_the_words_around_a_number_do_not_hide_it(number, word, postcode):
    assert number in find_all(f"{word} {spaced(number)} {word}", TODAY)
    assert number in find_all(f"{postcode} {spaced(number)}", TODAY)


@given(numbers, numbers)
def test_two_numbers_are_both_found_once_each_in_order(one, other):
    found = find_all(f"{spaced(one)} / {other} / {one}", TODAY)
    assert found == list(dict.fromkeys([one, other]))


def test_a_number_inside_a_longer_run_is_not_one():
    assert find_all("9057121507390310691", TODAY) == []
    assert find_all("0571215073903106912", TODAY) == []


def test_an_impossible_number_is_not_found():
    assert find_all("057 1315 073903 10691", TODAY) == []


@given(numbers)
def test_repair_leaves_a_true_number_alone(number):
    assert repair(number) == number


@given(numbers)
def test_repair_undoes_letters_where_only_digits_stand(number):
    confused = number[:3] + number[3:13].translate(str.maketrans("0158", "OISB")) + number[13:]
    assert repair(confused) == number
    assert looks_like(confused, number)


@pytest.mark.parametrize("number", ["02A011600012320001", "02B011600012320001"])
def test_repair_keeps_the_letter_of_corsica(number):
    assert repair(number.replace("02", "O2", 1)) == number


@given(st.text(max_size=40))
def test_any_text_can_be_searched_and_repaired(text):
    repair(text)
    assert all(is_valid(number, TODAY) for number in find_all(text, TODAY))
