"""The whole question: how many are enough for the peak, what the year is then like, and what faults do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import count

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.pool import Step
from pipeline.insight.simulate.course import Rule
from pipeline.insight.simulate.outcome import Outcome
from pipeline.insight.simulate.play import NO_FAULT, Faults, Means, Span, World, play
from pipeline.insight.simulate.season import ONE_DAY
from pipeline.insight.simulate.sizing import Sizing, Wanted, size
from pipeline.insight.simulate.timetable import LostMachine

PEAK_DAYS = 14
GRAIN = 1_000
"""Pages: each pli is read as one task. What that changes is measured on the first draw of the peak: ``grain_error``."""
LOST_FROM = time(10)

Plan = tuple[Means, Faults]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked. ``place``: of which country, in French. ``lost_h``: hours for which a machine is lost."""

    place: str
    year: int
    wanted: Wanted
    rule: Rule = "echeance"
    lost_h: float = 24.0


@dataclass(frozen=True, slots=True)
class Trial:
    """The same days, once in each draw, under a fault or none."""

    name: str
    outcomes: tuple[Outcome, ...]

    @property
    def share(self) -> tuple[float, float]:
        """The smallest and the largest share told in time."""
        shares = [outcome.share for outcome in self.outcomes]
        return min(shares), max(shares)


@dataclass(frozen=True, slots=True)
class Study:
    """The answers. ``trials``: of the peak, without a fault first. ``grain_error``: of the shortcut, a share."""

    world: World
    asked: Asked
    peak: Span
    sizing: Sizing
    trials: tuple[Trial, ...]
    year: Trial
    grain_error: float


def study(world: World, asked: Asked, step: Step) -> Study:
    """Answer; ``step`` is told how many of the parts are done."""
    seeds = asked.wanted.seeds
    first = world.season.busiest(asked.year, PEAK_DAYS)
    peak = Span(first, first + (PEAK_DAYS - 1) * ONE_DAY, GRAIN, asked.rule)
    year = Span(date(asked.year, 1, 1), date(asked.year, 12, 31), GRAIN, asked.rule)
    sizing = size(world, peak, asked.wanted)
    plans = _plans(world, peak, asked, sizing.means)
    parts, done = len(plans) + 2, count(1)

    def trial(name: str, span: Span, plan: Plan) -> Trial:
        step(next(done), parts)
        means, faults = plan
        return Trial(name, tuple(play(world, span, means, seed, faults) for seed in seeds))

    trials = tuple(trial(name, peak, plan) for name, plan in plans.items())
    whole = trial("l'année", year, (sizing.means, NO_FAULT))
    step(next(done), parts)
    fine = play(world, replace(peak, grain=1), sizing.means, seeds[0])
    error = abs(fine.share - trials[0].outcomes[0].share)
    return Study(world, asked, peak, sizing, trials, whole, error)


def _plans(world: World, peak: Span, asked: Asked, means: Means) -> dict[str, Plan]:
    """Name what befalls the busiest day of the peak: one machine dies in the morning; the register, in the evening."""
    days = (peak.first + n * ONE_DAY for n in range(PEAK_DAYS))
    busiest = max(days, key=world.season.all_pieces)
    cores = world.supposed.machines.coeurs
    lost = Faults(lost=LostMachine(datetime.combine(busiest, LOST_FROM, PARIS), asked.lost_h, cores))
    at = f"{busiest:%d/%m}"
    return {
        "sans panne": (means, NO_FAULT),
        f"une machine perdue le {at} à 10 h, {asked.lost_h:.0f} h": (means, lost),
        "la même, avec une machine de plus": (replace(means, workers=means.workers + cores), lost),
        f"SNE muet la nuit du {at}": (means, Faults(silent_night=busiest)),
    }
