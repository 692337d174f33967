"""The marks by which a model knows the words of a piece."""

from pipeline.classifiers.vocabulary import counted
from tests import papers


def marks(*pages):
    return counted([papers.page(*lines) for lines in pages])


def test_words_pairs_and_beginnings_are_counted():
    seen = marks(["Quittance de loyer", "loyer"])
    assert (seen["LOYER"], seen["QUITTANCE DE"], seen["QUITT~"]) == (2, 1, 1)


def test_words_near_the_top_of_the_first_page_count_twice():
    top = marks(["QUITTANCE"], ["QUITTANCE"])
    assert (top["QUITTANCE"], top["^QUITTANCE"]) == (2, 1)


def test_words_low_on_the_page_are_no_heading():
    assert "^QUITTANCE" not in marks([*["texte"] * 20, "QUITTANCE"])


def test_short_numbers_are_one_mark_and_letters_alone_none():
    seen = marks(["12 3 à B 2025"])
    assert (seen["0"], seen["2025"], "B" in seen) == (2, 1, False)


def test_accents_and_case_make_no_difference():
    assert marks(["Échéance"])["ECHEANCE"] == marks(["ECHEANCE"])["ECHEANCE"] == 1
