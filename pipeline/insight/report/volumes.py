"""How much came: by day and channel, beside the envelopes that were counted at the door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import add, attrgetter

from pipeline.domain.receipt import Canal
from pipeline.domain.register import Register
from pipeline.insight.report.course import ACCEPTED, ASKED, REJECTED, Course

NO_PAGE = Register(0)
accounts = attrgetter("recues", "separateurs", "blanches", "acceptees", "rejetees", "a_verifier", "hors_dossier")
"""Return the accounts of a register, in the order of its fields."""


@dataclass(frozen=True, slots=True)
class Volume:
    """Counts that add up. ``waiting``: plis not decided yet, whose pages and pieces count once they are.

    ``pages``: the registers of the bilans, which balance together as each does; the last three count pieces.
    """

    plis: int = 0
    waiting: int = 0
    dossiers: int = 0
    pages: Register = NO_PAGE
    accepted: int = 0
    rejected: int = 0
    asked: int = 0

    def __add__(self, other: Volume) -> Volume:
        return Volume(
            self.plis + other.plis,
            self.waiting + other.waiting,
            self.dossiers + other.dossiers,
            Register(*map(add, accounts(self.pages), accounts(other.pages))),
            self.accepted + other.accepted,
            self.rejected + other.rejected,
            self.asked + other.asked,
        )

    @property
    def pieces(self) -> int:
        return self.decided + self.asked

    @property
    def decided(self) -> int:
        """Pieces accepted or rejected."""
        return self.accepted + self.rejected


NOTHING = Volume()


def volume_of(course: Course) -> Volume:
    """Count one pli."""
    if course.bilan is None:
        return Volume(plis=1, waiting=1)
    verdicts = course.verdicts()
    return Volume(
        plis=1,
        dossiers=len(course.bilan.dossiers),
        pages=course.bilan.registre,
        accepted=verdicts[ACCEPTED],
        rejected=verdicts[REJECTED],
        asked=verdicts[ASKED],
    )


def total(volumes: Iterable[Volume]) -> Volume:
    """Add up."""
    return sum(volumes, NOTHING)


@dataclass(slots=True)
class Volumes:
    """What came, by day and channel. ``envelopes``: counted at the door; ``uncut``: lots not taken apart yet."""

    envelopes: Mapping[tuple[date, Canal], int]
    uncut: Mapping[Canal, int]
    came: dict[tuple[date, Canal], Volume] = field(default_factory=dict)

    def add(self, course: Course) -> None:
        """Count one more pli."""
        key = course.day, course.canal
        self.came[key] = self.came.get(key, NOTHING) + volume_of(course)

    @property
    def total(self) -> Volume:
        return total(self.came.values())

    @property
    def canals(self) -> tuple[Canal, ...]:
        """The channels by which something came, in the order of the contract."""
        used = {canal for _, canal in (*self.came, *self.envelopes)} | set(self.uncut)
        return tuple(canal for canal in Canal if canal in used)

    @property
    def rows(self) -> tuple[tuple[date, Canal], ...]:
        """The days and channels where something came, in order."""
        ranks = list(Canal)
        return tuple(sorted({*self.came, *self.envelopes}, key=lambda key: (key[0], ranks.index(key[1]))))

    def of(self, canal: Canal) -> Volume:
        """Return what came by a channel."""
        return total(volume for (_, came_by), volume in self.came.items() if came_by is canal)

    def received(self, canal: Canal | None = None) -> int | None:
        """Return the envelopes counted (by a channel), None when nobody counted."""
        counted = [count for (_, came_by), count in self.envelopes.items() if canal in {None, came_by}]
        return sum(counted) if counted else None

    def by(self, step: Callable[[date], date]) -> dict[tuple[date, Canal], Volume]:
        """Return what came by channel and by what ``step`` gathers days into."""
        gathered: dict[tuple[date, Canal], Volume] = {}
        for (day, canal), volume in self.came.items():
            key = step(day), canal
            gathered[key] = gathered.get(key, NOTHING) + volume
        return gathered
