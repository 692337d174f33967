"""Time that jumps from event to event, and stations that serve the most urgent first.

A heap and two classes: the country's year is some ten million events, which a library of coroutines takes four times
as long to go through (decision 36).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

Order = tuple[float, float]
"""Whose turn comes first: the smallest."""
Change = tuple[float, int]
"""From an instant (seconds since the epoch) on, so many serve."""


class Clock:
    """What is to happen, in order. ``now``: seconds since the epoch. Of one instant, the first asked is first."""

    __slots__ = ("_agenda", "_asked", "now")

    def __init__(self, now: float) -> None:
        self.now = now
        self._asked = 0
        self._agenda: list[tuple[float, int, Callable[..., None], tuple[object, ...]]] = []

    def at(self, instant: float, act: Callable[..., None], *about: object) -> None:
        """Have ``act`` called with ``about`` at ``instant``, which is not past."""
        self._asked += 1
        heapq.heappush(self._agenda, (instant, self._asked, act, about))

    def run(self, until: float) -> None:
        """Go through the events up to ``until``, included."""
        agenda, pop = self._agenda, heapq.heappop
        while agenda and agenda[0][0] <= until:
            self.now, _, act, about = pop(agenda)
            act(*about)
        self.now = until


@dataclass(slots=True)
class _Job(Generic[T]):
    order: Order
    seconds: float
    then: Callable[[T], None]
    who: T
    lost: bool = False


class Station(Generic[T]):
    """Servers that take the most urgent job, one each, as many at once as ``changes`` say.

    ``redone_after``: what is under way when there are suddenly fewer servers is lost, and waits again, from its start,
    that many seconds later (machines that die); None: it ends first (people who go home, a night that closes).
    """

    def __init__(self, clock: Clock, changes: Sequence[Change], redone_after: float | None = None) -> None:
        self.worked_s = 0.0
        """Seconds of service given, those of lost work included."""
        self._clock = clock
        self._redone_after = redone_after
        self._servers = 0
        self._busy = 0
        self._entered = 0
        self._line: list[tuple[Order, int, _Job[T]]] = []
        self._under_way: dict[int, tuple[float, _Job[T]]] = {}
        for instant, servers in changes:
            clock.at(max(instant, clock.now), self._change, servers)

    @property
    def waiting(self) -> int:
        """How many jobs nobody has begun."""
        return len(self._line)

    def enter(self, order: Order, seconds: float, then: Callable[[T], None], who: T) -> None:
        """Ask for ``seconds`` of one server; ``then(who)`` is called when they are over."""
        self._queue(_Job(order, seconds, then, who))

    def _queue(self, job: _Job[T]) -> None:
        self._entered += 1
        heapq.heappush(self._line, (job.order, self._entered, job))
        if self._busy < self._servers:
            self._start()

    def _start(self) -> None:
        _, number, job = heapq.heappop(self._line)
        self._busy += 1
        if self._redone_after is not None:
            self._under_way[number] = (self._clock.now, job)
        self._clock.at(self._clock.now + job.seconds, self._end, number, job)

    def _end(self, number: int, job: _Job[T]) -> None:
        if job.lost:
            return
        self.worked_s += job.seconds
        self._under_way.pop(number, None)
        self._busy -= 1
        if self._line and self._busy < self._servers:
            self._start()
        job.then(job.who)

    def _change(self, servers: int) -> None:
        self._servers = servers
        while self._line and self._busy < servers:
            self._start()
        if self._redone_after is not None:
            while self._busy > servers:
                self._lose(self._redone_after)

    def _lose(self, redone_after: float) -> None:
        """Lose the work that began last."""
        began, job = self._under_way.pop(max(self._under_way))
        job.lost = True
        self._busy -= 1
        self.worked_s += self._clock.now - began
        again = _Job(job.order, job.seconds, job.then, job.who)
        self._clock.at(self._clock.now + redone_after, self._queue, again)
