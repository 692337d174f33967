"""The leaves of a piece bound as one searchable PDF/A-2b, each page upright."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Page, Rectangle

from pipeline.domain.reading import TextSource
from pipeline.media.archive import archived
from pipeline.media.compose_page import ComposePage, page_faults_named
from pipeline.media.profile import Profile
from pipeline.media.rendition import Leaf
from pipeline.media.text_layer import TextPage, text_layer


def bound(pages: Sequence[ComposePage], leaves: Sequence[Leaf]) -> bytes:
    """Bind the leaves, lay their words over them, stand them upright and write the PDF/A.

    Raises InputFault when a leaf cannot be opened, NotArchivable when the check of the whole file does not pass.
    """
    with pikepdf.new() as pdf:
        for page, leaf in zip(pages, leaves, strict=True):
            with page_faults_named(), pikepdf.open(BytesIO(leaf.content)) as single:
                pdf.pages.extend(single.pages)
            # as the page was read; the words lie on this one
            pdf.pages[-1].rotate(page.reading.rotation, relative=True)
        _lay_text(pdf, pages, leaves)
        for page, sheet in zip(pages, pdf.pages, strict=True):
            sheet.rotate(page.rotation - page.reading.rotation, relative=True)
        return archived(pdf)


def _lay_text(pdf: pikepdf.Pdf, pages: Sequence[ComposePage], leaves: Sequence[Leaf]) -> None:
    """Overlay the words on the pages that do not bear them already, as born-digital ones kept whole do."""
    read = [
        (sheet, page)
        for sheet, page, leaf in zip(pdf.pages, pages, leaves, strict=True)
        if page.reading.words
        and (page.reading.text_source is TextSource.OCR or leaf.profile is not Profile.AS_RECEIVED)
    ]
    if not read:
        return
    texts = [TextPage(*_upright_size(sheet), page.reading.lines()) for sheet, page in read]
    with pikepdf.open(BytesIO(text_layer(texts))) as layer:
        for (sheet, _), words in zip(read, layer.pages, strict=True):
            sheet.add_overlay(words, Rectangle(sheet.cropbox))


def _upright_size(sheet: Page) -> tuple[float, float]:
    """Return width and height in points of the page as it displays."""
    box = Rectangle(sheet.cropbox)
    width, height = float(box.width), float(box.height)
    return (height, width) if int(sheet.obj.get("/Rotate", 0)) % 180 else (width, height)
