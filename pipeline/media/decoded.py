"""The pixels of a page to deliver, decoded once and no finer than anything is delivered."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageOps

from pipeline.media.compose_page import FORMATS, ComposePage, page_faults_named

Pixels = npt.NDArray[np.uint8]

DPI_MAX = 200.0
POINTS_PER_INCH = 72.0
_RENDER_PIXELS_MAX = 40_000_000
_STRIP = 256  # rows


@dataclass(frozen=True, slots=True, eq=False)
class Decoded:
    """A page on white. ``pixels``: height × width, grey, or height × width × 3, red-green-blue; ``dpi`` of it."""

    pixels: Pixels
    dpi: float

    def reduced(self, dpi: float) -> Decoded:
        """Return it at ``dpi``, or as it is when it is not finer."""
        if self.dpi <= dpi:
            return self
        height, width = self.pixels.shape[:2]
        size = tuple(max(1, round(side * dpi / self.dpi)) for side in (width, height))
        # Down to half, each new pixel of a linear reduction still draws on all that it stands for, five times faster.
        way = cv2.INTER_LINEAR if 2 * dpi >= self.dpi else cv2.INTER_AREA
        return Decoded(np.asarray(cv2.resize(self.pixels, size, interpolation=way), dtype=np.uint8), dpi)

    def grey(self) -> Decoded:
        if self.pixels.ndim == 2:
            return self
        return Decoded(np.asarray(cv2.cvtColor(self.pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8), self.dpi)


def decode(page: ComposePage) -> Decoded:
    """Decode ``page`` as it displays, in grey unless its colours matter, at ``DPI_MAX`` at most.

    Raises InputFault when it cannot be decoded.
    """
    with page_faults_named():
        full = _rendered(page) if page.kind == "pdf" else _from_image(page)
    return full.reduced(DPI_MAX)


def _from_image(page: ComposePage) -> Decoded:
    mode = "RGB" if page.is_coloured else "L"
    with Image.open(BytesIO(page.content), formats=FORMATS) as received:
        if received.format == "JPEG" and received.mode != "CMYK":
            received.draft(mode, received.size)  # without the colours when they do not matter
        received.load()
        ImageOps.exif_transpose(received, in_place=True)
        image: Image.Image = received
    if image.mode in {"LA", "PA", "RGBA"} or "transparency" in image.info:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    if image.mode.startswith("I"):  # 16 bits a sample
        image = Image.fromarray((np.asarray(image, dtype=np.int32) >> 8).clip(0, 255).astype(np.uint8))
    mode = "L" if image.mode in {"1", "L"} else mode
    shown = image if image.mode == mode else image.convert(mode)
    return Decoded(_pixels_of(shown), page.density(image.size))


def _pixels_of(image: Image.Image) -> Pixels:
    """Return a picture as an array, strip by strip: Pillow writes a whole one out twice, 50 MB for an A4 in colour."""
    pixels = np.empty((image.height, image.width, *(() if image.mode == "L" else (3,))), dtype=np.uint8)
    for top in range(0, image.height, _STRIP):
        pixels[top : top + _STRIP] = image.crop((0, top, image.width, min(top + _STRIP, image.height)))
    return pixels


def _rendered(page: ComposePage) -> Decoded:
    """Render a one-page PDF, as large as ``DPI_MAX`` or the room for its pixels allows."""
    with pypdfium2.PdfDocument(page.content) as pdf:
        sheet = pdf[0]
        inches = sheet.get_width() * sheet.get_height() / POINTS_PER_INCH**2
        density = min(DPI_MAX, (_RENDER_PIXELS_MAX / inches) ** 0.5)
        image = sheet.render(
            scale=density / POINTS_PER_INCH, grayscale=not page.is_coloured, rev_byteorder=True, prefer_bgrx=False
        )
        pixels = np.array(image.to_numpy(), dtype=np.uint8)
    return Decoded(pixels[:, :, 0] if pixels.ndim == 3 and pixels.shape[2] == 1 else pixels, density)
