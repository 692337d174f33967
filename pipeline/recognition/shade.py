"""The darkness of a page in little, kept with its reading: what its other face may show of it, mark by mark."""

from __future__ import annotations

import base64
import zlib

import numpy as np

from pipeline.domain.reading import SHADE_LITTER, SHADE_MM, SHADE_STEPS
from pipeline.recognition.ink import Ink, cell_means

_GRAIN = 0.4  # shades; below, a cell is paper


def shade_map(ink: Ink) -> str:
    """Return the mean darkness of cells of ``SHADE_MM``, packed as ``Look.shade`` says."""
    rows, columns = (max(1, round(side / ink.dpi * 25.4 / SHADE_MM)) for side in ink.darkness.shape)
    cells = cell_means(ink.darkness, rows, columns)
    cells -= np.median(cells)
    cells[cells < _GRAIN] = 0.0
    levels = np.round(SHADE_STEPS * np.sqrt(cells)).astype(np.uint8)
    levels[cell_means(ink.litter.view(np.uint8), rows, columns) > 0] |= SHADE_LITTER
    size = np.array([rows, columns], dtype="<u2")
    return base64.b64encode(zlib.compress(size.tobytes() + levels.tobytes())).decode("ascii")
