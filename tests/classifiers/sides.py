"""Sides of paper in little, for the tests of blank pages: cells of 1.5 mm instead of pixels."""

from __future__ import annotations

import base64
import zlib

import cv2
import numpy as np

from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, SHADE_LITTER, SHADE_STEPS, Look, Reading, TextSource

SHAPE = (198, 140)


def paper():
    """Return the darkness of a side that bears nothing, shades by cell."""
    return np.zeros(SHAPE, np.float32)


def print_(seed=1, lines=range(20, 170, 4), darkness=60.0):
    """Return lines of words of uneven length."""
    chance, side = np.random.default_rng(seed), paper()
    for row in lines:
        column = 14
        while column < 110 + chance.integers(0, 15):
            length = int(chance.integers(2, 8))
            side[row : row + 2, column : column + length] = darkness * chance.uniform(0.6, 1.0, (2, length))
            column += length + 1
    return side


def seen_from_behind(front, gain, degrees=0.0, cells=(0.0, 0.0)):
    """Return ``front`` as it shows through, laid askew."""
    turn = cv2.getRotationMatrix2D((SHAPE[1] / 2, SHAPE[0] / 2), degrees, 1.0)
    turn[:, 2] += cells
    return cv2.warpAffine(np.ascontiguousarray(front[:, ::-1]), turn, SHAPE[::-1]) * gain


def packed(shades, litter=None):
    levels = np.round(SHADE_STEPS * np.sqrt(np.clip(shades, 0, 255))).astype(np.uint8)
    if litter is not None:
        levels[litter] |= SHADE_LITTER
    size = np.array(shades.shape, "<u2").tobytes()
    return base64.b64encode(zlib.compress(size + levels.tobytes())).decode()


def look(shades=None, ink=0.0, faint=0.0, text_lines=0, litter=None):
    """Return the measures of a side; its ink map follows from its shades."""
    shades = paper() if shades is None else shades
    cells = cv2.resize(shades, (INK_COLUMNS, INK_ROWS), interpolation=cv2.INTER_AREA) / 255.0
    ink_map = tuple(cells.ravel().tolist())
    kept, contrast = packed(shades, litter), float(shades[~litter].max() if litter is not None else shades.max()) / 255
    return Look(ink, ink_map, contrast, 0.9, text_lines, text_lines, None, coloured=False, faint=faint, shade=kept)


def side(shades=None, words=(), codes=(), unread=(), **measures):
    return Reading(1654, 2339, 200, 0, 0.0, codes, unread, words, TextSource.OCR, look(shades, **measures), None)
