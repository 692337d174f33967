"""One page of a piece as a one-page PDF, as light as its rung of the ladder asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import cv2
import img2pdf
import numpy as np
import pypdfium2
from PIL import Image, ImageOps
from PIL.ExifTags import Base as Exif

from pipeline.domain.reading import Reading
from pipeline.errors import InputFault
from pipeline.media.archive import archivable
from pipeline.media.nir import nir_spans
from pipeline.media.page_image import Kind

POINTS_PER_INCH = 72.0
_LIGHT_BYTES = 180_000
_A4_INCHES = (8.27, 11.69)
_A3_LONG_INCHES = 16.6
_RENDER_PIXELS_MAX = 40_000_000
_FORMATS = ("JPEG", "PNG", "TIFF")
_ODDITIES = frozenset({"transparency", "icc_profile"})


@dataclass(frozen=True, slots=True)
class ComposePage:
    """A page to deliver: its stored bytes, and the degrees clockwise that turn it upright."""

    kind: Kind
    content: bytes
    dpi: float | None
    rotation: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Rung:
    """How hard to press: resolution, and JPEG quality or None for black and white."""

    dpi: int
    quality: int | None


LADDER = (
    Rung(200, 60),
    Rung(200, 45),
    Rung(200, 35),
    Rung(150, 45),
    Rung(150, 35),
    Rung(200, None),
    Rung(150, None),
)


def rendition(page: ComposePage, rung: Rung) -> bytes:
    """Return ``page`` as a one-page PDF, not turned yet.

    On the first rung what is light enough is embedded as it is, and so is every born-digital page that an
    archive accepts; on the others, whichever is lighter. Raises InputFault when the page cannot be decoded.
    """
    kept = _as_it_is(page)
    if kept is not None and rung == LADDER[0] and (page.kind == "pdf" or len(page.content) <= _LIGHT_BYTES):
        return kept
    encoded = _encoded(page, rung)
    return kept if kept is not None and len(kept) <= len(encoded) else encoded


def _as_it_is(page: ComposePage) -> bytes | None:
    """Return the stored bytes as a page, or None when PDF/A or privacy would not have them."""
    if page.kind == "pdf":
        return page.content if archivable(page.content) and not _bears_nir(page.content) else None
    with _page_faults_named(), Image.open(BytesIO(page.content), formats=_FORMATS) as image:
        turned = image.getexif().get(Exif.Orientation, 1) != 1  # PDF readers do not look at EXIF
        several = getattr(image, "n_frames", 1) > 1  # a telephone's JPEG may hide a second picture
        odd = image.mode not in {"1", "L", "RGB"} or not _ODDITIES.isdisjoint(image.info)
        if turned or several or odd:
            return None
        return _one_page(page.content, _density(page, image.size))


def _bears_nir(content: bytes) -> bool:
    """Tell whether the text of a one-page PDF holds a NIR, which no delivered text may."""
    with _page_faults_named(), pypdfium2.PdfDocument(content) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    return bool(nir_spans(text.replace("\r\n", "\n")))


def _encoded(page: ComposePage, rung: Rung) -> bytes:
    """Encode the pixels of ``page`` anew, in grey unless its colours matter."""
    pixels, density = _pixels(page, rung.dpi)
    coloured = page.reading.look is None or page.reading.look.coloured
    pixels = pixels.convert("RGB" if coloured and rung.quality else "L")
    if density > rung.dpi:
        size = tuple(max(1, round(side * rung.dpi / density)) for side in pixels.size)
        pixels, density = pixels.resize((size[0], size[1]), Image.Resampling.LANCZOS, reducing_gap=2.0), rung.dpi
    out = BytesIO()
    if rung.quality is None:
        _black_and_white(pixels).save(out, "TIFF", compression="group4")
    else:
        pixels.save(out, "JPEG", quality=rung.quality, optimize=True)
    return _one_page(out.getvalue(), density)


def _pixels(page: ComposePage, dpi: int) -> tuple[Image.Image, float]:
    """Decode ``page``; return its pixels on white, and how many of them go to the inch."""
    if page.kind == "pdf":
        return _rendered(page.content, dpi)
    with _page_faults_named():
        image = ImageOps.exif_transpose(Image.open(BytesIO(page.content), formats=_FORMATS))
    if image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    if image.mode.startswith("I"):  # 16 bits a sample
        image = Image.fromarray((np.asarray(image, dtype=np.int32) >> 8).clip(0, 255).astype(np.uint8))
    return image, _density(page, image.size)


def _rendered(content: bytes, dpi: int) -> tuple[Image.Image, float]:
    """Render a one-page PDF as it displays, as large as ``dpi`` or the room for its pixels allows."""
    with _page_faults_named(), pypdfium2.PdfDocument(content) as pdf:
        page = pdf[0]
        inches = page.get_width() * page.get_height() / POINTS_PER_INCH**2
        density = min(float(dpi), (_RENDER_PIXELS_MAX / inches) ** 0.5)
        return page.render(scale=density / POINTS_PER_INCH).to_pil(), density


@contextmanager
def _page_faults_named() -> Iterator[None]:
    """Translate what decoding, rendering and wrapping raise into faults of the file."""
    try:
        yield
    except (OSError, SyntaxError, ValueError, pypdfium2.PdfiumError, img2pdf.ImageOpenError) as error:
        raise InputFault("Une page de la pièce est endommagée et ne peut pas être convertie.") from error


def _black_and_white(grey: Image.Image) -> Image.Image:
    """Threshold against the neighbourhood: paper and light are never even."""
    levels = cv2.GaussianBlur(np.asarray(grey), (3, 3), 0)
    flat = cv2.adaptiveThreshold(levels, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 41, 15)
    return Image.fromarray(flat).convert("1", dither=Image.Dither.NONE)


def _density(page: ComposePage, size: tuple[int, int]) -> float:
    """Return dots per inch as declared, or such that a sheet of unknown size is an A4."""
    declared = page.dpi or page.reading.dpi
    if declared and max(size) / declared <= _A3_LONG_INCHES:
        return declared
    short, long = _A4_INCHES
    return max(min(size) / short, max(size) / long)


def _one_page(image: bytes, density: float) -> bytes:
    """Wrap an image file in a page of its size; the image is copied, not encoded again."""
    layout = img2pdf.get_fixed_dpi_layout_fun((density, density))
    with _page_faults_named():
        return bytes(img2pdf.convert(image, layout_fun=layout, rotation=img2pdf.Rotation.none, nodate=True))
