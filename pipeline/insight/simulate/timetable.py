"""How many serve, and when: workers and the machines that they lose, people at their hours, the nights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pipeline.domain.working_calendar import PARIS
from pipeline.insight.simulate.hypotheses import Rules
from pipeline.insight.simulate.kernel import Change
from pipeline.insight.simulate.season import ONE_DAY
from pipeline.store import nights

WITHOUT_END = 1_000_000
"""Servers that are never all busy."""


@dataclass(frozen=True, slots=True)
class LostMachine:
    """``workers`` that are gone from ``start`` on, for ``hours``."""

    start: datetime
    hours: float
    workers: int


def of_workers(workers: int, lost: LostMachine | None) -> list[Change]:
    """Return the workers, day and night."""
    always: Change = (0.0, workers)
    if lost is None:
        return [always]
    gone = lost.start.timestamp()
    return [always, (gone, max(workers - lost.workers, 0)), (gone + 3600 * lost.hours, workers)]


def of_people(posts: int, hours: Sequence[tuple[float, float]], rules: Rules, days: Sequence[date]) -> list[Change]:
    """Return the posts that are held, on working days."""
    changes = []
    for day in days:
        if rules.calendar.is_working(day):
            for start, end in hours:
                changes += [(_at(day, start), posts), (_at(day, end), 0)]
    return changes


def of_nights(rules: Rules, days: Sequence[date], without: date | None) -> list[Change]:
    """Return the nights, one line to the register in each; the register does not answer in that of ``without``."""
    changes: list[Change] = []
    for day in days:
        if day != without:
            opens, closes = nights.hours(day, rules.opening, rules.closing)
            changes += [(opens.timestamp(), 1), (closes.timestamp(), 0)]
    return changes


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield civil days, both included."""
    day = first
    while day <= last:
        yield day
        day += ONE_DAY


def _at(day: date, hour: float) -> float:
    return datetime.combine(day, time(), PARIS).timestamp() + timedelta(hours=hour).total_seconds()
