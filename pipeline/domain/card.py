"""A face of an identity card as it lies on a page: its shape and its corners."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pipeline.domain.geometry import Box

Quad = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


class Shape(StrEnum):
    """The two shapes of identity papers; copies are of any size, so the old French card is not told from a passport."""

    CARD = "ID-1"
    LEAF = "ID-2 ou ID-3"


@dataclass(frozen=True, slots=True)
class Card:
    """A face of a card. ``corners``: (x, y) in 0–1 of the page given, clockwise, from one end of a long side."""

    shape: Shape
    corners: Quad

    @property
    def box(self) -> Box:
        """The smallest box of the page that holds the face."""
        xs, ys = [x for x, _ in self.corners], [y for _, y in self.corners]
        return Box(max(0.0, min(xs)), max(0.0, min(ys)), min(1.0, max(xs)), min(1.0, max(ys)))
