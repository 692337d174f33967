"""Small print: what a page loses first when it is made lighter."""

from __future__ import annotations

from pipeline.domain.reading import Reading

SOME = 10  # words: fewer are a note at the foot of the page
_SURE = 0.8
_SHORTEST = 3  # letters
_POINTS = 5.6  # height of the capitals and figures of print of 7 points and a half
_TALL = frozenset("bdfhklt0123456789")


def small_words(reading: Reading) -> int:
    """Count the words in small print that were read with confidence."""
    if not reading.dpi:
        return 0
    length = reading.width if reading.rotation % 180 else reading.height
    points = length / reading.dpi * 72.0
    return sum(
        word.confidence >= _SURE and _is_telling(word.text) and word.box.height * points <= _POINTS
        for word in reading.words
    )


def _is_telling(text: str) -> bool:
    """Say whether the height of a word tells the size of its print: one of its letters is tall."""
    return len(text) >= _SHORTEST and any(char in _TALL or char.isupper() for char in text)
