"""How crisp the strokes are, whatever the resolution and whatever is written."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.recognition.ink import Ink
from pipeline.recognition.raster import Pixels

PATCHES = 16
_PATCH_MM = 12.0
_CRISP_MM, _LOST_MM = 0.35, 0.75  # widths of an edge: nothing left to be desired, letters run together
_MIN_RANGE = 24.0  # shades; below, an edge is not told from grain


def sharpness(grey: Pixels, dpi: float, ink: Ink) -> float:
    """Return the crispness of the edges of a page, 0–1, linear in their width.

    The width of an edge is the range of shades around it over its steepest slope, so neither contrast
    nor content counts; only the densest patches are looked at. 0 when there is no edge to look at.
    """
    side = max(32, round(_PATCH_MM / 25.4 * dpi))
    widths = [width for width in (_edge_width(patch) for patch in _densest(grey, ink, side)) if width is not None]
    if not widths:
        return 0.0
    width = float(np.median(widths)) * 25.4 / dpi
    return min(1.0, max(0.0, (_LOST_MM - width) / (_LOST_MM - _CRISP_MM)))


def _densest(grey: Pixels, ink: Ink, side: int) -> list[Pixels]:
    """Cut the page in squares and return those with most ink."""
    rows, columns = (max(1, length // side) for length in grey.shape)
    density = cv2.resize(ink.mask.astype(np.float32), (columns, rows), interpolation=cv2.INTER_AREA).ravel()
    best = [int(index) for index in np.argsort(-density)[:PATCHES] if density[index] > 0]
    corners = [(index // columns * side, index % columns * side) for index in best]
    return [grey[top : top + side, left : left + side] for top, left in corners]


def _edge_width(patch: Pixels) -> float | None:
    """Return the usual width in pixels of the sharpest edges of a patch."""
    calm = cv2.GaussianBlur(patch, (0, 0), 0.6).astype(np.float32)
    slope = np.hypot(cv2.Sobel(calm, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(calm, cv2.CV_32F, 0, 1, scale=0.125))
    window = np.ones((9, 9), np.uint8)
    shades = cv2.dilate(calm, window) - cv2.erode(calm, window)
    edges = (slope >= cv2.dilate(slope, np.ones((3, 3), np.uint8))) & (shades > max(_MIN_RANGE, 0.5 * shades.max()))
    if np.count_nonzero(edges) < 8:
        return None
    return float(np.percentile(shades[edges] / np.maximum(slope[edges], 0.5), 30))
