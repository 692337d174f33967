"""The words of a piece as a model counts them: words, pairs of neighbours, beginnings, and those near the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.domain.reading import Reading, Word
from pipeline.domain.text import fold

TOP = 0.32  # share of the first page where letterheads and titles stand
SHORT_NUMBER = 2
LONG_WORD, BEGINNING = 7, 5


def counted(readings: Sequence[Reading]) -> Counter[str]:
    """Count the marks of the pages of one piece, in order: ``MOT``, ``MOT AUTRE``, ``MOTIF~``, ``^TITRE``."""
    marks: Counter[str] = Counter()
    for rank, reading in enumerate(readings):
        for line in reading.lines():
            words = list(_words(line))
            marks.update(words)
            marks.update(f"{one} {other}" for one, other in pairwise(words))
            marks.update(f"{word[:BEGINNING]}~" for word in words if len(word) >= LONG_WORD)
            if rank == 0 and line[0].box.y0 <= TOP:
                marks.update(f"^{word}" for word in words)
    return marks


def _words(line: Sequence[Word]) -> Iterator[str]:
    for word in line:
        for token in fold(word.text).split():
            if token.isdecimal() and len(token) <= SHORT_NUMBER:
                yield "0"
            elif len(token) > 1:
                yield token
