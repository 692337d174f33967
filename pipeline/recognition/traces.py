"""Marks too faint to be ink: what stands out of the grain of the paper once smoothed over the width of a stroke.

Print at a tenth of its ink, pale pencil, a worn stamp: a pixel of them is lost in the grain, a word is not.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.recognition.debris import Mask, clear_edges, components, is_edge_shadow, rules_of, where
from pipeline.recognition.raster import Pixels

Heights = npt.NDArray[np.float32]

_STROKE_MM, _AROUND_MM = 0.2, 7.0
_LEAST = 2.6  # shades, once smoothed; the blocks of a poor JPEG stay below
_NOISES = 5.0
_GROUP_MM = 1.0  # marks nearer than this make one
_ROUGHEST = 8.0  # shades: what seems a coarser grain is a page of faint print
_LEAST_WEIGHT = 6.0  # shades × mm² of a group: the blocks of a poor JPEG, two or three side by side, weigh up to 4


def faint_marks(darkness: Pixels, litter: Mask, dpi: float) -> Mask:
    """Return where faint marks lie together. ``darkness``: shades below the paper; ``litter``: where not to look."""
    marks, heights = _standing_out(darkness, litter, dpi)
    return _together(marks, heights, dpi) if len(heights) else np.zeros_like(litter)


def strengthened(darkness: Pixels, marks: Mask) -> Pixels:
    """Return the page as if its ``marks`` were of full ink, on white: what is too faint to read as received."""
    deep = float(np.percentile(darkness[marks], 90)) if marks.any() else 255.0
    return np.asarray(255 - cv2.convertScaleAbs(darkness, alpha=200.0 / max(deep, 1.0)), dtype=np.uint8)


def _standing_out(darkness: Pixels, litter: Mask, dpi: float) -> tuple[Pixels, Heights]:
    """Return the marks, 0 or 1, and how far each of their pixels, row by row, is below the paper, in shades."""
    relief = _relief(darkness, dpi)
    grain = float(np.median(np.abs(relief[::5, ::5]))) / 0.6745
    marks = (relief > max(_LEAST, min(_ROUGHEST, _NOISES * grain))).view(np.uint8)
    clear_edges(marks, dpi)
    marks[litter] = 0
    if marks.any():
        cv2.subtract(marks, cv2.dilate(rules_of(marks, dpi), np.ones((5, 5), np.uint8)), dst=marks)
    return marks, relief[marks.view(np.bool_)]


def _relief(darkness: Pixels, dpi: float) -> Heights:
    """Return the page smoothed over the width of a stroke, less the paper around, in place: floats take much room."""
    mm = dpi / 25.4
    around = round(_AROUND_MM * mm) | 1
    relief = darkness.astype(np.float32)
    cv2.GaussianBlur(relief, (7, 7), _STROKE_MM * mm, dst=relief)
    return np.asarray(cv2.subtract(relief, cv2.boxFilter(darkness, cv2.CV_32F, (around, around)), dst=relief))


def _together(marks: Pixels, heights: Heights, dpi: float) -> Mask:
    """Keep the marks that lie in groups of some weight, but for the shadow of the edge."""
    mm = dpi / 25.4
    reach = round(_GROUP_MM * mm) | 1
    labels, stats = components(np.asarray(cv2.dilate(marks, np.ones((reach, reach), np.uint8)), dtype=np.uint8))
    weight = np.bincount(labels[marks.view(np.bool_)], heights, len(stats)) / mm**2
    kept = (weight >= _LEAST_WEIGHT) & ~is_edge_shadow(stats, marks.shape, dpi)
    return where(kept, labels) & marks.view(np.bool_)
