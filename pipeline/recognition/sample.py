"""A part of a page to try before the whole: where most is written."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.recognition.ink import Ink

SHARE = 0.45  # of each side of the page: a fifth of its surface
_CELLS = 60


def fullest(ink: Ink) -> Box:
    """Return the place that bears most ink, of ``SHARE`` of each side of the page (0–1)."""
    cells = cv2.resize(ink.mask.astype(np.float32), (_CELLS, _CELLS), interpolation=cv2.INTER_AREA)
    side = round(SHARE * _CELLS)
    sums = cv2.boxFilter(cells, -1, (side, side), anchor=(0, 0), normalize=False)[: _CELLS - side, : _CELLS - side]
    top, left = (int(place) for place in np.unravel_index(int(sums.argmax()), sums.shape))
    return Box(left / _CELLS, top / _CELLS, (left + side) / _CELLS, (top + side) / _CELLS)
