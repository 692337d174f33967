"""How few are enough: the least number that keeps a share in time, looked for around what the work comes to."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.errors import Misuse
from pipeline.insight.evaluate.lines import percent
from pipeline.insight.simulate.play import Means, Span, World, play
from pipeline.insight.simulate.timetable import WITHOUT_END

MOST = 65_536


@dataclass(frozen=True, slots=True)
class Wanted:
    """``target``: the share (0–1) to be told in time, in every draw. ``workers``, ``posts``: None, to be found."""

    target: float
    seeds: Sequence[int]
    workers: int | None = None
    posts: int | None = None


@dataclass(frozen=True, slots=True)
class Sizing:
    """The least means that keep the target in every draw. ``ceiling``: the share that no means would pass."""

    ceiling: float
    means: Means


def least(enough: Callable[[int], bool], guess: int) -> int:
    """Return the smallest number from 1 that is enough, looked for around ``guess``; more is never worse.

    Raises Misuse when ``MOST`` is not enough.
    """
    if enough(guess):
        low, high = _going(guess, -1, lambda count: not enough(count)), guess
    else:
        low, high = guess, _going(guess, 1, enough)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _going(start: int, step: int, holds: Callable[[int], bool]) -> int:
    """Return the first number met where ``holds``, going by longer and longer steps; 0, where none is asked for."""
    count = start + step
    while count > 0 and not holds(count):
        step *= 2
        count += step
        if count > MOST:
            raise Misuse(f"{MOST} n'y suffisent pas : revoyez la charge et les hypothèses.")
    return max(count, 0)


def size(world: World, span: Span, wanted: Wanted) -> Sizing:
    """Return the fewest workers among people without number, then the fewest posts with those workers.

    Raises Misuse where nobody could: what comes after the people left is late whatever they are.
    """

    def keeps(target: float, workers: int, posts: int) -> bool:
        return all(play(world, span, Means(workers, posts), seed).share >= target for seed in wanted.seeds)

    unbound = [play(world, span, Means(WITHOUT_END, WITHOUT_END), seed) for seed in wanted.seeds]
    ceiling = min(outcome.share for outcome in unbound)
    if ceiling < wanted.target:
        raise Misuse(
            f"{percent(ceiling)} au mieux, quels que soient les moyens : ce qui arrive quand plus personne ne répond "
            "aux questions est en retard. Élargissez les heures des personnes dans config/simulation.toml, ou baissez "
            "--objectif."
        )
    room = (ceiling + wanted.target) / 2  # so that few workers leave people the time to answer
    busy, held = unbound[0].worked_s / unbound[0].time_s, unbound[0].answered_s / unbound[0].open_s
    workers = wanted.workers or least(lambda count: keeps(room, count, WITHOUT_END), math.ceil(busy))
    posts = wanted.posts or least(lambda count: keeps(wanted.target, workers, count), math.ceil(held))
    return Sizing(ceiling, Means(workers, posts))
