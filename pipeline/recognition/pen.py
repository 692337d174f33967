"""How the pen went: how thick its strokes are and where they point. Types stand and lie; a hand leans."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.recognition.ink import Ink
from pipeline.recognition.raster import Pixels

_DIRECTIONS = 16
_STRAIGHT = 0.13  # radians: a stroke so near the vertical or the horizontal stands or lies
_NOWHERE = 1e-6
_AROUND = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, slots=True)
class Trace:
    """What the strokes of one line show.

    ``pen``: logarithm of their thickness over the height of letters; ``pressure``: spread of thickness, in mean
    thicknesses. Shares and angles weigh each edge by its contrast: ``upright`` and ``level``: share of edges that
    stand and lie, 0–1; ``slant``: mean angle of the standing half off the vertical, radians; ``bends``: spread of
    that angle; ``turns``: entropy of directions, nats.
    """

    pen: float
    pressure: float
    slant: float
    bends: float
    turns: float
    upright: float
    level: float


def trace(ink: Ink, line: Box, size: float) -> Trace:
    """Follow the strokes of ``line`` (0–1 of the page), whose letters are ``size`` pixels of ``ink`` high."""
    rows, columns = ink.mask.shape
    window = np.s_[
        int(line.y0 * rows) : math.ceil(line.y1 * rows), int(line.x0 * columns) : math.ceil(line.x1 * columns)
    ]
    own = (ink.labels[window] > 0).astype(np.uint8)
    pen, pressure = _thickness(own)
    return Trace(math.log(pen / size), pressure, *_directions(ink.darkness[window], own))


def _thickness(own: Pixels) -> tuple[float, float]:
    """Return the mean thickness of strokes along their middle, in pixels, and its spread over the mean."""
    if own.all():  # no paper to measure from: the distance would be infinite
        return float(min(own.shape)), 0.0
    depth = cv2.distanceTransform(own, cv2.DIST_L2, 3)
    middle = depth[(depth >= cv2.dilate(depth, _AROUND)) & (depth > 0)]
    if not len(middle):
        return 1.0, 0.0
    return 2 * float(middle.mean()), float(middle.std() / middle.mean())


def _directions(darkness: Pixels, own: Pixels) -> tuple[float, float, float, float, float]:
    """Return slant, bends, turns, upright, level."""
    near = cv2.dilate(own, _AROUND) > 0
    soft = cv2.GaussianBlur(darkness, (0, 0), 0.8)
    across, down = (cv2.Sobel(soft, cv2.CV_32F, dx, 1 - dx, ksize=3)[near] for dx in (1, 0))
    weight = np.hypot(across, down)
    weight /= max(float(weight.sum()), _NOWHERE)
    # 0 for an edge that stands, ± a quarter turn for one that lies
    angle = np.mod(np.arctan2(down, across) + np.pi / 2, np.pi) - np.pi / 2
    off = np.abs(angle)
    stands = np.where(off < np.pi / 4, weight, 0.0)
    half = max(float(stands.sum()), _NOWHERE)
    slant = float(stands @ angle) / half
    bends = math.sqrt(float(stands @ (angle - slant) ** 2) / half)
    sector = ((angle / np.pi + 0.5) * _DIRECTIONS).astype(np.intp).clip(0, _DIRECTIONS - 1)
    share = np.bincount(sector, weight, _DIRECTIONS)
    turns = -float(share @ np.log(share + _NOWHERE))
    upright, level = float(weight[off < _STRAIGHT].sum()), float(weight[off > np.pi / 2 - _STRAIGHT].sum())
    return abs(slant), bends, turns, upright, level
