from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Code, Symbology, Word
from pipeline.media.decoded import decode
from pipeline.media.profile import Profile, profile_of


def chosen(make, draw_on=None, **look):
    page = make.printed(draw_on)
    page = replace(page, reading=replace(page.reading, look=replace(page.reading.look, **look)))
    return profile_of(page, decode(page))[0]


def test_clean_print_is_delivered_black_on_white(make):
    assert chosen(make) is Profile.BLACK_AND_WHITE


def faint_stamp(image):
    ImageDraw.Draw(image).ellipse((900, 1700, 1250, 2050), outline=215, width=9)


def pencil(image):
    ImageDraw.Draw(image).line([(300, 1800), (500, 1750), (700, 1830), (1100, 1760)], fill=222, width=7)


def photo(image):
    shades = np.random.default_rng(3).integers(30, 220, (20, 16), np.uint8)
    picture = Image.fromarray(shades).resize((320, 400), Image.Resampling.BICUBIC)
    image.paste(picture.filter(ImageFilter.GaussianBlur(4)), (900, 1600))


def tint(image):
    ImageDraw.Draw(image).rectangle((200, 1700, 1400, 1800), fill=205)


@pytest.mark.parametrize("drawn", [faint_stamp, pencil, photo, tint])
def test_a_page_that_bears_greys_stays_grey(make, drawn):
    assert chosen(make, drawn) is Profile.GREY


@pytest.mark.parametrize(
    "seen", [{"handwritten": 0.3}, {"handwritten": None}, {"sharpness": 0.5}, {"unread_lines": 2}, {"contrast": 0.4}]
)
def test_what_the_reading_does_not_explain_is_not_put_in_black_and_white(make, seen):
    assert chosen(make, **seen) is Profile.GREY


def test_colours_that_matter_stay(make):
    assert chosen(make, coloured=True) is Profile.COLOUR


def test_small_print_stays_grey(make):
    page = make.printed()
    small = tuple(Word(f"Clause{n}", 0.95, Box(0.1, 0.1, 0.3, 0.1055), n) for n in range(50))
    page = replace(page, reading=replace(page.reading, words=small))
    assert profile_of(page, decode(page))[0] is Profile.GREY


def test_a_page_that_bears_a_code_stays_grey(make):
    page = make.printed()
    code = Code(Symbology.DATAMATRIX, "DC04", Box(0.8, 0.1, 0.9, 0.2), "zxing")
    page = replace(page, reading=replace(page.reading, codes=(code,)))
    assert profile_of(page, decode(page))[0] is Profile.GREY


def test_shadows_at_the_edge_of_the_scan_are_not_greys_to_keep(make):
    def shadow(image):
        ImageDraw.Draw(image).rectangle((0, 0, 24, image.height), fill=120)

    assert chosen(make, shadow) is Profile.BLACK_AND_WHITE


def test_print_scanned_coarsely_stays_grey(make):
    page = make.printed()
    assert profile_of(page, decode(page).reduced(150))[0] is Profile.GREY
