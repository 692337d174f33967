"""The words that a born-digital PDF page carries, when they can be trusted to be what the page shows."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word
from pipeline.recognition import pdf

MIN_LETTERS = 30
MIN_PLAIN_SHARE = 0.9
VOWEL_SHARE = (0.25, 0.65)
MAX_IMAGE_SHARE = 0.2
MIN_ACROSS_SHARE = 0.9
_LONG = 4
_GRID = 20_000  # a fine ruler along each side of the page, to ask where characters fall once it is shown
_VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœæ")
_PLAIN_SIGNS = frozenset("€°§%&@*+-=<>/\\|()[]{}.,;:!?'’‘\"«»“”–—…•·#_✓☐☑☒²³½©®")
_SEEN_APART = frozenset({pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_INK})
_INVISIBLE = pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True)
class _Char:
    """A visible character; ``line`` grows at each line break, ``box`` in 0–1 of the page as shown."""

    text: str
    box: Box
    line: int
    word: int


def words(content: bytes) -> tuple[Word, ...]:
    """Return the words of a one-page PDF, or none when the page must be looked at instead.

    Not trusted: a scan with a hidden text behind it, a page that large images, form fields or notes
    also speak on, letters that no language has, writing that does not run across the page.
    """
    with pdf.only_page(content) as page:
        if pdf.image_share(page) > MAX_IMAGE_SHARE or _has_notes(page) or _has_hidden_text(page):
            return ()
        chars = list(_chars(page, page.get_textpage()))
    if not _is_language("".join(char.text for char in chars)):
        return ()
    grouped = _grouped(chars)
    return tuple(_joined(word) for word in grouped) if _runs_across(grouped) else ()


def _has_notes(page: pdfium.PdfPage) -> bool:
    """Say whether the page shows writing that its text does not hold: filled fields, notes."""
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page)):
        note = pdfium_c.FPDFPage_GetAnnot(page, index)
        subtype = pdfium_c.FPDFAnnot_GetSubtype(note)
        pdfium_c.FPDFPage_CloseAnnot(note)
        if subtype in _SEEN_APART:
            return True
    return False


def _has_hidden_text(page: pdfium.PdfPage) -> bool:
    texts = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT])
    return any(pdfium_c.FPDFTextObj_GetTextRenderMode(text) == _INVISIBLE for text in texts)


def _runs_across(words: list[list[_Char]]) -> bool:
    """Say whether nearly all words of the page as shown go from left to right."""
    long = [(word[0].box.centre, word[-1].box.centre) for word in words if len(word) >= _LONG]
    across = sum(1 for (x0, y0), (x1, y1) in long if x1 - x0 > abs(y1 - y0))
    return across >= MIN_ACROSS_SHARE * len(long)


def _is_language(text: str) -> bool:
    letters = [char for char in text.lower() if char.isalpha()]
    if len(letters) < MIN_LETTERS:
        return False
    plain = sum(1 for char in text if char.isalnum() or char in _PLAIN_SIGNS)
    vowels = sum(1 for char in letters if char in _VOWELS) / len(letters)
    return plain >= MIN_PLAIN_SHARE * len(text) and VOWEL_SHARE[0] <= vowels <= VOWEL_SHARE[1]


def _chars(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Iterator[_Char]:
    """Yield the visible characters, numbered by word and by line."""
    line = word = 0
    for index in range(text.count_chars()):
        char = chr(pdfium_c.FPDFText_GetUnicode(text, index))
        if char == "\n":
            line += 1
        if char.isspace() or not char.isprintable():
            word += 1
            continue
        left, bottom, right, top = text.get_charbox(index)
        yield _Char(char, _shown(page, left, bottom, right, top), line, word)


def _shown(page: pdfium.PdfPage, left: float, bottom: float, right: float, top: float) -> Box:
    """Map a rectangle of the page's own space to the page as shown, rotated and cropped."""
    (x0, y0), (x1, y1) = _device(page, left, top), _device(page, right, bottom)
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _device(page: pdfium.PdfPage, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return _within(across.value / _GRID), _within(down.value / _GRID)


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _grouped(chars: list[_Char]) -> list[list[_Char]]:
    by_word: dict[tuple[int, int], list[_Char]] = {}
    for char in chars:
        by_word.setdefault((char.line, char.word), []).append(char)
    return list(by_word.values())


def _joined(word: list[_Char]) -> Word:
    box = Box(
        min(char.box.x0 for char in word),
        min(char.box.y0 for char in word),
        max(char.box.x1 for char in word),
        max(char.box.y1 for char in word),
    )
    return Word("".join(char.text for char in word), 1.0, box, word[0].line)
