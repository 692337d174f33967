"""Text as cues are matched on: upper case, without accents, one space between words."""

from __future__ import annotations

import re
import unicodedata

PARTICLES = frozenset({"D", "DA", "DE", "DEL", "DI", "DOS", "DU", "EL", "LA", "LE", "VAN", "VON"})
"""Of names, folded."""
_NOT_WORD = re.compile(r"[^A-Z0-9]+")


def fold(text: str) -> str:
    """Return ``text`` in upper case, accents dropped, anything outside ``A-Z0-9`` to one space."""
    text = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE")
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", plain.upper()).strip()
