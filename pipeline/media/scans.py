"""The image of a scanned PDF page, when the page is nothing but one image."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import cast

import pikepdf
from pikepdf import Matrix, Name, Object, Page, PdfImage, Rectangle, Stream
from PIL import Image

from pipeline.errors import UNDECODABLE
from pipeline.media.page_image import Kind, PageImage, credible_dpi
from pipeline.media.pictures import check_jpeg

_INVISIBLE = 3
_EDGE_TOLERANCE = 0.01
_SQUARE_TOLERANCE = 0.03
_FORM_DEPTH = 3
_KINDS: dict[str, Kind] = {".jpg": "jpeg", ".png": "png", ".tif": "tiff", ".tiff": "tiff"}
_MODES = frozenset({"1", "L", "P", "RGB"})
_SHOWS_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_SETS_TEXT = frozenset({"BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts"})
_SETS_STROKE = frozenset({"w", "J", "j", "M", "d", "ri", "i"})
_SETS_COLOUR = frozenset({"g", "rg", "k", "G", "RG", "K", "cs", "CS", "sc", "scn", "SC", "SCN"})
_MARKS = frozenset({"BMC", "EMC", "MP", "DP", "BX", "EX", "n"})
_PAINTS_NOTHING = _SETS_TEXT | _SETS_STROKE | _SETS_COLOUR | _MARKS
# What pikepdf raises on images that it cannot hand out as a file, or that are damaged.
_NOT_EXTRACTABLE = (pikepdf.PikepdfError, NotImplementedError, *UNDECODABLE)


class _MoreThanAScan(ValueError):
    """The page shows something else than one upright image."""


@dataclass(slots=True)
class _Painting:
    """What a page paints: the images, each with the matrix that places it."""

    images: list[tuple[Matrix, Object]] = field(default_factory=list)

    def follow(self, content: Page | Object, resources: Object, matrix: Matrix, depth: int = 0) -> None:
        """Walk a content stream. Raises _MoreThanAScan at the first mark that is no image."""
        stack: list[tuple[Matrix, int]] = []
        mode = 0
        for instruction in pikepdf.parse_content_stream(cast("Page | Stream", content)):
            operands = instruction.operands
            match str(instruction.operator):
                case "q":
                    stack.append((matrix, mode))
                case "Q":
                    matrix, mode = stack.pop() if stack else (matrix, mode)
                case "cm":
                    matrix = Matrix(*(float(number) for number in operands)) @ matrix
                case "Tr":
                    mode = int(operands[0])
                case "Do":
                    self._draw(resources.XObject[str(operands[0])], resources, matrix, depth)
                case "BDC" if operands[0] != Name.OC:  # optional content may be hidden
                    pass
                case shown if shown in _SHOWS_TEXT and mode == _INVISIBLE:
                    pass
                case silent if silent in _PAINTS_NOTHING:
                    pass
                case _:
                    raise _MoreThanAScan

    def _draw(self, drawn: Object, resources: Object, matrix: Matrix, depth: int) -> None:
        if drawn.Subtype == Name.Image:
            self.images.append((matrix, drawn))
        elif depth < _FORM_DEPTH:
            placed = Matrix(*(float(number) for number in drawn.get("/Matrix", [1, 0, 0, 1, 0, 0]))) @ matrix
            self.follow(drawn, drawn.get("/Resources", resources), placed, depth + 1)
        else:
            raise _MoreThanAScan


def scanned_image(page: Page) -> PageImage | None:
    """Return the image that covers ``page`` as it was embedded, or None when the page is more than that.

    Invisible text (an earlier OCR) is not kept: pages are read once, by us.
    """
    if int(page.obj.get("/Rotate", 0)) % 360:
        return None
    painting = _Painting()
    try:
        painting.follow(page, page.resources, Matrix())
        if len(painting.images) != 1:
            return None
        matrix, stream = painting.images[0]
        dpi = _dpi_if_covering(matrix, page, int(stream.Width), int(stream.Height))
        return _extracted(stream, dpi) if dpi else None
    except (_MoreThanAScan, AttributeError, *_NOT_EXTRACTABLE):
        return None


def _dpi_if_covering(matrix: Matrix, page: Page, width: int, height: int) -> float | None:
    """Return the resolution of an upright image that covers the page with square dots, else None."""
    box = Rectangle(page.cropbox)
    if matrix.b or matrix.c or matrix.a <= 0 or matrix.d <= 0:
        return None
    across, up = _EDGE_TOLERANCE * float(box.width), _EDGE_TOLERANCE * float(box.height)
    covers = (
        abs(matrix.e - float(box.llx)) <= across
        and abs(matrix.e + matrix.a - float(box.urx)) <= across
        and abs(matrix.f - float(box.lly)) <= up
        and abs(matrix.f + matrix.d - float(box.ury)) <= up
    )
    unit = 72 / float(page.obj.get("/UserUnit", 1))
    horizontal, vertical = width * unit / matrix.a, height * unit / matrix.d
    square = abs(horizontal / vertical - 1) <= _SQUARE_TOLERANCE
    return credible_dpi((horizontal + vertical) / 2) if covers and square else None


def _extracted(stream: Object, dpi: float) -> PageImage | None:
    """Return the embedded image as a file of its own if a plain copy shows the same, else None."""
    if any(key in stream for key in ("/SMask", "/Mask", "/ImageMask", "/Decode", "/OC", "/Alternates")):
        return None
    image = PdfImage(cast("Stream", stream))
    if image.mode not in _MODES:
        return None
    out = BytesIO()
    kind = _KINDS.get(image.extract_to(stream=out))
    if kind is None:
        return None
    with Image.open(out, formats=("JPEG", "PNG", "TIFF")) as copy:
        if copy.size != (image.width, image.height) or copy.mode not in _MODES:
            return None
        check_jpeg(copy)
    return PageImage(kind, out.getvalue(), dpi)
