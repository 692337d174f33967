import cv2
import numpy as np
import pytest

from pipeline.recognition.debris import holes_and_folds
from pipeline.recognition.ink import ink_of


def found(page, dpi):
    return holes_and_folds(ink_of(page, dpi).darkness, 150.0)


@pytest.mark.parametrize("fall", [0, 55], ids=["straight", "leaning"])
def test_a_fold_is_seen_though_print_shows_through_it(desk, fall):
    page = np.minimum(250, 210 + desk.printed() // 6).astype(np.uint8)
    cv2.line(page, (0, 1170), (1653, 1170 + fall), 225, 12)

    where = found(page, desk.dpi)

    assert where.any(axis=0).mean() > 0.8
    assert where.any(axis=1).mean() < 0.06


def test_a_pale_hole_is_seen(desk):
    page = desk.blank().copy()
    cv2.circle(page, (90, 850), 22, 215, -1)

    rows, columns = np.nonzero(found(page, desk.dpi))

    assert abs(rows.mean() - 850 * 0.75) < 3
    assert abs(columns.mean() - 90 * 0.75) < 3


@pytest.mark.parametrize("size", [24, 34, 52])
def test_lines_of_print_are_neither_holes_nor_folds(desk, size):
    assert not found(desk.printed(size=size), desk.dpi).any()
    assert not found(desk.printed(lines=2, size=size, shade=200), desk.dpi).any()
