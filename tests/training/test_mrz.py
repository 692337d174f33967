from datetime import date

from training import mrz


def test_the_specimen_of_the_card_of_2021_is_made_again():
    lines = mrz.td1(
        "IDFRA", "X4RTBPFW4", "", date(1990, 7, 13), "F", date(2030, 2, 11), "FRA", "Martin", "Maelys Gaelle Marie"
    )
    assert lines == [
        "IDFRAX4RTBPFW46<<<<<<<<<<<<<<<",
        "9007138F3002119FRA<<<<<<<<<<<6",
        "MARTIN<<MAELYS<GAELLE<MARIE<<<",
    ]


def test_the_check_digits_of_the_old_card_hold():
    first, second = mrz.old_card("Le Guerveur", "Marie Élodie", date(1965, 12, 6), "F", "880692310285")
    assert (len(first), len(second)) == (36, 36)
    assert second.startswith("8806923102858MARIE<<ELODIE<6512068F")
    assert second[35] == mrz.check(first + second[:35])


def test_the_specimen_of_the_old_card_has_the_composite_that_is_computed():
    first = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<"
    second = "8806923102858CORINNE<<<<<<<6512068F6"
    assert mrz.check(first + second[:35]) == second[35]


def test_a_passport_has_two_lines_of_44_and_five_check_digits():
    first, second = mrz.td3("18LT80240", date(1978, 8, 26), "M", date(2030, 1, 7), "FRA", "Benhaddour", "Cédric")
    assert (len(first), len(second)) == (44, 44)
    assert second[9] == mrz.check(second[:9])
    assert second[43] == mrz.check(second[0:10] + second[13:20] + second[21:43])
