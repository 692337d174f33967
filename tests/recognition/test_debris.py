import cv2
import numpy as np
import pytest

from pipeline.recognition.debris import components, holes_and_folds, rules_of, where
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


def specks(share):
    return (np.random.default_rng(3).random((300, 240)) < share).astype(np.uint8)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 1.0])
def test_marks_are_boxed_and_weighed_as_opencv_does(share):
    labels, marks = components(specks(share))
    _, expected, stats, _ = cv2.connectedComponentsWithStats(specks(share), connectivity=8)

    assert (labels == expected).all()
    assert (marks[1:] == stats[1:]).all()


def test_marks_are_chosen_by_label():
    labels, marks = components(specks(0.02))
    kept = marks[:, 4] > 1

    assert (where(kept, labels) == (kept[labels] & (labels > 0))).all()


def test_rules_are_the_runs_that_an_opening_leaves(desk):
    dark = (desk.printed() < 128).astype(np.uint8)
    for y in range(100, 2000, 90):
        cv2.line(dark, (y % 400, y), (y % 400 + 70 + y // 40, y + y % 5), 1, 1 + y % 3)
        cv2.line(dark, (y // 2, y), (y // 2, y + y // 20), 1, 2)
    across, down = (cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8)) for shape in ((1, 83), (83, 1)))

    assert across.any()
    assert down.any()
    assert (rules_of(dark, 150.0) == (across | down)).all()
