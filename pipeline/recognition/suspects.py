"""Places where a two-dimensional code seems to be, whether or not it can be decoded.

Three witnesses: finder patterns of QR codes (three nested squares), blocks of dense texture, squares of blotches.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.recognition.raster import Pixels, reduced

SUSPECT_DPI = 150.0
_SIDE_MM = (9.0, 70.0)
_FINDER_MM = (1.5, 16.0)
_TORN_MM = 18.0  # the long side of what is left of a torn code
_SQUARE, _TORN = 1.45, 2.9
_BETWEEN = 0.45
_GRAIN_CHANGES = 300_000  # across a page at ``SUSPECT_DPI``; the fullest page of print has 100 000
_NEST_AREAS = ((1.35, 2.9), (1.9, 4.9))  # outer to middle, middle to inner: 49/25 and 25/9 when perfect


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place, in pixels of the page given. ``sure``: enough is seen to say that a code is there."""

    left: int
    top: int
    width: int
    height: int
    sure: bool


_Block = tuple[int, int, int, int, float]
"""Left, top, width, height and area, in pixels."""


@dataclass(frozen=True, slots=True)
class _Finder:
    x: float
    y: float
    side: float


def suspects(grey: Pixels, dpi: float) -> list[Suspect]:
    """Return the places of a grey page where a code may be, surest first."""
    scale = min(1.0, SUSPECT_DPI / dpi)
    small = reduced(grey, scale)
    dpi *= scale
    dark = _binary(small, dpi)
    if _is_grain(dark):
        return []
    places = [*_around_finders(_finders(dark, dpi)), *_textures(small, dark, dpi), *_smears(dark, dpi)]
    places.sort(key=lambda place: not place.sure)
    return [_scaled(place, 1 / scale) for place in _distinct(places)]


def _binary(grey: Pixels, dpi: float) -> Pixels:
    reach = round(dpi / 25.4 * 8) | 1
    local = cv2.adaptiveThreshold(grey, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, reach, 14)
    return np.asarray(local, dtype=np.uint8)


def _is_grain(dark: Pixels) -> bool:
    """Say whether a page is noise all over: no code could be seen there, and nesting its specks takes seconds."""
    return cv2.countNonZero(cv2.bitwise_xor(dark[:, 1:], dark[:, :-1])) > _GRAIN_CHANGES


def _finders(dark: Pixels, dpi: float) -> list[_Finder]:
    """Find squares in squares in squares, of the right proportions."""
    contours, tree = cv2.findContours(dark, cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return []
    low, high = (mm / 25.4 * dpi for mm in _FINDER_MM)
    first_inside = tree[0, :, 2]
    found = []
    for outer in np.flatnonzero((first_inside >= 0) & (first_inside[first_inside] >= 0)).tolist():
        middle = first_inside[outer]
        (x, y), (width, height), _ = cv2.minAreaRect(contours[outer])
        if not (low <= min(width, height) and max(width, height) <= min(high, 1.4 * min(width, height))):
            continue
        nested = (contours[outer], contours[middle], contours[first_inside[middle]])
        areas = [max(1.0, float(cv2.contourArea(contour))) for contour in nested]
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


def _textures(grey: Pixels, dark: Pixels, dpi: float) -> Iterator[Suspect]:
    """Find blocks half dark, half light, that change as often down as across, without greys between.

    Square ones, or what is left of a square that was torn.
    """
    low, high, half = (mm / 25.4 * dpi for mm in (*_SIDE_MM, _TORN_MM))
    for left, top, width, height, area in _blocks(dark, dpi, 1.3, 3.9):
        short, long = min(width, height), max(width, height)
        square = long <= _SQUARE * short and area >= 0.6 * width * height
        torn = half <= long <= _TORN * short and area >= 0.45 * width * height
        if short < low or long > high or not (square or torn):
            continue
        window = np.s_[top : top + height, left : left + width]
        texture = _texture(dark[window], dpi)
        sure = texture.is_code and _is_two_toned(grey[window])
        if sure or (square and texture.may_be_code):
            yield Suspect(left, top, width, height, sure=sure)


def _smears(dark: Pixels, dpi: float) -> Iterator[Suspect]:
    """Find squares of blotches, coarser than modules, as a code leaves that was wetted."""
    dark, dpi = np.ascontiguousarray(dark[::2, ::2]), dpi / 2
    low, high = (mm / 25.4 * dpi for mm in (_TORN_MM, _SIDE_MM[1]))
    for left, top, width, height, area in _blocks(dark, dpi, 2.6, 4.4):
        short, long = min(width, height), max(width, height)
        if short < low or long > min(high, 1.3 * short) or area < 0.65 * width * height:
            continue
        if _texture(dark[top : top + height, left : left + width], dpi).may_be_smeared:
            yield Suspect(2 * left, 2 * top, 2 * width, 2 * height, sure=True)


def _blocks(dark: Pixels, dpi: float, gap_mm: float, least_mm: float) -> list[_Block]:
    """Return the blocks made by closing gaps, at least ``least_mm`` thick."""
    gap, least = (round(dpi / 25.4 * mm) | 1 for mm in (gap_mm, least_mm))
    blocks = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    blocks = cv2.morphologyEx(blocks, cv2.MORPH_OPEN, np.ones((least, least), np.uint8))
    outlines, _ = cv2.findContours(blocks, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    places = ((cv2.boundingRect(outline), cv2.contourArea(outline)) for outline in outlines)
    return [(left, top, width, height, area) for (left, top, width, height), area in places]


@dataclass(frozen=True, slots=True)
class _Texture:
    """What a block is made of. ``dark``: share of dark pixels; ``across``, ``down``: changes per millimetre."""

    dark: float
    across: float
    down: float

    @property
    def may_be_code(self) -> bool:
        """Whether the place deserves a second look."""
        return self._is_within((0.25, 0.78), balance=0.55, busy=0.35)

    @property
    def is_code(self) -> bool:
        """Whether nothing but a code is so, be it struck out or clogged by copies."""
        return self._is_within((0.33, 0.75), balance=0.62, busy=0.38)

    @property
    def may_be_smeared(self) -> bool:
        """Whether a square of blotches is so."""
        return self._is_within((0.36, 0.7), balance=0.4, busy=0.2)

    def _is_within(self, dark: tuple[float, float], balance: float, busy: float) -> bool:
        fewer, more = sorted((self.across, self.down))
        return dark[0] <= self.dark <= dark[1] and fewer > balance * more and fewer > busy


def _texture(dark: Pixels, dpi: float) -> _Texture:
    across = cv2.countNonZero(cv2.bitwise_xor(dark[:, 1:], dark[:, :-1]))
    down = cv2.countNonZero(cv2.bitwise_xor(dark[1:], dark[:-1]))
    changes = dpi / 25.4 / dark.size
    return _Texture(cv2.countNonZero(dark) / dark.size, across * changes, down * changes)


def _is_two_toned(grey: Pixels) -> bool:
    """Say whether few greys lie between the dark and the light."""
    low, high = (float(value) for value in np.percentile(grey, (10, 90)))
    margin = 0.25 * (high - low)
    return float(((grey > low + margin) & (grey < high - margin)).mean()) < _BETWEEN


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
