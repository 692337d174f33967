"""A page and its zones as pictures, and a page that kills whoever decodes it."""

import base64
import io
import os

import cv2
import numpy as np
import pytest
from PIL import Image

from pipeline.domain.geometry import Box
from pipeline.errors import InputFault
from pipeline.insight.explain import pictures
from pipeline.insight.explain.pictures import CROP, PAGE, sight_apart, sight_of


def png(pixels):
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def sheet():
    """A white page with a black square at its top left."""
    pixels = np.full((2339, 1654), 255, np.uint8)
    pixels[100:400, 100:400] = 0
    return png(pixels)


SQUARE = Box(100 / 1654, 100 / 2339, 400 / 1654, 400 / 2339)


def seen(picture):
    kind, _, content = picture.uri.partition(",")
    assert kind == "data:image/jpeg;base64"
    image = cv2.imdecode(np.frombuffer(base64.b64decode(content), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert image.shape == (picture.height, picture.width)
    return image


def test_a_page_is_made_small_and_a_zone_stays_as_large_as_it_was_scanned():
    sight = sight_of(sheet(), "png", 200.0, 0, [SQUARE])
    assert seen(sight.page).shape <= PAGE[::-1]
    crop = seen(sight.crops[0])
    assert 300 < crop.shape[1] < 400
    assert (crop < 128).mean() > 0.6


@pytest.mark.parametrize("clockwise", [90, 180, 270])
def test_a_crop_follows_the_page_as_it_is_turned_upright(clockwise):
    crop = seen(sight_of(sheet(), "png", 200.0, clockwise, [SQUARE.turned(clockwise)]).crops[0])
    assert (crop < 128).mean() > 0.6


@pytest.mark.parametrize(
    "zone", [Box(0, 0, 1, 1), Box(0.5, 0.5, 0.5, 0.5), Box(-0.2, -0.3, 0.0, 0.0), Box(1, 1, 1.4, 1.2)]
)
def test_a_zone_at_the_edge_of_nothing_is_cut_all_the_same(zone):
    crop = sight_of(sheet(), "png", None, 0, [zone]).crops[0]
    assert 1 <= crop.width <= CROP[0]
    assert 1 <= crop.height <= CROP[1]


def test_what_is_no_image_is_a_fault_of_the_input_from_a_child_too():
    with pytest.raises(InputFault):
        sight_apart(b"not an image", "png", None, 0, [])


def test_a_page_that_kills_its_decoder_kills_only_the_child(monkeypatch):
    monkeypatch.setattr(pictures, "sight_of", dying)
    with pytest.raises(InputFault, match="interrompu"):
        sight_apart(sheet(), "png", None, 0, [])


def dying(*_page):
    os.abort()
