import cv2
import numpy as np
import pytest

from pipeline.domain.reading import INK_COLUMNS, INK_ROWS
from pipeline.recognition.ink import ink_map, ink_of


def grained(page, grain=6):
    noise = np.random.default_rng(2).normal(0, grain, page.shape)
    return np.clip(page + noise, 0, 255).astype(np.uint8)


def test_grained_or_shaded_paper_bears_no_ink(desk):
    shaded = (desk.blank() * np.linspace(1.0, 0.75, 1654)).astype(np.uint8)

    assert ink_of(grained(desk.blank()), desk.dpi).share == 0
    assert ink_of(grained(shaded), desk.dpi).share == 0


def test_holes_staples_specks_and_the_scanner_s_rim_are_not_ink(desk):
    page = desk.blank().copy()
    for y in (700, 1400):
        cv2.circle(page, (70, y), 24, 60, -1)
    cv2.line(page, (100, 60), (180, 90), 40, 6)
    for x in range(300, 1500, 90):
        cv2.circle(page, (x, 1000), 1, 90, -1)
    page[:, :25] = 20
    page[:18] = 20

    assert ink_of(page, desk.dpi).share == 0


@pytest.mark.parametrize("shade", [20, 120, 200])
def test_one_line_is_ink_even_faint(desk, shade):
    ink = ink_of(grained(desk.printed(lines=1, shade=shade), 3), desk.dpi)

    assert ink.share > 0.0005
    assert len(ink.letters()) > 20


def test_map_shows_where_the_ink_lies(desk):
    page = desk.blank().copy()
    page[1800:2000, 200:500] = 30
    cells = np.array(ink_map(ink_of(page, desk.dpi))).reshape(INK_ROWS, INK_COLUMNS)

    row, column = np.unravel_index(cells.argmax(), cells.shape)
    assert (1800 / 2339 * INK_ROWS - 1) < row < (2000 / 2339 * INK_ROWS)
    assert (200 / 1654 * INK_COLUMNS - 1) < column < (500 / 1654 * INK_COLUMNS)
    assert np.count_nonzero(cells > 0.01) < 40


def test_ruled_lines_are_not_letters(desk):
    page = desk.blank().copy()
    for y in range(300, 2000, 80):
        cv2.line(page, (150, y), (1500, y), 120, 2)
    ink = ink_of(page, desk.dpi)

    assert ink.share > 0
    assert len(ink.letters()) == 0
