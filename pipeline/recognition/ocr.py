"""The words of an upright page, by Tesseract: here in this process, or by another engine that is handed in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import tesserocr

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.errors import Misuse
from pipeline.recognition.raster import Pixels, reduced

Matrix = npt.NDArray[np.float64]

LANGUAGE = "fra"
DPI = 200.0
MAX_DPI = 220.0
_SMALL, _TINY = 13.5, 8.0  # x-heights in pixels below which enlarging gives words back: decision 0020
_BLOCK, _MARK, _MARGIN_MM = 4, 30, 5.0  # pixels; shades below the paper
_ENLARGED, _MUCH_ENLARGED = 1.5, 2.0
_SYSTEM_TESSDATA = Path("/usr/share/tesseract-ocr")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as an engine gives it; ``confidence``: 0–1; ``box``: left, top, right, bottom in pixels."""

    text: str
    confidence: float
    box: tuple[float, float, float, float]
    line: int


Engine = Callable[[Pixels, float], Iterable[Seen]]
"""What reads a straight grey page of so many dots per inch."""


def in_process(straight: Pixels, dpi: float) -> Iterator[Seen]:
    """Read by the library, loaded once for this process."""
    api = _api()
    _show(api, straight, dpi)
    api.Recognize()
    yield from _seen(api)
    api.Clear()  # the page and what was made of it stay until the next one otherwise


def _seen(api: tesserocr.PyTessBaseAPI) -> Iterator[Seen]:
    iterator = api.GetIterator()
    if iterator is None:
        return
    line = -1
    for item in tesserocr.iterate_level(iterator, tesserocr.RIL.WORD):
        if line < 0 or item.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
            line += 1
        if item.Empty(tesserocr.RIL.WORD):
            continue
        text = item.GetUTF8Text(tesserocr.RIL.WORD).strip()
        box = item.BoundingBox(tesserocr.RIL.WORD)
        if text and box:
            yield Seen(text, item.Confidence(tesserocr.RIL.WORD) / 100.0, box, line)


@dataclass(frozen=True, slots=True)
class Straight:
    """An upright page as an engine reads it: at the scale that suits its print, and straightened.

    ``back``: 2×3, from its pixels to those of the leaning page, of ``width`` × ``height`` at that scale.
    """

    pixels: Pixels
    dpi: float
    back: Matrix
    width: int
    height: int

    @classmethod
    def of(cls, upright: Pixels, dpi: float, skew: float, x_height: float) -> Straight:
        """Lay out a page that must be turned ``skew`` degrees clockwise to be straight."""
        scale = _scale(dpi, x_height)
        seen_at = reduced(upright, scale) if scale <= 1.0 else _enlarged(upright, scale)
        straight, back = straightened(seen_at, skew)
        return cls(straight, dpi * scale, back, seen_at.shape[1], seen_at.shape[0])

    def word(self, seen: Seen, shift: tuple[float, float]) -> Word:
        """Return a word where it lies on the page; ``shift``: from where it was read to these pixels."""
        left, top, right, bottom = seen.box
        across, down = shift
        return _mapped(
            replace(seen, box=(left + across, top + down, right + across, bottom + down)),
            self.back,
            self.width,
            self.height,
        )


def words(
    upright: Pixels, dpi: float, skew: float, engine: Engine = in_process, x_height: float = 0.0
) -> tuple[Word, ...]:
    """Read an upright grey page that must be turned ``skew`` degrees clockwise to be straight.

    ``x_height``: of its small letters, in pixels; 0 when it is not known. Boxes lie on the page as given, not
    straightened. Raises Misuse when French is not installed.
    """
    page = Straight.of(upright, dpi, skew, x_height)
    rows, columns = _filled(page.pixels, page.dpi)
    shift = columns.start, rows.start
    return tuple(page.word(seen, shift) for seen in engine(page.pixels[rows, columns], page.dpi))


def _filled(grey: Pixels, dpi: float) -> tuple[slice, slice]:
    """Return the rows and columns of a page that bear all of its marks, with a margin: white costs the engine time."""
    darkest = cv2.erode(grey, np.ones((_BLOCK, _BLOCK), np.uint8))[::_BLOCK, ::_BLOCK]
    dark = darkest < int(np.median(darkest)) - _MARK
    margin = round(_MARGIN_MM / 25.4 * dpi)
    rows, columns = (_span(np.asarray(dark.any(axis=1 - axis)), grey.shape[axis], margin) for axis in (0, 1))
    return rows, columns


