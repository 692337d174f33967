import pytest

from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.filing import filed, macro_f1
from tests.insight.evaluate.sets import lot, piece, true


def test_types_are_judged_over_exactly_cut_pieces_alone():
    told = [true(1, type="IDE-CNN"), true(2, type="FIS-AVI"), true(3, type="LOG-QUI"), true(4, 5, type="LOG-BAI")]
    said = [piece(1, type="IDE-CNA"), piece(2, type=None), piece(3, type="LOG-QUI"), piece(4, type="XXX-XXX")]
    measured = filed([lot(*["piece"] * 5, true=told, found=said)])
    assert measured.named == Share(2, 3)
    assert measured.right == Share(1, 2)
    assert measured.confusions == {("IDE-CNN", "IDE-CNA"): 1}
    assert [fault.reason for fault in measured.faults] == ["IDE-CNN classée IDE-CNA"]


def test_a_piece_that_nobody_can_name_is_not_judged():
    assert filed([lot("piece", true=[true(1, type=None)], found=[piece(1)])]).named == Share(0, 0)


def test_macro_f1_gives_rare_types_the_weight_of_frequent_ones():
    assert macro_f1([("A", "A")] * 9 + [("B", "A")]) == pytest.approx((18 / 19 + 0) / 2)


def test_an_abstention_lowers_macro_f1_as_a_miss():
    assert macro_f1([("A", "A"), ("A", None)]) == pytest.approx(2 / 3)


def test_without_pieces_there_is_no_macro_f1():
    assert filed([]).macro_f1 is None
