"""A piece as one light, searchable PDF/A-2b."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Page, Rectangle

from pipeline.domain.reading import TextSource
from pipeline.errors import InputFault
from pipeline.media.archive import archived
from pipeline.media.rendition import LADDER, ComposePage, Rung, rendition
from pipeline.media.text_layer import TextPage, text_layer

BYTES_MAX = 2_000_000


def pdfa_of(pages: Sequence[ComposePage]) -> bytes:
    """Return the PDF/A of ``pages``, at most ``BYTES_MAX`` bytes, down the ladder as far as it takes.

    Raises InputFault: ``T11`` when no rung is light enough, ``T10`` when a page cannot be decoded.
    """
    for rung in LADDER:
        leaves = _leaves(pages, rung)
        if leaves is not None:
            content = _bound(pages, leaves)
            if len(content) <= BYTES_MAX:
                return content
    raise InputFault("La pièce dépasse 2 Mo, même allégée.", "T11")


def _leaves(pages: Sequence[ComposePage], rung: Rung) -> list[bytes] | None:
    """Return each page as a PDF, or None as soon as they weigh too much together."""
    leaves: list[bytes] = []
    weight = 0
    for page in pages:
        leaves.append(rendition(page, rung))
        weight += len(leaves[-1])
        if weight > BYTES_MAX:
            return None
    return leaves


def _bound(pages: Sequence[ComposePage], leaves: Sequence[bytes]) -> bytes:
    """Bind the leaves, lay their words over them, stand them upright and write the PDF/A."""
    with pikepdf.new() as pdf:
        for page, leaf in zip(pages, leaves, strict=True):
            with pikepdf.open(BytesIO(leaf)) as single:
                pdf.pages.extend(single.pages)
            # as the page was read; the words lie on this one
            pdf.pages[-1].rotate(page.reading.rotation, relative=True)
        _lay_text(pdf, pages, leaves)
        for page, sheet in zip(pages, pdf.pages, strict=True):
            sheet.rotate(page.rotation - page.reading.rotation, relative=True)
        return archived(pdf)


def _lay_text(pdf: pikepdf.Pdf, pages: Sequence[ComposePage], leaves: Sequence[bytes]) -> None:
    """Overlay the words on the pages that do not bear them already, as born-digital ones kept whole do."""
    read = [
        (sheet, page)
        for sheet, page, leaf in zip(pdf.pages, pages, leaves, strict=True)
        if page.reading.words and (page.reading.text_source is TextSource.OCR or leaf != page.content)
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
