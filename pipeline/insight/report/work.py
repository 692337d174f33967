"""What the work was: who settled, how light it was delivered."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass, field

from pipeline.domain.receipt import Canal
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.course import Course
from pipeline.store.deposits import DEPOSITED

HEAVIEST = 5


@dataclass(slots=True)
class Hands:
    """Plis decided, by channel: ``alone`` by the machine, with no question and no answer at any time."""

    decided: Counter[Canal] = field(default_factory=Counter)
    alone: Counter[Canal] = field(default_factory=Counter)

    def add(self, course: Course) -> None:
        """Count one more pli; a file refused as a whole is no decision about papers."""
        if course.opened:
            self.decided[course.canal] += 1
            self.alone[course.canal] += not course.by_hand

    def of(self, canal: Canal) -> Share:
        """Return the share of a channel that was settled without a person."""
        return Share(self.alone[canal], self.decided[canal])

    @property
    def whole(self) -> Share:
        return Share(self.alone.total(), self.decided.total())


@dataclass(frozen=True, slots=True, order=True)
class Heavy:
    """A delivered piece, by its weight."""

    octets: int
    piece: str
    pages: int


@dataclass(slots=True)
class Weights:
    """What delivered pieces weigh. ``heaviest``: the first few, lightest first."""

    octets: Counter[Canal] = field(default_factory=Counter)
    pages: Counter[Canal] = field(default_factory=Counter)
    heaviest: list[Heavy] = field(default_factory=list)

    def add(self, course: Course) -> None:
        """Count the pieces of one more pli that the register holds."""
        for piece in course.pieces:
            if piece.livrable is None or piece.depot is None or piece.depot.etat != DEPOSITED:
                continue
            self.octets[course.canal] += piece.livrable.octets
            self.pages[course.canal] += piece.livrable.pages
            heapq.heappush(self.heaviest, Heavy(piece.livrable.octets, piece.id, piece.livrable.pages))
            if len(self.heaviest) > HEAVIEST:
                heapq.heappop(self.heaviest)

    def per_page(self, canal: Canal | None = None) -> float | None:
        """Return the bytes of a delivered page (of a channel), None when none was."""
        octets, pages = (
            (self.octets.total(), self.pages.total()) if canal is None else (self.octets[canal], self.pages[canal])
        )
        return octets / pages if pages else None
