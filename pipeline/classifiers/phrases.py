"""Thousands of phrases looked for at once in the words of a page: one walk down a tree of their words.

Words are upper case, without accents (``domain.text.fold``). A word may be met within the slips of OCR.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

FUZZY_FROM = 7
SLIPS = (5, 12)
WORDS_KEPT = 50_000


@dataclass(slots=True)
class _Node:
    """A word of phrases. ``phrase``: the one that ends here, if one does."""

    phrase: str | None = None
    next: dict[str, _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was met. ``start`` and ``end``: its words, ``end`` left out; ``exact``: no word slipped."""

    phrase: str
    start: int
    end: int
    exact: bool


class Phrases:
    """Phrases that are looked for together."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._root = _Node()
        for phrase in phrases:
            node = self._root
            for word in phrase.split():
                node = node.next.setdefault(word, _Node())
            node.phrase = phrase
        self._words = sorted({word for phrase in phrases for word in phrase.split()})
        self._allowed = np.array([slips(word) for word in self._words])
        self._close: dict[str, tuple[str, ...]] = {}

    def within(self, words: Sequence[str]) -> Iterator[Found]:
        """Yield the phrases that stand word for word in ``words``."""
        for start in range(len(words)):
            node, at = self._root, start
            while at < len(words) and (child := node.next.get(words[at])) is not None:
                node, at = child, at + 1
                if node.phrase is not None:
                    yield Found(node.phrase, start, at, exact=True)

    def learn(self, words: Sequence[str]) -> None:
        """Look up the words of a page together: it costs less than line by line."""
        if len(self._close) > WORDS_KEPT:
            self._close.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._close]
        if new and self._words:
            distances = process.cdist(new, self._words, scorer=Levenshtein.distance, score_cutoff=len(SLIPS))
            for word, row in zip(new, distances <= self._allowed, strict=True):
                self._close[word] = tuple(self._words[at] for at in np.flatnonzero(row))

    def near(self, words: Sequence[str], starts: int) -> Iterator[Found]:
        """Yield the phrases that begin on one of the first ``starts`` words, each word within the slips of OCR."""
        self.learn(words)
        close = [self._close.get(word, ()) for word in words]
        for start in range(starts):
            for phrase, end in _walk(self._root, close, start):
                exact = phrase.split() == list(words[start:end])
                if exact or len(phrase) >= FUZZY_FROM:
                    yield Found(phrase, start, end, exact)


def _walk(node: _Node, close: Sequence[tuple[str, ...]], at: int) -> Iterator[tuple[str, int]]:
    if node.phrase is not None:
        yield node.phrase, at
    if at < len(close):
        for word in close[at]:
            if word in node.next:
                yield from _walk(node.next[word], close, at + 1)


def slips(word: str) -> int:
    """Tolerate one slip in a word, two in a long one: « DESIGNATION » is not « ASSIGNATION »."""
    return sum(len(word) >= length for length in SLIPS)


def phrases(wanted: Iterable[str]) -> Phrases:
    """Return ``wanted`` ready to be looked for; the same again costs nothing."""
    return _made(tuple(wanted))


@lru_cache(maxsize=8)
def _made(wanted: tuple[str, ...]) -> Phrases:
    return Phrases(wanted)
