"""Wear: what befalls a printed sheet, and its codes above all, between the printer and the scanner.

Paper is height × width shades of grey; a place is (left, top, right, bottom) in its pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Place = tuple[int, int, int, int]
Mark = Callable[[Pixels, Place, float, Random], None]
MM = 1 / 25.4
PAPER = (232, 246)
GENERATIONS = (0, 0, 1, 1, 2, 3)
MARKS_ON_A_CODE = (1, 1, 2)


def office_wear(paper: Pixels, places: Sequence[Place], dpi: float, rng: Random) -> Pixels:
    """Return the sheet as a guichet sends it: one or two marks on each code, and a copy of a copy as often as not."""
    worn = paper.copy()
    for place in places:
        for mark in rng.sample(OFFICE_MARKS, rng.choice(MARKS_ON_A_CODE)):
            mark(worn, place, dpi, rng)
    for _ in range(rng.choice(GENERATIONS)):
        worn = photocopied(worn, dpi, rng)
    return worn


def ruined(paper: Pixels, places: Sequence[Place], dpi: float, rng: Random, ruin: str) -> Pixels:
    """Return the sheet with each code made unreadable, as ``RUINS`` names it."""
    worn = paper.copy()
    for place in places:
        RUINS[ruin](worn, place, dpi, rng)
    return worn


def photocopied(paper: Pixels, dpi: float, rng: Random) -> Pixels:
    """Return a photocopy: softened, its tones driven apart, strokes thickened or thinned, a little dirt, askew."""
    height, width = paper.shape
    size = rng.uniform(0.985, 1.01)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-0.6, 0.6), size)
    laid = cv2.warpAffine(paper, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=(250.0,))
    soft = cv2.GaussianBlur(laid, (0, 0), dpi * rng.uniform(0.002, 0.0045)).astype(np.float32)
    middle, steep = rng.uniform(115, 170), rng.uniform(14, 30)
    tones = 252 - 226 / (1 + np.exp((soft - middle) / steep))
    copy = _shades(tones)
    _speck(copy, dpi, rng)
    return copy


def _speck(paper: Pixels, dpi: float, rng: Random) -> None:
    height, width = paper.shape
    for _ in range(rng.randint(20, 120)):
        spot = (rng.randrange(width), rng.randrange(height))
        cv2.circle(paper, spot, max(1, round(dpi * MM * rng.uniform(0.05, 0.2))), (rng.randint(20, 120),), -1)


def _staple(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    (x, y), mm = _within(place, rng), dpi * MM
    angle, reach = rng.uniform(0, math.pi), 6.0 * mm
    ends = [(round(x + side * reach * math.cos(angle)), round(y + side * reach * math.sin(angle))) for side in (-1, 1)]
    drop = round(0.5 * mm)
    shadow = [(across, down + drop) for across, down in ends]
    cv2.line(paper, shadow[0], shadow[1], (165,), max(2, round(0.7 * mm)), cv2.LINE_AA)
    cv2.line(paper, ends[0], ends[1], (rng.choice((60, 95, 215)),), max(2, round(0.6 * mm)), cv2.LINE_AA)
    for end in ends:
        cv2.circle(paper, end, round(0.7 * mm), (70,), -1)


def _fold(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Fold the sheet through a code: a shade along the crease, and toner flaked off it."""
    (x, y), mm = _within(place, rng), dpi * MM
    lean = math.radians(rng.uniform(-4, 4)) + rng.choice((0.0, math.pi / 2))
    down, across = np.mgrid[0 : paper.shape[0], 0 : paper.shape[1]].astype(np.float32)
    away = (across - x) * np.float32(-math.sin(lean)) + (down - y) * np.float32(math.cos(lean))
    shade = -40 * np.exp(-(((away - mm) / (1.5 * mm)) ** 2))
    dice = np.random.default_rng(rng.randrange(2**32))
    flaked = (np.abs(away) < rng.uniform(0.25, 0.6) * mm) & (_grain(paper.shape, 0.25 * mm, dice) > 0.1)
    paper[:] = np.where(flaked, rng.randint(*PAPER), _shades(paper + shade))


