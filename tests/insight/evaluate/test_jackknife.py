import pytest

from pipeline.insight.evaluate.jackknife import GROUPS, STUDENT, jackknife
from tests.insight.evaluate.sets import lot, piece, true

RIGHT = lot("piece", true=[true(1)], found=[piece(1)])
WRONG = lot("piece", true=[true(1)], found=[])


def share_right(cases):
    return sum(len(case.found.pieces) for case in cases) / len(cases) if cases else None


def test_a_mean_has_the_interval_of_its_standard_error():
    low, high = jackknife([RIGHT] * 5 + [WRONG] * 5, share_right)
    error = (0.25 / (GROUPS - 1)) ** 0.5  # s / √n, with s² = n p (1 - p) / (n - 1)
    assert (low, high) == pytest.approx((0.5 - STUDENT * error, 0.5 + STUDENT * error))


def test_the_interval_of_a_share_stays_within_0_and_1():
    assert jackknife([RIGHT] * 9 + [WRONG], share_right)[1] == 1.0


@pytest.mark.parametrize("cases", [[], [RIGHT, WRONG], [RIGHT] * 20])
def test_too_few_lots_or_lots_that_agree_tell_no_interval(cases):
    assert jackknife(cases, share_right) is None
