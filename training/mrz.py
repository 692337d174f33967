"""Machine-readable zones of identity papers, with their check digits (ICAO 9303 and the old French card).

``python -m training.mrz`` draws the shapes of OCR-B that the reader compares with.
"""

from __future__ import annotations

from datetime import date
from itertools import cycle
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline.domain.text import fold
from training.fonts import MACHINE_READABLE, load

FILLER = "<"
SHAPES = Path(__file__).parent.parent / "pipeline" / "recognition" / "ocr_b.png"
SHAPED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" + FILLER
SHAPE_PX, TYPE_PX = (60, 84), 83  # a cell is as wide as the type's step from one character to the next


def check(field: str) -> str:
    """Return the check digit of ``field``: weights 7-3-1, letters from 10, filler 0."""
    return str(sum(_value(char) * weight for char, weight in zip(field, cycle((7, 3, 1)), strict=False)) % 10)


def _value(char: str) -> int:
    return 0 if char == FILLER else int(char, 36)


def _pad(text: str, length: int) -> str:
    return text[:length].ljust(length, FILLER)


def _plain(name: str) -> str:
    return fold(name).replace(" ", FILLER)


def _names(nom: str, prenoms: str, length: int) -> str:
    return _pad(f"{_plain(nom)}<<{_plain(prenoms)}", length)


def old_card(nom: str, prenoms: str, birth: date, sex: str, number: str) -> list[str]:
    """Return the two lines of 36 of the card of 1995; ``number``: its 12 digits."""
    first = "IDFRA" + _pad(_plain(nom), 25) + number[4:7] + "042"
    given = _pad("<<".join(_plain(name) for name in prenoms.split(" ")), 14)
    day = f"{birth:%y%m%d}"
    second = number + check(number) + given + day + check(day) + sex
    return [first, second + check(first + second)]


def td1(
    kind: str, number: str, optional: str, birth: date, sex: str, expiry: date, nation: str, nom: str, prenoms: str
) -> list[str]:
    """Return the three lines of 30 of a card; ``kind``: its five first characters, as ``IDFRA``."""
    first = _pad(kind + number + check(number) + optional, 30)
    born, ends = f"{birth:%y%m%d}", f"{expiry:%y%m%d}"
    second = born + check(born) + sex + ends + check(ends) + nation + _pad("", 11)
    composite = check(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return [first, second + composite, _names(nom, prenoms, 30)]


def td3(number: str, birth: date, sex: str, expiry: date, nation: str, nom: str, prenoms: str) -> list[str]:
    """Return the two lines of 44 of a French passport."""
    second = _holder(number, birth, sex, expiry, nation) + _pad("", 15)
    composite = check(second[0:10] + second[13:20] + second[21:43])
    return ["P<FRA" + _names(nom, prenoms, 39), second + composite]


def td2(number: str, birth: date, sex: str, expiry: date, nation: str, nom: str, prenoms: str) -> list[str]:
    """Return the two lines of 36 of a card of the size of the old one, issued by ``nation``."""
    second = _holder(number, birth, sex, expiry, nation) + _pad("", 7)
    composite = check(second[0:10] + second[13:20] + second[21:35])
    return [f"I<{nation}" + _names(nom, prenoms, 31), second + composite]


def visa(
    number: str, birth: date, sex: str, expiry: date, nation: str, nom: str, prenoms: str, optional: str, width: int
) -> list[str]:
    """Return the two lines of a French visa. ``width``: 44 (MRV-A) or 36 (MRV-B); there is no composite digit."""
    second = _holder(number, birth, sex, expiry, nation) + optional
    return ["VDFRA" + _names(nom, prenoms, width - 5), _pad(second, width)]


def licence(number: str, expiry: date, nom: str) -> list[str]:
    """Return the one line of 30 of a French driving licence; ``number``: its 9 characters."""
    head = "D1FRA" + number
    line = head + check(head) + f"{expiry:%y%m%d}" + _pad(_plain(nom)[:6] + FILLER * 2, 8)
    return [line + check(line)]


def _holder(number: str, birth: date, sex: str, expiry: date, nation: str) -> str:
    """Return the 28 characters that the second line begins with on everything but cards of 3 lines."""
    born, ends = f"{birth:%y%m%d}", f"{expiry:%y%m%d}"
    return number + check(number) + nation + born + check(born) + sex + ends + check(ends)


def shapes() -> Image.Image:
    """Draw the characters of a zone side by side, capitals in the middle of their cells."""
    width, height = SHAPE_PX
    font = load(MACHINE_READABLE.package, MACHINE_READABLE.path, TYPE_PX)
    _, top, _, _ = font.getbbox("A", anchor="ls")
    image = Image.new("L", (width * len(SHAPED), height), 255)
    pen = ImageDraw.Draw(image)
    for index, char in enumerate(SHAPED):
        pen.text((index * width, (height - top) / 2), char, 0, font, anchor="ls")
    return image


if __name__ == "__main__":
    shapes().save(SHAPES, optimize=True)
