"""An A4 page to print on: text that is made to fit, boxes, and codes. Lengths in mm, sizes of type in points."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import cast

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.enums import MethodReturnValue
from fpdf.fonts import TTFFont

from pipeline.errors import Misuse
from pipeline.sheets.printing.symbol import Symbol

FONTS = Path("/usr/share/fonts/truetype/dejavu")
BLACK, GREY, PALE = 0, 90, 242
POINT_MM = 25.4 / 72
LEADING = 1.25
SMALLEST = 7.0


class Face(StrEnum):
    """The typefaces of a sheet, named as their files are."""

    PLAIN = "DejaVuSans"
    BOLD = "DejaVuSans-Bold"
    MACHINE = "DejaVuSansMono-Bold"


def missing_fonts() -> list[str]:
    """Return what is missing to print and what to do, in French."""
    missing = [path for face in Face if not (path := _path(face)).is_file()]
    return [f"la police {path} manque : installez le paquet fonts-dejavu-core." for path in missing]


def _path(face: Face) -> Path:
    return FONTS / f"{face}.ttf"


class Paper:
    """One page. The same strokes on the same ``day`` give the same bytes."""

    def __init__(self, title: str, day: date) -> None:
        """Open a blank page; ``Misuse`` names the package when its typefaces are missing."""
        self._pdf = FPDF(format="A4")
        self._pdf.set_title(title)
        self._pdf.set_lang("fr-FR")
        self._pdf.set_creation_date(datetime.combine(day, time(12), UTC))
        self._pdf.set_auto_page_break(auto=False)
        self._pdf.set_margin(0)
        self._pdf.c_margin = 0
        for sentence in missing_fonts():
            raise Misuse(sentence)
        for face in Face:
            self._pdf.add_font(face, fname=_path(face))
        # Ligatures would give OCR, and whoever copies the text, one sign for two letters.
        self._pdf.set_text_shaping(use_shaping_engine=True, features={"liga": False})
        self._pdf.add_page()

    def can_write(self, text: str, face: Face) -> bool:
        """Say whether ``face`` has every character of ``text``."""
        font = cast("TTFFont", self._pdf.fonts[face.lower()])
        return all(ord(char) in font.cmap for char in text)

    def write(
        self, x: float, y: float, width: float, height: float, text: str, face: Face, size: float, *, ink: int = BLACK
    ) -> None:
        """Write ``text`` in a frame, in the middle of its height: smaller, and on more lines, until it fits.

        Raises Misuse when it does not even at the smallest size.
        """
        while (lines := self._lines(text, width, face, size)) is None or len(lines) * _leading(size) > height:
            if size <= SMALLEST:
                raise Misuse(f"« {text[:24]}… » est trop long pour tenir sur la feuille.")
            size -= 0.5
        self._pdf.set_text_color(ink)
        self._pdf.set_xy(x, y + (height - len(lines) * _leading(size)) / 2)
        self._pdf.multi_cell(width, h=_leading(size), text=text, align="L")

    def _lines(self, text: str, width: float, face: Face, size: float) -> list[str] | None:
        """Return the lines that ``text`` makes, or None when a word would be cut before the type is small."""
        self._pdf.set_font(face, size=size)
        if size > SMALLEST and any(self._pdf.get_string_width(word) > width for word in text.split()):
            return None
        lines = self._pdf.multi_cell(width, text=text, dry_run=True, output=MethodReturnValue.LINES, align="L")
        return cast("list[str]", lines)

    def box(self, x: float, y: float, width: float, height: float, *, fill: int = 255) -> None:
        """Draw a thin frame."""
        self._pdf.set_draw_color(GREY)
        self._pdf.set_fill_color(fill)
        self._pdf.set_line_width(0.25)
        self._pdf.rect(x, y, width, height, style="DF")

    def code(self, x: float, y: float, symbol: Symbol) -> None:
        """Draw a code whose dark square has its corner there. One path: no seam shows between its modules."""
        path = PaintedPath()
        path.style.fill_color = "#000000"
        path.style.stroke_color = None
        for left, top, width in symbol.runs():
            path.rectangle(x + left, y + top, width, symbol.module)
        with self._pdf.drawing_context() as context:
            context.add_item(path, clone=False)

    def pdf(self) -> bytes:
        """Return the finished file."""
        return bytes(self._pdf.output())


def _leading(size: float) -> float:
    return size * POINT_MM * LEADING