def _span(marked: npt.NDArray[np.bool_], length: int, margin: int) -> slice:
    """Return from the first to the last of the marked blocks, and ``margin`` pixels more; all when none is."""
    blocks = np.flatnonzero(marked)
    if not len(blocks):
        return slice(0, length)
    return slice(max(0, int(blocks[0] - 1) * _BLOCK - margin), min(length, int(blocks[-1] + 2) * _BLOCK + margin))


def _scale(dpi: float, x_height: float) -> float:
    """Return how many times as large a page is read: at ``DPI`` when it is finer, enlarged when its print is small."""
    if dpi > MAX_DPI:
        return DPI / dpi
    if not 0 < x_height < _SMALL:
        return 1.0
    return _ENLARGED if x_height >= _TINY else _MUCH_ENLARGED


def _enlarged(grey: Pixels, scale: float) -> Pixels:
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)


def softened(grey: Pixels) -> Pixels:
    """Return a noisy or washed-out page as a second try reads it best."""
    calm = cv2.bilateralFilter(cv2.GaussianBlur(grey, (0, 0), 1.0), 7, 40, 7)
    low, high = np.percentile(calm, (1, 99))
    levels = np.clip((np.arange(256) - low) * (255.0 / max(high - low, 1.0)), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(calm, levels), dtype=np.uint8)


def straightened(grey: Pixels, skew: float) -> tuple[Pixels, Matrix]:
    """Turn a page ``skew`` degrees clockwise about its centre; return it with the 2×3 matrix that turns back."""
    height, width = grey.shape
    forth = cv2.getRotationMatrix2D((width / 2, height / 2), -skew, 1.0)
    back = np.asarray(cv2.invertAffineTransform(forth), dtype=np.float64)
    if not skew:
        return grey, back
    paper = int(np.median(grey[:: max(1, height // 64), :: max(1, width // 64)]))
    straight = cv2.warpAffine(grey, forth, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper)
    return np.asarray(straight, dtype=np.uint8), back


def _mapped(seen: Seen, back: Matrix, width: int, height: int) -> Word:
    """Move a word's centre back onto the leaning page; its sides stay parallel to the page's."""
    left, top, right, bottom = seen.box
    x, y = back @ np.array([(left + right) / 2, (top + bottom) / 2, 1.0])
    half_width, half_height = (right - left) / 2, (bottom - top) / 2
    box = Box(
        _within((x - half_width) / width),
        _within((y - half_height) / height),
        _within((x + half_width) / width),
        _within((y + half_height) / height),
    )
    return Word(seen.text, round(_within(seen.confidence), 3), box, seen.line)


def _within(share: float) -> float:
    return round(min(max(float(share), 0.0), 1.0), 5)


def _show(api: tesserocr.PyTessBaseAPI, grey: Pixels, dpi: float) -> None:
    height, width = grey.shape
    api.SetImageBytes(np.ascontiguousarray(grey).tobytes(), width, height, 1, width)
    api.SetSourceResolution(round(dpi))


@lru_cache(maxsize=1)
def _api() -> tesserocr.PyTessBaseAPI:
    """Start the engine once for this process; loading its model costs as much as a light page."""
    return tesserocr.PyTessBaseAPI(
        path=str(tessdata()), lang=LANGUAGE, psm=tesserocr.PSM.AUTO, oem=tesserocr.OEM.LSTM_ONLY
    )


def tessdata() -> Path:
    """Find the folder of language models: ``TESSDATA_PREFIX``, else where Debian puts them."""
    named = os.environ.get("TESSDATA_PREFIX")
    places = [Path(named), Path(named) / "tessdata"] if named else []
    places += sorted(_SYSTEM_TESSDATA.glob("*/tessdata"), reverse=True)
    for place in places:
        if (place / f"{LANGUAGE}.traineddata").is_file():
            return place
    raise Misuse(
        "Le modèle de lecture du français est introuvable : installer le paquet tesseract-ocr-fra"
        " (ou indiquer son dossier dans TESSDATA_PREFIX)."
    )
