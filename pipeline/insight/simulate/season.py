"""How many pieces come on each day, by channel: what a year's volume becomes once season, week and holidays had it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import WorkingCalendar
from pipeline.insight.simulate.hypotheses import Channel, HypothesesFile, Saison

ONE_DAY = timedelta(days=1)
SUNDAY = 6


class Season:
    """The pieces expected, day by day. ``share``: of the country's, 1 for all of it."""

    def __init__(self, supposed: HypothesesFile, calendar: WorkingCalendar, share: float) -> None:
        self._supposed = supposed
        self._calendar = calendar
        self._pieces = share * supposed.volumes.pieces
        self._shares = lru_cache(maxsize=None)(self._shares_of)

    def pieces(self, canal: Canal, day: date) -> float:
        """Return the pieces expected by a channel on a day."""
        whole = self._pieces * self._supposed.canaux[canal].part
        return whole * self._shares(canal, day.year).get(day, 0.0)

    def all_pieces(self, day: date) -> float:
        """Return the pieces expected on a day, by all channels."""
        return sum(self.pieces(canal, day) for canal in self._supposed.canaux)

    def busiest(self, year: int, days: int) -> date:
        """Return the first day, a Monday, of the ``days`` of a year on which most is expected."""
        daily = {day: self.all_pieces(day) for day in _year(year)}
        mondays = [day for day in daily if day.weekday() == 0 and day + (days - 1) * ONE_DAY in daily]
        return max(mondays, key=lambda first: sum(daily[first + n * ONE_DAY] for n in range(days)))

    def _shares_of(self, canal: Canal, year: int) -> Mapping[date, float]:
        """Return the share of a channel's year that comes on each of its days; paper waits for a working day."""
        channel, weights, held = self._supposed.canaux[canal], {}, 0.0
        for day in _year(year):
            weight = weight_of(day, channel, self._supposed.saison, self._calendar, is_paper=canal.is_paper)
            if canal.is_paper and not self._calendar.is_working(day):
                held += weight
            else:
                weights[day], held = weight + held, 0.0
        whole = sum(weights.values())
        return {day: weight / whole for day, weight in weights.items()}


def weight_of(day: date, channel: Channel, season: Saison, calendar: WorkingCalendar, *, is_paper: bool) -> float:
    """Return what a day weighs among the others; the post carries on holidays as if they were not, others rest."""
    is_holiday = not is_paper and day in calendar.holidays
    weight = season.mois[day.month - 1] * channel.semaine[SUNDAY if is_holiday else day.weekday()]
    for peak in season.pointes:
        if peak.holds(day):
            weight *= peak.facteur
    return weight


def _year(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += ONE_DAY
