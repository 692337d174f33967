"""The typefaces that documents are printed or written with, found where Debian puts them.

Three families are kept apart: what is learnt on one is tuned on another and measured on the third.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import Literal

from PIL import ImageFont

from pipeline.errors import Misuse

FONT_ROOT = Path("/usr/share/fonts")
Weight = Literal["regular", "bold", "italic", "mono"]


class Family(StrEnum):
    """``A`` draws the committed fixtures and what is learnt from, ``B`` the sets that nothing was tuned on.

    ``C`` draws the cards that are kept apart to certify.
    """

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Faces:
    """The cuts of one typeface, as paths under the font root, with the Debian package that holds them."""

    package: str
    regular: str
    bold: str
    italic: str
    mono: str = "truetype/liberation/LiberationMono-Regular.ttf"


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody's handwriting. ``scale`` evens out how large the font draws."""

    package: str
    path: str
    scale: float = 1.0


def _cuts(package: str, stem: str, regular: str, bold: str, italic: str) -> Faces:
    return Faces(package, stem + regular, stem + bold, stem + italic)


_LIBERATION = "truetype/liberation/Liberation"
_DEJAVU = "truetype/dejavu/DejaVu"
_FREE = "truetype/freefont/Free"
PRINT: dict[Family, tuple[Faces, ...]] = {
    Family.A: (
        _cuts("fonts-liberation", _LIBERATION, "Sans-Regular.ttf", "Sans-Bold.ttf", "Sans-Italic.ttf"),
        _cuts("fonts-liberation", _LIBERATION, "Serif-Regular.ttf", "Serif-Bold.ttf", "Serif-Italic.ttf"),
        _cuts("fonts-dejavu-core", _DEJAVU, "Sans.ttf", "Sans-Bold.ttf", "Sans.ttf"),
    ),
    Family.B: (
        _cuts("fonts-crosextra-carlito", "truetype/crosextra/Carlito", "-Regular.ttf", "-Bold.ttf", "-Italic.ttf"),
        _cuts("fonts-crosextra-caladea", "truetype/crosextra/Caladea", "-Regular.ttf", "-Bold.ttf", "-Italic.ttf"),
        _cuts("fonts-freefont-ttf", _FREE, "Sans.ttf", "SansBold.ttf", "SansOblique.ttf"),
        _cuts("fonts-freefont-ttf", _FREE, "Serif.ttf", "SerifBold.ttf", "SerifItalic.ttf"),
    ),
    Family.C: (
        _cuts("fonts-lato", "truetype/lato/Lato", "-Regular.ttf", "-Bold.ttf", "-Italic.ttf"),
        _cuts("fonts-open-sans", "truetype/open-sans/OpenSans", "-Regular.ttf", "-Bold.ttf", "-Italic.ttf"),
        _cuts("fonts-linuxlibertine", "opentype/linux-libertine/LinLibertine", "_R.otf", "_RB.otf", "_RI.otf"),
    ),
}
HANDS: dict[Family, tuple[Hand, ...]] = {
    Family.A: (
        Hand("fonts-dkg-handwriting", "truetype/fifthhorseman/dkg.ttf"),
        Hand("fonts-breip", "truetype/breip/Breip.ttf", 1.15),
        Hand("fonts-sjfonts", "truetype/sjfonts/Delphine.ttf", 1.35),
    ),
    Family.B: (
        Hand("fonts-sjfonts", "truetype/sjfonts/SteveHand.ttf", 0.95),
        Hand("fonts-kristi", "truetype/kristi/Kristi.ttf", 1.5),
        Hand("fonts-ecolier-court", "truetype/ecolier-court/Ecolier-court.ttf", 1.65),
        Hand("fonts-dancingscript", "opentype/dancingscript/DancingScript-Regular.otf", 1.15),
    ),
    Family.C: (
        Hand("fonts-femkeklaver", "truetype/femkeklaver/femkeklaver.ttf"),
        Hand("fonts-joscelyn", "opentype/joscelyn/Joscelyn-Regular.otf", 1.2),
        Hand("fonts-kaushanscript", "opentype/kaushanscript/KaushanScript-Regular.otf"),
    ),
}
MACHINE_READABLE = Hand("fonts-ocr-b", "opentype/ocr-b/OCRB.otf")


def pick_faces(family: Family, rng: Random) -> Faces:
    """Return a typeface of ``family``."""
    return rng.choice(PRINT[family])


def pick_hand(family: Family, rng: Random) -> Hand:
    """Return a handwriting of ``family``."""
    return rng.choice(HANDS[family])


def face(faces: Faces, weight: Weight, pixels: int) -> ImageFont.FreeTypeFont:
    """Return a cut of ``faces`` at a height in pixels."""
    package = "fonts-liberation" if weight == "mono" else faces.package
    return load(package, getattr(faces, weight), pixels)


@lru_cache(maxsize=512)
def load(package: str, path: str, pixels: int) -> ImageFont.FreeTypeFont:
    """Open a font at a height in pixels; raise ``Misuse`` naming the package when it is not installed."""
    try:
        return ImageFont.truetype(str(FONT_ROOT / path), pixels, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise Misuse(f"Police absente : {FONT_ROOT / path}. Installez-la : apt-get install {package}") from error


def missing_packages(family: Family) -> list[str]:
    """Return the Debian packages still needed to draw documents of ``family``."""
    wanted = {(faces.package, faces.regular) for faces in PRINT[family]}
    wanted |= {(hand.package, hand.path) for hand in (*HANDS[family], MACHINE_READABLE)}
    wanted.add(("fonts-liberation", f"{_LIBERATION}Mono-Regular.ttf"))
    return sorted({package for package, path in wanted if not (FONT_ROOT / path).is_file()})
