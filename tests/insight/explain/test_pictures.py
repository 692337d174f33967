"""A page and its zones as pictures, and a page that kills whoever decodes it."""

import os

import pytest

from pipeline.domain.geometry import Box
from pipeline.errors import InputFault
from pipeline.insight.explain import pictures
from pipeline.insight.explain.pictures import CROP, PAGE, sight_apart, sight_of
from tests.insight.pictures import greys_of, png, sheet

SQUARE = Box(100 / 1654, 100 / 2339, 400 / 1654, 400 / 2339)


def seen(picture):
    image = greys_of(picture.uri)
    assert image.shape == (picture.height, picture.width)
    return image


def test_a_page_is_made_small_and_a_zone_stays_as_large_as_it_was_scanned():
    sight = sight_of(png(sheet()), "png", 200.0, 0, [SQUARE])
    assert seen(sight.page).shape <= PAGE[::-1]
    crop = seen(sight.crops[0])
    assert 300 < crop.shape[1] < 400
    assert (crop < 128).mean() > 0.6


@pytest.mark.parametrize("clockwise", [90, 180, 270])
def test_a_crop_follows_the_page_as_it_is_turned_upright(clockwise):
    crop = seen(sight_of(png(sheet()), "png", 200.0, clockwise, [SQUARE.turned(clockwise)]).crops[0])
    assert (crop < 128).mean() > 0.6


@pytest.mark.parametrize(
    "zone", [Box(0, 0, 1, 1), Box(0.5, 0.5, 0.5, 0.5), Box(-0.2, -0.3, 0.0, 0.0), Box(1, 1, 1.4, 1.2)]
)
def test_a_zone_at_the_edge_of_nothing_is_cut_all_the_same(zone):
    crop = sight_of(png(sheet()), "png", None, 0, [zone]).crops[0]
    assert 1 <= crop.width <= CROP[0]
    assert 1 <= crop.height <= CROP[1]


def test_what_is_no_image_is_a_fault_of_the_input_from_a_child_too():
    with pytest.raises(InputFault):
        sight_apart(b"not an image", "png", None, 0, [])


def test_a_page_that_kills_its_decoder_kills_only_the_child(monkeypatch):
    monkeypatch.setattr(pictures, "sight_of", dying)
    with pytest.raises(InputFault, match="interrompu"):
        sight_apart(png(sheet()), "png", None, 0, [])


def dying(*_page):
    os.abort()