def _pen(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Sign, or strike out, over a code with a ball-point pen."""
    left, top, right, bottom = place
    ink, thick = rng.randint(30, 90), max(1, round(dpi * MM * rng.uniform(0.35, 0.7)))
    for _ in range(rng.randint(1, 2)):
        knots = [(rng.randint(left - 20, right + 20), rng.randint(top, bottom)) for _ in range(rng.randint(2, 5))]
        cv2.polylines(paper, [np.array(knots, np.int32)], isClosed=False, color=(ink,), thickness=thick)


def _ring(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Stand a cup of coffee on a code."""
    (x, y), mm = _within(place, rng), dpi * MM
    radius = round(mm * rng.uniform(30, 42))
    centre = (x + round(radius * rng.uniform(-1, 1)), y + round(radius * rng.uniform(-0.5, 0.5)))
    stain = np.zeros(paper.shape, np.float32)
    cv2.circle(stain, centre, radius, (rng.uniform(0.04, 0.12),), -1)
    cv2.circle(stain, centre, radius, (rng.uniform(0.25, 0.5),), round(mm * rng.uniform(1.5, 4)))
    paper[:] = _shades(paper * (1 - cv2.GaussianBlur(stain, (0, 0), 0.4 * mm)))


def _toner(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Print with a drum at its end: pale bands down the sheet, and toner missing in spots."""
    left, _, right, _ = place
    mm, dice = dpi * MM, np.random.default_rng(rng.randrange(2**32))
    across = np.arange(paper.shape[1], dtype=np.float32)
    band = np.exp(-(((across - rng.uniform(left, right)) / (mm * rng.uniform(1.5, 6))) ** 2)) * rng.uniform(0.3, 0.75)
    missing = (_grain(paper.shape, 0.5 * mm, dice) > rng.uniform(1.6, 2.4)) * rng.uniform(0.5, 0.95)
    lost = np.maximum(band[None, :], missing)
    paper[:] = _shades(paper + (244 - paper.astype(np.float32)) * lost)


OFFICE_MARKS: tuple[Mark, ...] = (_staple, _fold, _pen, _ring, _toner)


def _torn(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Tear half of a code away, along a ragged line."""
    left, top, right, bottom = place
    side, ragged = right - left, round(1.5 * dpi * MM)
    middle = top + round(side * rng.uniform(0.35, 0.6))
    tear = [(left + side * step // 8, middle + rng.randint(-ragged, ragged)) for step in range(9)]
    edge = (top - ragged, top - ragged) if rng.random() < 0.5 else (bottom + ragged, bottom + ragged)
    outline = [*tear, (right, edge[1]), (left, edge[0])]
    cv2.fillPoly(paper, [np.array(outline, np.int32)], (rng.randint(*PAPER),))


def _struck(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Strike a code out with a felt pen."""
    left, top, right, bottom = place
    for step in range(7):
        y = top + (bottom - top) * (2 * step + 1) // 14
        tilt = rng.randint(-(bottom - top) // 6, (bottom - top) // 6)
        cv2.line(paper, (left, y + tilt), (right, y - tilt), (35,), round(dpi * MM * rng.uniform(1.2, 2.2)))


def _smeared(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Wet a code until its modules run into each other."""
    left, top, right, bottom = place
    window = np.s_[top:bottom, left:right]
    run = dpi * MM * rng.uniform(0.5, 0.8)
    paper[window] = cv2.GaussianBlur(np.ascontiguousarray(paper[window]), (0, 0), run, sigmaY=run / 2)


def _clogged(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Copy a code until its small white places are black."""
    left, top, right, bottom = place
    window = np.s_[top:bottom, left:right]
    reach = round(dpi * MM * rng.uniform(0.55, 0.7)) | 1
    thick = cv2.erode(np.ascontiguousarray(paper[window]), np.ones((reach, reach), np.uint8))
    paper[window] = cv2.GaussianBlur(thick, (0, 0), 0.15 * dpi * MM)


def _labelled(paper: Pixels, place: Place, dpi: float, rng: Random) -> None:
    """Stick a label over the middle of a code."""
    left, top, right, _ = place
    side = right - left
    x, y = left + round(side * rng.uniform(0.2, 0.35)), top + round(side * rng.uniform(0.2, 0.35))
    shade = (rng.randint(*PAPER),)
    cv2.rectangle(paper, (x, y), (x + round(side * 0.62), y + round(side * 0.5)), shade, -1)
    cv2.putText(paper, "RECU", (x + 4, y + round(side * 0.3)), cv2.FONT_HERSHEY_SIMPLEX, dpi / 200, (60,), 2)


RUINS: Mapping[str, Mark] = {
    "torn": _torn,
    "struck out": _struck,
    "smeared": _smeared,
    "clogged": _clogged,
    "under a label": _labelled,
}


def _within(place: Place, rng: Random) -> tuple[int, int]:
    left, top, right, bottom = place
    return rng.randint(left, right), rng.randint(top, bottom)


def _grain(shape: tuple[int, ...], size: float, dice: np.random.Generator) -> NDArray[np.float32]:
    """Return blotches about ``size`` pixels across, of mean 0 and deviation 1."""
    step = max(1.0, size)
    coarse = dice.standard_normal((round(shape[0] / step) + 1, round(shape[1] / step) + 1), dtype=np.float32)
    return np.asarray(cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR), np.float32)


def _shades(values: NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(values, 0, 255), np.uint8)
