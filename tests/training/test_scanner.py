from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from training.scanner import GRADES, Tint, photograph, scan


@pytest.fixture
def page():
    image = Image.new("RGB", (413, 585), "white")
    ImageDraw.Draw(image).rectangle((60, 40, 180, 90), "black")
    return image


def dark(image):
    rows, columns = np.nonzero(np.asarray(image.convert("L")) < 110)
    return columns.mean() / image.width, rows.mean() / image.height


def test_the_same_chance_gives_the_same_pixels(page):
    one, two = (scan(page, GRADES["difficile"], Random(3)) for _ in range(2))
    assert one.tobytes() == two.tobytes()


def test_a_page_laid_clockwise_is_found_where_the_turn_takes_it(page):
    x, y = dark(scan(page, GRADES["propre"], Random(1)))
    for turned, where in ((90, (1 - y, x)), (180, (1 - x, 1 - y)), (270, (y, 1 - x))):
        assert dark(scan(page, GRADES["propre"], Random(1), turned=turned)) == pytest.approx(where, abs=0.03)


def test_ink_shows_through_mirrored_and_faint(page):
    back = scan(Image.new("RGB", page.size, "white"), GRADES["propre"], Random(2), behind=page)
    pixels = np.asarray(back)
    mirrored = pixels[50:80, 413 - 170 : 413 - 70].mean()
    assert 205 < mirrored < 245
    assert pixels[50:80, 70:170].mean() > mirrored + 8


def test_a_ruined_page_keeps_almost_no_contrast(page):
    ruined = np.asarray(scan(page, GRADES["propre"], Random(2), ruined=True))
    assert ruined.min() > 120


def test_a_bitonal_scan_has_two_levels(page):
    assert scan(page, GRADES["bureau"], Random(2), tint=Tint.BITONAL).mode == "1"


def test_a_photograph_shows_the_table_around_the_sheet(page):
    seen = photograph(page, Random(1))
    assert seen.size > page.size
    assert np.asarray(seen)[:, -1].mean() < 200
