"""QR and DataMatrix codes of a page: those decoded, and the places of those that would not be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
import zxingcpp
from pyzbar import pyzbar

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Code, Symbology
from pipeline.recognition.raster import Pixels, reduced
from pipeline.recognition.suspects import Suspect, suspects

_FORMATS = zxingcpp.BarcodeFormats((zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.DataMatrix))
_SYMBOLOGY = {
    zxingcpp.BarcodeFormat.QRCode: Symbology.QR,
    zxingcpp.BarcodeFormat.DataMatrix: Symbology.DATAMATRIX,
}
_ZBAR_TURN = {"UP": 0, "RIGHT": 90, "DOWN": 180, "LEFT": 270}
_MARGIN = 0.15  # of the side of a suspect: the quiet zone
_FINE_DPI = 300.0
_MAX_SUSPECTS = 8
_GROUND_DPI, _GROUND_MM, _GROUND = 50.0, 9.0, 110  # shade below which a ground is dark


@dataclass(frozen=True, slots=True)
class Found:
    """A decoded code; ``turn``: degrees clockwise that stand it upright; ``corners``: in pixels of the page."""

    symbology: Symbology
    payload: str
    corners: tuple[tuple[float, float], ...]
    turn: int
    decoder: str


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a page, with boxes in 0–1 of the page given.

    ``unread``: places of those that are there but would not be decoded. ``turn``: degrees clockwise that
    stand the page upright by its decoded codes, when they agree.
    """

    decoded: tuple[Code, ...]
    unread: tuple[Box, ...]
    turn: int | None


@dataclass(frozen=True, slots=True)
class _Look:
    """How a place is shown to the decoders again.

    ``scale``: 0 for what makes ``_FINE_DPI``; ``lighter``, ``darker``: pixels by which light or dark places grow;
    ``calm``: blur in pixels before black is told from white.
    """

    scale: float = 0.0
    lighter: int = 0
    darker: int = 0
    calm: float = 0.0


# Copies of copies clog a code or starve it; what each look adds, and costs, is in ``benchmarks.codes``.
_LOOKS = (_Look(lighter=3), _Look(darker=5), _Look(2.0, lighter=5), _Look(2.0), _Look(1.0, calm=1.2))


def codes(grey: Pixels, dpi: float) -> Codes:
    """Decode the codes of a grey page, looking harder where one is suspected and not decoded."""
    found = _distinct(_zxing(grey, try_invert=_has_dark_ground(grey, dpi)))
    unread = []
    for suspect in suspects(grey, dpi)[:_MAX_SUSPECTS]:
        if any(_inside(one, suspect) for one in found):
            continue
        closer = _look_closer(grey, dpi, suspect)
        found = _distinct([*found, *closer])
        if suspect.sure and not closer:
            unread.append(_box([(suspect.left, suspect.top), _far_corner(suspect)], grey.shape))
    turns = {one.turn for one in found}
    decoded = tuple(
        Code(one.symbology, one.payload, _box(one.corners, grey.shape), one.decoder)
        for one in sorted(found, key=lambda one: (one.corners[0][1], one.corners[0][0]))
    )
    return Codes(decoded, tuple(unread), turns.pop() if len(turns) == 1 else None)


def _zxing(grey: Pixels, *, try_invert: bool = True) -> list[Found]:
    """Decode; light codes on dark are looked for with ``try_invert``, which costs two thirds as much again."""
    seen = zxingcpp.read_barcodes(grey, formats=_FORMATS, text_mode=zxingcpp.TextMode.Plain, try_invert=try_invert)
    return [
        Found(_SYMBOLOGY[code.format], code.text, _corners(code.position), -_quarter(code.orientation) % 360, "zxing")
        for code in seen
        if code.valid and code.text and code.format in _SYMBOLOGY
    ]


def _has_dark_ground(grey: Pixels, dpi: float) -> bool:
    """Say whether there is a dark place large enough for a light code and its quiet zone."""
    small = reduced(grey, min(1.0, _GROUND_DPI / dpi))
    side = round(_GROUND_MM / 25.4 * min(dpi, _GROUND_DPI))
    dark = cv2.threshold(small, _GROUND, 1, cv2.THRESH_BINARY_INV)[1]
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((side // 2, side // 2), np.uint8))
    return bool(cv2.erode(closed, np.ones((side, side), np.uint8)).any())


def _zbar(grey: Pixels) -> list[Found]:
    found = []
    for code in pyzbar.decode(grey, symbols=[pyzbar.ZBarSymbol.QRCODE]):
        payload = code.data.decode("utf-8", errors="replace")
        corners = tuple((float(point.x), float(point.y)) for point in code.polygon)
        if payload and corners:
            found.append(Found(Symbology.QR, payload, corners, _ZBAR_TURN.get(code.orientation or "UP", 0), "zbar"))
    return found


def _look_closer(grey: Pixels, dpi: float, suspect: Suspect) -> list[Found]:
    """Try a suspected place again, as each of ``_LOOKS`` shows it, with both decoders."""
    margin = round(_MARGIN * max(suspect.width, suspect.height))
    left, top = max(0, suspect.left - margin), max(0, suspect.top - margin)
    right, bottom = (side + margin for side in _far_corner(suspect))
    crop = grey[top:bottom, left:right]
    if crop.size == 0:
        return []
    fine = min(2.0, max(1.0, _FINE_DPI / dpi))
    for look in _LOOKS:
        scale = look.scale or fine
        image = _shown(crop, scale, look)
        for decode in (_zxing, _zbar):
            if found := decode(image):
                return [_moved(one, scale, left, top) for one in found]
    return []


def _shown(crop: Pixels, scale: float, look: _Look) -> Pixels:
    large = cv2.resize(crop, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    if look.lighter:
        large = cv2.dilate(large, np.ones((look.lighter, look.lighter), np.uint8))
    if look.darker:
        large = cv2.erode(large, np.ones((look.darker, look.darker), np.uint8))
    if look.calm:
        large = cv2.GaussianBlur(large, (0, 0), look.calm)
        _, large = cv2.threshold(large, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    return np.ascontiguousarray(large, dtype=np.uint8)


def _moved(one: Found, scale: float, left: int, top: int) -> Found:
    corners = tuple((x / scale + left, y / scale + top) for x, y in one.corners)
    return Found(one.symbology, one.payload, corners, one.turn, one.decoder)


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Keep one of each payload at each place; the same payload elsewhere is another code."""
    kept: list[Found] = []
    for one in found:
        same = (other for other in kept if other.payload == one.payload)
        if not any(_apart(one, other) < _reach(other) for other in same):
            kept.append(one)
    return kept


def _apart(one: Found, other: Found) -> float:
    (x0, y0), (x1, y1) = _centre(one), _centre(other)
    return float(np.hypot(x0 - x1, y0 - y1))


def _reach(one: Found) -> float:
    (x, y), (corner_x, corner_y) = _centre(one), one.corners[0]
    return float(np.hypot(corner_x - x, corner_y - y))


def _centre(one: Found) -> tuple[float, float]:
    xs, ys = zip(*one.corners, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _inside(one: Found, suspect: Suspect) -> bool:
    x, y = _centre(one)
    right, bottom = _far_corner(suspect)
    return suspect.left <= x <= right and suspect.top <= y <= bottom


def _far_corner(suspect: Suspect) -> tuple[int, int]:
    return suspect.left + suspect.width, suspect.top + suspect.height


def _corners(position: zxingcpp.Position) -> tuple[tuple[float, float], ...]:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple((float(point.x), float(point.y)) for point in points)


def _quarter(degrees: int) -> int:
    return round(degrees / 90) * 90


def _box(corners: Iterable[tuple[float, float]], shape: tuple[int, ...]) -> Box:
    height, width = shape[:2]
    xs, ys = zip(*corners, strict=True)
    sides = (min(xs) / width, min(ys) / height, max(xs) / width, max(ys) / height)
    return Box(*(round(min(max(side, 0.0), 1.0), 5) for side in sides))
