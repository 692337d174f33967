"""The days that a report is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.errors import Misuse

ONE_DAY = timedelta(days=1)
DAILY = 62
"""Days up to which a period is drawn day by day; a longer one is drawn week by week."""


@dataclass(frozen=True, slots=True)
class Period:
    """Civil days of Paris, both included."""

    first: date
    last: date

    def __iter__(self) -> Iterator[date]:
        return (self.first + n * ONE_DAY for n in range(len(self)))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The first day of its second half."""
        return self.first + len(self) // 2 * ONE_DAY

    @property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks that it touches."""
        return tuple(dict.fromkeys(monday(day) for day in self))

    def step(self, day: date) -> date:
        """Return the day, or the Monday of the week, under which ``day`` is drawn."""
        return day if len(self) <= DAILY else monday(day)

    @property
    def steps(self) -> tuple[date, ...]:
        """What it is drawn by: its days, or its weeks."""
        return tuple(self) if len(self) <= DAILY else self.weeks


def monday(day: date) -> date:
    """Return the Monday of the week of ``day``."""
    return day - day.weekday() * ONE_DAY


def period(first: date | None, last: date | None, today: date) -> Period:
    """Return the days asked for: from the first of the month of ``last``, up to today, where nothing is said."""
    until = last or today
    since = first or until.replace(day=1)
    if since > until:
        raise Misuse(f"--du {since:%Y-%m-%d} est après --au {until:%Y-%m-%d}.")
    return Period(since, until)
