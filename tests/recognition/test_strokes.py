from dataclasses import astuple

import cv2
import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.recognition import lines
from pipeline.recognition.ink import ink_of
from pipeline.recognition.strokes import line_shapes


def shapes_of(page, dpi):
    return line_shapes(ink_of(page, dpi), lines.detect(page))


def middle(shapes, name):
    return float(np.median([getattr(shape, name) for shape in shapes]))


@pytest.fixture
def printed(desk):
    return shapes_of(desk.printed(), desk.dpi)


def test_print_repeats_itself_and_a_hand_does_not(desk, printed):
    by_hand = shapes_of(desk.scrawled(), desk.dpi)

    assert middle(printed, "likeness") > 0.9
    assert middle(by_hand, "likeness") < 0.75
    assert middle(printed, "oddness") <= middle(printed, "likeness")
    assert middle(printed, "wander") < middle(by_hand, "wander")
    assert middle(printed, "uneven") < middle(by_hand, "uneven")


def test_the_measures_of_print_do_not_depend_on_how_black_it_is(desk, printed):
    pale = shapes_of(desk.printed(shade=150), desk.dpi)

    for name in ("likeness", "wander", "uneven", "pen", "upright"):
        assert middle(pale, name) == pytest.approx(middle(printed, name), abs=0.1), name


def test_a_crooked_line_leans_and_its_letters_still_stand_on_it(desk):
    rows, columns = desk.blank().shape
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), 1.0, 1.0)
    crooked = cv2.warpAffine(desk.printed(), turn, (columns, rows), borderValue=250)
    shapes = shapes_of(crooked, desk.dpi)

    assert middle(shapes, "lean") == pytest.approx(np.tan(np.radians(1.0)), abs=0.005)
    assert middle(shapes, "wander") < 0.1


def test_every_measure_of_a_line_of_one_letter_is_a_number(desk):
    page = desk.blank().copy()
    cv2.circle(page, (400, 400), 12, 30, 3)
    (shape,) = line_shapes(ink_of(page, desk.dpi), [Box(0.2, 0.15, 0.3, 0.2)])

    assert np.isfinite(np.array(astuple(shape)[1:])).all()


def test_lines_without_letters_are_left_out(desk):
    assert line_shapes(ink_of(desk.blank(), desk.dpi), [Box(0.1, 0.1, 0.9, 0.2)]) == []
    assert line_shapes(ink_of(desk.printed(), desk.dpi), []) == []
