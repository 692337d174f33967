"""How crisp the strokes are, whatever the resolution and whatever is written."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.recognition.ink import Ink, cell_sums
from pipeline.recognition.raster import Pixels

Shares = npt.NDArray[np.float64]

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
    down, across = (np.arange(max(1, length // side) + 1) * side for length in grey.shape)
    density = _density(ink, down / grey.shape[0], across / grey.shape[1])
    best = [int(index) for index in np.argsort(-density.ravel())[:PATCHES] if density.flat[index] > 0]
    corners = [(index // density.shape[1] * side, index % density.shape[1] * side) for index in best]
    return [grey[top : top + side, left : left + side] for top, left in corners]


def _density(ink: Ink, down: Shares, across: Shares) -> npt.NDArray[np.int32]:
    """Return how much ink lies in each cell of a page cut at ``down`` and ``across`` (0–1 of it)."""
    rows, columns = ink.mask.shape
    edges = [(cuts.clip(0, 1) * side).astype(np.int64) for cuts, side in ((down, rows), (across, columns))]
    return cell_sums(ink.mask.view(np.uint8), *edges)


def _edge_width(patch: Pixels) -> float | None:
    """Return the usual width in pixels of the sharpest edges of a patch."""
    calm = cv2.GaussianBlur(patch, (0, 0), 0.6).astype(np.float32)
    across, down = (cv2.Sobel(calm, cv2.CV_32F, dx, 1 - dx, scale=0.125) for dx in (1, 0))
    slope = np.sqrt(across * across + down * down)  # cv2.magnitude answers by where in memory its arrays lie
    window = np.ones((9, 9), np.uint8)
    shades = cv2.dilate(calm, window) - cv2.erode(calm, window)
    edges = (slope >= cv2.dilate(slope, np.ones((3, 3), np.uint8))) & (shades > max(_MIN_RANGE, 0.5 * shades.max()))
    if np.count_nonzero(edges) < 8:
        return None
    return float(np.percentile(shades[edges] / np.maximum(slope[edges], 0.5), 30))
