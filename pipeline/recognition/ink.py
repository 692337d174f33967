"""What was put on the paper: dark marks, without the scanner's borders, punched holes, staples and specks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS
from pipeline.recognition.raster import Pixels

Mask = npt.NDArray[np.bool_]
Marks = npt.NDArray[np.int32]

INK_DPI = 150.0
FAINT = 22  # shades below the paper: light pencil and washed-out print are above it
_NOISES = 5.0
_TILE = 8  # the paper is estimated on a page this many times smaller
_PAPER_REACH_MM = 12.0
_EDGE_MM, _EDGE_DEPTH_MM, _SHADOW_MM = 3.0, 15.0, 8.0
_SPECK_MM = 1.0
_HOLE_MM, _HOLE_MARGIN_MM = (4.0, 9.0), 22.0
_STAPLE_MM, _STAPLE_THICK_MM, _CORNER_MM = (6.0, 16.0), 1.6, 25.0
_LETTER_MM = (1.0, 14.0)
_SOLID = 0.95
_DARKEST = 97  # percentile: a pencil line over show-through is a small part of the ink
_RULE_MM, _STREAK_MM = 14.0, 0.8
LEFT, TOP, WIDTH, HEIGHT, AREA = range(5)  # columns of marks, in pixels at INK_DPI


@dataclass(frozen=True, slots=True)
class Ink:
    """The marks of a page. All arrays are at ``dpi``, in the position of the page given.

    ``darkness``: shades below the paper, 0–255; ``mask``: where own ink is, ruled lines included;
    ``labels``: which mark each pixel belongs to, 0 for none; ``marks``: left, top, width, height and
    area of each mark, ruled lines apart; ``names``: their labels.
    """

    darkness: Pixels
    mask: Mask
    labels: npt.NDArray[np.int32]
    marks: Marks
    names: npt.NDArray[np.int64]
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

    def touches(self, box: Box) -> bool:
        """Say whether there is ink in ``box`` (0–1 of the page)."""
        return bool(self.mask[self._window(box)].any())

    def share_under(self, boxes: Sequence[Box]) -> float:
        """Return how much of the ink of letters lies under ``boxes`` (0–1 of the page); 1 when there is none."""
        letters = self.marks[self.letters()]
        if not len(letters):
            return 1.0
        covered = np.zeros_like(self.mask)
        for box in boxes:
            covered[self._window(box)] = True
        middle = (letters[:, TOP] + letters[:, HEIGHT] // 2, letters[:, LEFT] + letters[:, WIDTH] // 2)
        return float(letters[covered[middle], AREA].sum() / letters[:, AREA].sum())

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
    _clear_edges(dark, dpi)
    rules = _rules(dark, dpi)
    labels, stats = _components(np.asarray(cv2.subtract(dark, rules), dtype=np.uint8))
    kept = ~_is_debris(stats, small.shape, dpi)
    kept[0] = False
    mask = kept[labels] | (_own_rules(rules, dpi) > 0)
    return Ink(darkness, mask, labels, stats[kept], np.flatnonzero(kept), dpi)


def _components(dark: Pixels) -> tuple[npt.NDArray[np.int32], Marks]:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    return np.asarray(labels, dtype=np.int32), np.asarray(stats, dtype=np.int32)


def _rules(dark: Pixels, dpi: float) -> Pixels:
    """Return the long straight lines, across or down: forms, tables, ruled paper, streaks of the scanner."""
    length = round(_RULE_MM / 25.4 * dpi)
    across = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    return np.asarray(cv2.bitwise_or(across, down), dtype=np.uint8)


def _own_rules(rules: Pixels, dpi: float) -> Pixels:
    """Drop the lines that the scanner drew: along an edge, or through the whole page and next to nothing wide."""
    labels, stats = _components(rules)
    shape = np.array([rules.shape[1], rules.shape[0]])
    size = stats[:, [WIDTH, HEIGHT]]
    streak = ((size >= 0.95 * shape).any(axis=1)) & (size.min(axis=1) <= _STREAK_MM / 25.4 * dpi)
    kept = ~(_is_debris(stats, rules.shape, dpi) | streak)
    kept[0] = False
    return np.asarray(kept[labels], dtype=np.uint8)


def ink_map(ink: Ink) -> tuple[float, ...]:
    """Return the mean darkness of the cells of the page, row by row, 0–1; debris counts as paper."""
    faint = np.minimum(ink.darkness, FAINT)
    debris = _spread(np.asarray((ink.darkness > FAINT) & ~_spread(ink.mask)))
    shown = np.where(_spread(ink.mask), ink.darkness, np.where(debris, 0, faint)).astype(np.float32)
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


def _clear_edges(dark: Pixels, dpi: float) -> None:
    """Whiten the rim of the page, deeper where the scanner left a dark band."""
    least, most = (max(1, round(mm / 25.4 * dpi)) for mm in (_EDGE_MM, _EDGE_DEPTH_MM))
    for _ in range(4):
        full = dark.mean(axis=1)[:most] > 0.5
        band = int(np.flatnonzero(full).max()) + 1 if full.any() else 0
        dark[: max(least, band)] = 0
        dark = np.rot90(dark)


def _is_debris(stats: Marks, shape: tuple[int, ...], dpi: float) -> Mask:
    """Say which marks are specks, shadows of the edge, punched holes or staples."""
    mm = 25.4 / dpi
    left, top = stats[:, LEFT] * mm, stats[:, TOP] * mm
    width, height = stats[:, WIDTH] * mm, stats[:, HEIGHT] * mm
    right, bottom = shape[1] * mm - left - width, shape[0] * mm - top - height
    longest, shortest = np.maximum(width, height), np.minimum(width, height)
    speck = longest < _SPECK_MM
    across, down = np.minimum(left + width, right + width), np.minimum(top + height, bottom + height)
    touching = np.minimum(np.minimum(left, right), np.minimum(top, bottom)) < _EDGE_MM + 1.0
    shadow = touching & ((across < _SHADOW_MM) | (down < _SHADOW_MM))
    round_ = (shortest > 0.8 * longest) & (stats[:, AREA] * mm * mm > 0.6 * width * height)
    hole = round_ & (longest > _HOLE_MM[0]) & (longest < _HOLE_MM[1]) & (np.minimum(across, down) < _HOLE_MARGIN_MM)
    thin = stats[:, AREA] * mm * mm < _STAPLE_THICK_MM * longest
    long_and_thin = (longest > _STAPLE_MM[0]) & (longest < _STAPLE_MM[1]) & thin
    staple = long_and_thin & (across < _CORNER_MM) & (down < _CORNER_MM)
    return np.asarray(speck | shadow | hole | staple, dtype=bool)


def _odd(value: float) -> int:
    return max(3, round(value) | 1)
