"""Machine-readable zones of identity papers, with their check digits (ICAO 9303 and the old French card)."""

from __future__ import annotations

from datetime import date
from itertools import cycle

from pipeline.domain.text import fold

FILLER = "<"


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
    born, ends = f"{birth:%y%m%d}", f"{expiry:%y%m%d}"
    optional = _pad("", 14)
    second = number + check(number) + nation + born + check(born) + sex + ends + check(ends) + optional + FILLER
    composite = check(second[0:10] + second[13:20] + second[21:43])
    return ["P<FRA" + _names(nom, prenoms, 39), second + composite]
