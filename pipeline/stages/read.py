"""Read one page image: decode once, look at everything, read its text once.

A reading is a function of the image and of ``domain.reader.reader_version`` alone, so it is made once and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.domain.geometry import WHOLE, Box
from pipeline.domain.reader import EngineName
from pipeline.domain.reading import Look, Reading, TextSource, Word, unreadable
from pipeline.errors import InputFault
from pipeline.recognition import ocr, ocr_subprocess, text_layer
from pipeline.recognition.cards import cards
from pipeline.recognition.codes import Codes, codes
from pipeline.recognition.ink import Ink, ink_of
from pipeline.recognition.look import is_coloured, look_again, look_of, look_of_blank
from pipeline.recognition.mrz import machine_zones
from pipeline.recognition.orientation import orientation, skew, turned
from pipeline.recognition.overlooked import overlooked, read_again
from pipeline.recognition.photograph import Photograph, evenly_lit, photograph
from pipeline.recognition.raster import Pixels, cut, raster
from pipeline.recognition.sample import fullest

Lap = Callable[[str], None]
ENGINES: Mapping[EngineName, ocr.Engine] = MappingProxyType(
    {"tesserocr": ocr.in_process, "pytesseract": ocr_subprocess.in_subprocess}
)
_WORD_CONFIDENCE = 0.8  # print seen from behind is read too, but seldom so surely
_MANY_LETTERS, _SOME_TEXT = 20, 10.0  # marks on the page; letters read, by the confidence in them


@dataclass(frozen=True, slots=True)
class _How:
    """How pages are read: which codes tell all of their page, by which engine, and who counts the steps."""

    is_trusted: Callable[[str], bool]
    engine: ocr.Engine
    lap: Lap


@dataclass(frozen=True, slots=True)
class _Page:
    """What is kept of a page once decoded: its colours take three times the room, and were looked at."""

    grey: Pixels
    dpi: float
    coloured: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a page, and how it had to be turned to read them."""

    rotation: int
    skew: float
    words: tuple[Word, ...]
    source: TextSource


