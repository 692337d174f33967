"""Faces of cards drawn on A4, and rectangles that are none."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.recognition.cards import Shape, cards
from pipeline.recognition.raster import raster
from training.scanner import GRADES, scan

DPI = 200


def px(mm):
    return round(mm * DPI / 25.4)


def face(width=85.6, height=54.0, shade=225):
    card = Image.new("L", (px(width), px(height)), shade)
    pen = ImageDraw.Draw(card)
    pen.rectangle((px(4), px(10), px(26), px(40)), 110)
    for row in range(5):
        pen.text((px(32), px(8 + 7 * row)), "NOM  LORMEAU  SPECIMEN", 40, font_size=px(3))
    return card.convert("RGBA")


@pytest.fixture
def laid(desk):
    """Return a page with faces pasted on it: (image, mm from the left, mm from the top)."""

    def lay(*placed):
        page = desk.sheet().convert("RGBA")
        for image, x, y in placed:
            page.alpha_composite(image, (px(x), px(y)))
        return np.asarray(page.convert("L"))

    return lay


def where(card):
    x, y = card.box.centre
    return x * 210, y * 297


def test_a_card_is_found_where_it_lies(laid):
    (card,) = cards(laid((face(), 40, 60)), DPI)
    assert card.shape is Shape.CARD
    sides = (card.box.x0 * 210, card.box.y0 * 297, card.box.x1 * 210, card.box.y1 * 297)
    assert sides == pytest.approx((40, 60, 125.6, 114), abs=1.5)


@pytest.mark.parametrize(("width", "height"), [(105, 74), (125, 88)])
def test_an_old_card_and_a_leaf_of_passport_have_one_shape(laid, width, height):
    (card,) = cards(laid((face(width, height), 40, 60)), DPI)
    assert card.shape is Shape.LEAF


def test_both_faces_of_a_page_are_given_from_top_to_bottom(laid):
    one, other = cards(laid((face(), 80, 180), (face(), 30, 40)), DPI)
    assert where(one)[1] < where(other)[1]


def test_faces_side_by_side_are_two(laid):
    one, other = cards(laid((face(), 10, 60), (face(), 110, 60)), DPI)
    assert (where(one)[0], where(other)[0]) == pytest.approx((52.8, 152.8), abs=1.5)


@pytest.mark.parametrize(("x", "y"), [(40, 114), (125.6, 60)])
def test_faces_against_each_other_are_told_apart(laid, x, y):
    one, other = cards(laid((face(), 40, 60), (face(), x, y)), DPI)
    assert where(one) == pytest.approx((82.8, 87), abs=2)
    assert where(other) == pytest.approx((x + 42.8, y + 27), abs=2)


@pytest.mark.parametrize("angle", [7, 45, 90, 160])
def test_a_card_lies_at_any_angle(laid, angle):
    (card,) = cards(laid((face().rotate(angle, Image.Resampling.BICUBIC, expand=True), 50, 90)), DPI)
    lengths = np.linalg.norm((np.array(card.corners) - np.roll(card.corners, -1, axis=0)) * (210, 297), axis=1)
    assert lengths == pytest.approx([85.6, 54, 85.6, 54], abs=2)


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize("grade", ["bureau", "difficile"])
def test_a_scanned_card_is_found(laid, grade, dpi):
    size = (round(8.27 * dpi), round(11.69 * dpi))
    page = Image.fromarray(laid((face(shade=236), 40, 60))).resize(size, Image.Resampling.LANCZOS)
    assert len(cards(np.asarray(scan(page.convert("RGB"), GRADES[grade], Random(dpi))), dpi)) == 1


def test_print_writing_and_blanks_are_no_cards(desk):
    for grey in (desk.printed(), desk.blank(), desk.scrawled()):
        assert cards(grey, DPI) == ()


@pytest.mark.parametrize(("width", "height"), [(170, 20), (60, 60), (40, 25), (190, 250)])
def test_shaded_boxes_of_another_shape_or_size_are_no_cards(laid, width, height):
    assert cards(laid((face(width, height), 8, 20)), DPI) == ()


def test_a_paragraph_as_large_as_a_card_is_none(desk):
    page = desk.sheet()
    pen = ImageDraw.Draw(page)
    for row in range(14):
        pen.text(
            (px(40), px(60 + 3.9 * row)), "Le loyer est du le premier jour du mois au bailleur", 30, font_size=px(3.3)
        )
    assert cards(np.asarray(page), DPI) == ()


@pytest.mark.skipif("PLI_CORPUS" not in os.environ, reason="PLI_CORPUS is not set: no real pages to look at")
def test_real_typewritten_pages_bear_no_card():
    for path in sorted((Path(os.environ["PLI_CORPUS"]) / "imprime").glob("**/*.jpg")):
        page = raster(path.read_bytes(), "jpeg", None)
        assert cards(page.grey(), page.dpi) == (), path.name
