"""A type is settled alone only from where papers kept apart show that it can be."""

from hypothesis import given
from hypothesis import strategies as st

from training.certify import Judged, bound, certified


def tried(code, said, confidence, times):
    return [Judged(code, said, confidence)] * times


def settles(groups, code, misfiled):
    own = (group for group in groups if code in group.types and not group.headed)
    return next((group.settles_from(misfiled) for group in own), None)


def test_types_never_taken_for_each_other_are_certified_together():
    groups = certified([*tried("A", "A", 0.99, 700), *tried("B", "B", 0.92, 700)])
    assert {group.types for group in groups} == {frozenset("AB")}
    assert settles(groups, "B", 0.005) == 0.9


def test_types_taken_for_each_other_answer_for_each_other():
    mixed = [*tried("A", "A", 0.999, 2000), *tried("A", "B", 0.92, 60), *tried("B", "B", 0.999, 2000)]
    groups = certified([*mixed, *tried("C", "C", 0.91, 2000)])
    assert {group.types for group in groups if not group.headed} == {frozenset("AB"), frozenset("C")}
    assert settles(groups, "A", 0.005) == 0.95
    assert settles(groups, "C", 0.005) == 0.9


def test_a_confusion_seen_elsewhere_joins_types_and_counts_no_error():
    groups = certified([*tried("A", "A", 0.9, 700), *tried("B", "B", 0.9, 700)], tried("A", "B", 0.9, 50))
    assert {group.types for group in groups if not group.headed} == {frozenset("AB")}
    assert settles(groups, "A", 0.005) == 0.9


def test_papers_that_a_title_names_too_are_certified_apart():
    by_words = [*tried("A", "A", 0.95, 1000), *tried("B", "A", 0.95, 100), *tried("B", "B", 0.95, 1000)]
    groups = certified([*by_words, *(Judged("A", "A", 0.95, headed=True) for _ in range(2000))])
    assert [group.settles_from(0.005) for group in groups if "A" in group.types] == [0.9, None]


def test_too_few_papers_certify_nothing():
    assert settles(certified(tried("A", "A", 0.999, 299)), "A", 0.5) is None


def test_a_budget_that_no_confidence_meets_settles_nothing():
    assert settles(certified(tried("A", "A", 0.999, 400)), "A", 0.0001) is None


@given(st.integers(0, 50), st.integers(1, 5000))
def test_the_bound_is_above_what_was_seen_and_falls_with_more_papers(wrong, settled):
    if wrong <= settled:
        assert bound(wrong, settled) >= wrong / settled
        assert bound(wrong, settled * 2) <= bound(wrong, settled)
