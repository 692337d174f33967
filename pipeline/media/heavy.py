"""What the pages of a PDF would weigh once decoded, told before anything is drawn, wherever a page hides it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, PdfInlineImage, Stream
from PIL import Image

from pipeline.errors import UNDECODABLE, InputFault
from pipeline.media.page_image import Limits

Size = tuple[int, int]
_WITH_SIZE_OF_THEIR_OWN = (Name.DCTDecode, Name.JPXDecode)


class Weighing:
    """Looks once at each object of a file, however many of its pages share it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._seen: set[tuple[int, int]] = set()

    def check(self, page: Page) -> None:
        """Raise InputFault ``T11`` when an image, a mask or a stream that ``page`` draws with is over the limits.

        Without recursion: hostile resources are nested as deep as they like.
        """
        waiting: list[Object] = _containers([page.resources, page.obj.get("/Contents")])
        while waiting:
            found = waiting.pop()
            if found.is_indirect:
                if found.objgen in self._seen:
                    continue
                self._seen.add(found.objgen)
            if isinstance(found, Stream):
                self._check_stream(found)
            waiting += _held(found)
        self._check_sizes(_inline(page))

    def _check_stream(self, stream: Stream) -> None:
        if stream.get("/Subtype") == Name.Image:
            self._check_sizes([_size(stream), _encoded_size(stream)])
            return
        self._limits.check_stream(_length(stream))
        if stream.get("/Subtype") == Name.Form or "/PatternType" in stream:
            self._check_sizes(_inline(stream))

    def _check_sizes(self, sizes: Iterator[Size] | list[Size]) -> None:
        for size in sizes:
            self._limits.check_pixels(*size)


def _held(found: Object) -> list[Object]:
    """Return what a container holds, its parents left out."""
    if isinstance(found, Array):
        return _containers(list(found))
    return _containers([value for key, value in found.items() if key != "/Parent"])


def _containers(values: list[Object | None]) -> list[Object]:
    """Leave out numbers, names and the like."""
    return [value for value in values if isinstance(value, Array | Dictionary | Stream)]


def _length(stream: Stream) -> int:
    """Return how many bytes a stream unfolds to; one that is broken is not drawn."""
    try:
        return len(stream.read_bytes())
    except pikepdf.PdfError:
        return 0


def _inline(drawn: Page | Object) -> Iterator[Size]:
    """Yield the sizes of the images that lie in the drawing orders themselves; broken orders draw nothing."""
    try:
        found = pikepdf.parse_content_stream(cast("Page | Stream", drawn), "BI ID EI")
    except pikepdf.PdfError:
        return
    yield from (_size(cast("PdfInlineImage", order.operands[0]).obj) for order in found)


def _size(image: Object) -> Size:
    """Return what an image declares; 0 for what is no number, which readers do not draw."""
    width, height = (cast("object", image.get(key)) for key in ("/Width", "/Height"))
    return (width, height) if isinstance(width, int) and isinstance(height, int) else (0, 0)


def _encoded_size(image: Stream) -> Size:
    """Return the size that a JPEG or a JPEG 2000 says itself, whatever the PDF says. Raises InputFault ``T11``."""
    if image.get("/Filter") not in _WITH_SIZE_OF_THEIR_OWN:
        return 0, 0
    try:
        with Image.open(BytesIO(image.read_raw_bytes()), formats=("JPEG", "JPEG2000")) as picture:
            return picture.size
    except Image.DecompressionBombError as error:
        raise InputFault("Une image du fichier PDF est démesurée.", "T11") from error
    except (*UNDECODABLE, pikepdf.PdfError):
        return 0, 0
