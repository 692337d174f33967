"""Whose turn it is to be deposited: the most urgent first, and those of one demande one at a time, in their order."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable

from pipeline.store.deposits import Due


class Turns:
    """A line of pieces for each demande; the demande whose first piece is the most urgent comes first.

    A demande whose piece was taken waits until it is told, by :meth:`ended`, :meth:`later` or :meth:`leave`, what
    became of it.
    """

    def __init__(self, pieces: Iterable[Due]) -> None:
        """Take the pieces in their order, the most urgent first."""
        self._lines: dict[str, deque[tuple[int, Due]]] = {}
        for place, piece in enumerate(pieces):
            self._lines.setdefault(piece.numero_unique, deque()).append((place, piece))
        self._free = [(line[0][0], number) for number, line in self._lines.items()]
        self._last = sum(map(len, self._lines.values()))
        heapq.heapify(self._free)

    def take(self, count: int) -> list[Due]:
        """Take up to ``count`` pieces, each of another demande."""
        taken = [heapq.heappop(self._free)[1] for _ in range(min(count, len(self._free)))]
        return [self._lines[number].popleft()[1] for number in taken]

    def ended(self, piece: Due) -> None:
        """Let the demande of a piece that needs no more go on with the next."""
        line = self._lines[piece.numero_unique]
        if line:
            heapq.heappush(self._free, (line[0][0], piece.numero_unique))

    def later(self, piece: Due) -> None:
        """Put a piece back at the head of its line, and its demande behind all the others."""
        self._last += 1
        self._lines[piece.numero_unique].appendleft((self._last, piece))
        heapq.heappush(self._free, (self._last, piece.numero_unique))

    def leave(self, piece: Due) -> None:
        """Leave for another time what is behind a piece: it would pass before it."""
        self._lines[piece.numero_unique].clear()
