"""One page of a piece as a one-page PDF, as light as its rung of the ladder asks."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from pipeline.media.bitonal import black_and_white
from pipeline.media.compose_page import ComposePage
from pipeline.media.decoded import DPI_MAX, Decoded, Pixels
from pipeline.media.kept import as_received, one_page
from pipeline.media.profile import Profile, profile_of

_ROWS_PER_STRIP = 278  # TIFF tag: one strip is copied into the PDF, several would be encoded again


@dataclass(frozen=True, slots=True)
class Rung:
    """How hard to press.

    ``dpi``: of greys and colours; ``grey``, ``colour``: their JPEG qualities, None for black on white, which is at
    ``black_dpi``. ``share``: what a page weighs there, at the least, of what it weighs on the first rung.
    """

    dpi: float
    grey: int | None
    colour: int | None
    black_dpi: float
    share: float


FIRST = Rung(DPI_MAX, 50, 65, DPI_MAX, 1.0)
LADDER = (
    FIRST,
    Rung(200.0, 40, 50, 200.0, 0.8),
    Rung(200.0, 30, 40, 200.0, 0.7),
    Rung(150.0, 40, 40, 200.0, 0.45),
    Rung(150.0, 30, 30, 200.0, 0.35),
    Rung(150.0, None, 20, 200.0, 0.15),  # a face is lost in black and white: colours go last
    Rung(150.0, None, None, 200.0, 0.1),
    Rung(150.0, None, None, 150.0, 0.08),
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as a PDF of one page, not turned yet. ``dpi``: of its image, None when it is as received."""

    content: bytes
    profile: Profile
    dpi: int | None


def received(page: ComposePage) -> Leaf | None:
    """Return ``page`` as it was received, or None when PDF/A or privacy would not have it."""
    content = as_received(page)
    return Leaf(content, Profile.AS_RECEIVED, None) if content is not None else None


def rendition(page: ComposePage, pixels: Decoded, rung: Rung) -> Leaf:
    """Return ``page``, whose ``pixels`` are given, by the profile that it calls for, pressed as hard as ``rung``."""
    profile, black = profile_of(page, pixels)
    quality = rung.colour if profile is Profile.COLOUR else rung.grey
    if black is None and quality is not None:
        reduced = pixels.reduced(rung.dpi)
        return _leaf(_jpeg(reduced.pixels, quality), profile, reduced.dpi)
    if black is None or pixels.dpi > rung.black_dpi:
        pixels = pixels.reduced(rung.black_dpi).grey()
        black = black_and_white(pixels)
    return _leaf(_group4(black), Profile.BLACK_AND_WHITE, pixels.dpi)


def _leaf(image: bytes, profile: Profile, dpi: float) -> Leaf:
    return Leaf(one_page(image, dpi), profile, round(dpi))


def _group4(black: Pixels) -> bytes:
    out = BytesIO()
    image = Image.fromarray(black).convert("1", dither=Image.Dither.NONE)
    image.save(out, "TIFF", compression="group4", tiffinfo={_ROWS_PER_STRIP: image.height})
    return out.getvalue()


def _jpeg(pixels: Pixels, quality: int) -> bytes:
    out = BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
