"""A one-page PDF, opened: what both the renderer and the text layer must know of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.errors import InputFault

POINTS_PER_INCH = 72.0
PAGE_IMAGE_SHARE = 0.75
_DEPTH = 4  # levels of nested forms looked into for images


@contextmanager
def only_page(content: bytes) -> Iterator[pdfium.PdfPage]:
    """Open the first page, its form fields filled in.

    Raises InputFault when the file cannot be opened, or when what is done with the page shows that it is broken.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise InputFault("PDF endommagé ou protégé : il ne peut pas être ouvert.") from error
    try:
        if len(document) == 0:
            raise InputFault("PDF sans page.")
        document.init_forms()
        yield document[0]
    except pdfium.PdfiumError as error:
        raise InputFault("Page PDF endommagée : elle ne peut pas être affichée.") from error
    finally:
        document.close()


def image_share(page: pdfium.PdfPage) -> float:
    """Return how much of the page its largest image covers, 0–1."""
    return max((_share(page, image) for image in _images(page)), default=0.0)


def page_image(page: pdfium.PdfPage) -> tuple[int, int] | None:
    """Return the size in pixels of the one image that is the page (a scan put in a PDF), or None."""
    images = [image for image in _images(page) if _share(page, image) >= PAGE_IMAGE_SHARE]
    if len(images) != 1:
        return None
    width, height = images[0].get_px_size()
    return width, height


def _images(page: pdfium.PdfPage) -> Iterator[pdfium.PdfImage]:
    for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH):
        if isinstance(item, pdfium.PdfImage):
            yield item


def _share(page: pdfium.PdfPage, image: pdfium.PdfImage) -> float:
    left, bottom, right, top = image.get_bounds()
    width, height = page.get_size()
    return float(abs((right - left) * (top - bottom)) / (width * height))
