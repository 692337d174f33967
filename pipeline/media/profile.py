"""How a page is delivered: what it bears decides, never what it weighs."""

from __future__ import annotations

from enum import StrEnum

from pipeline.domain.reading import Reading, TextSource
from pipeline.media.bitonal import black_and_white, loses_greys
from pipeline.media.compose_page import ComposePage
from pipeline.media.decoded import Decoded, Pixels
from pipeline.media.small_print import small_words

_SURE, _FEW = 0.6, 12  # confidence of a word, and how many of them make a page of print
_BY_HAND = 0.05  # share of the writing
_CRISP = 0.8
_FINE_DPI = 180.0  # coarser, letters are made of their greys
_PALE = 0.5  # contrast of its ink
_MUCH_SMALL = 40  # words


class Profile(StrEnum):
    """The ways to deliver a page, as they are said in French."""

    AS_RECEIVED = "telle que reçue"
    BLACK_AND_WHITE = "en noir et blanc"
    GREY = "en gris"
    COLOUR = "en couleur"


def profile_of(page: ComposePage, pixels: Decoded) -> tuple[Profile, Pixels | None]:
    """Return the profile that loses nothing of ``page``; with it, its black and white when that is the one.

    Colours that matter stay. Print goes black on white when no grey would be lost, nobody wrote by hand, it is neither
    pale, small nor coarse, and no code was seen: codes are made to be read again, by others.
    """
    if page.is_coloured:
        return Profile.COLOUR, None
    if pixels.dpi < _FINE_DPI or not _is_clean_print(page.reading):
        return Profile.GREY, None
    black = black_and_white(pixels)
    return (Profile.GREY, None) if loses_greys(pixels, black) else (Profile.BLACK_AND_WHITE, black)


def _is_clean_print(reading: Reading) -> bool:
    """Say whether the reading explains the page: words read with confidence, of a fair size, and nothing else."""
    look = reading.look
    if look is None or reading.text_source is not TextSource.OCR or reading.codes or reading.unread_codes:
        return False
    if look.handwritten is None or look.handwritten > _BY_HAND or look.unread_lines or look.sharpness < _CRISP:
        return False
    if look.contrast < _PALE or small_words(reading) > _MUCH_SMALL:
        return False
    return sum(word.confidence >= _SURE for word in reading.words) >= _FEW
