"""The measures of an image itself (``domain.reading.Look``)."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Look, Word
from pipeline.recognition import handwriting, lines
from pipeline.recognition.ink import Ink, ink_map
from pipeline.recognition.raster import Pixels, Raster
from pipeline.recognition.sharpness import sharpness
from pipeline.recognition.strokes import line_shapes

READ_CONFIDENCE = 0.6
_FEW_WORDS = 12
_READ_WELL = 0.8  # share of the ink of writing that lies under words read with confidence
_SHAPELESS = 0.65  # sharpness below which letters have lost their shapes
_COLOUR_DPI = 50.0
_COLOUR_STEP, _COLOUR_SHARE = 24.0, 0.0008


def look_of(page: Raster, received: Ink, upright: Pixels, ink: Ink, words: Sequence[Word]) -> Look:
    """Measure a page that bears something. ``received`` and ``ink``: its marks as received, and once upright."""
    found = None if _is_read_well(ink, words) else [line for line in lines.detect(upright) if ink.touches(line)]
    crisp = sharpness(upright, page.dpi, ink)
    return Look(
        ink=round(received.share, 6),
        ink_map=ink_map(received),
        contrast=round(received.contrast, 4),
        sharpness=round(crisp, 4),
        text_lines=None if found is None else len(found),
        unread_lines=None if found is None else len(lines.unread(found, words, READ_CONFIDENCE)),
        handwritten=None if crisp < _SHAPELESS else _handwritten(ink, found, words),
        coloured=is_coloured(page),
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


def _is_read_well(ink: Ink, words: Sequence[Word]) -> bool:
    """Say whether the OCR saw enough of the writing that a second opinion would teach nothing."""
    sure = [word for word in words if word.confidence >= READ_CONFIDENCE]
    return len(sure) >= _FEW_WORDS and ink.share_under([word.box for word in sure]) >= _READ_WELL


def _handwritten(ink: Ink, found: list[Box] | None, words: Sequence[Word]) -> float | None:
    """A page that print explains almost wholly needs no closer look."""
    return 0.0 if found is None else handwriting.share(found, line_shapes(ink, found), words)
