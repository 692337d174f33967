"""One draw of some days: who comes, with these means, under these faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from numpy.random import default_rng

from pipeline.domain.working_calendar import PARIS
from pipeline.insight.simulate import timetable
from pipeline.insight.simulate.arrivals import HOUR_S, Arrivals, Pli
from pipeline.insight.simulate.course import Course, Manner, Rule, Stations
from pipeline.insight.simulate.hypotheses import HypothesesFile, Rules
from pipeline.insight.simulate.kernel import Change, Clock, Station
from pipeline.insight.simulate.outcome import Outcome
from pipeline.insight.simulate.season import ONE_DAY, Season
from pipeline.insight.simulate.timetable import LostMachine
from pipeline.store import nights

BEFORE, AFTER = timedelta(days=7), timedelta(days=10)
"""Days that are simulated around those that count: work is under way when they begin, and goes on when they end."""


@dataclass(frozen=True, slots=True)
class World:
    """What does not change from one run to the next. ``share``: of the country's pieces."""

    supposed: HypothesesFile
    rules: Rules
    share: float

    @property
    def season(self) -> Season:
        return Season(self.supposed, self.rules.calendar, self.share)


@dataclass(frozen=True, slots=True)
class Means:
    """``workers``: processes, a core each. ``posts``: people who answer at once."""

    workers: int
    posts: int


@dataclass(frozen=True, slots=True)
class Faults:
    """``silent_night``: the day in whose night, from opening to closing, the register answers nobody."""

    lost: LostMachine | None = None
    silent_night: date | None = None


NO_FAULT = Faults()


@dataclass(frozen=True, slots=True)
class Span:
    """The days that count, both included. ``grain``: see :class:`Manner`."""

    first: date
    last: date
    grain: int = 1
    rule: Rule = "echeance"


def play(world: World, span: Span, means: Means, seed: int, faults: Faults = NO_FAULT) -> Outcome:
    """Return what came of the days of ``span``. The same arguments give the same outcome; other seeds, other draws.

    The plis of a day are the same whatever the means and the faults.
    """
    days = list(timetable.days_between(span.first - BEFORE, span.last + AFTER))
    clock = Clock(_midnight(days[0]))
    outcome = Outcome(span.first, span.last, time_s=24 * HOUR_S * len(days))
    worked = sum(map(world.rules.calendar.is_working, days))
    outcome.open_s = HOUR_S * world.supposed.personnes.ouverture_h * worked
    stations = _stations(clock, world, means, faults, days)
    run = _Run(clock, world, span, stations, faults, seed, outcome)
    for day in days:
        clock.at(_midnight(day), run.begin, day)
    clock.run(_midnight(days[-1] + ONE_DAY))
    outcome.worked_s, outcome.answered_s = stations.workers.worked_s, stations.people.worked_s
    return outcome


def _stations(clock: Clock, world: World, means: Means, faults: Faults, days: Sequence[date]) -> Stations:
    supposed, rules = world.supposed, world.rules
    always: list[Change] = [(0.0, 1)]
    workers = timetable.of_workers(means.workers, faults.lost)
    people = timetable.of_people(means.posts, supposed.personnes.heures, rules, days)
    register = timetable.of_nights(rules, days, faults.silent_night)
    return Stations(
        Station(clock, workers, redone_after=supposed.machines.reprise_s),
        Station(clock, people),
        Station(clock, register),
        Station(clock, always),
    )


class _Run:
    """A draw that goes on: plis are made day by day, and forgotten once told."""

    def __init__(
        self, clock: Clock, world: World, span: Span, stations: Stations, faults: Faults, seed: int, outcome: Outcome
    ) -> None:
        self._clock = clock
        self._outcome = outcome
        self._people = stations.people
        self._unread = 0
        self._arrivals = Arrivals(world.season, world.supposed, world.rules, default_rng([seed, 0]))
        manner = Manner(span.rule, span.grain, _silence(faults.silent_night, world.rules))
        rng = default_rng([seed, 1])
        self._course = Course(clock, stations, world.supposed, manner, rng, self._decided, self._told)

    def begin(self, day: date) -> None:
        """Have the plis of a day come."""
        for pli in self._arrivals.on(day):
            self._clock.at(max(pli.received, self._clock.now), self._receive, pli)
        if self._outcome.first <= day <= self._outcome.last:
            for hour in range(24):
                self._clock.at(self._clock.now + hour * HOUR_S, self._look)

    def _receive(self, pli: Pli) -> None:
        self._unread += 1
        if self._counts(pli):
            self._outcome.receive(pli)
        self._course.receive(pli)

    def _counts(self, pli: Pli) -> bool:
        return self._outcome.first <= pli.day <= self._outcome.last

    def _decided(self, _pli: Pli) -> None:
        self._unread -= 1

    def _told(self, pli: Pli) -> None:
        if self._counts(pli):
            self._outcome.tell(pli, self._clock.now)

    def _look(self) -> None:
        self._outcome.hours.append(self._clock.now)
        self._outcome.unread.append(self._unread)
        self._outcome.unanswered.append(self._people.waiting)


def _silence(night: date | None, rules: Rules) -> tuple[float, float] | None:
    if night is None:
        return None
    opens, closes = nights.hours(night, rules.opening, rules.closing)
    return opens.timestamp(), closes.timestamp()


def _midnight(day: date) -> float:
    return datetime.combine(day, time(), PARIS).timestamp()
