import pytest

from pipeline.insight.evaluate.cutting import cuts
from pipeline.insight.evaluate.figures import Share
from tests.insight.evaluate.sets import lot, piece, true


def measured(true_cut, found_cut):
    return cuts([lot(*["piece"] * 6, true=[true(*p) for p in true_cut], found=[piece(*p) for p in found_cut])])


def test_a_piece_is_exact_when_it_has_its_pages_and_no_other():
    cut = measured([(1, 2), (3,), (4, 5, 6)], [(2, 1), (3, 4), (5, 6)])
    assert cut.exact == Share(1, 3)
    assert [fault.pages for fault in cut.faults] == [(3,), (4, 5, 6)]


def test_panoptic_quality_is_one_when_all_is_right():
    assert measured([(1, 2), (3,)], [(1, 2), (3,)]).panoptic.quality == 1.0


def test_panoptic_quality_weighs_how_well_the_matched_ones_match():
    cut = measured([(1, 2, 3), (4,)], [(1, 2), (3, 4)])
    assert (cut.panoptic.matched, cut.panoptic.missed, cut.panoptic.invented) == (1, 1, 1)  # 1/2 is not over one half
    assert cut.panoptic.quality == pytest.approx((2 / 3) / 2)


def test_drags_are_counted_with_the_pages_they_are_out_of():
    cut = measured([(1, 2), (3,)], [(1, 2, 3)])
    assert (cut.drags, cut.pages) == (1, 3)


def test_without_pieces_nothing_is_said():
    cut = measured([], [])
    assert (cut.exact, cut.panoptic.quality, cut.drags) == (Share(0, 0), None, 0)
