"""Pages made small and upright, and zones that stay where they were seen."""

import io

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import InputFault
from pipeline.insight.day_page.pictures import THUMB, picture_of
from tests.insight.pictures import content_of, greys_of, png, sheet


def test_a_page_is_reduced_to_what_a_screen_shows():
    picture = picture_of(png(sheet()), "png", 200.0, 0)
    assert (picture.width, picture.height) == (707, 1000)
    assert greys_of(picture.view).shape == (1000, 707)
    height, width = greys_of(picture.thumb).shape
    assert width <= THUMB[0]
    assert height <= THUMB[1]


@pytest.mark.parametrize(
    ("clockwise", "corner"), [(0, (0, 0)), (90, (0, 1)), (180, (1, 1)), (270, (1, 0))], ids=str
)  # corner: row, column
def test_a_page_is_turned_upright(clockwise, corner):
    view = greys_of(picture_of(png(sheet()), "png", 200.0, clockwise).view)
    rows, columns = np.nonzero(view < 128)
    at = (round(rows.mean() / view.shape[0]), round(columns.mean() / view.shape[1]))
    assert at == corner


def test_a_small_page_is_not_enlarged():
    picture = picture_of(png(sheet(300, 420)), "png", None, 0)
    assert (picture.width, picture.height) == (300, 420)


def test_colour_stays():
    pixels = np.full((400, 300, 3), (200, 30, 30), np.uint8)
    thumb = picture_of(png(pixels), "png", None, 0).thumb
    red = np.asarray(Image.open(io.BytesIO(content_of(thumb))))[50, 50]
    assert red[0] > red[2] + 100


def test_a_very_long_strip_of_paper_keeps_at_least_a_pixel():
    picture = picture_of(png(np.full((9000, 32), 255, np.uint8)), "png", None, 0)
    assert picture.width >= 1


def test_what_is_no_image_is_a_fault_of_the_input():
    with pytest.raises(InputFault):
        picture_of(b"not an image", "png", None, 0)
