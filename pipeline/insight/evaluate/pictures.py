"""Pages with errors, small enough for all of them to stand in one file, large enough to see what they are."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pipeline.engine.house import House
from pipeline.errors import InputFault
from pipeline.insight.evaluate.spots import Place
from pipeline.insight.jpeg import data_uri
from pipeline.recognition.raster import raster, reduced
from pipeline.store import lots

BOX, QUALITY = (460, 640), 50  # pixels, width and height, that hold a page


def pictures(house: House, received: Mapping[str, str], upright: Mapping[Place, int]) -> dict[Place, str]:
    """Return JPEG data URIs of pages, decoded one at a time; one that cannot be decoded has none.

    ``received``: the lot of the house by the name of its case. ``upright``: degrees clockwise by page.
    """
    shown: dict[Place, str] = {}
    for (name, n), clockwise in upright.items():
        with house.store.begin() as tx:
            stored = lots.pages(tx, received[name], n, n) if name in received else []
        for page in stored:
            try:
                shown[name, n] = thumbnail(house.store.blobs.get(page.blob), page.kind, page.dpi, clockwise)
            except InputFault:
                continue  # the error is told without its image
    return shown


def thumbnail(content: bytes, kind: str, dpi: float | None, clockwise: int) -> str:
    """Return a stored page turned ``clockwise`` degrees (a multiple of 90) as a JPEG data URI.

    Raises InputFault when it cannot be decoded.
    """
    pixels = np.rot90(raster(content, kind, dpi).pixels, -(clockwise // 90))
    height, width = pixels.shape[:2]
    small = reduced(np.ascontiguousarray(pixels), min(1.0, BOX[0] / width, BOX[1] / height))
    return data_uri(small, QUALITY)
