"""Boxes on a page, as fractions of its width and height."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; each side in 0–1 of the page, origin at the top left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def turned(self, clockwise: int) -> Box:
        """Return this box as it lies once the page is turned ``clockwise`` degrees (a multiple of 90)."""
        match clockwise % 360:
            case 90:
                return Box(1 - self.y1, self.x0, 1 - self.y0, self.x1)
            case 180:
                return Box(1 - self.x1, 1 - self.y1, 1 - self.x0, 1 - self.y0)
            case 270:
                return Box(self.y0, 1 - self.x1, self.y1, 1 - self.x0)
            case _:
                return self

    def on_page(self, inner: Box) -> Box:
        """Return ``inner``, given in 0–1 of this box, in 0–1 of the page."""
        return Box(
            self.x0 + inner.x0 * self.width,
            self.y0 + inner.y0 * self.height,
            self.x0 + inner.x1 * self.width,
            self.y0 + inner.y1 * self.height,
        )


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


def hull(boxes: list[Box]) -> Box | None:
    """Return the smallest box that holds all of ``boxes``, or None when there is none."""
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )
