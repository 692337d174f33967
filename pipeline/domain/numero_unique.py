"""The numéro unique: ``TTT MMYY SSSSSS GGGGG``, 18 characters, no check digit.

Because nothing in it can be checked, a number that was read by OCR never opens a dossier by itself.
"""

from __future__ import annotations

import re
from datetime import date

TERRITORY = r"(?:0(?:0[1-9]|[1-8][0-9]|9[0-5])|02[AB]|97[1-46]|111)"
MONTH, YEAR, SEQUENCE, GUICHET = r"(?:0[1-9]|1[0-2])", r"[0-9]{2}", r"[0-9]{6}", r"[0-9A-Z]{5}"
SHAPE = re.compile(rf"{TERRITORY}{MONTH}{YEAR}{SEQUENCE}{GUICHET}")
LENGTH = 18
_GAP = r"[\s.-]{0,2}"
_WRITTEN = re.compile(rf"(?<![0-9A-Z])({TERRITORY}{_GAP}{MONTH}{YEAR}{_GAP}{SEQUENCE}{_GAP}{GUICHET})(?![0-9A-Z])")
FIRST_YEAR = 2001
_DIGIT_FOR = str.maketrans("OQDILZSBG|!", "00011258611")
_SPACING = re.compile(r"[\s.\u00a0-]+")


def normalise(text: str) -> str:
    """Drop spaces, dots and hyphens, and put in upper case."""
    return _SPACING.sub("", text).upper()


def is_valid(number: str, on: date) -> bool:
    """Say whether ``number`` (normalised) can exist on day ``on``: shape, and month not after it."""
    if not SHAPE.fullmatch(number):
        return False
    month, year = int(number[3:5]), 2000 + int(number[5:7])
    return (FIRST_YEAR, 1) <= (year, month) <= (on.year, on.month)


def find_all(text: str, on: date) -> list[str]:
    """Return the distinct valid numbers written in ``text``, in order; blocks may stand apart."""
    found = dict.fromkeys(normalise(written) for written in _WRITTEN.findall(text.upper()))
    return [number for number in found if is_valid(number, on)]


def repair(text: str) -> str:
    """Undo the usual confusions of OCR where only a digit can stand; the guichet block is left alone.

    The territory keeps a final A or B (Corsica).
    """
    number = normalise(text)
    if len(number) != LENGTH:
        return number
    digits = number[:13].translate(_DIGIT_FOR)
    if digits[:2] == "02" and number[2] in "AB":
        digits = f"02{number[2]}{digits[3:]}"
    return digits + number[13:]


def looks_like(read: str, number: str) -> bool:
    """Say whether ``read`` could be ``number`` seen through the usual confusions of OCR.

    Nothing is undone in the guichet block, where a letter may be meant.
    """
    seen = normalise(read)
    digits = slice(0, LENGTH - 5)
    return seen[digits].translate(_DIGIT_FOR) == number[digits].translate(_DIGIT_FOR) and seen[-5:] == number[-5:]


def spaced(number: str) -> str:
    """Write a number as people read it: ``057 1215 073903 10691``."""
    return f"{number[:3]} {number[3:7]} {number[7:13]} {number[13:]}"
