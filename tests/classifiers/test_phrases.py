"""Phrases are found together as they would be one by one."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.classifiers.phrases import FUZZY_FROM, phrases, slips
from pipeline.classifiers.phrases import phrases as looked_for

WORDS = ("AVIS", "IMPOT", "REVENU", "DECLARATION", "PAIE", "DE", "BULLETIN", "SALAIRE", "REVENUS")
PHRASES = ("AVIS D IMPOT", "BULLETIN DE PAIE", "BULLETIN DE SALAIRE", "DE", "REVENU", "AVIS DE DECLARATION", "AVIS")


def test_a_phrase_is_met_within_the_slips_of_ocr():
    met = [found.phrase for found in looked_for(PHRASES).near(["VOTRE", "BULLETTN", "DE", "SALAIRF"], 4)]
    assert met == ["BULLETIN DE SALAIRE", "DE"]


def test_a_short_phrase_must_be_exact():
    assert [found.phrase for found in looked_for(["AVIS", "SALAIRES"]).near(["AVIC", "SALAIRE"], 2)] == ["SALAIRES"]
    assert len("AVIS") < FUZZY_FROM


def test_a_phrase_that_begins_later_is_not_looked_for():
    assert not list(looked_for(PHRASES).near(["MON", "BULLETIN", "DE", "PAIE"], 1))


def test_one_slip_is_tolerated_in_a_word_and_two_in_a_long_one():
    assert [slips(word) for word in ("IMPO", "IMPOT", "DECLARATION", "DECLARATIONS")] == [0, 1, 1, 2]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.lists(st.sampled_from(PHRASES), unique=True))
def test_the_walk_finds_what_a_search_of_each_phrase_finds(words, wanted):
    text = f" {' '.join(words)} "
    one_by_one = {phrase for phrase in wanted if f" {phrase} " in text}
    assert {found.phrase for found in phrases(wanted).within(words)} == one_by_one
    assert one_by_one <= {found.phrase for found in phrases(wanted).near(words, len(words))}


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_what_is_found_stands_where_it_is_said(words):
    for found in phrases(PHRASES).within(words):
        assert words[found.start : found.end] == found.phrase.split()
        assert found.exact
