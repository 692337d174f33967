"""The social-security number (NIR), recognised by its key, so that it can be kept out of text layers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.domain.reading import Word

_GAP = r"[ .\-/|_:]{0,3}"
_BEFORE_KEY = r"(?:[ .\-/|_:\n]{0,4}(?:cl[eé][ .:\n]{0,3})?)"
_DIGIT = r"[0-9OoIl]"
_BODY = _GAP.join([r"[1-478Il]", *[_DIGIT] * 4, rf"{_DIGIT}{_GAP}[0-9OoIlAB]", *[_DIGIT] * 6])
_CANDIDATE = re.compile(
    rf"(?<![0-9])(?=(?P<body>{_BODY}){_BEFORE_KEY}(?P<key>{_DIGIT}{_GAP}{_DIGIT})(?![0-9]))", re.IGNORECASE
)
_MISREAD = str.maketrans("OoIiLl", "001111")
_CORSICA = {"2A": "19", "2B": "18"}


def nir_spans(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of every NIR in ``text``, spaced or not, its key before or after a line break."""
    return [
        (match.start("body"), match.end("key"))
        for match in _CANDIDATE.finditer(text)
        if _key_holds(_bare(match["body"]), _bare(match["key"]))
    ]


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


def _bare(text: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", text.translate(_MISREAD).upper())


def _key_holds(body: str, key: str) -> bool:
    """Check the 13 characters of a NIR against its key: 97 minus the remainder by 97."""
    department = body[5:7]
    number = body[:5] + _CORSICA.get(department, department) + body[7:]
    return number.isdecimal() and 97 - int(number) % 97 == int(key)
