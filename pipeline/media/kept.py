"""What is delivered as it was received: no encoding is as faithful as none."""

from __future__ import annotations

from io import BytesIO

import img2pdf
import pypdfium2
from PIL import Image
from PIL.ExifTags import Base as Exif

from pipeline.domain.nir import nir_spans
from pipeline.media.compose_page import FORMATS, ComposePage, page_faults_named

LIGHT_BYTES = 90_000
_WORTH = 0.75
_PNG_SIGNATURE, _CHUNK_LENGTH, _CHUNK_HEAD, _CHUNK_CRC = 8, 4, 8, 4  # bytes; a head is a length and a name
_ODDITIES = frozenset({"transparency", "icc_profile"})


def as_received(page: ComposePage) -> bytes | None:
    """Return the stored bytes of ``page`` as a PDF of one page; None when privacy or PDF/A would not have them.

    What makes a born-digital page no archive is only seen once the whole file is checked.
    """
    if page.kind == "pdf":
        return None if _bears_nir(page.content) else page.content
    with page_faults_named(), Image.open(BytesIO(page.content), formats=FORMATS) as image:
        turned = image.getexif().get(Exif.Orientation, 1) != 1  # PDF readers do not look at EXIF
        several = getattr(image, "n_frames", 1) > 1  # a telephone's JPEG may hide a second picture
        odd = image.mode not in {"1", "L", "RGB"} or not _ODDITIES.isdisjoint(image.info)
        if turned or several or odd or (page.kind == "png" and not _holds_together(page.content)):
            return None
        return one_page(page.content, page.density(image.size))


def is_worth(lighter: bytes, page: ComposePage) -> bool:
    """Say whether encoding ``page`` again saves enough to pay for what it loses."""
    return len(lighter) <= _WORTH * len(page.content)


def is_light(page: ComposePage) -> bool:
    """Say whether ``page`` is worth keeping as it is: nothing lighter would be as faithful."""
    return page.kind == "pdf" or len(page.content) <= LIGHT_BYTES


def one_page(image: bytes, dpi: float) -> bytes:
    """Wrap an image file in a page of its size; the image is copied, not encoded again."""
    layout = img2pdf.get_fixed_dpi_layout_fun((dpi, dpi))
    with page_faults_named():
        return bytes(img2pdf.convert(image, layout_fun=layout, rotation=img2pdf.Rotation.none, nodate=True))


def _holds_together(png: bytes) -> bool:
    """Say whether each chunk ends within the file: a decoder stops where the picture does, who copies it goes on."""
    at = _PNG_SIGNATURE
    while (begins := at + _CHUNK_HEAD) < len(png):
        ends = begins + int.from_bytes(png[at : at + _CHUNK_LENGTH], "big")
        if ends > len(png):
            return False
        at = ends + _CHUNK_CRC
    return True


def _bears_nir(content: bytes) -> bool:
    """Tell whether the text of a one-page PDF holds a NIR, which no delivered text may."""
    with page_faults_named(), pypdfium2.PdfDocument(content) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    return bool(nir_spans(text.replace("\r\n", "\n")))
