"""A queue that goes by the rule of sharing alone: no rows, a heap; each task takes as long as another."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field

from pipeline.store import sharing
from pipeline.store.sharing import Sort


@dataclass(frozen=True)
class Task:
    rank: int
    order: int
    canal: str
    station: str
    lot: str

    def __lt__(self, other):
        return (self.rank, self.order) < (other.rank, other.order)


@dataclass
class Queue:
    weights: dict[str, float] = field(default_factory=dict)
    waiting: list[Task] = field(default_factory=list)
    lines: dict[tuple[int, str, str, Sort], int] = field(default_factory=dict)
    held: Counter = field(default_factory=Counter)
    taken: Counter = field(default_factory=Counter)
    given: int = 0

    def now(self, minute):
        if self.waiting and self.waiting[0].rank // sharing.TURNS == minute:
            return sharing.now_of(self.waiting[0].rank)
        ranks = [task.rank for task in self.waiting if task.rank // sharing.TURNS == minute]
        return sharing.now_of(min(ranks)) if ranks else None

    def drop(self, lot, pages, *, canal="a", station="", minute=1):
        """Have the pages of a lot wait to be read."""
        now = self.now(minute)
        if now is None:
            for key in [key for key in self.lines if key[0] == minute]:
                del self.lines[key]
        sort = sharing.sort_of(pages)
        line = (minute, canal, station, sort)
        given = sharing.join(sort, pages, now or 0, self.lines.get(line, 0), self.weights.get(canal, 1.0))
        self.lines[line] = given.end
        for n in range(1, pages + 1):
            self.put(minute, given.of(n), canal, station, lot)

    def follow(self, lot, page, sort=Sort.READ, minute=1, canal="a"):
        """Have something wait that follows from a page of a lot."""
        self.put(minute, sharing.turn_after(sort, page, self.now(minute) or 0), canal, "", lot)

    def put(self, minute, turn, canal, station, lot):
        self.given += 1
        self.held[lot] += 1
        heapq.heappush(self.waiting, Task(sharing.rank(minute, turn), self.given, canal, station, lot))

    def take(self, count=1):
        """Take so many tasks; return the lots that they were of."""
        tasks = [heapq.heappop(self.waiting) for _ in range(min(count, len(self.waiting)))]
        self.held.subtract(task.lot for task in tasks)
        self.taken.update((task.canal, task.station) for task in tasks)
        return [task.lot for task in tasks]

    def take_until_read(self, lot):
        """Take tasks until none of a lot waits; return those taken of each other one."""
        others = Counter()
        while self.held[lot]:
            others.update(self.take())
        del others[lot]
        return others
