"""The words of a page as one text, any stretch of which can be found again on the page."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.domain.geometry import Box, hull
from pipeline.domain.reading import Word


@dataclass(frozen=True, slots=True)
class Printed:
    """``text``: upper case, without accents, one space between words and a line feed between lines.

    ``starts``: where each of ``words`` begins in it.
    """

    text: str
    starts: tuple[int, ...]
    words: tuple[Word, ...]

    def under(self, start: int, stop: int) -> tuple[Word, ...]:
        """Return the words that ``text[start:stop]`` is made of."""
        return self.words[max(0, bisect_right(self.starts, start) - 1) : bisect_right(self.starts, stop - 1)]

    def box(self, start: int, stop: int) -> Box | None:
        """Return where ``text[start:stop]`` stands on the upright page."""
        return hull([word.box for word in self.under(start, stop)])

    def line_before(self, start: int) -> str:
        """Return what stands before a value on its line."""
        return self.text[self.text.rfind("\n", 0, start) + 1 : start]

    def before(self, start: int) -> str:
        """Return what stands before a value on its line, and the line above when that is no word."""
        own = self.line_before(start)
        above = self.text[: max(0, start - len(own) - 1)].rpartition("\n")[2]
        return own if re.search(r"[A-Z]", own) else f"{above} {own}"


def printed(words: Iterable[Word]) -> Printed:
    """Return words, in reading order, as one text."""
    parts: list[str] = []
    starts: list[int] = []
    own = sorted(words, key=lambda word: word.line)
    length = 0
    for rank, word in enumerate(own):
        plain = _plain(word.text)
        ends = rank + 1 == len(own) or own[rank + 1].line != word.line
        starts.append(length)
        parts += [plain, "\n" if ends else " "]
        length += len(plain) + 1
    return Printed("".join(parts), tuple(starts), tuple(own))


def _plain(word: str) -> str:
    """Return a word in upper case, without accents; its signs stay, for dates are made of them."""
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return bare.upper().replace("’", "'")
