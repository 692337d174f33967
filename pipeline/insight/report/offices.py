"""One scorecard a guichet: what it sent, what was rejected of it, and what would have saved most of that."""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import sqrt

from pipeline.insight.evaluate.figures import NORMAL, Share
from pipeline.insight.report.course import Course
from pipeline.insight.report.period import monday
from pipeline.insight.report.rejections import rate
from pipeline.insight.report.volumes import NOTHING, Volume, volume_of

COMPARED = 3
"""Guichets with a rate under which no median is given."""


class Trend(StrEnum):
    """How a rate moves from the first half of a period to the second."""

    UP = "en hausse"
    DOWN = "en baisse"
    FLAT = "stable"
    UNKNOWN = "trop peu de pièces"


@dataclass(slots=True)
class Office:
    """What one guichet sent. ``halves``: in the first half of the period and in the second; ``weeks``: by Monday."""

    code: str
    middle: date
    halves: list[Volume] = field(default_factory=lambda: [NOTHING, NOTHING])
    weeks: dict[date, Volume] = field(default_factory=dict)
    cases: Counter[str] = field(default_factory=Counter)

    def add(self, course: Course) -> None:
        """Count one more pli."""
        volume, week = volume_of(course), monday(course.day)
        self.halves[course.day >= self.middle] += volume
        self.weeks[week] = self.weeks.get(week, NOTHING) + volume
        self.cases.update(case.motif for case in course.cases())

    @property
    def volume(self) -> Volume:
        return self.halves[0] + self.halves[1]

    @property
    def rate(self) -> Share | None:
        return rate(self.volume)

    @property
    def trend(self) -> Trend:
        """How its rate moved; what chance would do one time in twenty is no change."""
        before, after = (rate(half) for half in self.halves)
        if before is None or after is None:
            return Trend.UNKNOWN
        gap, noise = _gap(before, after)
        if abs(gap) <= NORMAL * noise:
            return Trend.FLAT
        return Trend.UP if gap > 0 else Trend.DOWN


def _gap(before: Share, after: Share) -> tuple[float, float]:
    """Return how much a rate rose, and the standard error of that were nothing to change."""
    pooled = (before.count + after.count) / (before.total + after.total)
    noise = sqrt(pooled * (1 - pooled) * (1 / before.total + 1 / after.total))
    return after.count / after.total - before.count / before.total, noise


@dataclass(slots=True)
class Offices:
    """The guichets; ``nobody``: what no guichet sent, or one that is not known."""

    middle: date
    known: dict[str, Office] = field(default_factory=dict)
    nobody: Volume = NOTHING

    def add(self, course: Course) -> None:
        """Count one more pli."""
        if course.guichet is None:
            self.nobody += volume_of(course)
        else:
            self.known.setdefault(course.guichet, Office(course.guichet, self.middle)).add(course)

    def ranked(self) -> list[Office]:
        """Return the guichets, those with most rejections first."""
        return sorted(self.known.values(), key=lambda office: (-office.cases.total(), -office.volume.plis, office.code))

    def median(self) -> float | None:
        """Return the median rate of the guichets that have one, None where too few have."""
        rates = [share.value for office in self.known.values() if (share := office.rate) and share.value is not None]
        return statistics.median(rates) if len(rates) >= COMPARED else None
