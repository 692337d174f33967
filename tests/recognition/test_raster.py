import io

import numpy as np
import pytest
from fpdf import FPDF
from PIL import Image

from pipeline.errors import InputFault
from pipeline.recognition.raster import raster


def encoded(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def test_grey_stays_grey_and_colour_comes_out_blue_green_red():
    grey = raster(encoded(Image.new("L", (800, 1000), 200), "PNG"), "png", 150)
    red = raster(encoded(Image.new("RGB", (800, 1000), "red"), "PNG"), "png", 150)

    assert grey.pixels.shape == (1000, 800)
    assert red.pixels[0, 0].tolist() == [0, 0, 255]
    assert red.grey().shape == (1000, 800)


def test_bitonal_tiff_as_fax_software_writes_it_is_read():
    page = raster(encoded(Image.new("1", (1728, 2200), 1), "TIFF", compression="group4"), "tiff", 204)

    assert page.pixels.min() == 255
    assert page.dpi == pytest.approx(204)


def test_transparent_parts_show_the_paper():
    page = raster(encoded(Image.new("RGBA", (100, 140), (0, 0, 0, 0)), "PNG"), "png", None)

    assert page.pixels.min() == 255


def test_orientation_written_by_a_phone_is_obeyed():
    exif = Image.Exif()
    exif[0x0112] = 6
    page = raster(encoded(Image.new("L", (400, 300)), "JPEG", exif=exif), "jpeg", None)

    assert page.pixels.shape == (400, 300)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("quality", [30, 90])
def test_photo_has_the_pixels_that_its_encoder_meant_whoever_decodes_it(mode, quality):
    shades = np.random.default_rng(0).integers(0, 255, (60, 40, 3), dtype=np.uint8)
    picture = Image.fromarray(shades).resize((403, 601)).convert(mode)
    content = encoded(picture, "JPEG", quality=quality)

    pixels = raster(content, "jpeg", None).pixels

    with Image.open(io.BytesIO(content)) as meant:
        expected = np.asarray(meant if mode == "L" else meant.convert("RGB"))
    assert np.array_equal(pixels if mode == "L" else pixels[:, :, ::-1], expected)


@pytest.mark.parametrize("declared", [None, 1.0, 72.0, 96.0])
def test_resolution_that_no_paper_has_is_taken_for_a4(declared):
    page = raster(encoded(Image.new("L", (1654, 2339)), "PNG"), "png", declared)

    assert page.dpi == pytest.approx(200, abs=0.2)


@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff", "pdf"])
@pytest.mark.parametrize("content", [b"", b"not a page", b"%PDF-1.7\n%%EOF", b"\xff\xd8\xff\xe0"])
def test_broken_content_is_the_file_at_fault(content, kind):
    with pytest.raises(InputFault) as caught:
        raster(content, kind, None)

    assert caught.value.motif == "T10"


def test_truncated_photo_is_refused_not_half_shown():
    noise = np.random.default_rng(0).integers(0, 255, (600, 400), dtype=np.uint8)
    content = encoded(Image.fromarray(noise), "JPEG")

    with pytest.raises(InputFault):
        raster(content[: len(content) // 2], "jpeg", None)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_image_over_the_quota_is_refused_before_it_is_decoded():
    content = encoded(Image.new("1", (10_001, 10_000)), "PNG")

    with pytest.raises(InputFault) as caught:
        raster(content, "png", None)

    assert caught.value.motif == "T11"


def test_unknown_kind_is_refused():
    with pytest.raises(InputFault):
        raster(b"GIF89a", "gif", None)


def pdf_page(width, height, image=None):
    document = FPDF(unit="pt", format=(width, height))
    document.add_page()
    if image is not None:
        document.image(image, 0, 0, width, height)
    return bytes(document.output())


def test_drawn_pdf_is_rendered_at_200_dpi():
    page = raster(pdf_page(595, 842), "pdf", None)

    assert page.dpi == 200
    assert page.pixels.shape[:2] == pytest.approx((2339, 1653), abs=2)


def test_scan_put_in_a_pdf_keeps_its_own_resolution():
    page = raster(pdf_page(595.2, 841.9, Image.new("L", (2480, 3508), 128)), "pdf", None)

    assert page.dpi == pytest.approx(300, abs=0.5)


def test_photo_put_in_a_pdf_as_is_gets_the_size_of_a_sheet():
    page = raster(pdf_page(3000, 4000, Image.new("L", (3000, 4000), 128)), "pdf", None)

    assert max(page.pixels.shape) == pytest.approx(300 * 11.69, abs=2)
