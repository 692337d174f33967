"""How far judgements are believed, and from when on that settles a type."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.classifiers.belief import UNBELIEVED, Judgement, Titled

SURE = Judgement("RES-BUL", 0.97, Titled.SO, agreed=True)
CURVE = ((0.9, 0.02), (0.95, 0.004), (0.99, 0.001))
TRIED = replace(UNBELIEVED, certified=frozenset({"RES-BUL"}), curve=CURVE)


def test_what_nothing_is_known_of_is_worth_its_confidence_and_settles_nothing():
    assert UNBELIEVED.of(SURE) == pytest.approx(0.97)
    assert not UNBELIEVED.settles(SURE, 1.0)


def test_a_type_is_settled_from_the_least_belief_whose_bound_holds():
    assert [TRIED.settles_from(misfiled) for misfiled in (0.05, 0.005, 0.0001)] == [0.9, 0.95, None]
    assert [TRIED.settles(replace(SURE, confidence=share), 0.005) for share in (0.949, 0.951)] == [False, True]


def test_a_type_that_was_not_tried_or_that_words_alone_would_not_say_is_never_settled():
    assert TRIED.settles(SURE, 0.05)
    assert not TRIED.settles(replace(SURE, code="TRN-FIC"), 0.05)
    assert not TRIED.settles(replace(SURE, agreed=False), 0.05)


@pytest.mark.parametrize(
    "less", [replace(SURE, titled=Titled.OTHERWISE), replace(SURE, agreed=False), replace(SURE, code="FIS-ASD")]
)
def test_what_titles_and_words_say_and_the_type_count_beside_the_confidence(less):
    learnt = replace(
        TRIED,
        starts={(titled, agreed): agreed - 2.0 * (titled is Titled.OTHERWISE) for titled, agreed in TRIED.starts},
        types={"FIS-ASD": -1.0},
    )
    assert learnt.of(less) < learnt.of(SURE)


SHARES = st.floats(0, 1, allow_subnormal=False)


@given(SHARES, SHARES, st.sampled_from(Titled))
def test_the_surer_the_more_it_is_believed_and_never_wholly(one, other, titled):
    low, high = (replace(SURE, confidence=share, titled=titled) for share in sorted((one, other)))
    assert 0 < TRIED.of(low) <= TRIED.of(high) < 1
