"""The invisible text of scanned pages, so that they can be searched and copied from."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from statistics import median

import numpy as np
import uharfbuzz
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from ocrmypdf.font import BuiltinFontProvider, FontManager, MultiFontManager
from ocrmypdf.fpdf_renderer import Fpdf2MultiPageRenderer
from ocrmypdf.models.ocr_element import Baseline, BoundingBox, OcrClass, OcrElement

from pipeline.domain.nir import without_nir
from pipeline.domain.reading import Word
from pipeline.errors import Defect

_LATIN = "NotoSans-Regular"
_POINTS_PER_INCH = 72.0
_DESCENT = 0.215  # share of a word's height under its baseline, as the font of the layer has it
_SLOPE_SPAN = 8  # a line shorter than so many times its height tells nothing of its slope


@dataclass(frozen=True, slots=True)
class TextPage:
    """The words of a page in lines, boxes in 0–1 of the upright page of ``width`` × ``height`` points."""

    width: float
    height: float
    lines: Sequence[Sequence[Word]]


def text_layer(pages: Sequence[TextPage]) -> bytes:
    """Return a PDF of the same number of pages that shows nothing and bears the words, no NIR among them."""
    trees = [_tree(page) for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        fonts = MultiFontManager(font_provider=_Fonts(Path(folder, "latin.ttf"), _letters(pages)))
        path = Path(folder, "text.pdf")
        numbered = [(number, tree, _POINTS_PER_INCH) for number, tree in enumerate(trees)]
        Fpdf2MultiPageRenderer(numbered, fonts).render(path)
        return path.read_bytes()


class _Fonts:
    """The bundled fonts alone: the layer must not depend on what the machine has installed.

    Of the Latin one only ``letters``, cut out by HarfBuzz in a millisecond, and without their shapes, which nobody
    sees: fpdf2 reads all that it is given anew for each file, which takes longer than all the rest of it.
    """

    def __init__(self, path: Path, letters: set[int]) -> None:
        whole, self._any = _latin(), _bundled().get_fallback_font()
        wanted = uharfbuzz.SubsetInput()
        wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
        wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update(letters)
        path.write_bytes(uharfbuzz.subset(whole, wanted).blob.data)
        self._latin = FontManager(path)

    def get_font(self, font_name: str) -> FontManager | None:
        return self._latin if font_name == _LATIN else None

    def get_available_fonts(self) -> list[str]:
        return [_LATIN]

    def get_fallback_font(self) -> FontManager:
        """Return the font without shapes, for letters that the Latin one lacks."""
        return self._any


@cache
def _bundled() -> BuiltinFontProvider:
    return BuiltinFontProvider()


@cache
def _latin() -> uharfbuzz.Face:
    """Return the Latin font that OCRmyPDF brings, its letters as wide as they are and without a stroke."""
    bundled = _bundled().get_font(_LATIN)
    if bundled is None:
        raise Defect(f"OCRmyPDF no longer brings {_LATIN}")
    out = BytesIO()
    with TTFont(bundled.font_path) as font:
        for name in font.getGlyphOrder():
            font["glyf"][name] = Glyph()
        font.save(out)
    return uharfbuzz.Face(out.getvalue())


def _letters(pages: Sequence[TextPage]) -> set[int]:
    written = (ord(char) for page in pages for line in page.lines for word in line for char in word.text)
    return {ord(" "), *written}


def _tree(page: TextPage) -> OcrElement:
    lines = [_line([_element(word, page) for word in line]) for line in without_nir(page.lines) if line]
    return OcrElement(OcrClass.PAGE, BoundingBox(0, 0, page.width, page.height), children=lines)


def _element(word: Word, page: TextPage) -> OcrElement:
    box = word.box
    left, right = sorted((box.x0 * page.width, box.x1 * page.width))
    top, bottom = sorted((box.y0 * page.height, box.y1 * page.height))
    return OcrElement(OcrClass.WORD, BoundingBox(left, top, right, bottom), text=word.text)


def _line(words: list[OcrElement]) -> OcrElement:
    """Return a line whose box stands on its first word, so that a slope does not make the letters taller."""
    boxes = [word.bbox for word in words if word.bbox is not None]
    height = max(median(box.height for box in boxes), 1.0)
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    slope = 0.0
    bottom = median(box.bottom for box in boxes)
    if len(boxes) > 2 and right - left > _SLOPE_SPAN * height:
        slope, at_left = np.polyfit([box.left - left for box in boxes], [box.bottom for box in boxes], 1)
        bottom = at_left if abs(slope) >= 0.005 else bottom
    return OcrElement(
        OcrClass.LINE,
        BoundingBox(left, float(bottom) - height, right, float(bottom)),
        children=words,
        baseline=Baseline(float(slope), -_DESCENT * height),
    )
