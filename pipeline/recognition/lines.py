"""Where writing lies on a page, whether or not it can be read: the line detector (PP-OCR, DB).

It is the second opinion on the OCR, which says nothing of the lines that it did not see.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.recognition.models import model, run
from pipeline.recognition.raster import Pixels

LONG_SIDE = 736
_STEP = 32  # the network wants sides that are multiples of this
_INSIDE = 0.3
_CONVINCED = 0.3
_GROWTH = 1.6  # the network is trained to shrink what it sees
_MIN_SIDE = 3  # pixels of the network's map


def detect(upright: Pixels) -> list[Box]:
    """Return the boxes of the lines (or pieces of lines) of writing on an upright grey page."""
    seen = _probabilities(upright)
    rows, columns = seen.shape
    contours, _ = cv2.findContours((seen > _INSIDE).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = []
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        if min(width, height) < _MIN_SIDE:
            continue
        if float(seen[top : top + height, left : left + width].mean()) < _CONVINCED:
            continue
        grown = _GROWTH * width * height / (2 * (width + height))
        boxes.append(
            Box(
                max(0.0, (left - grown) / columns),
                max(0.0, (top - grown) / rows),
                min(1.0, (left + width + grown) / columns),
                min(1.0, (top + height + grown) / rows),
            )
        )
    return boxes


def unread(lines: Sequence[Box], words: Sequence[Word], confidence: float) -> list[Box]:
    """Return the lines in which no word was read with at least ``confidence``."""
    read = [word.box.centre for word in words if word.confidence >= confidence]
    return [line for line in lines if not any(_holds(line, *centre) for centre in read)]


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1


def _probabilities(grey: Pixels) -> Pixels:
    """Return the network's map of writing, 0–1, for the page scaled to ``LONG_SIDE`` at most."""
    scale = min(1.0, LONG_SIDE / max(grey.shape))
    height, width = (max(_STEP, round(side * scale / _STEP) * _STEP) for side in grey.shape)
    small = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32) / 127.5 - 1.0
    batch = np.repeat(small[None, None], 3, axis=1)
    return np.asarray(run(model("rapidocr", "models/PP-OCRv6_det_small.onnx"), batch)[0, 0])
