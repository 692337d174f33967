"""Places where a two-dimensional code seems to be, whether or not it can be decoded.

Two witnesses: finder patterns of QR codes (three nested squares), and blocks of dense square texture.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.recognition.raster import Pixels

SUSPECT_DPI = 150.0
_SIDE_MM = (9.0, 70.0)
_FINDER_MM = (1.5, 16.0)
_NEST_AREAS = ((1.35, 2.9), (1.9, 4.9))  # outer to middle, middle to inner: 49/25 and 25/9 when perfect


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place, in pixels of the page given. ``sure``: enough is seen to say that a code is there."""

    left: int
    top: int
    width: int
    height: int
    sure: bool


@dataclass(frozen=True, slots=True)
class _Finder:
    x: float
    y: float
    side: float


def suspects(grey: Pixels, dpi: float) -> list[Suspect]:
    """Return the places of a grey page where a code may be, surest first."""
    scale = min(1.0, SUSPECT_DPI / dpi)
    small = np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    dpi *= scale
    dark = _binary(small, dpi)
    places = _around_finders(_finders(dark, dpi)) + _textures(small, dark, dpi)
    places.sort(key=lambda place: not place.sure)
    return [_scaled(place, 1 / scale) for place in _distinct(places)]


def _binary(grey: Pixels, dpi: float) -> Pixels:
    reach = round(dpi / 25.4 * 8) | 1
    local = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, reach, 14)
    return np.asarray(local, dtype=np.uint8)


def _finders(dark: Pixels, dpi: float) -> list[_Finder]:
    """Find squares in squares in squares, of the right proportions."""
    contours, tree = cv2.findContours(dark, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return []
    low, high = (mm / 25.4 * dpi for mm in _FINDER_MM)
    found = []
    for outer, (_, _, middle, _) in zip(contours, tree[0], strict=True):
        inner = tree[0][middle][2] if middle >= 0 else -1
        if inner < 0:
            continue
        (x, y), (width, height), _ = cv2.minAreaRect(outer)
        if not (low <= min(width, height) and max(width, height) <= min(high, 1.4 * min(width, height))):
            continue
        areas = [max(1.0, float(cv2.contourArea(contour))) for contour in (outer, contours[middle], contours[inner])]
        ratios = (areas[0] / areas[1], areas[1] / areas[2])
        squareness = areas[0] / (width * height)
        if squareness > 0.75 and all(a <= r <= b for r, (a, b) in zip(ratios, _NEST_AREAS, strict=True)):
            found.append(_Finder(x, y, (width + height) / 2))
    return found


def _around_finders(finders: list[_Finder]) -> list[Suspect]:
    """Group finders of one size that lie as the corners of a code do."""
    places = []
    for index, one in enumerate(finders):
        for other in finders[index + 1 :]:
            apart = float(np.hypot(one.x - other.x, one.y - other.y))
            alike = max(one.side, other.side) <= 1.35 * min(one.side, other.side)
            # 14 modules between centres in the smallest code, some 90 in the largest that one prints
            if alike and 1.7 <= apart / one.side <= 14:
                places.append(_square_of(one, other, finders))
    return places


def _square_of(one: _Finder, other: _Finder, finders: list[_Finder]) -> Suspect:
    """Return the square that two finders announce: the corner they share lies on one side or on the other."""
    span = float(np.hypot(one.x - other.x, one.y - other.y)) + one.side
    middle = ((one.x + other.x) / 2, (one.y + other.y) / 2)
    reach = span * 1.1
    near = [f for f in finders if abs(f.x - middle[0]) < reach and abs(f.y - middle[1]) < reach]
    left = min(f.x for f in near) - one.side
    top = min(f.y for f in near) - one.side
    side = max(span, max(f.x for f in near) - left, max(f.y for f in near) - top) + one.side / 2
    return Suspect(round(left), round(top), round(side), round(side), sure=True)


def _textures(grey: Pixels, dark: Pixels, dpi: float) -> list[Suspect]:
    """Find square blocks half dark, half light, that change as often down as across, without greys between."""
    gap = round(dpi / 25.4 * 1.3) | 1
    blocks = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    blocks = cv2.morphologyEx(blocks, cv2.MORPH_OPEN, np.ones((3 * gap, 3 * gap), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(blocks, connectivity=4)
    low, high = (mm / 25.4 * dpi for mm in _SIDE_MM)
    places = []
    for left, top, width, height, area in stats[1:].tolist():
        if min(width, height) < low or max(width, height) > high or max(width, height) > 1.45 * min(width, height):
            continue
        if area < 0.6 * width * height:
            continue
        window = np.s_[top : top + height, left : left + width]
        texture = _texture(grey[window], dark[window], dpi)
        if texture.is_code(loose=True):
            places.append(Suspect(left, top, width, height, sure=texture.is_code(loose=False)))
    return places


@dataclass(frozen=True, slots=True)
class _Texture:
    """What a block is made of.

    ``dark``: share of dark pixels; ``across``, ``down``: changes per millimetre; ``between``: share of
    greys that are neither dark nor light.
    """

    dark: float
    across: float
    down: float
    between: float

    def is_code(self, *, loose: bool) -> bool:
        balance = min(self.across, self.down) / max(self.across, self.down, 1e-6)
        busy = min(self.across, self.down)
        if loose:
            return 0.25 <= self.dark <= 0.72 and balance > 0.55 and busy > 0.35
        return 0.33 <= self.dark <= 0.66 and balance > 0.72 and busy > 0.5 and self.between < 0.45


def _texture(grey: Pixels, dark: Pixels, dpi: float) -> _Texture:
    mm = dpi / 25.4
    across = float(np.count_nonzero(dark[:, 1:] != dark[:, :-1])) / dark.size * mm
    down = float(np.count_nonzero(dark[1:] != dark[:-1])) / dark.size * mm
    low, high = (float(value) for value in np.percentile(grey, (10, 90)))
    margin = 0.25 * (high - low)
    between = float(((grey > low + margin) & (grey < high - margin)).mean())
    return _Texture(float(dark.mean()), across, down, between)


def _distinct(places: list[Suspect]) -> list[Suspect]:
    kept: list[Suspect] = []
    for place in places:
        if not any(_overlap(place, other) for other in kept):
            kept.append(place)
    return kept


def _overlap(one: Suspect, other: Suspect) -> bool:
    x, y = one.left + one.width / 2, one.top + one.height / 2
    return (other.left <= x <= other.left + other.width and other.top <= y <= other.top + other.height) or (
        one.left <= other.left + other.width / 2 <= one.left + one.width
        and one.top <= other.top + other.height / 2 <= one.top + one.height
    )


def _scaled(place: Suspect, factor: float) -> Suspect:
    return Suspect(
        round(place.left * factor),
        round(place.top * factor),
        round(place.width * factor),
        round(place.height * factor),
        place.sure,
    )
