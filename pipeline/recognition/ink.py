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
    where,
)
from pipeline.recognition.raster import Pixels, reduced
from pipeline.recognition.traces import faint_marks

__all__ = ["AREA", "FAINT", "HEIGHT", "INK_DPI", "LEFT", "TOP", "WIDTH", "Ink", "Marks", "Mask", "ink_map", "ink_of"]

Edges = npt.NDArray[np.int64]

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
        return float(np.count_nonzero(self.mask) / self.mask.size)

    @property
    def contrast(self) -> float:
        """How far the ink stands out of the paper, 0–1; 0 when there is none."""
        if not self.mask.any():
            return 0.0
        return _percentile(self.darkness, _DARKEST, self.mask) / 255.0

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
    small, dpi = reduced(grey, scale), dpi * scale
    darkness = _darkness(small, dpi)
    threshold = max(FAINT, int(_NOISES * _noise(darkness)))
    dark = _above(cv2.GaussianBlur(darkness, (0, 0), 0.7), threshold)
    clear_edges(dark, dpi)
    rules = rules_of(dark, dpi)
    labels, stats = components(np.asarray(cv2.subtract(dark, rules), dtype=np.uint8))
    kept = ~is_debris(stats, small.shape, dpi)
    kept[0] = False
    mask = where(kept, labels) | own_rules(rules, dpi)
    worn = holes_and_folds(darkness, dpi)
    bare = np.count_nonzero(mask) < _BARE * mask.size
    if bare:  # a fold is seen in pieces that look like strokes; writing over one would stand out of it
        mask &= ~worn
    litter = _litter(darkness, mask, threshold) | worn
    faint = faint_marks(darkness, litter, dpi) if bare else np.zeros_like(mask)
    return Ink(darkness, mask, labels, stats[kept], np.flatnonzero(kept), faint, litter, dpi)


def _above(darkness: cv2.typing.MatLike, threshold: int) -> Pixels:
    return np.asarray(cv2.threshold(darkness, threshold, 1, cv2.THRESH_BINARY)[1], dtype=np.uint8)


def _litter(darkness: Pixels, mask: Mask, threshold: int) -> Mask:
    """Return where the page is dark without being written on, the halo of such marks included."""
    dark = cv2.subtract(_above(darkness, threshold), _spread(mask).view(np.uint8))
    solid = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return np.asarray(cv2.dilate(solid, np.ones((_HALO, _HALO), np.uint8)), dtype=np.uint8).view(np.bool_)


def ink_map(ink: Ink) -> tuple[float, ...]:
    """Return the mean darkness of the cells of the page, row by row, 0–1; debris counts as paper."""
    own = _spread(ink.mask)
    specks = cv2.subtract(_above(ink.darkness, FAINT), own.view(np.uint8))
    shown = np.asarray(cv2.threshold(ink.darkness, FAINT, 0, cv2.THRESH_TRUNC)[1], dtype=np.uint8)
    shown[ink.litter | _spread(specks.view(np.bool_))] = 0
    cv2.copyTo(ink.darkness, own.view(np.uint8), shown)
    cells = cell_means(shown, INK_ROWS, INK_COLUMNS) / 255.0
    above = np.clip(cells - np.median(cells[cells <= np.median(cells)]), 0.0, 1.0)
    return tuple(np.round(above.astype(np.float64), 4).ravel().tolist())


def cell_means(shades: Pixels, rows: int, columns: int) -> npt.NDArray[np.float32]:
    """Return the mean shade of each cell of a page cut in ``rows`` × ``columns``, borders at the nearest pixel."""
    down, across = (
        np.linspace(0, side, count + 1).round().astype(np.int64)
        for side, count in zip(shades.shape, (rows, columns), strict=True)
    )
    sizes = np.outer(np.diff(down), np.diff(across))
    return np.asarray(cell_sums(shades, down, across) / np.maximum(sizes, 1), dtype=np.float32)


def cell_sums(shades: Pixels, down: Edges, across: Edges) -> npt.NDArray[np.int32]:
    """Return the sum of each cell of a page cut at the rows ``down`` and the columns ``across``."""
    corners = np.asarray(cv2.integral(shades), dtype=np.int32)[np.ix_(down, across)]
    return np.asarray(np.diff(np.diff(corners, axis=0), axis=1), dtype=np.int32)


def _spread(mask: Mask) -> Mask:
    return np.asarray(cv2.dilate(mask.view(np.uint8), np.ones((5, 5), np.uint8)), dtype=np.uint8).view(np.bool_)


def _darkness(grey: Pixels, dpi: float) -> Pixels:
    """Return how far each pixel is below the paper around it, as if the paper were white."""
    height, width = grey.shape
    tiled = cv2.copyMakeBorder(grey, 0, -height % _TILE, 0, -width % _TILE, cv2.BORDER_REPLICATE)
    tiny = cv2.resize(tiled, None, fx=1 / _TILE, fy=1 / _TILE, interpolation=cv2.INTER_AREA)
    reach = _odd(_PAPER_REACH_MM / 25.4 * dpi / _TILE)
    square = np.ones((reach, reach), np.uint8)
    paper = cv2.morphologyEx(cv2.medianBlur(tiny, 3), cv2.MORPH_CLOSE, square)
    # A hole or a strip of the scanner's lid is not paper, however much lighter.
    paper = cv2.morphologyEx(paper, cv2.MORPH_OPEN, square)
    smooth = np.maximum(cv2.blur(paper, (5, 5)), 1)
    around = cv2.resize(smooth, tiled.shape[::-1], interpolation=cv2.INTER_LINEAR)[:height, :width]
    return np.asarray(cv2.bitwise_not(cv2.divide(grey, around, scale=255.0)), dtype=np.uint8)


def _noise(darkness: Pixels) -> float:
    """Return the standard deviation of the grain of the paper, in shades."""
    sample = np.ascontiguousarray(darkness[::3, ::3])
    return _percentile(np.asarray(cv2.absdiff(sample[:, 1:], sample[:, :-1]), dtype=np.uint8), 50) / 0.954


def _percentile(shades: Pixels, percent: float, mask: Mask | None = None) -> int:
    """Return the shade that ``percent`` of the pixels (of the ``mask``) do not pass."""
    counts = cv2.calcHist([shades], [0], None if mask is None else mask.view(np.uint8), [256], [0, 256])
    return int(np.searchsorted(np.cumsum(counts), percent / 100 * counts.sum()))


def _odd(value: float) -> int:
    return max(3, round(value) | 1)
