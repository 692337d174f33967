"""Marks too faint to be ink: what stands out of the grain of the paper once smoothed over the width of a stroke.

Print at a tenth of its ink, pale pencil, a worn stamp: a pixel of them is lost in the grain, a word is not.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.recognition.debris import Mask, clear_edges, components, is_edge_shadow, rules_of, where
from pipeline.recognition.raster import Pixels

_STROKE_MM, _AROUND_MM = 0.2, 7.0
_LEAST = 2.6  # shades, once smoothed; the blocks of a poor JPEG stay below
_NOISES = 5.0
_GROUP_MM = 1.0  # marks nearer than this make one
_ROUGHEST = 8.0  # shades: what seems a coarser grain is a page of faint print
_LEAST_WEIGHT = 6.0  # shades × mm² of a group: the blocks of a poor JPEG, two or three side by side, weigh up to 4


def faint_marks(darkness: Pixels, litter: Mask, dpi: float) -> Mask:
    """Return where faint marks lie together. ``darkness``: shades below the paper; ``litter``: where not to look."""
    mm = dpi / 25.4
    around = round(_AROUND_MM * mm) | 1
    shades = darkness.astype(np.float32)
    paper = cv2.boxFilter(darkness, cv2.CV_32F, (around, around))
    relief = np.asarray(cv2.subtract(cv2.GaussianBlur(shades, (7, 7), _STROKE_MM * mm), paper), dtype=np.float32)
    grain = float(np.median(np.abs(relief[::5, ::5]))) / 0.6745
    marks = (relief > max(_LEAST, min(_ROUGHEST, _NOISES * grain))).astype(np.uint8)
    clear_edges(marks, dpi)
    marks[litter] = 0
    if not marks.any():
        return np.zeros_like(litter)
    lines = cv2.dilate(rules_of(marks, dpi), np.ones((5, 5), np.uint8))
    return _together(np.asarray(cv2.subtract(marks, lines), dtype=np.uint8), relief, dpi)


def strengthened(darkness: Pixels, marks: Mask) -> Pixels:
    """Return the page as if its ``marks`` were of full ink, on white: what is too faint to read as received."""
    deep = float(np.percentile(darkness[marks], 90)) if marks.any() else 255.0
    return np.asarray(255 - cv2.convertScaleAbs(darkness, alpha=200.0 / max(deep, 1.0)), dtype=np.uint8)


def _together(marks: Pixels, relief: npt.NDArray[np.float32], dpi: float) -> Mask:
    """Keep the marks that lie in groups of some weight, but for the shadow of the edge."""
    mm = dpi / 25.4
    reach = round(_GROUP_MM * mm) | 1
    labels, stats = components(np.asarray(cv2.dilate(marks, np.ones((reach, reach), np.uint8)), dtype=np.uint8))
    places = np.flatnonzero(marks)
    weight = np.bincount(labels.flat[places], relief.flat[places], len(stats)) / mm**2
    kept = (weight >= _LEAST_WEIGHT) & ~is_edge_shadow(stats, marks.shape, dpi)
    return where(kept, labels) & marks.view(np.bool_)
