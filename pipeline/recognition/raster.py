"""One page blob to pixels."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image, ImageOps
from PIL.ExifTags import Base as Exif

from pipeline.domain.geometry import Box
from pipeline.errors import UNDECODABLE, InputFault
from pipeline.recognition import pdf

cv2.setNumThreads(1)

Pixels = npt.NDArray[np.uint8]

MAX_PIXELS = 100_000_000
MIN_SIDE = 32
A4_LENGTH = 11.69
PLAUSIBLE_DPI = (60.0, 1300.0)
PLAUSIBLE_LENGTH = (1.5, 17.0)  # inches: from a small card to A3
PDF_DPI = 200.0
IMAGE_DPI = (150.0, 300.0)
_IMAGE_KINDS = frozenset({"jpeg", "png", "tiff"})
_JPEG_MODES: Mapping[str, int] = MappingProxyType({"L": cv2.IMREAD_GRAYSCALE, "RGB": cv2.IMREAD_COLOR})


@dataclass(frozen=True, slots=True)
class Raster:
    """A decoded page. ``pixels``: height × width, grey, or height × width × 3, blue-green-red; ``dpi`` of it."""

    pixels: Pixels
    dpi: float

    def grey(self) -> Pixels:
        """Return the page as height × width shades of grey."""
        if self.pixels.ndim == 2:
            return self.pixels
        return np.asarray(cv2.cvtColor(self.pixels, cv2.COLOR_BGR2GRAY), dtype=np.uint8)


def reduced(pixels: Pixels, scale: float) -> Pixels:
    """Return a page ``scale`` times as large, at most as large as it is.

    Halving first is ten times faster than one reduction by a factor that is not whole, and as faithful.
    """
    while scale <= 0.5:
        pixels = np.asarray(cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        scale *= 2
    if scale >= 1.0:
        return pixels
    return np.asarray(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def cut(pixels: Pixels, part: Box) -> Pixels:
    """Return ``part`` (0–1) of a page."""
    height, width = pixels.shape[:2]
    rows, columns = (
        slice(round(part.y0 * height), round(part.y1 * height)),
        slice(round(part.x0 * width), round(part.x1 * width)),
    )
    return pixels[rows, columns]


def raster(content: bytes, kind: str, dpi: float | None) -> Raster:
    """Decode one page. ``kind``: jpeg, png, tiff, or pdf (of one page); ``dpi``: as declared, if it was.

    Raises InputFault when it cannot be decoded (T10), or is larger than the quota (T11).
    """
    if kind == "pdf":
        return _from_pdf(content)
    if kind not in _IMAGE_KINDS:
        raise InputFault(f"Format d'image non pris en charge : {kind}.")
    pixels = _from_image(content)
    return Raster(pixels, _plausible_dpi(pixels, dpi))


def _from_image(content: bytes) -> Pixels:
    try:
        with Image.open(io.BytesIO(content)) as image:
            _check_quota(*image.size)
            pixels = _from_jpeg(image, content)
            if pixels is not None:
                return pixels
            ImageOps.exif_transpose(image, in_place=True)
            return _to_pixels(image)
    except Image.DecompressionBombError as error:
        raise _over_quota() from error
    except UNDECODABLE as error:
        raise InputFault("Image endommagée : elle ne peut pas être décodée.") from error


def _from_jpeg(image: Image.Image, content: bytes) -> Pixels | None:
    """Decode a JPEG in half the time, to the same pixels; None for what Pillow has to turn, convert or find fault with.

    ``image``: the file ``content`` as Pillow opened it, not decoded yet.
    """
    if image.format != "JPEG" or image.mode not in _JPEG_MODES or image.getexif().get(Exif.Orientation, 1) != 1:
        return None
    decoded = cv2.imdecode(np.frombuffer(content, np.uint8), _JPEG_MODES[image.mode] | cv2.IMREAD_IGNORE_ORIENTATION)
    return None if decoded is None else np.asarray(decoded, dtype=np.uint8)


def _to_pixels(image: Image.Image) -> Pixels:
    if image.mode.startswith("I;16"):
        return np.asarray(np.asarray(image) >> 8, dtype=np.uint8)
    if image.mode in {"I", "F"}:
        return _stretched(np.asarray(image, dtype=np.float64))
    if image.has_transparency_data:
        image = _on_white(image.convert("RGBA"))
    mode = "L" if image.mode in {"1", "L"} else "RGB"
    pixels = np.asarray(image if image.mode == mode else image.convert(mode), dtype=np.uint8)
    return pixels if mode == "L" else np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), dtype=np.uint8)


def _on_white(image: Image.Image) -> Image.Image:
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image).convert("RGB")


def _stretched(values: npt.NDArray[np.float64]) -> Pixels:
    """Map deep greys, whose scale is not declared, onto 0–255."""
    finite = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        return np.full(finite.shape, 255, dtype=np.uint8)
    return np.asarray((finite - low) * (255.0 / (high - low)), dtype=np.uint8)


def _from_pdf(content: bytes) -> Raster:
    with pdf.only_page(content) as page:
        width, height = page.get_size()
        length = float(max(width, height))
        inches = _plausible_length(length / pdf.POINTS_PER_INCH)
        dpi = _pdf_dpi(page, inches)
        scale = dpi * inches / length
        _check_quota(round(width * scale), round(height * scale))
        pixels = np.array(page.render(scale=scale).to_numpy(), dtype=np.uint8)
    return Raster(np.ascontiguousarray(pixels[:, :, :3]), dpi)


def _pdf_dpi(page: pdfium.PdfPage, inches: float) -> float:
    """Render a scan at its own resolution, within reason, and everything else at ``PDF_DPI``."""
    scan = pdf.page_image(page)
    if scan is None:
        return PDF_DPI
    low, high = IMAGE_DPI
    return min(max(max(scan) / inches, low), high)


def _plausible_length(inches: float) -> float:
    """Return the length of the paper; a length that no paper has (a photo put in a PDF as is) is taken for A4."""
    low, high = PLAUSIBLE_LENGTH
    return inches if low <= inches <= high else A4_LENGTH


def _plausible_dpi(pixels: Pixels, declared: float | None) -> float:
    """Return the dots per inch of a sheet that there is; of a stamp's worth of pixels, no fewer than reading bears."""
    length, (low, high) = float(max(pixels.shape[:2])), PLAUSIBLE_DPI
    inches = _plausible_length(length / declared) if declared is not None and low <= declared <= high else A4_LENGTH
    return max(low, length / inches)


def _check_quota(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise _over_quota()
    if min(width, height) < MIN_SIDE:
        raise InputFault(f"Image trop petite pour être une page ({width} × {height} pixels).")


def _over_quota() -> InputFault:
    return InputFault(f"Image trop grande : plus de {MAX_PIXELS // 1_000_000} millions de pixels.", motif="T11")
