"""A page and what was seen on it: whole, and each zone in large. A child decodes it: a hostile page kills no more."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

import numpy as np

from pipeline.domain.geometry import Box
from pipeline.errors import InputFault
from pipeline.insight.jpeg import data_uri
from pipeline.recognition.raster import Pixels, cut, raster, reduced

MEMORY_BYTES, CPU_SECONDS = 2 << 30, 60
PAGE, CROP = (480, 680), (1100, 500)  # pixels, width and height, that hold each
PAGE_QUALITY, CROP_QUALITY = 60, 75
MARGIN = 0.02  # of the page, shown around what was seen


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG image as a data URI, ``width`` × ``height`` pixels."""

    uri: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sight:
    """A page upright, and a crop of it for each zone, in their order."""

    page: Picture
    crops: tuple[Picture, ...]


def sight_apart(content: bytes, kind: str, dpi: float | None, clockwise: int, zones: Sequence[Box]) -> Sight:
    """Do as :func:`sight_of`, in a child process with limits; raises InputFault when the page kills it, too."""
    context = multiprocessing.get_context("spawn")  # a forked OpenCV hangs
    with ProcessPoolExecutor(1, mp_context=context, initializer=_confine) as child:
        try:
            return child.submit(sight_of, content, kind, dpi, clockwise, tuple(zones)).result()
        except BrokenProcessPool as error:
            raise InputFault("L'image n'a pas pu être décodée (le décodage s'est interrompu).") from error


def _confine() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def sight_of(content: bytes, kind: str, dpi: float | None, clockwise: int, zones: Sequence[Box]) -> Sight:
    """Show a stored page turned ``clockwise`` degrees (a multiple of 90); ``zones`` lie on the upright page.

    Raises InputFault when it cannot be decoded.
    """
    upright = np.rot90(raster(content, kind, dpi).pixels, -(clockwise // 90))
    crops = tuple(_picture(cut(upright, _around(zone)), CROP, CROP_QUALITY) for zone in zones)
    return Sight(_picture(upright, PAGE, PAGE_QUALITY), crops)


def _around(zone: Box) -> Box:
    """Return a zone with its margin, within the page."""
    return Box(
        max(0.0, min(zone.x0, 1.0 - MARGIN) - MARGIN),
        max(0.0, min(zone.y0, 1.0 - MARGIN) - MARGIN),
        min(1.0, max(zone.x1, MARGIN) + MARGIN),
        min(1.0, max(zone.y1, MARGIN) + MARGIN),
    )


def _picture(pixels: Pixels, box: tuple[int, int], quality: int) -> Picture:
    """Encode an image, reduced so that it holds in ``box`` (width, height)."""
    height, width = pixels.shape[:2]
    small = np.ascontiguousarray(reduced(pixels, min(1.0, box[0] / width, box[1] / height)))
    return Picture(data_uri(small, quality), small.shape[1], small.shape[0])
