"""The measures of an image itself (``domain.reading.Look``)."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.reading import LineScore, Look, Word
from pipeline.recognition import handwriting, lines
from pipeline.recognition.ink import Ink, ink_map
from pipeline.recognition.raster import Pixels, Raster
from pipeline.recognition.shade import shade_map
from pipeline.recognition.sharpness import sharpness
from pipeline.recognition.traces import strengthened

READ_CONFIDENCE = 0.6
_FEW_WORDS, _SOME_LETTERS = 12, 20
_READ_WELL = 0.8  # share of the ink of writing that lies under words read with confidence
_SHAPELESS = 0.65  # sharpness below which letters have lost their shapes
_COLOUR_DPI = 50.0
_COLOUR_STEP, _COLOUR_SHARE = 24.0, 0.0008


def look_of(page: Raster, received: Ink, upright: Pixels, ink: Ink, words: Sequence[Word]) -> Look:
    """Measure a page that bears something. ``received`` and ``ink``: its marks as received, and once upright."""
    sure = [word.box for word in words if word.confidence >= READ_CONFIDENCE]
    read_well = len(sure) >= _FEW_WORDS and ink.share_under(sure) >= _READ_WELL
    seen = upright if ink.mask.any() else strengthened(ink.darkness, ink.faint)
    found = None if read_well else [line for line in lines.detect(seen) if ink.touches(line)]
    crisp = sharpness(upright, page.dpi, ink)
    scored = None if found is None or crisp < _SHAPELESS else handwriting.scores(ink, found, words)
    return Look(
        ink=round(received.share, 6),
        ink_map=ink_map(received),
        contrast=round(received.contrast, 4),
        sharpness=round(crisp, 4),
        text_lines=None if found is None else len(found),
        unread_lines=None if found is None else len(lines.unread(found, words, READ_CONFIDENCE)),
        handwritten=None if crisp < _SHAPELESS else _handwritten(scored),
        coloured=is_coloured(page),
        faint=round(float(received.faint.mean()), 6),
        shade=shade_map(received),
        x_height=round(ink.x_height * page.dpi / ink.dpi, 2),
        covered=round(_covered(ink, sure), 4),
        lines=scored,
    )


def look_of_blank(page: Raster, received: Ink) -> Look:
    """Measure a page that bears nothing."""
    return Look(
        ink=round(received.share, 6),
        ink_map=ink_map(received),
        contrast=round(received.contrast, 4),
        sharpness=0.0,
        text_lines=0,
        unread_lines=0,
        handwritten=None,
        coloured=is_coloured(page),
        shade=shade_map(received),
    )


def is_coloured(page: Raster) -> bool:
    """Say whether colour stands out of the paper's own (a stamp, a card, a photo); tinted paper does not count."""
    if page.pixels.ndim == 2:
        return False
    scale = min(1.0, _COLOUR_DPI / page.dpi)
    small = cv2.resize(page.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    chroma = cv2.cvtColor(small, cv2.COLOR_BGR2LAB)[:, :, 1:].reshape(-1, 2).astype(np.float32) - 128.0
    paper = np.median(chroma, axis=0)
    # Black ink on tinted paper gives every mixture of the paper's hue and none.
    tint = np.clip(chroma @ paper / max(float(paper @ paper), 1.0), 0.0, 1.0)
    far = np.linalg.norm(chroma - tint[:, None] * paper, axis=1) > _COLOUR_STEP
    return bool(far.mean() > _COLOUR_SHARE)


def _covered(ink: Ink, sure: Sequence[Box]) -> float:
    """Return the share of the writing that lies under words read with confidence; 1 when the ink cannot tell.

    It cannot where it has next to no letters, or where words were read in print paler than what counts as ink.
    """
    under = ink.letters_under(sure)
    blind = len(under) < _SOME_LETTERS or 2 * np.count_nonzero(under) < len(sure)
    return 1.0 if blind else ink.share_under(sure)


def _handwritten(scored: Sequence[LineScore] | None) -> float | None:
    """A page that print explains almost wholly needs no closer look."""
    return 0.0 if scored is None else handwriting.by_hand(scored)
