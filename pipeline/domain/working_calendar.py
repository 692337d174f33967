"""Working days of the processing centre, and the instant by which a pli must be dealt with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
PAPER_WORKING_DAYS = 2
END_OF_DAY = time(23, 59, 59)
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)
_FEWEST_A_YEAR = 6  # a year with fewer is not listed: somebody wrote a closure or two ahead
_NOTICE = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Monday to Friday without ``holidays``. ``version`` names the list that deadlines were computed with."""

    version: str
    holidays: frozenset[date]

    def is_working(self, day: date) -> bool:
        """Say whether the centre works on ``day``."""
        return day.weekday() < _SATURDAY and day not in self.holidays

    def covers_until(self, day: date) -> date:
        """Return the end of the listed years that follow one another from that of ``day``; of the year before if none.

        Past it, holidays would be taken for working days.
        """
        listed = Counter(holiday.year for holiday in self.holidays)
        year = day.year
        while listed[year] >= _FEWEST_A_YEAR:
            year += 1
        return date(year, 1, 1) - _ONE_DAY

    def runs_out(self, today: date) -> str | None:
        """Say in French that the list is to be continued, from 400 days before its end; None until then."""
        end = self.covers_until(today)
        if end - today > _NOTICE:
            return None
        return (
            f"le calendrier {self.version} ne dit plus les jours fériés après le {end:%d/%m/%Y} : "
            "continuez la liste dans config/calendrier.toml, et changez sa version"
        )

    def after(self, day: date, count: int = 1) -> date:
        """Return the ``count``-th working day that follows ``day``, itself left out."""
        for _ in range(count):
            day += _ONE_DAY
            while not self.is_working(day):
                day += _ONE_DAY
        return day

    def deadline(
        self,
        received: datetime,
        paper: bool,  # noqa: FBT001 - the two clocks of the contract, §8
        cutoff: time,
        night_close: time,
    ) -> datetime:
        """Return the instant, with Paris's offset, by which what came at ``received`` (aware) is due.

        Paper has no hour: the end of the second working day after the day of reception. Elsewhere what comes
        up to ``cutoff``, inclusive, counts for that working day, what comes later or on another day for the
        next one; it is due at the close of the night that follows, at ``night_close``.
        """
        if received.utcoffset() is None:
            raise ValueError("an instant without an offset is no instant")
        local = received.astimezone(PARIS)
        if paper:
            return _at(self.after(local.date(), PAPER_WORKING_DAYS), END_OF_DAY)
        in_time = self.is_working(local.date()) and local.time() <= cutoff
        counted = local.date() if in_time else self.after(local.date())
        # A night that closes before midnight closes on the evening of the day itself.
        return _at(counted if night_close > cutoff else counted + _ONE_DAY, night_close)


def _at(day: date, hour: time) -> datetime:
    """Return the instant of a civil time; one that the change to summer time skips is moved past it."""
    return datetime.combine(day, hour, PARIS).astimezone(UTC).astimezone(PARIS)
