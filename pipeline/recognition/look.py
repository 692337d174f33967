"""The measures of an image itself (``domain.reading.Look``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.reading import LineScore, Look, Word
from pipeline.recognition import handwriting, lines
from pipeline.recognition.crispness import crispness
from pipeline.recognition.ink import AREA, Ink, Mask, ink_map
from pipeline.recognition.raster import Pixels, Raster, reduced
from pipeline.recognition.shade import shade_map
from pipeline.recognition.sharpness import sharpness
from pipeline.recognition.traces import strengthened

READ_CONFIDENCE = 0.6
_FEW_WORDS, _SOME_LETTERS = 12, 20
_READ_WELL = 0.8  # share of the ink of writing that lies under words read with confidence
_SHAPELESS = 0.65  # sharpness below which letters have lost their shapes
_COLOUR_DPI = 50.0
_COLOUR_STEP, _COLOUR_SHARE = 24.0, 0.0007


def look_of(
    received: Ink,
    upright: Pixels,
    dpi: float,
    ink: Ink,
    words: Sequence[Word],
    *,
    coloured: bool,
    is_told: bool = False,
) -> Look:
    """Measure a page that bears something. ``received`` and ``ink``: its marks as received, and once ``upright``.

    ``is_told``: whether a code tells all that the page says, so that nobody needs its lines.
    """
    sure = [word.box for word in words if word.confidence >= READ_CONFIDENCE]
    under = ink.letters_under(sure)
    covered = _share(ink, under)
    read_well = len(sure) >= _FEW_WORDS and covered >= _READ_WELL
    crisp = sharpness(upright, dpi, ink)
    has_shapes = crisp >= _SHAPELESS
    found = None if is_told or read_well else _lines(upright, ink, lines.LONG_SIDE if has_shapes else lines.SOFT_SIDE)
    scored = None if found is None or not has_shapes else handwriting.scores(ink, found, words)
    return replace(
        look_of_blank(received, coloured=coloured),
        sharpness=round(crisp, 4),
        text_lines=None if found is None else len(found),
        unread_lines=None if found is None else len(lines.unread(found, words, READ_CONFIDENCE)),
        handwritten=_handwritten(scored) if has_shapes and not is_told else None,
        x_height=round(ink.x_height * dpi / ink.dpi, 2),
        covered=1.0 if _is_blind(under, len(sure)) else round(covered, 4),
        lines=scored,
    )


def look_again(look: Look, words: Sequence[Word]) -> Look:
    """Count again the lines in which nothing was read, once more words were."""
    if look.lines is None:
        return look
    found = [line.box for line in look.lines]
    return replace(look, unread_lines=len(lines.unread(found, words, READ_CONFIDENCE)))


def look_of_blank(received: Ink, *, coloured: bool) -> Look:
    """Measure a page that bears nothing, or marks too faint to be ink, which nobody looks at any closer."""
    has_traces = bool(received.faint.any())
    return Look(
        ink=round(received.share, 6),
        ink_map=ink_map(received),
        contrast=round(received.contrast, 4),
        sharpness=0.0,
        text_lines=None if has_traces else 0,
        unread_lines=None if has_traces else 0,
        handwritten=None,
        coloured=coloured,
        faint=round(float(received.faint.mean()), 6),
        shade=shade_map(received),
        crisp=round(crispness(received), 2),
    )


def is_coloured(page: Raster) -> bool:
    """Say whether colour stands out of the paper's own (a stamp, a card, a photo); tinted paper does not count."""
    if page.pixels.ndim == 2:
        return False
    scale = min(1.0, _COLOUR_DPI / page.dpi)
    small = reduced(page.pixels, scale)
    _, green, blue = (plane.astype(np.float32) - 128.0 for plane in cv2.split(cv2.cvtColor(small, cv2.COLOR_BGR2LAB)))
    paper_green, paper_blue = float(np.median(green)), float(np.median(blue))
    # Black ink on tinted paper gives every mixture of the paper's hue and none.
    tint = (green * paper_green + blue * paper_blue) / max(paper_green**2 + paper_blue**2, 1.0)
    np.clip(tint, 0.0, 1.0, out=tint)
    green, blue = green - tint * paper_green, blue - tint * paper_blue
    far = green * green + blue * blue > _COLOUR_STEP**2
    return bool(far.mean() > _COLOUR_SHARE)


def _lines(upright: Pixels, ink: Ink, long_side: int) -> list[Box]:
    """Find the lines of writing, read or not."""
    seen = upright if ink.mask.any() else strengthened(ink.darkness, ink.faint)
    return lines.on_page(seen, ink, long_side)


def _share(ink: Ink, under: Mask) -> float:
    """Return the share of the ink of the letters that is of those ``under`` something; 1 when there is none."""
    areas = ink.marks[ink.letters(), AREA]
    return float(areas[under].sum() / areas.sum()) if len(areas) else 1.0


def _is_blind(under: Mask, sure: int) -> bool:
    """Say whether ink cannot tell how much of the writing was read, of whose letters some lie ``under`` words.

    It cannot where it has next to no letters, or where words (``sure``) were read in print paler than what counts as
    ink.
    """
    return len(under) < _SOME_LETTERS or 2 * int(under.sum()) < sure


def _handwritten(scored: Sequence[LineScore] | None) -> float | None:
    """A page that print explains almost wholly needs no closer look."""
    return 0.0 if scored is None else handwriting.by_hand(scored)
