"""Where cards lie on a page: rectangles of the shape of a card whose whole surface is darker than the paper.

Print leaves white between its lines and security paper does not, so once all that is finer than a line of print is
wiped away, text is paper and a card is a rectangle. A copy may have bleached it: then its edge is looked for, which
must stand alone. A card may lie at any angle, beside others, or against another face.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.card import Card, Quad, Shape
from pipeline.recognition.raster import Pixels, reduced

Points = npt.NDArray[np.float64]

CARDS_DPI = 50.0
PRINT_MM = 3.6  # what is finer is wiped away: lines of print, up to a title
DIPS = (4.0, 9.0, 18.0, 36.0)  # shades that a card's surface may lie below the paper: each is tried
EDGE_DIP = 10.0  # shades that the edge of a card without any surface lies below the paper
PAPER = 85  # percentile of the page's shades that is paper, with two cards on it
FULL = 0.9  # share of its rectangle that a card fills, rounded corners and worn edges taken off
COPIED = (0.7, 1.42)  # sizes of copies: from A4 to A5, from A5 to A4
SLACK = 0.045  # of the ratio of sides
OVERLAP = 0.3


SIZES = {Shape.CARD: (85.6, 85.6, 53.98), Shape.LEAF: (105.0, 125.0, 88.0)}  # mm: smallest and largest length, width


@dataclass(frozen=True, slots=True, eq=False)
class _Face:
    """A face as it was found. ``corners``: 4 × (x, y), pixels; ``fill``: share of its rectangle that is seen, 0–1."""

    shape: Shape
    corners: Points
    fill: float
    size: float


def cards(grey: Pixels, dpi: float) -> tuple[Card, ...]:
    """Find the faces of cards on a grey page, from top to bottom.

    What is as white as the paper and without an edge all around is not found.
    """
    small = _small(grey, dpi)
    surface = _without_print(small)
    paper = float(np.percentile(surface, PAPER))
    masks = [surface < paper - dip for dip in DIPS] + [small < paper - EDGE_DIP]
    found = [face for mask in masks for face in _faces(np.asarray(mask, np.uint8))]
    kept: list[_Face] = []
    for face in sorted(found, key=lambda face: (-face.size, -face.fill)):
        if not any(_overlap(face, other) for other in kept):
            kept.append(face)
    whole = np.array(surface.shape[::-1], np.float64)
    seen = [Card(face.shape, _quad(face.corners / whole)) for face in kept]
    return tuple(sorted(seen, key=lambda card: (card.box.centre[1], card.box.centre[0])))


def _small(grey: Pixels, dpi: float) -> Pixels:
    """Return the page at ``CARDS_DPI``, without grain."""
    scale = min(1.0, CARDS_DPI / dpi)
    return np.asarray(cv2.blur(reduced(grey, scale), (3, 3)), np.uint8)


def _without_print(small: Pixels) -> Pixels:
    side = round(PRINT_MM / 25.4 * CARDS_DPI) | 1
    return np.asarray(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((side, side), np.uint8)), np.uint8)


def _faces(dark: Pixels) -> Iterator[_Face]:
    """Find the rectangles of the size of a face, or of two against each other, among what is darker than paper."""
    contours, _ = cv2.findContours(dark, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in contours:
        rectangle = cv2.minAreaRect(contour)
        width, height = rectangle[1]
        length, breadth = (side + 1.0 for side in (max(width, height), min(width, height)))
        fill = cv2.contourArea(contour) / max(width * height, 1.0)
        if fill < FULL:
            continue
        corners = _from_long_side(np.asarray(cv2.boxPoints(rectangle), np.float64))
        if (shape := _shape(length, breadth)) is not None:
            yield _Face(shape, corners, fill, length * breadth)
        elif _shape(max(length / 2, breadth), min(length / 2, breadth)) is Shape.CARD:
            for half in _halves(corners):
                yield _Face(Shape.CARD, half, fill, length * breadth)


def _shape(length: float, breadth: float) -> Shape | None:
    """Name the face that is ``length`` × ``breadth`` pixels at ``CARDS_DPI``."""
    for shape, (least, most, wide) in SIZES.items():
        ratio = length / breadth / (most / wide)
        low, high = (mm * copied / 25.4 * CARDS_DPI for mm, copied in zip((least, most), COPIED, strict=True))
        if abs(ratio - 1.0) <= SLACK and low <= length <= high:
            return shape
    return None


def _from_long_side(corners: Points) -> Points:
    """Begin with the end of a long side."""
    first, second = np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[1])
    return corners if first >= second else np.roll(corners, -1, axis=0)


def _halves(corners: Points) -> tuple[Points, Points]:
    """Cut a rectangle across its long sides."""
    start, end, below, under = corners
    top, foot = (start + end) / 2, (below + under) / 2
    one, other = np.stack([start, top, foot, under]), np.stack([top, end, below, foot])
    return _from_long_side(one), _from_long_side(other)


def _overlap(face: _Face, other: _Face) -> bool:
    shared, _ = cv2.intersectConvexConvex(face.corners.astype(np.float32), other.corners.astype(np.float32))
    smallest = min(cv2.contourArea(one.corners.astype(np.float32)) for one in (face, other))
    return shared > OVERLAP * smallest


def _quad(corners: Points) -> Quad:
    (a, b), (c, d), (e, f), (g, h) = np.round(corners, 5).tolist()
    return (a, b), (c, d), (e, f), (g, h)
