"""The social-security number (NIR), recognised by its key: one person's for life, and kept out of text layers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.domain.reading import Word

_GAP = r"[ .\-/|_:]{0,3}"
_BEFORE_KEY = r"(?:[ .\-/|_:\n]{0,4}(?:cl[eé][ .:\n]{0,3})?)"
_MISREAD = str.maketrans("OoQDIil|!ZzSsGbTtBgq", "00001111122556677899")
_LETTERS = "OQDIl|!ZSGTBbgq"  # read for digits
_DIGIT = rf"[0-9{_LETTERS}]"
_BODY = _GAP.join([rf"[1-478{_LETTERS}]", *[_DIGIT] * 4, rf"{_DIGIT}{_GAP}[0-9A{_LETTERS}]", *[_DIGIT] * 6])
_CANDIDATE = re.compile(
    rf"(?<![0-9])(?=(?P<body>{_BODY}){_BEFORE_KEY}(?P<key>{_DIGIT}{_GAP}{_DIGIT})(?![0-9]))", re.IGNORECASE
)
MONTHS = range(1, 13)
_TRUE_DIGITS = 6  # with fewer, it is a word
_CORSICA = {"2A": "19", "2B": "18"}


def nir_spans(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of every NIR in ``text``, spaced or not, its key before or after a line break."""
    return [(match.start("body"), match.end("key")) for match, _ in _found(text)]


def nirs(text: str) -> set[str]:
    """Return the NIRs in ``text`` that tell a month of birth: 13 digits, those of Corsica without their letter."""
    return {number for _, number in _found(text) if int(number[3:5]) in MONTHS}


def _found(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _CANDIDATE.finditer(text):
        number = next((body for body in _bodies(match["body"]) if _key_holds(body, _digits(match["key"]))), None)
        if number is not None:
            yield match, number


def without_nir(lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the lines of words without the words that bear a part of a NIR."""
    spans = nir_spans("\n".join(" ".join(word.text for word in line) for line in lines))
    kept: list[list[Word]] = []
    at = 0
    for line in lines:
        kept.append([])
        for word in line:
            end = at + len(word.text)
            if not any(start < end and at < stop for start, stop in spans):
                kept[-1].append(word)
            at = end + 1
        if not line:
            at += 1
    return kept


def _bodies(written: str) -> Iterator[str]:
    """Yield the 13 digits that ``written`` may stand for: a Corsican department bears a letter of its own."""
    bare = re.sub(r"[ .\-/_:]", "", written)
    if sum(char.isdecimal() for char in bare) < _TRUE_DIGITS:
        return
    yield _digits(bare)
    corsican = _CORSICA.get(_digits(bare[5:6]) + bare[6:7].upper())
    if corsican is not None:
        yield _digits(bare[:5]) + corsican + _digits(bare[7:])


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text.translate(_MISREAD))


def _key_holds(body: str, key: str) -> bool:
    """Check the 13 digits of a NIR against its key: 97 minus the remainder by 97."""
    return len(body) == 13 and len(key) == 2 and 97 - int(body) % 97 == int(key)
