"""The machine-readable zones of a page: found by their even spacing, read as OCR-B, mended by their check digits.

What is returned has the shape of a zone, begins like one, looks like OCR-B throughout, and half of its check digits
hold at least; whether they all do, the zone says. A page without a zone gives none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.domain.mrz import Mrz, SeenMrz, parse_as
from pipeline.domain.mrz_layouts import ALPHABET, LAYOUTS, Layout
from pipeline.domain.mrz_repair import Doubt, repaired
from pipeline.recognition.mrz_bands import Band, bands
from pipeline.recognition.ocr_b import Laid, Values, lay, read
from pipeline.recognition.raster import Pixels

LIKENESS = 0.65  # of the cells with characters, on average: what has less is another type
CLEARLY_ANOTHER = 0.15  # of correlation: a place where a digit must be, and a letter clearly is, is in no zone
UNCLEAR = 0.06  # of correlation: a character that stands out by less may be the next best one
MAX_DOUBTS = 12
_NAMES = frozenset("LFG")  # letters of the picture of a layout
_CHARACTERS = np.array(list(ALPHABET))


def machine_zones(upright: Pixels, dpi: float) -> tuple[SeenMrz, ...]:
    """Read the zones of a grey page, from top to bottom; the cards on it may lie in any direction."""
    seen: list[SeenMrz] = []
    for band in bands(upright, dpi):
        box = _box(upright, band)
        if not any(_holds(zone.box, box) for zone in seen) and (zone := _zone(upright, band, box)) is not None:
            seen.append(zone)
    return tuple(sorted(seen, key=lambda zone: (zone.box.y0, zone.box.x0)))


def _zone(grey: Pixels, band: Band, box: Box) -> SeenMrz | None:
    """Read a band from the end from which it looks most like OCR-B."""
    laid = max(([lay(grey, line) for line in way.lines] for way in (band, band.turned())), key=_likeness)
    if _likeness(laid) < LIKENESS:
        return None
    looks = [read(line) for line in laid]
    shape = (len(looks), len(looks[0]))
    understood = [_understood(layout, looks, box) for layout in LAYOUTS if layout.shape == shape]
    return max((zone for zone in understood if zone is not None), key=_soundness, default=None)


def _likeness(laid: Sequence[Laid]) -> float:
    return float(np.mean([line.likeness for line in laid]))


def _soundness(zone: SeenMrz) -> tuple[bool, float]:
    """Order the ways to understand a band."""
    return zone.mrz.all_checks_pass, _share_passing(zone.mrz)


def _share_passing(mrz: Mrz) -> float:
    return float(np.mean([check.passes for check in mrz.checks]))


def _understood(layout: Layout, looks: Sequence[Values], box: Box) -> SeenMrz | None:
    """Read characters that can stand where they do in ``layout``; None when that does not make sense."""
    allowed = [np.where(mask, look, -1.0) for mask, look in zip(_masks(layout), looks, strict=True)]
    lines = ["".join(_CHARACTERS[look.argmax(axis=1)]) for look in allowed]
    if not layout.fits(lines):
        return None
    mrz, changes = repaired(layout, lines, list(_doubts(allowed))) or (parse_as(layout, lines), 0)
    if _share_passing(mrz) < 0.5:
        return None
    if any(_lead(look, line).min() < -CLEARLY_ANOTHER for look, line in zip(looks, mrz.lines, strict=True)):
        return None
    margins = [_lead(look, line) for look, line in zip(allowed, mrz.lines, strict=True)]
    named = np.array([letter in _NAMES for row in layout.picture for letter in row])
    flat = np.concatenate(margins)
    return SeenMrz(mrz, box, changes, round(float(flat[~named].min()), 4), round(float(flat[named].min()), 4))


@lru_cache(maxsize=len(LAYOUTS))
def _masks(layout: Layout) -> list[npt.NDArray[np.bool_]]:
    """Return which characters may stand at each place, line by line: cells × ``ALPHABET``."""
    return [np.array([[char in allowed for char in ALPHABET] for allowed in row]) for row in layout.alphabets]


def _doubts(looks: Sequence[Values]) -> Iterator[Doubt]:
    """Give the characters that may be others, the least clear first."""
    near = [
        (float(best - look), row, column, ALPHABET[char])
        for row, cells in enumerate(looks)
        for column, (cell, best) in enumerate(zip(cells, cells.max(axis=1), strict=True))
        for char, look in enumerate(cell)
        if 0.0 < best - look < UNCLEAR
    ]
    for _, row, column, char in sorted(near)[:MAX_DOUBTS]:
        yield Doubt(row, column, char)


def _lead(look: Values, line: str) -> Values:
    """Return by how much each character of ``line`` looks better than the best of the others."""
    chosen = np.array([ALPHABET.index(char) for char in line])
    cells = np.arange(len(line))
    others = look.copy()
    others[cells, chosen] = -1.0
    return np.asarray(look[cells, chosen] - others.max(axis=1), np.float32)


def _holds(box: Box, other: Box) -> bool:
    x, y = other.centre
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _box(grey: Pixels, band: Band) -> Box:
    height, width = grey.shape
    ends = np.array([end for line in band.lines for end in (line.start, line.end)])
    room = band.lines[0].pitch * 0.7
    (x0, y0), (x1, y1) = ends.min(axis=0) - room, ends.max(axis=0) + room
    sides = (x0 / width, y0 / height, x1 / width, y1 / height)
    return Box(*(round(min(max(float(side), 0.0), 1.0), 5) for side in sides))
