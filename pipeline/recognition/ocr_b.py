"""Characters of OCR-B, the type of machine-readable zones, read on an even grid by correlation with their shapes.

``ocr_b.png`` holds the shapes: a cell for each character of ``ALPHABET`` (``python -m training.mrz`` draws it). The
type was designed to be read so, and a zone is evenly spaced, so nothing has to be cut out first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.mrz_layouts import ALPHABET
from pipeline.recognition.mrz_bands import SHORTFALL, Line
from pipeline.recognition.raster import Pixels

Values = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

PITCH, TALL = 20, 28  # pixels of a cell
_SIDE, _ABOVE = 2, 10  # cells before and after a line, and pixels over and under it, in its strip
_SOFTNESS = (1.4, 0.8, 2.1)  # pixels: the usual one first, crisp print, a soft scan
_STEPS = (0.96 * PITCH, 1.04 * PITCH, 33)
_FAINT = 0.3  # of the contrast of the line: a cell with less holds nothing
_FIRM = 0.6  # correlation from which a cell helps to lay the grid


@dataclass(frozen=True, slots=True)
class Shapes:
    """Characters as they look. ``size``: height, width in pixels; ``rows``: one a character, of mean 0, of length 1."""

    size: tuple[int, int]
    rows: Values


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells of a line begin in its strip: cell ``i`` at ``x + i * step``, ``y + i * lean`` pixels."""

    x: float
    y: float
    step: float
    lean: float


@dataclass(frozen=True, slots=True)
class Laid:
    """The straightened ink of a line under its grid; ``likeness``: how much its cells look like characters."""

    strip: Values
    cells: int
    grid: _Grid
    likeness: float


def lay(grey: Pixels, line: Line) -> Laid:
    """Lay a grid over a line, read from its start."""
    strip, cells = _strip(grey, line), line.characters
    x, step = _comb(strip, cells)
    near = [_Grid(x + dx, y, step, 0.0) for dx in (-4, -2, 0, 2, 4) for y in range(0, 2 * _ABOVE + 1, 2)]
    grid = _likeliest(strip, near, cells)
    for across, down in ((3, 2), (2, 1)):
        grid = _mended(strip, grid, cells, across, down)
    return _begun(strip, grid, cells)


def read(laid: Laid) -> Values:
    """Return how much each cell of a line looks like each character: cells × ``ALPHABET``, correlations up to 1."""
    xs, ys = _around(laid.grid, laid.cells, 1, 1)
    looks = np.stack([_looks(laid.strip, xs, ys, shapes) for shapes in _shapes(1)])
    return np.asarray(looks.max(axis=(0, 2)), np.float32)


def _strip(grey: Pixels, line: Line) -> Values:
    """Return the ink of a line, straight, ``PITCH`` pixels a character: ``TALL`` + margins high, dark is positive."""
    along = (line.end - line.start) / np.linalg.norm(line.end - line.start)
    down = np.array([-along[1], along[0]])
    unit = line.pitch / PITCH
    size = ((line.characters + 2 * _SIDE) * PITCH, TALL + 2 * _ABOVE)
    before = (_SIDE + SHORTFALL / 2) * PITCH
    corner = line.start - along * before * unit - down * size[1] / 2 * unit
    lay = np.column_stack([along * unit, down * unit, corner]).astype(np.float32)
    kind = cv2.INTER_CUBIC if unit < 1 else cv2.INTER_LINEAR
    strip = cv2.warpAffine(grey, lay, size, flags=kind | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)
    return 255.0 - strip.astype(np.float32)


