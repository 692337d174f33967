from dataclasses import replace

import pytest

from pipeline.classifiers.legibility import FITTED, Flaws
from tests.papers import bulletin, look
from training.legibility import Sample, fitted, predicted, recall


def test_recall_counts_words_whatever_their_case_and_punctuation():
    assert recall(["Loyer :", "loyer", "512,40", "à"], ["LOYER", "51240;", "bruit"]) == pytest.approx(2 / 3)


def test_fitted_weights_never_add_and_follow_the_pages_seen():
    page = bulletin()
    seen = [(1.0, 1.0), (0.7, 0.72), (0.4, 0.45), (0.1, 0.12)]
    weights = fitted([Sample("spoilt", _covered(page, share), true) for share, true in seen])

    assert min(getattr(weights, name) for name in type(weights).__dataclass_fields__) >= 0
    assert weights.uncovered > 0.7
    assert predicted(_flawless(), FITTED) == 1.0


def _covered(page, share):
    return replace(page, look=replace(look(), covered=share))


def _flawless():
    return Flaws(*[0.0] * 7)
