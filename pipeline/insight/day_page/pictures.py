"""A page as it is shown: upright, small enough for hundreds to stand in one file."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.insight.jpeg import data_uri
from pipeline.recognition.raster import Pixels, raster

THUMB, THUMB_QUALITY = (176, 264), 60  # shown at two thirds of that, for fine screens
VIEW, VIEW_QUALITY = (1000, 1000), 45


@dataclass(frozen=True, slots=True)
class Picture:
    """Two JPEG images of a page, as data URIs. ``width`` × ``height``: pixels of ``view``."""

    thumb: str
    view: str
    width: int
    height: int


def picture_of(content: bytes, kind: str, dpi: float | None, clockwise: int) -> Picture:
    """Show a stored page turned ``clockwise`` degrees (a multiple of 90).

    Raises InputFault when it cannot be decoded.
    """
    pixels = raster(content, kind, dpi).pixels
    view = _fitted(np.rot90(pixels, -(clockwise // 90)), VIEW)
    height, width = view.shape[:2]
    return Picture(data_uri(_fitted(view, THUMB), THUMB_QUALITY), data_uri(view, VIEW_QUALITY), width, height)


def _fitted(pixels: Pixels, box: tuple[int, int]) -> Pixels:
    """Reduce an image, never enlarging it, so that it holds in ``box`` (width, height)."""
    height, width = pixels.shape[:2]
    scale = min(1.0, box[0] / width, box[1] / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(np.ascontiguousarray(pixels), size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
