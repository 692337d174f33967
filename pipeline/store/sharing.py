"""Whose turn it is among the tasks that wait: what is due first; of one deadline, each station in its turn. Pure.

A *rank* is one number, the smaller first: the minute of the deadline, then the *turn*, a virtual time that goes on as
tasks are taken (start-time fair queueing). The lots of a station stand in a line; each of their pages takes one step of
its turns, the longer the less its channel weighs. All lines go forward at the pace of their weight, and whoever comes
begins where the others are. The pages of a great lot stand far apart, in a line of their own, and are odd among turns
that are even: at the same turn, it gives way (decision 39).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

TURNS = 1 << 36
"""Turns of one deadline: beyond, names alone say what comes first."""
PAGE = 256
"""Turns between two pages of a line of weight 1."""
GREAT_PAGES, GREAT_STEPS = 100, 100
"""A lot of more pages is great; one page of it comes for so many of another line."""


class Sort(StrEnum):
    """The lines of a station: lots to open, lots to read, great lots to read."""

    OPEN = "ouvrir"
    READ = "lire"
    GREAT = "grand"


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns that a lot is given: the first, and the step between two pages. ``end``: where the next lot begins."""

    first: int
    step: int
    count: int

    @property
    def end(self) -> int:
        return self.first + self.step * self.count

    def of(self, n: int) -> int:
        """Return the turn of its ``n``-th page, from 1."""
        return self.first + self.step * (n - 1)


def minute_of(due: datetime) -> int:
    """Return the minute, since the epoch, of a deadline (aware)."""
    return int(due.timestamp()) // 60


def rank(minute: int, turn: int) -> int:
    """Return what a task is taken by: the minute of its deadline, then its turn."""
    return minute * TURNS + min(turn, TURNS - 1)


def now_of(first_rank: int) -> int:
    """Return the turn at which the others are, from the rank of the first task that waits."""
    return first_rank % TURNS // 2 * 2


def sort_of(pages: int) -> Sort:
    """Return the line in which a lot of so many pages is read."""
    return Sort.GREAT if pages > GREAT_PAGES else Sort.READ


def join(sort: Sort, pages: int, now: int, end: int, weight: float) -> Turns:
    """Return the turns of a lot of so many pages that joins a line now; ``end``: where those before it end.

    ``weight``: of its channel, which each of its stations has.
    """
    step = round(PAGE / weight / 2) * 2
    first = max(now, end // 2 * 2)  # what is past is no credit
    return Turns(first + 1, step * GREAT_STEPS, pages) if sort is Sort.GREAT else Turns(first, step, pages)


def turn_after(sort: Sort, page: int, now: int) -> int:
    """Return the turn of what follows from pages that are read, the first of which is ``page`` in its lot.

    It comes before all that is new; what follows from a great lot, thousands of pieces maybe, is spread out again.
    """
    return now + 1 + page * PAGE * GREAT_STEPS if sort is Sort.GREAT else now
