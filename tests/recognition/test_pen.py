from dataclasses import astuple, replace

import cv2
import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.recognition.ink import ink_of
from pipeline.recognition.pen import trace

PAGE = Box(0.0, 0.0, 1.0, 1.0)
SIZE = 20.0


def strokes(desk, lean=0.0, thick=5):
    """Draw strokes ``lean`` radians off the vertical."""
    page = desk.blank().copy()
    for x in range(200, 1400, 40):
        for y in range(300, 900, 80):
            cv2.line(page, (x, y), (round(x + 30 * np.sin(lean)), round(y - 30 * np.cos(lean))), 30, thick, cv2.LINE_AA)
    return trace(ink_of(page, desk.dpi), PAGE, SIZE)


def test_standing_strokes_stand_and_leaning_ones_do_not(desk):
    standing, leaning = strokes(desk), strokes(desk, lean=0.4)

    assert standing.upright > 0.5 > leaning.upright
    assert standing.slant == pytest.approx(0.0, abs=0.05)
    assert leaning.slant == pytest.approx(0.4, abs=0.1)


def test_a_thicker_pen_is_seen_as_thicker(desk):
    thin, thick = strokes(desk, thick=3), strokes(desk, thick=9)

    assert thick.pen > thin.pen + 0.4


def test_scrawl_points_more_ways_than_print_stands(desk):
    print_, scrawl = (trace(ink_of(page, desk.dpi), PAGE, SIZE) for page in (desk.printed(), desk.scrawled()))

    assert print_.upright + print_.level > scrawl.upright + scrawl.level


def test_paper_without_a_stroke_shows_nothing(desk):
    seen = trace(ink_of(desk.blank(), desk.dpi), PAGE, SIZE)

    assert (seen.pressure, seen.slant, seen.upright, seen.level) == (0.0, 0.0, 0.0, 0.0)


def test_a_line_that_is_ink_all_over_has_finite_strokes(desk):
    ink = ink_of(desk.blank(), desk.dpi)
    black = replace(ink, labels=np.ones_like(ink.labels))
    assert all(np.isfinite(value) for value in astuple(trace(black, PAGE, SIZE)))
