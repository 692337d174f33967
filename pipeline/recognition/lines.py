"""Where writing lies on a page, whether or not it can be read: the line detector (PP-OCR, DB).

It is the second opinion on the OCR, which says nothing of the lines that it did not see.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.recognition.ink import HEIGHT, LEFT, TOP, WIDTH, Ink
from pipeline.recognition.models import model, run
from pipeline.recognition.raster import Pixels

Probabilities = npt.NDArray[np.float32]

LONG_SIDE, SOFT_SIDE = 736, 512  # pixels of the network's map: of a page, and of one too blurred to lose by it
PAGE = Box(0.0, 0.0, 1.0, 1.0)
_TILE = 32  # the network wants sides that are multiples of this
_MARGIN = 16  # pixels of the network's map: paper that it wants to see around a line
_INSIDE = 0.3
_CONVINCED = 0.3
_GROWTH = 1.6  # the network is trained to shrink what it sees
_MIN_SIDE = 3  # pixels of the network's map


def detect(upright: Pixels, around: Box = PAGE, long_side: int = LONG_SIDE) -> list[Box]:
    """Return the boxes of the lines (or pieces of lines) of writing on an upright grey page, or on a part of it.

    The network costs as much as it is shown: bare paper is better left out of ``around``. ``long_side``: of its map of
    a whole page, in pixels.
    """
    rows, columns = _size(upright, long_side)
    across, down = _tiles(around.x0, around.x1, columns), _tiles(around.y0, around.y1, rows)
    found = _found(_probabilities(_shown(upright, down, across, rows, columns)))
    return [
        Box(
            max(0.0, (left + across.start) / columns),
            max(0.0, (top + down.start) / rows),
            min(1.0, (right + across.start) / columns),
            min(1.0, (bottom + down.start) / rows),
        )
        for left, top, right, bottom in found
    ]


def on_page(upright: Pixels, ink: Ink, long_side: int = LONG_SIDE) -> list[Box]:
    """Return the lines of writing of a page: looked for around its marks, and only those that bear some."""
    around = written(ink)
    return [] if around is None else [line for line in detect(upright, around, long_side) if ink.touches(line)]


def written(ink: Ink) -> Box | None:
    """Return the smallest box around the marks of a page, in ink or fainter, ruled lines apart; None without any."""
    rows, columns = ink.mask.shape
    left, top, width, height = ink.marks[:, [LEFT, TOP, WIDTH, HEIGHT]].T
    x, y = np.concatenate([left, left + width]), np.concatenate([top, top + height])
    across, down = (np.flatnonzero(ink.faint.any(axis=axis)) for axis in (0, 1))
    x, y = np.concatenate([x, across, across + 1]), np.concatenate([y, down, down + 1])
    if not len(x):
        return None
    return Box(float(x.min() / columns), float(y.min() / rows), float(x.max() / columns), float(y.max() / rows))


def unread(lines: Sequence[Box], words: Sequence[Word], confidence: float) -> list[Box]:
    """Return the lines in which no word was read with at least ``confidence``."""
    read = [word.box.centre for word in words if word.confidence >= confidence]
    return [line for line in lines if not any(holds(line, *centre) for centre in read)]


def holds(box: Box, x: float, y: float) -> bool:
    """Say whether a point lies in a box."""
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _size(grey: Pixels, long_side: int) -> tuple[int, int]:
    """Return how many rows and columns the network's map of a whole page has: ``long_side`` at most."""
    scale = min(1.0, long_side / max(grey.shape))
    rows, columns = (max(_TILE, round(side * scale / _TILE) * _TILE) for side in grey.shape)
    return rows, columns


def _tiles(low: float, high: float, length: int) -> slice:
    """Return the whole tiles, of a side of ``length`` pixels of the map, that hold ``low`` to ``high`` (0–1 of it)."""
    first = int((low * length - _MARGIN) // _TILE)
    last = int(-(-(high * length + _MARGIN) // _TILE))
    return slice(max(0, first) * _TILE, min(length, last * _TILE))


def _shown(grey: Pixels, down: slice, across: slice, rows: int, columns: int) -> Pixels:
    """Cut a part of the map, of ``rows`` × ``columns``, out of the page and scale it to the map."""
    tall, wide = grey.shape[0] / rows, grey.shape[1] / columns
    part = grey[
        round(down.start * tall) : round(down.stop * tall), round(across.start * wide) : round(across.stop * wide)
    ]
    size = (across.stop - across.start, down.stop - down.start)
    return np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _probabilities(shown: Pixels) -> Probabilities:
    """Return the network's map of writing, 0–1."""
    batch = np.repeat((shown.astype(np.float32) / 127.5 - 1.0)[None, None], 3, axis=1)
    return np.asarray(run(model("rapidocr", "models/PP-OCRv6_det_small.onnx"), batch)[0, 0], dtype=np.float32)


def _found(seen: Probabilities) -> list[tuple[float, float, float, float]]:
    """Return the left, top, right and bottom of the lines of a map of writing, grown to their true size."""
    contours, _ = cv2.findContours((seen > _INSIDE).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    sides = []
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        if min(width, height) < _MIN_SIDE:
            continue
        if float(seen[top : top + height, left : left + width].mean()) < _CONVINCED:
            continue
        grown = _GROWTH * width * height / (2 * (width + height))
        sides.append((left - grown, top - grown, left + width + grown, top + height + grown))
    return sides
