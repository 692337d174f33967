"""A type is settled alone only from where papers kept apart show that it can be."""

from hypothesis import given
from hypothesis import strategies as st

from training.certify import Judged, bound, certified


def tried(code, said, confidence, times):
    return [Judged(code, said, confidence)] * times


def settles(curves, code, misfiled, headed=False):
    own = (one for one in curves if one.type == code and one.headed == headed)
    return next((one.settles_from(misfiled) for one in own), None)


def test_a_type_is_settled_from_where_nothing_else_is_taken_for_it():
    curves = certified([*tried("A", "A", 0.999, 2000), *tried("B", "A", 0.92, 60), *tried("B", "B", 0.91, 2000)])
    assert settles(curves, "A", 0.005) == 0.95
    assert settles(curves, "B", 0.005) == 0.9


def test_types_for_which_nothing_is_taken_are_certified_together():
    curves = certified([*tried("A", "A", 0.95, 400), *tried("B", "B", 0.95, 2000)])
    assert settles(curves, "A", 0.005) == settles(curves, "B", 0.005) == 0.9


def test_papers_that_a_title_names_too_are_certified_apart():
    by_words = [*tried("A", "A", 0.95, 1000), *tried("B", "A", 0.95, 100)]
    curves = certified([*by_words, *(Judged("A", "A", 0.95, headed=True) for _ in range(2000))])
    assert [settles(curves, "A", 0.005, headed) for headed in (True, False)] == [0.9, None]


def test_too_few_papers_certify_nothing():
    assert settles(certified(tried("A", "A", 0.999, 299)), "A", 0.5) is None


def test_a_budget_that_no_confidence_meets_settles_nothing():
    assert settles(certified(tried("A", "A", 0.999, 400)), "A", 0.0001) is None


@given(st.integers(0, 50), st.integers(1, 5000))
def test_the_bound_is_above_what_was_seen_and_falls_with_more_papers(wrong, settled):
    if wrong <= settled:
        assert bound(wrong, settled) >= wrong / settled
        assert bound(wrong, settled * 2) <= bound(wrong, settled)
