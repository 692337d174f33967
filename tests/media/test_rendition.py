import struct
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from pipeline.domain.reading import unreadable
from pipeline.errors import InputFault
from pipeline.media.compose_page import ComposePage
from pipeline.media.decoded import decode
from pipeline.media.profile import Profile
from pipeline.media.rendition import FIRST, LADDER, received, rendition

STRIP_OFFSETS, LONG = 273, 4


def image_of(leaf):
    with pikepdf.open(BytesIO(leaf.content)) as pdf:
        (image,) = pdf.pages[0].get_images().values()
        return int(image.Width), str(image.ColorSpace), pikepdf.PdfImage(image).filters


def test_a_heavy_page_is_lightened_to_two_hundred_dots_and_grey(make):
    page = make.noise(1600, 400)
    leaf = rendition(page, decode(page), FIRST)
    assert (leaf.profile, leaf.dpi) == (Profile.GREY, 200)
    assert image_of(leaf) == (800, "/DeviceGray", ["/DCTDecode"])


def test_colours_that_matter_are_kept(make):
    page = make.noise(1600, 400, coloured=True)
    leaf = rendition(page, decode(page), FIRST)
    assert (leaf.profile, image_of(leaf)[1]) == (Profile.COLOUR, "/DeviceRGB")


def test_clean_print_goes_black_on_white_without_being_encoded_twice(make):
    page = make.printed()
    leaf = rendition(page, decode(page), FIRST)
    assert (leaf.profile, leaf.dpi) == (Profile.BLACK_AND_WHITE, 200)
    assert image_of(leaf)[2] == ["/CCITTFaxDecode"]
    assert len(leaf.content) < len(page.content) / 2


def test_the_last_rungs_put_everything_in_black_and_white(make):
    page = make.compose_page(mode="RGB")
    leaf = rendition(page, decode(page), LADDER[-1])
    assert (leaf.profile, leaf.dpi) == (Profile.BLACK_AND_WHITE, 150)


@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_what_no_reader_would_turn_is_not_kept_as_received(make, kind):
    page = make.compose_page(kind, mode="L")
    assert received(page).profile is Profile.AS_RECEIVED
    exif = make.exif_turned()
    assert received(make.compose_page("jpeg", exif=exif)) is None


def test_a_page_is_never_made_finer(make):
    page = make.compose_page(dpi=120)
    assert rendition(page, decode(page), FIRST).dpi == 120


def test_a_png_that_promises_more_than_it_holds_is_drawn_anew(make):
    page = make.compose_page("png", mode="L")
    longer = replace(page, content=page.content + b"\xff\xff\xff\xfftEXtrest of a file")
    assert received(longer) is None
    assert rendition(longer, decode(longer), FIRST).profile is Profile.GREY


def test_a_tiff_that_does_not_say_where_its_picture_lies_is_a_fault_of_the_file():
    out = BytesIO()
    Image.new("1", (300, 400), 1).save(out, "TIFF", compression="group4")
    with Image.open(out) as image:
        order = "<" if image.tag_v2.prefix == b"II" else ">"
    lost = out.getvalue().replace(
        struct.pack(f"{order}HH", STRIP_OFFSETS, LONG), struct.pack(f"{order}HH", 60000, LONG)
    )
    with pytest.raises(InputFault, match="endommagée"):
        received(ComposePage("tiff", lost, None, 0, unreadable("")))
