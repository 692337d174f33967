"""A type is settled alone only from where layouts kept apart show that it can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classifiers.belief import Judgement, Titled
from training.certify import ENOUGH, Judged, believed_apart, believing, bound, certified, rate, weights

SENT = {"A": 1.0, "B": 1.0, "C": 0.1}


def tried(code, said, confidence, layouts, each=10, titled=Titled.SO, agreed=True):
    judgement = Judgement(said, confidence, titled, agreed)
    return [
        Judged(code, f"{code}-{said}-{confidence}-{titled}-{layout}", judgement)
        for layout in range(layouts)
        for _ in range(each)
    ]


def belief(judged):
    return certified(judged, SENT)


def believed(judged, one):
    return believing(judged).of(one.judgement)


GOOD = [*tried("A", "A", 0.9995, 40), *tried("B", "B", 0.9995, 40)]


def test_types_of_which_nothing_is_wrong_are_settled():
    by = belief(GOOD)
    assert all(by.settles(one.judgement, 0.005) for one in GOOD)


def test_a_type_that_is_often_wrong_is_left_to_people_and_keeps_none_of_the_others():
    judged = [*GOOD, *tried("B", "A", 0.9995, 30)]
    by = belief(judged)
    settles = {one.judgement.code: by.settles(one.judgement, 0.005) for one in judged}
    assert settles == {"A": False, "B": True}


def test_a_type_that_is_wrong_when_unsure_waits_for_more():
    judged = [*GOOD, *tried("B", "A", 0.6, 20), *tried("A", "A", 0.6, 6)]
    unsure, sure = (Judgement("A", share, Titled.SO, agreed=True) for share in (0.6, 0.9995))
    assert not belief(judged).settles(unsure, 0.005)
    assert belief(judged).settles(sure, 0.005)


@pytest.mark.parametrize("odd", [{"titled": Titled.OTHERWISE}, {"agreed": False}])
def test_what_titles_and_words_say_is_told_apart(odd):
    judged = [*GOOD, *tried("A", "A", 0.9995, 10, **odd), *tried("B", "A", 0.9995, 10, **odd)]
    (strange,) = tried("A", "A", 0.9995, 1, each=1, **odd)
    assert believed(judged, strange) < 0.75
    assert believed(judged, GOOD[0]) > 0.9


def test_one_layout_counts_for_one_however_many_papers_it_has():
    few = [*GOOD, *tried("B", "A", 0.9995, 4), *tried("A", "A", 0.9995, 1, each=1000)]
    assert believed(few, GOOD[0]) < 0.97


def test_what_is_seldom_sent_counts_for_little():
    odd = tried("C", "A", 0.9999, 1, each=20)
    judged = [*GOOD, *tried("C", "C", 0.9995, 40), *odd]
    assert rate([*GOOD, *odd], weights(judged, SENT)) < rate([*GOOD, *odd], weights(judged, dict.fromkeys("ABC", 1.0)))


def test_too_few_papers_certify_nothing():
    judged = [*tried("B", "B", 0.9995, 40), *tried("A", "A", 0.9995, ENOUGH - 1, each=1)]
    assert belief(judged).certified == {"B"}


def test_a_belief_is_no_better_than_the_higher_ones():
    bounds = [most for _, most in belief([*GOOD, *tried("B", "A", 0.9999, 1)]).curve if most < 1]
    assert len(bounds) > 1
    assert bounds == sorted(bounds, reverse=True)


def test_what_is_counted_was_believed_by_other_layouts_than_its_own():
    fooled = tried("B", "A", 0.9995, 1)
    judged = [*GOOD, *fooled]
    found = believed_apart(judged)
    assert min(one.belief for one in found if not one.judged.right) > believed(judged, fooled[0])


@given(st.integers(0, 50), st.integers(1, 50))
def test_the_bound_is_above_what_was_seen(wrong, right):
    judged = [*tried("A", "A", 0.9, right, each=1), *tried("B", "A", 0.9, wrong, each=1)]
    of_a_paper = dict.fromkeys("AB", 1.0)
    assert bound(judged, of_a_paper) >= rate(judged, of_a_paper)
    assert rate(judged, of_a_paper) == wrong / (wrong + right)
