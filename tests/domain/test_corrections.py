"""What operators said, folded: the last word on each point wins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.corrections import NOTHING_SAID, Corrections, CutBefore, File, Join, Reject, Turn, Type
from tests.papers import DURAND, MARTIN

pages = st.integers(1, 3)
said = st.one_of(
    pages.map(CutBefore),
    pages.map(Join),
    st.builds(Type, pages, st.sampled_from(["RES-BUL", "LOG-QUI"])),
    st.builds(Reject, pages, st.sampled_from(["I01", "P01"])),
    st.builds(File, pages, st.sampled_from([MARTIN, DURAND])),
    st.builds(Turn, pages, st.sampled_from([0, 90, 180, 270])),
)


def test_nothing_said_changes_nothing():
    assert Corrections.of([]) == NOTHING_SAID


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [
        (CutBefore(2), Join(2), Corrections(cuts={2: False})),
        (Join(2), CutBefore(2), Corrections(cuts={2: True})),
        (Type(2, "RES-BUL"), Type(2, "LOG-QUI"), Corrections(types={2: "LOG-QUI"})),
        (Type(2, "RES-BUL"), Reject(2, "I01"), Corrections(rejections={2: "I01"})),
        (Reject(2, "I01"), Type(2, "RES-BUL"), Corrections(types={2: "RES-BUL"})),
        (File(2, MARTIN), File(2, DURAND), Corrections(dossiers={2: DURAND})),
        (Turn(2, 90), Turn(2, 180), Corrections(rotations={2: 180})),
    ],
)
def test_the_last_word_wins(first, last, left):
    assert Corrections.of([first, last]) == left


def test_a_whole_turn_is_none():
    assert Corrections.of([Turn(1, 360), Turn(2, -90)]).rotations == {1: 0, 2: 270}


def test_filing_elsewhere_leaves_the_type_that_was_said():
    assert Corrections.of([Type(2, "RES-BUL"), File(2, DURAND)]) == Corrections(
        types={2: "RES-BUL"}, dossiers={2: DURAND}
    )


@given(st.lists(said, max_size=8))
def test_saying_the_same_again_changes_nothing(answers):
    assert Corrections.of(answers + answers) == Corrections.of(answers)


@given(st.lists(said, max_size=8))
def test_a_piece_is_never_both_named_and_refused(answers):
    folded = Corrections.of(answers)
    assert not set(folded.types) & set(folded.rejections)


@given(st.lists(said, max_size=8), said)
def test_the_newest_answer_always_holds(answers, newest):
    folded = Corrections.of([*answers, newest])
    alone = Corrections.of([newest])
    for field in Corrections.__slots__:
        assert getattr(folded, field).items() >= getattr(alone, field).items()
