"""A sheet that documents are drawn on, in millimetres and points, as a printer would."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from training.fonts import Faces, Weight, face

Ink = tuple[int, int, int]
BLACK: Ink = (20, 20, 22)
GREY: Ink = (110, 110, 115)
PALE: Ink = (226, 228, 232)
BLUE: Ink = (28, 44, 120)
MM_PER_INCH = 25.4
POINTS_PER_INCH = 72


def sheet(dpi: int, width: float = 210.0, height: float = 297.0, paper: Ink = (255, 255, 255)) -> Image.Image:
    """Return ``width`` × ``height`` mm of empty paper."""
    return Image.new("RGB", (round(width * dpi / MM_PER_INCH), round(height * dpi / MM_PER_INCH)), paper)


@dataclass(slots=True)
class Canvas:
    """A page being drawn. Coordinates in mm from the top left, type sizes in points."""

    dpi: int
    faces: Faces
    image: Image.Image
    pen: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.pen = ImageDraw.Draw(self.image)

    @classmethod
    def blank(
        cls, dpi: int, faces: Faces, width: float = 210.0, height: float = 297.0, paper: Ink = (255, 255, 255)
    ) -> Canvas:
        """Return an empty sheet of ``width`` × ``height`` mm (A4 unless told)."""
        return cls(dpi, faces, sheet(dpi, width, height, paper))

    def px(self, mm: float) -> int:
        return round(mm * self.dpi / MM_PER_INCH)

    def mm(self, pixels: float) -> float:
        return pixels * MM_PER_INCH / self.dpi

    def _type_px(self, points: float) -> int:
        return max(4, round(points * self.dpi / POINTS_PER_INCH))

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        weight: Weight = "regular",
        ink: Ink = BLACK,
        anchor: str = "la",
    ) -> None:
        """Write one line; ``anchor`` as in Pillow (``la``: left, ascender; ``ma``: middle; ``ra``: right)."""
        self.pen.text((self.px(x), self.px(y)), words, ink, face(self.faces, weight, self._type_px(size)), anchor)

    def remember(self, x: float, y: float, words: str, size: float) -> None:
        """Be told of words drawn by other means than ``text``; only a page that remembers cares."""

    def bear(self, payload: str, *, torn: bool) -> None:
        """Be told of a code that was printed; only a page that remembers cares."""

    def width_of(self, words: str, size: float, weight: Weight = "regular") -> float:
        return self.mm(face(self.faces, weight, self._type_px(size)).getlength(words))

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        words: str,
        size: float = 10,
        weight: Weight = "regular",
        ink: Ink = BLACK,
        leading: float = 1.4,
    ) -> float:
        """Write wrapped text within ``width``; return the y of what comes next."""
        step = size * leading * MM_PER_INCH / POINTS_PER_INCH
        for line in self.wrap(words, width, size, weight):
            self.text(x, y, line, size, weight, ink)
            y += step
        return y

    def wrap(self, words: str, width: float, size: float, weight: Weight = "regular") -> list[str]:
        lines: list[str] = []
        for block in words.split("\n"):
            current = ""
            for word in block.split(" "):
                longer = f"{current} {word}".strip()
                if current and self.width_of(longer, size, weight) > width:
                    lines.append(current)
                    current = word
                else:
                    current = longer
            lines.append(current)
        return lines

    def line(self, x0: float, y0: float, x1: float, y1: float, ink: Ink = BLACK, thick: float = 0.2) -> None:
        start, end = (self.px(x0), self.px(y0)), (self.px(x1), self.px(y1))
        self.pen.line([start, end], ink, max(1, self.px(thick)))

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        ink: Ink = BLACK,
        thick: float = 0.2,
        fill: Ink | None = None,
    ) -> None:
        corners = (self.px(x), self.px(y), self.px(x + width), self.px(y + height))
        self.pen.rectangle(corners, fill, ink if thick else None, max(1, self.px(thick)))

    def paste(self, image: Image.Image, x: float, y: float) -> None:
        """Lay ``image`` at its own pixels; where it has an alpha, through it."""
        self.image.paste(image, (self.px(x), self.px(y)), image if image.mode == "RGBA" else None)

    def table(
        self,
        x: float,
        y: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        size: float = 9,
        *,
        ruled: bool = True,
        head: Ink | None = PALE,
    ) -> float:
        """Draw ``rows``, the first as heading, columns after the first flush right; return the y below."""
        height = size * 1.75 * MM_PER_INCH / POINTS_PER_INCH
        for number, row in enumerate(rows):
            if number == 0 and head is not None:
                self.box(x, y, sum(widths), height, thick=0, fill=head)
            left = x
            for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
                if ruled:
                    self.box(left, y, width, height, GREY, 0.15)
                weight: Weight = "bold" if number == 0 else "regular"
                if column == 0:
                    self.text(left + 1, y + height * 0.2, cell, size, weight)
                else:
                    self.text(left + width - 1, y + height * 0.2, cell, size, weight, anchor="ra")
                left += width
            if not ruled:
                self.line(x, y + height, x + sum(widths), y + height, PALE if number else BLACK)
            y += height
        return y + 2
