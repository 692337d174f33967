"""Where machine-readable zones may lie on a page: two or three long lines of evenly spaced characters.

Even spacing is what tells them from other print: the ink along such a line beats at the pitch of its 30, 36 or 44
characters. Cards lie anywhere, at any quarter turn, so lines are sought across and down, and a band is given in the
page's own pixels, without saying which of its ends comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.recognition.raster import Pixels, reduced

Point = npt.NDArray[np.float64]

SCALES_DPI = (100.0, 45.0)  # copies of 70 to 150 % of a card, then up to a card that fills the page
WIDTHS = {30: (3, 1), 36: (2,), 44: (2,)}  # characters in a line: lines in a zone
SHORTFALL = 0.35  # of a character: the white at both ends of a line
_DARK = 45  # shades below the paper around
_STROKE, _BRIDGE = 9, 17  # pixels: wider than a stroke; wider than the gap between two characters
_EDGE = 23  # pixels: taller than a character; the edge of a card is, and would lengthen the line
_SHORTEST = 195  # pixels
_THICK = (5.0, 22.0)  # pixels, of a line whose characters are run together
_STEEPEST = 0.12  # of a line against the side of the page
_BEAT, _BAND_BEAT = 0.25, 0.4  # share of the ink's variation that is at the pitch: of a line, of a band on average
_OFF_COUNT = 1.6  # characters
_APART = (1.3, 3.4)  # pitches between neighbouring lines
_RAGGED = 1.6  # pitches that ends of neighbouring lines may differ by


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line of evenly spaced characters: its ends, on its axis, as (x, y) pixels; how strongly it beats, 0–1."""

    start: Point
    end: Point
    characters: int
    beat: float

    @property
    def pitch(self) -> float:
        """Pixels from one character to the next."""
        return float(np.linalg.norm(self.end - self.start)) / (self.characters - SHORTFALL)

    def reversed(self) -> Line:
        return Line(self.end, self.start, self.characters, self.beat)


@dataclass(frozen=True, slots=True)
class Band:
    """Lines that make a zone together, side by side."""

    lines: tuple[Line, ...]

    def turned(self) -> Band:
        """Return the band as it reads from the other end."""
        return Band(tuple(line.reversed() for line in reversed(self.lines)))


def bands(grey: Pixels, dpi: float) -> list[Band]:
    """Find what may be zones on a grey page. Lines are given from left to right, or from top to bottom.

    A zone may be found twice, at two scales.
    """
    found: list[Band] = []
    width = grey.shape[1]
    for wanted in SCALES_DPI:
        if wanted < dpi:
            grey, dpi = reduced(grey, wanted / dpi), wanted
        dark = _strokes(grey)
        across = list(_lines(dark))
        down = [_transposed(line) for line in _lines(np.asarray(cv2.transpose(dark), dtype=np.uint8))]
        found += [_scaled(band, width / grey.shape[1]) for band in (*_grouped(across), *_grouped(down))]
    return found


def _strokes(grey: Pixels) -> Pixels:
    """Return how much darker than what surrounds it each thin mark is, in shades."""
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, np.ones((_STROKE, _STROKE), np.uint8)), dtype=np.uint8)


def _lines(dark: Pixels) -> Iterator[Line]:
    """Find the evenly spaced lines that run more or less from left to right."""
    _, ink = cv2.threshold(dark, _DARK, 1, cv2.THRESH_BINARY)
    edges = cv2.morphologyEx(cv2.dilate(ink, np.ones((1, 3))), cv2.MORPH_OPEN, np.ones((_EDGE, 1), np.uint8))
    ink = cv2.subtract(ink, edges)
    run = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, _BRIDGE), np.uint8))
    run = cv2.morphologyEx(run, cv2.MORPH_OPEN, np.ones((1, 2 * _BRIDGE), np.uint8))
    contours, _ = cv2.findContours(run, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in contours:
        left, _, width, height = cv2.boundingRect(contour)
        thick = cv2.contourArea(contour) / width
        if width < _SHORTEST or not _THICK[0] <= thick <= _THICK[1] or height > 2 * thick + _STEEPEST * width:
            continue
        right, top, slope = left + width, *_axis(contour, left)
        characters, beat = _beat(_profile(dark, left, top, slope, width, thick))
        count = min(WIDTHS, key=lambda count: abs(count - SHORTFALL - characters))
        if beat >= _BEAT and abs(count - SHORTFALL - characters) <= _OFF_COUNT:
            yield Line(np.array([left, top]), np.array([right, top + slope * width]), count, beat)


def _axis(contour: cv2.typing.MatLike, left: int) -> tuple[float, float]:
    """Return where the axis of a line is at ``left``, and its slope."""
    dx, dy, x, y = (float(value) for value in cv2.fitLine(contour, cv2.DIST_L2, 0, 0.01, 0.01).ravel())
    slope = dy / dx if abs(dx) > abs(dy) else 0.0
    return y + slope * (left - x), slope


def _profile(dark: Pixels, left: int, top: float, slope: float, width: int, thick: float) -> npt.NDArray[np.float64]:
    """Return the ink of each column of a line, straightened."""
    height = round(thick * 1.3)
    lay = np.array([[1, 0, left], [slope, 1, top - height / 2]], np.float32)
    level = cv2.warpAffine(dark, lay, (width, height), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    return np.asarray(level.sum(axis=0), dtype=np.float64)


def _beat(profile: npt.NDArray[np.float64]) -> tuple[float, float]:
    """Return how many characters a line seems to have, and how evenly they are spaced (0–1)."""
    length = len(profile)
    power = np.abs(np.fft.rfft((profile - profile.mean()) * np.hanning(length), 4 * length)) ** 2
    counts = np.arange(len(power)) / 4
    likely = np.where((counts > min(WIDTHS) - 4) & (counts < max(WIDTHS) + 4), power, 0.0)
    peak = int(likely.argmax())
    total = float(power[(counts > 5) & (counts < 60)].sum())
    return float(counts[peak]), float(power[max(0, peak - 6) : peak + 7].sum()) / max(total, 1.0)


def _grouped(lines: Sequence[Line]) -> Iterator[Band]:
    """Put neighbours together; give those that have as many lines as a zone."""
    left = sorted(lines, key=lambda line: float(_across(line) @ (line.start + line.end)))
    while left:
        band = [left.pop(0)]
        for line in list(left):
            if _are_neighbours(band[-1], line):
                band.append(line)
                left.remove(line)
        if len(band) in WIDTHS[band[0].characters] and np.mean([line.beat for line in band]) >= _BAND_BEAT:
            yield Band(tuple(band))


def _across(line: Line) -> Point:
    """Return the unit vector from a line to the one under it."""
    x, y = (line.end - line.start) / np.linalg.norm(line.end - line.start)
    return np.array([-y, x])


def _are_neighbours(one: Line, other: Line) -> bool:
    if one.characters != other.characters:
        return False
    under = _across(one)
    along = np.array([under[1], -under[0]])
    starts, ends = other.start - one.start, other.end - one.end
    apart = float(under @ (starts + ends)) / 2 / one.pitch
    ragged = max(abs(float(along @ starts)), abs(float(along @ ends))) / one.pitch
    return _APART[0] <= abs(apart) <= _APART[1] and ragged <= _RAGGED


def _transposed(line: Line) -> Line:
    return Line(line.start[::-1].copy(), line.end[::-1].copy(), line.characters, line.beat)


def _scaled(band: Band, factor: float) -> Band:
    return Band(tuple(Line(line.start * factor, line.end * factor, line.characters, line.beat) for line in band.lines))
