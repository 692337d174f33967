import cv2
import numpy as np
import pytest

from pipeline.domain.reading import INK_COLUMNS, INK_ROWS
from pipeline.recognition.ink import cell_means, ink_map, ink_of


def test_grained_or_shaded_paper_bears_no_ink(desk):
    shaded = (desk.blank() * np.linspace(1.0, 0.75, 1654)).astype(np.uint8)

    assert ink_of(desk.grained(desk.blank()), desk.dpi).share == 0
    assert ink_of(desk.grained(shaded), desk.dpi).share == 0


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
    ink = ink_of(desk.grained(desk.printed(lines=1, shade=shade), 3), desk.dpi)

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


def test_a_fold_that_leans_is_not_ink_on_a_page_that_bears_nothing_else(desk):
    page = desk.blank().copy()
    cv2.line(page, (0, 1150), (1653, 1180), 225, 5)

    assert ink_of(desk.grained(page, 2), desk.dpi).bears_nothing()


def test_the_lid_and_a_pale_hole_cast_no_shadow_on_tinted_paper(desk):
    page = np.full(desk.blank().shape, 205, np.uint8)
    cv2.circle(page, (90, 850), 22, 216, -1)
    cv2.fillPoly(page, [np.array([(1653, 0), (1615, 0), (1653, 1100)])], 250)
    ink = ink_of(desk.grained(page, 2), desk.dpi)

    assert ink.bears_nothing()
    assert cell_means(ink.darkness, 198, 140).max() < 3


def test_cells_are_the_means_of_the_pixels_nearest_to_them():
    page = np.random.default_rng(4).integers(0, 256, (176, 93), dtype=np.uint8)
    expected = page.reshape(44, 4, 31, 3).mean(axis=(1, 3))
    small = cell_means(page[:20, :20], 44, 31)

    assert cell_means(page, 44, 31) == pytest.approx(expected, abs=0.01)
    assert np.isfinite(small).all()


@pytest.mark.parametrize("scale", [1.2, 1.5, 3.0])
def test_the_same_ink_is_found_at_any_resolution(desk, scale):
    page = desk.printed()
    larger = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    found, again = ink_of(page, desk.dpi), ink_of(larger, desk.dpi * scale)

    assert again.dpi == pytest.approx(150, abs=1)
    assert again.share == pytest.approx(found.share, rel=0.1)
    assert len(again.letters()) == pytest.approx(len(found.letters()), rel=0.05)
