"""How long plis took, against their deadlines."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from pipeline.domain.receipt import Canal
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.course import Course, Fate

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Late:
    """A pli past its deadline. ``by``: hours; ``lacks``: what it still waits for, None once it is settled."""

    pli: str
    canal: Canal
    deadline: datetime
    by: float
    lacks: str | None


@dataclass(slots=True)
class Clock:
    """The plis of a channel, or of several. Lists are hours.

    ``to_register``: from reception to the last acknowledgement; ``to_mail``: from reception to the final message;
    ``margins``: from settlement to the deadline, below zero past it.
    """

    to_register: list[float] = field(default_factory=list)
    to_mail: list[float] = field(default_factory=list)
    margins: list[float] = field(default_factory=list)
    fates: Counter[Fate] = field(default_factory=Counter)

    def __add__(self, other: Clock) -> Clock:
        return Clock(
            self.to_register + other.to_register,
            self.to_mail + other.to_mail,
            self.margins + other.margins,
            self.fates + other.fates,
        )

    @property
    def in_time(self) -> Share:
        """The plis settled in time, among those whose deadline has spoken: settled, or past it."""
        return Share(self.fates[Fate.IN_TIME], self.fates[Fate.IN_TIME] + self.fates[Fate.LATE])


@dataclass(slots=True)
class Delays:
    """The delays of plis, as they stand at ``now``."""

    now: datetime
    clocks: dict[Canal, Clock] = field(default_factory=dict)
    late: list[Late] = field(default_factory=list)

    def add(self, course: Course) -> None:
        """Count one more pli."""
        clock = self.clocks.setdefault(course.canal, Clock())
        clock.fates[course.fate(self.now)] += 1
        if course.acknowledged is not None:
            clock.to_register.append(_hours(course.received, course.acknowledged))
        if course.told is not None:
            clock.to_mail.append(_hours(course.received, course.told))
        if course.settled is not None:
            clock.margins.append(_hours(course.settled, course.deadline))
        if course.fate(self.now) is Fate.LATE:
            over = _hours(course.deadline, course.settled or self.now)
            self.late.append(Late(course.pli, course.canal, course.deadline, over, course.lacks()))

    def over(self, canals: Iterable[Canal]) -> Clock:
        """Return the plis of several channels."""
        return sum((self.clocks[canal] for canal in canals if canal in self.clocks), Clock())

    @property
    def whole(self) -> Clock:
        return self.over(Canal)


def percentile(hours: Sequence[float], share: float) -> float | None:
    """Return the delay within which ``share`` (0–1) of the plis were done: one that was met, None of none."""
    return sorted(hours)[max(math.ceil(share * len(hours)), 1) - 1] if hours else None


def _hours(start: datetime, end: datetime) -> float:
    """Return the hours that passed, those of the nights when the clocks change included."""
    return (end.astimezone(UTC) - start.astimezone(UTC)) / HOUR
