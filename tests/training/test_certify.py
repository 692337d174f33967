"""A type is settled alone only from where layouts kept apart show that it can be."""

from hypothesis import given
from hypothesis import strategies as st

from training.certify import ENOUGH, Judged, bound, certified, rate, settled, tried_apart, weights

SENT = {"A": 1.0, "B": 1.0, "C": 0.1}


def tried(code, said, confidence, layouts, each=50, headed=True):
    return [
        Judged(code, said, confidence, headed, f"{code}-{said}-{confidence}-{layout}")
        for layout in range(layouts)
        for _ in range(each)
    ]


def settles(judged, code, misfiled=0.005, headed=True):
    own = (one for one in certified(judged, SENT) if one.type == code and one.headed == headed)
    return next((one.settles_from(misfiled) for one in own), None)


GOOD = [*tried("A", "A", 0.9995, 40), *tried("B", "B", 0.9995, 40)]


def test_types_of_which_nothing_is_wrong_are_settled_from_the_least_confidence():
    assert settles(GOOD, "A") == settles(GOOD, "B") == 0.9


def test_a_type_that_is_often_wrong_waits_for_the_confidence_at_which_it_is_not():
    judged = [*GOOD, *tried("B", "A", 0.97, 6)]
    assert settles(judged, "A") == 0.98


def test_a_type_that_is_often_wrong_however_sure_is_left_to_people_and_keeps_none_of_the_others():
    judged = [*GOOD, *tried("B", "A", 0.9999, 30)]
    assert settles(judged, "A") is None
    assert settles(judged, "B") == 0.9


def test_what_is_seldom_sent_counts_for_little():
    odd = tried("C", "A", 0.9999, 1, each=40)
    judged = [*GOOD, *tried("C", "C", 0.9995, 40), *odd]
    assert rate([*GOOD, *odd], weights(judged, SENT)) < rate([*GOOD, *odd], weights(judged, dict.fromkeys("ABC", 1.0)))


def test_papers_that_a_title_names_too_are_certified_apart():
    judged = [*GOOD, *tried("A", "A", 0.9995, 20, headed=False), *tried("B", "A", 0.9995, 10, headed=False)]
    assert (settles(judged, "A"), settles(judged, "A", headed=False)) == (0.9, None)


def test_a_type_that_is_right_by_chance_at_the_highest_confidence_is_left_to_people():
    lucky = [*tried("C", "C", 0.9995, 2), *tried("B", "C", 0.95, 6)]
    assert settles([*GOOD, *tried("C", "C", 0.9995, 6)], "C") == 0.9
    assert settles([*GOOD, *tried("C", "C", 0.5, 6), *lucky], "C") is None


def test_too_few_papers_certify_nothing():
    assert settles([*tried("B", "B", 0.9995, 40), *tried("A", "A", 0.9995, ENOUGH - 1, each=1)], "A", 0.9) is None


def test_a_confidence_is_no_better_than_the_higher_ones():
    judged = [*GOOD, *tried("B", "A", 0.9999, 1)]
    (curve,) = (one.curve for one in certified(judged, SENT) if (one.type, one.headed) == ("B", True))
    assert [most for _, most in curve] == sorted((most for _, most in curve), reverse=True)


def test_what_is_counted_was_left_out_by_other_layouts_than_its_own():
    fooled = tried("B", "A", 0.9995, 1)
    left = tried_apart([*GOOD, *fooled], 0.9, weights([*GOOD, *fooled], SENT))
    assert any(one.said != one.true for one in left), "no half may leave out what itself showed to be wrong"


def test_what_is_settled_reaches_the_confidence_of_its_type():
    by = certified(GOOD, SENT)
    unsure = Judged("A", "A", 0.5, headed=True, writer="x")
    assert settled([*GOOD, unsure], by, 0.005) == GOOD


@given(st.integers(0, 50), st.integers(1, 50))
def test_the_bound_is_above_what_was_seen(wrong, right):
    judged = [*tried("A", "A", 0.9, right, each=1), *tried("B", "A", 0.9, wrong, each=1)]
    of_a_paper = dict.fromkeys("AB", 1.0)
    assert bound(judged, of_a_paper) >= rate(judged, of_a_paper)
    assert rate(judged, of_a_paper) == wrong / (wrong + right)
