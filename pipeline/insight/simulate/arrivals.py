"""The plis that come on a day, drawn by lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.insight.simulate.hypotheses import Channel, HypothesesFile, Rules
from pipeline.insight.simulate.season import Season

HOUR_S = 3600.0
JUST_AFTER = timedelta(seconds=1)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(slots=True)
class Pli:
    """A pli on its way. Instants are seconds since the epoch; ``parts``: of its reading, still to be read."""

    canal: Canal
    day: date
    received: float
    deadline: float
    pages: int
    pieces: int
    accepted: int
    questions: int
    parts: int = 0


class Arrivals:
    """Draws days, one after the other: the same ``rng`` gives the same plis."""

    def __init__(self, season: Season, supposed: HypothesesFile, rules: Rules, rng: Generator) -> None:
        self._season = season
        self._supposed = supposed
        self._rules = rules
        self._rng = rng
        self._deadline = lru_cache(maxsize=64)(self._deadline_of)

    def on(self, day: date) -> list[Pli]:
        """Return what comes on a day, the earliest first."""
        noise = self._supposed.volumes.alea
        factor = float(self._rng.gamma(noise**-2, noise**2)) if noise else 1.0
        plis = [pli for canal in self._supposed.canaux for pli in self._of(canal, day, factor)]
        return sorted(plis, key=lambda pli: pli.received)

    def _of(self, canal: Canal, day: date, factor: float) -> list[Pli]:
        channel, rng = self._supposed.canaux[canal], self._rng
        a_dossier = self._supposed.volumes.pieces / self._demandes
        expected = factor * self._season.pieces(canal, day) / (channel.dossiers * a_dossier)
        count = int(rng.poisson(expected))
        dossiers = rng.geometric(1 / channel.dossiers, count)
        pieces = dossiers + rng.poisson((a_dossier - 1) * dossiers)
        sides = rng.poisson((channel.pages - 1) * pieces + channel.separateurs * dossiers)
        accepted = rng.binomial(pieces, self._supposed.volumes.acceptees)
        questions = rng.binomial(pieces, self._supposed.personnes.questions)
        hours = drawn_hours(channel, count, rng)
        midnight = datetime.combine(day, time(), PARIS).timestamp()
        return [
            Pli(canal, day, midnight + HOUR_S * hour, self._deadline(canal.is_paper, day, self._is_late(hour)), *counts)
            for hour, *counts in zip(*_lists(hours, pieces + sides, pieces, accepted, questions), strict=True)
        ]

    @property
    def _demandes(self) -> int:
        return self._supposed.volumes.enregistrements + self._supposed.volumes.renouvellements

    def _is_late(self, hour: float) -> bool:
        cutoff = self._rules.cutoff
        return hour > cutoff.hour + cutoff.minute / 60 + cutoff.second / HOUR_S

    def _deadline_of(self, is_paper: bool, day: date, is_late: bool) -> float:  # noqa: FBT001 - keys of what is known
        """Return the deadline of what comes on ``day`` up to the hour that counts, or after it."""
        rules = self._rules
        at = datetime.combine(day, rules.cutoff, PARIS) + (JUST_AFTER if is_late else timedelta())
        return rules.calendar.deadline(at, is_paper, rules.cutoff, rules.closing).timestamp()


def drawn_hours(channel: Channel, count: int, rng: Generator) -> Floats:
    """Return the hours of the day at which so many plis of a channel come."""
    spans = np.array(channel.heures)
    chosen = spans[rng.choice(len(spans), count, p=spans[:, 2] / spans[:, 2].sum())]
    drawn: Floats = chosen[:, 0] + (chosen[:, 1] - chosen[:, 0]) * rng.random(count)
    return drawn


def _lists(hours: Floats, *counts: Ints) -> Sequence[Sequence[float]]:
    return [hours.tolist(), *(count.tolist() for count in counts)]