@dataclass(frozen=True, slots=True)
class _Print:
    """What the OCR is given. ``x_height``: of small letters, in pixels of ``grey``; 0 when there are none."""

    grey: Pixels
    dpi: float
    x_height: float


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is read: the page as it was received, or the sheet straightened out of a photograph of it."""

    pixels: Pixels
    dpi: float
    photo: Photograph | None

    def lit(self) -> Pixels:
        return self.pixels if self.photo is None else evenly_lit(self.pixels, self.dpi)

    def placed(self, box: Box, rotation: int) -> Box:
        """Return where a box of the sheet, turned upright, lies on the received page, turned upright."""
        return box if self.photo is None else self.photo.on_page(box.turned(-rotation)).turned(rotation)

    def as_received(self, text: _Text) -> _Text:
        """Return the words where they lie on the received page; a photograph has no lean of its own."""
        if self.photo is None:
            return text
        words = tuple(replace(word, box=self.placed(word.box, text.rotation)) for word in text.words)
        return replace(text, skew=0.0, words=words)


def _unheard(_step: str) -> None:
    """Nobody counts."""


def read(
    content: bytes,
    kind: str,
    dpi: float | None,
    is_trusted: Callable[[str], bool],
    engine: EngineName = "tesserocr",
    lap: Lap = _unheard,
) -> Reading:
    """Read one page. ``kind``: jpeg, png, tiff or pdf (of one page); ``dpi``: as declared, if it was.

    ``is_trusted`` says whether a code's payload tells all that its page has to say: the text of such a
    page is not read. ``lap`` is told the name of each step as it ends. What cannot be decoded gives a reading that
    says so; nothing is raised for it.
    """
    how = _How(is_trusted, ENGINES[engine], lap)
    try:
        page = _decoded(content, kind, dpi)
        layer = text_layer.words(content) if kind == "pdf" else ()
    except InputFault as fault:
        return unreadable(fault.explanation)
    grey = page.grey
    lap("décoder")
    seen = codes(grey, page.dpi)
    lap("codes")
    received = ink_of(grey, page.dpi)
    lap("encre")
    if not (received.mask.any() or seen.decoded or seen.unread or layer):
        blank = _Text(0, 0.0, (), TextSource.NONE)
        return _reading(page, received, seen, blank, None)
    if layer:
        text = _Text(0, 0.0, layer, TextSource.BORN_DIGITAL)
        return _reading(page, received, seen, text, grey)
    sheet = _sheet(grey, page.dpi)
    lap("photographie")
    text = _text(sheet, seen, received, how)
    upright = turned(grey, text.rotation)
    reading = _reading(page, received, seen, text, upright)
    lap("aspect")
    if text.source is TextSource.NONE:
        return reading
    if sheet.photo is None:
        reading = _with_overlooked(reading, upright, page.dpi, how)
    return _with_cards(reading, sheet, how)


def _decoded(content: bytes, kind: str, dpi: float | None) -> _Page:
    """Raises InputFault as ``raster`` does."""
    page = raster(content, kind, dpi)
    return _Page(page.grey(), page.dpi, is_coloured(page))


def _sheet(grey: Pixels, dpi: float) -> _Sheet:
    photo = photograph(grey)
    return _Sheet(grey, dpi, None) if photo is None else _Sheet(photo.straightened(grey), photo.dpi, photo)


def _with_overlooked(reading: Reading, upright: Pixels, dpi: float, how: _How) -> Reading:
    """Add the words of the lines of print that the engine passed over; of a photograph, nothing is read again."""
    look = reading.look
    boxes = overlooked(look, reading.words) if look is not None else []
    if look is None or not boxes:
        return reading
    page = ocr.Straight.of(upright, dpi, reading.skew, look.x_height)
    words = read_again(page, boxes, reading.words, reading.skew, how.engine)
    how.lap("ocr")
    return replace(reading, words=words, look=look_again(look, words))


def _with_cards(reading: Reading, sheet: _Sheet, how: _How) -> Reading:
    """Add the cards of a page, and their machine-readable zones."""
    upright, turn = turned(sheet.pixels, reading.rotation), reading.rotation
    zones = tuple(replace(zone, box=sheet.placed(zone.box, turn)) for zone in machine_zones(upright, sheet.dpi))
    how.lap("bandes")
    faces = cards(upright, sheet.dpi) if sheet.photo is None else ()
    how.lap("cartes")
    return replace(reading, mrz=zones, cards=faces)


def _text(sheet: _Sheet, seen: Codes, received: Ink, how: _How) -> _Text:
    """Find the words of a page that bears something, and its upright position."""
    grey, dpi = sheet.lit(), sheet.dpi
    tells_all = any(how.is_trusted(code.payload) for code in seen.decoded)
    if tells_all and seen.turn is not None:  # our own sheets print their codes upright
        return _Text(seen.turn, 0.0, (), TextSource.NONE)
    lies = orientation(grey, seen.turn)
    how.lap("orientation")
    if tells_all:
        return _Text(lies.clockwise, 0.0, (), TextSource.NONE)
    ink = received if sheet.photo is None else ink_of(grey, dpi)
    page = _Print(grey, dpi, ink.x_height * dpi / ink.dpi)
    has_letters = len(received.letters()) >= _MANY_LETTERS
    ways = (lies.clockwise,) if lies.runner_up is None else (lies.clockwise, lies.runner_up)
    if len(ways) > 1 or not has_letters:
        part = fullest(received)
        tried = max((_ocr(page, way, how, part) for way in ways), key=_legible)
        if not has_letters and not _is_text(tried):  # a page number; the other face showing through
            return sheet.as_received(tried)
        ways = (tried.rotation,)
    text = _ocr(page, ways[0], how)
    if not _legible(text) and has_letters:
        gently = replace(page, grey=ocr.softened(page.grey))
        text = max(text, _ocr(gently, text.rotation, how), key=_legible)
    return sheet.as_received(text)


def _ocr(page: _Print, clockwise: int, how: _How, part: Box = WHOLE) -> _Text:
    """Read a page, or the ``part`` of it as received, once turned."""
    upright = turned(cut(page.grey, part), clockwise)
    lean = skew(upright, page.dpi)
    how.lap("aplomb")
    words = ocr.words(upright, page.dpi, lean, how.engine, page.x_height)
    how.lap("ocr")
    within = part.turned(clockwise)
    return _Text(clockwise, lean, tuple(replace(word, box=within.on_page(word.box)) for word in words), TextSource.OCR)


def _legible(text: _Text) -> float:
    """Weigh what was read: letters in words that the engine believes in."""
    return sum(word.confidence * len(word.text) for word in text.words if word.confidence >= _WORD_CONFIDENCE)


def _is_text(text: _Text) -> bool:
    """Say whether what was read is writing for the most part; of print seen from behind, few words seem sure."""
    letters = sum(len(word.text) for word in text.words)
    return _legible(text) >= max(_SOME_TEXT, letters / 2)


def _reading(page: _Page, received: Ink, seen: Codes, text: _Text, upright: Pixels | None) -> Reading:
    height, width = page.grey.shape
    return Reading(
        width=width,
        height=height,
        dpi=round(page.dpi, 2),
        rotation=text.rotation,
        skew=round(text.skew, 3),
        codes=seen.decoded,
        unread_codes=seen.unread,
        words=text.words,
        text_source=text.source,
        look=_look(page, received, text, upright),
        fault=None,
    )


def _look(page: _Page, received: Ink, text: _Text, upright: Pixels | None) -> Look:
    if upright is None:
        return look_of_blank(received, coloured=page.coloured)
    ink = received if text.rotation == 0 else ink_of(upright, page.dpi)
    is_told = text.source is TextSource.NONE
    return look_of(received, upright, page.dpi, ink, text.words, coloured=page.coloured, is_told=is_told)