def _likeliest(strip: Values, grids: Sequence[_Grid], cells: int) -> _Grid:
    """Return the grid whose cells look most like characters, at half the resolution."""
    half = np.asarray(cv2.resize(strip, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.float32)
    count = np.arange(cells)
    xs = np.rint(np.array([grid.x + count * grid.step for grid in grids]) / 2).astype(int)
    ys = np.rint(np.array([grid.y + count * grid.lean for grid in grids]) / 2).astype(int)
    likeness = _looks(half, xs, ys, _shapes(2)[0]).max(axis=2).mean(axis=1)
    return grids[int(likeness.argmax())]


def _comb(strip: Values, cells: int) -> tuple[float, float]:
    """Return where the cells begin and how wide they are: there is no ink between characters, nor around them."""
    ink = strip[_ABOVE:-_ABOVE].mean(axis=0)
    ink = cv2.GaussianBlur(np.clip(ink - np.percentile(ink, 10), 0, None)[None], (0, 0), 2.0)[0]
    total = np.concatenate([[0.0], np.cumsum(ink)])
    steps, starts = np.linspace(*_STEPS)[:, None], np.arange(2 * _SIDE * PITCH)[None, :]
    last = len(ink) - 1
    between = sum(ink[np.clip(np.rint(starts + steps * cell).astype(int), 0, last)] for cell in range(cells + 1))
    inside = total[np.clip(np.rint(starts + steps * cells).astype(int), 0, last + 1)] - total[starts]
    row, column = np.unravel_index(int((inside - PITCH * between).argmax()), between.shape)
    return float(starts[0, column]), float(steps[row, 0])


def _mended(strip: Values, grid: _Grid, cells: int, across: int, down: int) -> _Grid:
    """Lay the grid again, through where its clearest cells are seen best within so many pixels."""
    xs, ys = _around(grid, cells, across, down)
    looks = _looks(strip, xs, ys, _shapes(1)[0]).max(axis=2)
    firm, best = np.flatnonzero(looks.max(axis=1) >= _FIRM), looks.argmax(axis=1)
    if len(firm) < cells // 3:
        return grid
    step, x = np.polyfit(firm, xs[firm, best[firm]], 1)
    lean, y = np.polyfit(firm, ys[firm, best[firm]], 1)
    return _Grid(float(x), float(y), float(step), float(lean))


def _begun(strip: Values, grid: _Grid, cells: int) -> Laid:
    """Begin at the first character: what was taken for the end of the line may be a bit of the card's edge."""
    ahead = _Grid(grid.x - grid.step, grid.y - grid.lean, grid.step, grid.lean)
    looks = _looks(strip, *_around(ahead, cells + 2, 1, 1), _shapes(1)[0]).max(axis=(1, 2))
    likeness = np.array([looks[first : first + cells].mean() for first in range(3)])
    first = int(likeness.argmax())
    begun = _Grid(ahead.x + first * grid.step, ahead.y + first * grid.lean, grid.step, grid.lean)
    return Laid(strip, cells, begun, float(likeness.max()))


def _around(grid: _Grid, cells: int, across: int, down: int) -> tuple[Places, Places]:
    """Return the corners of each cell, shifted by up to ``across`` and ``down`` pixels: cells × shifts."""
    dx, dy = np.meshgrid(np.arange(-across, across + 1), np.arange(-down, down + 1))
    count = np.arange(cells)[:, None]
    xs = np.rint(grid.x + count * grid.step).astype(int) + dx.ravel()
    ys = np.rint(grid.y + count * grid.lean).astype(int) + dy.ravel()
    return xs, ys


def _looks(strip: Values, xs: Places, ys: Places, shapes: Shapes) -> Values:
    """Correlate the windows of a strip at ``xs``, ``ys`` with each shape: their dimensions × characters."""
    tall, wide = shapes.size
    xs, ys = np.clip(xs, 0, strip.shape[1] - wide), np.clip(ys, 0, strip.shape[0] - tall)
    windows = np.lib.stride_tricks.sliding_window_view(strip, (tall, wide))[ys.ravel(), xs.ravel()]
    contrast = _contrast(strip, tall, wide)[ys, xs]
    contrast = np.maximum(contrast, max(_FAINT * float(np.percentile(contrast, 90)), np.sqrt(tall * wide)))
    looks = (windows.reshape(xs.size, -1) @ shapes.rows.T).reshape(*xs.shape, -1)
    return np.asarray(looks / contrast[..., None], np.float32)


def _contrast(strip: Values, tall: int, wide: int) -> Values:
    """Return how far each window of a strip is from even, as a length; each stands at its top left corner."""
    mean, square = (
        cv2.boxFilter(values, cv2.CV_64F, (wide, tall), anchor=(0, 0)) for values in (strip, np.square(strip))
    )
    return np.asarray(np.sqrt(np.maximum(square - np.square(mean), 0.0) * tall * wide), np.float32)


@lru_cache(maxsize=2)
def _shapes(reduction: int) -> tuple[Shapes, ...]:
    """Return the shapes of the characters at a fraction of the resolution, for each softness."""
    content = np.frombuffer((resources.files("pipeline.recognition") / "ocr_b.png").read_bytes(), np.uint8)
    atlas = 255.0 - np.asarray(cv2.imdecode(content, cv2.IMREAD_GRAYSCALE), np.float32)
    cells, fine = np.split(atlas, len(ALPHABET), axis=1), atlas.shape[0] // TALL
    return tuple(_softened(cells, soft * fine, (TALL // reduction, PITCH // reduction)) for soft in _SOFTNESS)


def _softened(cells: Sequence[Values], softness: float, size: tuple[int, int]) -> Shapes:
    soft = [cv2.GaussianBlur(cell, (0, 0), softness) for cell in cells]
    rows = np.stack([cv2.resize(cell, size[::-1], interpolation=cv2.INTER_AREA).ravel() for cell in soft])
    rows = rows - rows.mean(axis=1, keepdims=True)
    return Shapes(size, np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32))
