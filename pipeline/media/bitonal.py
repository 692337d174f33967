"""Print in black on white: the threshold follows the paper around, and says what it would lose."""

from __future__ import annotations

from typing import TypeVar

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.media.decoded import Decoded, Pixels

Values = TypeVar("Values", Pixels, npt.NDArray[np.float32])

_SENSITIVITY, _DEVIATION = 0.2, 128.0  # k and R of Sauvola and Pietikäinen, 2000
_AROUND_INCHES = 0.15  # the window: a line and a half of print
_STEP = 4  # mean and deviation of the window vary slowly: they are computed on a page so many times smaller
_FAINT = 8  # shades below the paper, on average within reach
_FLAT = 16  # shades between neighbours: edges of print have more
_INK = 60  # darker is ink
_BELOW_PAPER = 25  # shades; lighter is the grain of the paper
_RIM_INCHES = 0.25  # shadows of the scanner
_REACH = 5  # pixels of the small page: a stroke and its edges
_LOST_SHARE = 0.0005  # of the page: a small stamp


def black_and_white(page: Decoded) -> Pixels:
    """Return the ``grey`` page with every pixel 0 or 255."""
    grey = page.pixels
    height, width = grey.shape
    window = round(_AROUND_INCHES * page.dpi / _STEP) | 1
    mean, squares = (cv2.blur(values, (window, window)) for values in _moments(grey))
    deviation = np.sqrt(np.maximum(squares - mean * mean, 0.0))
    threshold = mean * (1.0 - _SENSITIVITY + _SENSITIVITY / _DEVIATION * deviation)
    levels = cv2.resize(threshold.astype(np.uint8), (width, height), interpolation=cv2.INTER_LINEAR)
    return _despeckled(np.asarray(cv2.compare(grey, levels, cv2.CMP_GT), dtype=np.uint8))


def loses_greys(page: Decoded, black: Pixels) -> bool:
    """Say whether ``page`` bears what black and white would not show: a faint stamp, pencil, a photo, a tint."""
    return max(_lost_share(page, black), _flat_share(page)) > _LOST_SHARE


def _moments(grey: Pixels) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return the means of blocks of pixels, and of their squares: of one pixel in four, which is enough."""
    sample = grey[::2, ::2].astype(np.float32)
    return _averaged(sample, _STEP // 2), _averaged(sample * sample, _STEP // 2)


def _averaged(values: Values, step: int) -> Values:
    """Return the means of whole blocks of ``step`` × ``step``: by whole factors OpenCV is ten times faster."""
    height, width = (max(1, side // step) for side in values.shape)
    whole = values[: height * step, : width * step]
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), dtype=values.dtype)


def _despeckled(black: Pixels) -> Pixels:
    """Whiten the black pixels that touch no other."""
    around = cv2.boxFilter((black == 0).astype(np.uint8), -1, (3, 3), normalize=False)
    return np.asarray(np.where(np.asarray(around) == 1, 255, black), dtype=np.uint8)


def _lost_share(page: Decoded, black: Pixels) -> float:
    """Return the share of the page that is darker than paper, and has not half as much black as it has dark."""
    small, white = _averaged(page.pixels, _STEP), _averaged(black, _STEP)
    shades = np.maximum(np.median(small) - small.astype(np.float32), 0.0)
    shown = 255.0 - white.astype(np.float32)
    dark, covered = (cv2.blur(values, (_REACH, _REACH)) for values in (shades, shown))
    return _share_inside((dark > _FAINT) & (2 * covered < dark), page.dpi / _STEP)


def _flat_share(page: Decoded) -> float:
    """Return the share of the page under an even shade between ink and paper."""
    half = cv2.resize(page.pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    slopes = cv2.morphologyEx(half, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    between = cv2.inRange(half, _INK, int(np.median(half[::4, ::4])) - _BELOW_PAPER)
    return _share_inside((slopes < _FLAT) & (between > 0), page.dpi / 2)


def _share_inside(mask: npt.NDArray[np.bool_], dpi: float) -> float:
    """Return how much of a page is under ``mask``, its rim apart: that is where scanners leave shadows."""
    rim = round(_RIM_INCHES * dpi)
    inside = mask[rim:-rim, rim:-rim]
    return float(inside.sum() / mask.size)
