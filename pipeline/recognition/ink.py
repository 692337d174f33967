"""What was put on the paper: dark marks, without the scanner's borders, punched holes, staples and specks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS
from pipeline.recognition.debris import (
    AREA,
    HEIGHT,
    LEFT,
    TOP,
    WIDTH,
    Marks,
    Mask,
    clear_edges,
    components,
    holes_and_folds,
    is_debris,
    own_rules,
    rules_of,
)
from pipeline.recognition.raster import Pixels
from pipeline.recognition.traces import faint_marks

__all__ = ["AREA", "FAINT", "HEIGHT", "INK_DPI", "LEFT", "TOP", "WIDTH", "Ink", "Marks", "Mask", "ink_map", "ink_of"]

INK_DPI = 150.0
FAINT = 22  # shades below the paper: light pencil and washed-out print are above it
_NOISES = 5.0
_TILE = 8  # the paper is estimated on a page this many times smaller
_PAPER_REACH_MM = 12.0
_LETTER_MM = (1.0, 14.0)
_SOLID = 0.95
_DARKEST = 97  # percentile: a pencil line over show-through is a small part of the ink
_SMALL_LETTERS = 35  # percentile of the heights of letters
_HALO = 17  # pixels
_BARE = 0.002  # share of the page under ink, above which marks fainter than ink tell nothing


@dataclass(frozen=True, slots=True)
class Ink:
    """The marks of a page. All arrays are at ``dpi``, in the position of the page given.

    ``darkness``: shades below the paper, 0–255; ``mask``: where own ink is, ruled lines included;
    ``labels``: which mark each pixel belongs to, 0 for none; ``marks``: left, top, width, height and
    area of each mark, ruled lines apart; ``names``: their labels. ``faint``: groups of marks too faint
    to be ink, looked for where there is next to no ink; ``litter``: dark, but nobody's ink.
    """

    darkness: Pixels
    mask: Mask
    labels: npt.NDArray[np.int32]
    marks: Marks
    names: npt.NDArray[np.int64]
    faint: Mask
    litter: Mask
    dpi: float

    @property
    def share(self) -> float:
        """The share of the page under ink, 0–1."""
        return float(self.mask.mean())

    @property
    def contrast(self) -> float:
        """How far the ink stands out of the paper, 0–1; 0 when there is none."""
        if not self.mask.any():
            return 0.0
        return float(np.percentile(self.darkness[self.mask], _DARKEST)) / 255.0

    def letters(self) -> npt.NDArray[np.int64]:
        """Return the indices of the marks that may be letters, or letters run together."""
        low, high = (mm / 25.4 * self.dpi for mm in _LETTER_MM)
        height, width = self.marks[:, HEIGHT], self.marks[:, WIDTH]
        solid = self.marks[:, AREA] >= _SOLID * height * width
        return np.flatnonzero((height >= low) & (height <= high) & (width >= low / 3) & ~solid)

    @property
    def x_height(self) -> float:
        """The height of small letters, in pixels at ``dpi``; 0 when there are none."""
        heights = self.marks[self.letters(), HEIGHT]
        return float(np.percentile(heights, _SMALL_LETTERS)) if len(heights) else 0.0

    def bears_nothing(self) -> bool:
        """Say whether there is not a mark, however faint."""
        return not (self.mask.any() or self.faint.any())

    def touches(self, box: Box) -> bool:
        """Say whether there is ink, or a fainter mark, in ``box`` (0–1 of the page)."""
        window = self._window(box)
        return bool(self.mask[window].any() or self.faint[window].any())

    def share_under(self, boxes: Sequence[Box]) -> float:
        """Return how much of the ink of letters lies under ``boxes`` (0–1 of the page); 1 when there is none."""
        areas = self.marks[self.letters(), AREA]
        return float(areas[self.letters_under(boxes)].sum() / areas.sum()) if len(areas) else 1.0

    def letters_under(self, boxes: Sequence[Box]) -> Mask:
        """Say of each letter whether it lies under one of ``boxes``."""
        letters = self.marks[self.letters()]
        covered = np.zeros_like(self.mask)
        for box in boxes:
            covered[self._window(box)] = True
        middle = (letters[:, TOP] + letters[:, HEIGHT] // 2, letters[:, LEFT] + letters[:, WIDTH] // 2)
        return np.asarray(covered[middle], dtype=bool)

    def _window(self, box: Box) -> tuple[slice, slice]:
        rows, columns = self.mask.shape
        down = slice(int(box.y0 * rows), int(np.ceil(box.y1 * rows)))
        return down, slice(int(box.x0 * columns), int(np.ceil(box.x1 * columns)))


def ink_of(grey: Pixels, dpi: float) -> Ink:
    """Find the marks of a grey page."""
    scale = min(1.0, INK_DPI / dpi)
    small = np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    dpi *= scale
    darkness = _darkness(small, dpi)
    threshold = max(float(FAINT), _NOISES * _noise(darkness))
    dark = (cv2.GaussianBlur(darkness, (0, 0), 0.7) > threshold).astype(np.uint8)
    clear_edges(dark, dpi)
    rules = rules_of(dark, dpi)
    labels, stats = components(np.asarray(cv2.subtract(dark, rules), dtype=np.uint8))
    kept = ~is_debris(stats, small.shape, dpi)
    kept[0] = False
    mask = kept[labels] | (own_rules(rules, dpi) > 0)
    litter = _litter(darkness, mask, threshold) | holes_and_folds(darkness, dpi)
    faint = faint_marks(darkness, litter, dpi) if mask.mean() < _BARE else np.zeros_like(mask)
    return Ink(darkness, mask, labels, stats[kept], np.flatnonzero(kept), faint, litter, dpi)


def _litter(darkness: Pixels, mask: Mask, threshold: float) -> Mask:
    """Return where the page is dark without being written on, the halo of such marks included."""
    dark = ((darkness > threshold) & ~_spread(mask)).astype(np.uint8)
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.dilate(solid, np.ones((_HALO, _HALO), np.uint8)), dtype=bool)


def ink_map(ink: Ink) -> tuple[float, ...]:
    """Return the mean darkness of the cells of the page, row by row, 0–1; debris counts as paper."""
    faint = np.minimum(ink.darkness, FAINT)
    own = _spread(ink.mask)
    debris = ink.litter | _spread(np.asarray((ink.darkness > FAINT) & ~own))
    shown = np.where(own, ink.darkness, np.where(debris, 0, faint)).astype(np.float32)
    cells = cv2.resize(shown, (INK_COLUMNS, INK_ROWS), interpolation=cv2.INTER_AREA) / 255.0
    above = np.clip(cells - np.median(cells[cells <= np.median(cells)]), 0.0, 1.0)
    return tuple(round(float(value), 4) for value in above.ravel())


def _spread(mask: Mask) -> Mask:
    return np.asarray(cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)), dtype=bool)


def _darkness(grey: Pixels, dpi: float) -> Pixels:
    """Return how far each pixel is below the paper around it, as if the paper were white."""
    height, width = grey.shape
    tiny = cv2.resize(grey, (max(1, width // _TILE), max(1, height // _TILE)), interpolation=cv2.INTER_AREA)
    reach = _odd(_PAPER_REACH_MM / 25.4 * dpi / _TILE)
    paper = cv2.morphologyEx(cv2.medianBlur(tiny, 3), cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.resize(cv2.blur(paper, (5, 5)), (width, height), interpolation=cv2.INTER_LINEAR)
    lightness = cv2.divide(grey, np.maximum(paper, 1), scale=255.0)
    return np.asarray(255 - lightness, dtype=np.uint8)


def _noise(darkness: Pixels) -> float:
    """Return the standard deviation of the grain of the paper, in shades."""
    sample = darkness[::3, ::3].astype(np.float32)
    grain = np.abs(sample[:, 1:] - sample[:, :-1])
    return float(np.median(grain)) / 0.954


def _odd(value: float) -> int:
    return max(3, round(value) | 1)
