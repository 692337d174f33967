"""The way of a pli: opened, read, settled, answered, deposited in a night, told; who does it, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from numpy.random import Generator

from pipeline.insight.simulate.arrivals import Pli
from pipeline.insight.simulate.hypotheses import HypothesesFile
from pipeline.insight.simulate.kernel import Clock, Order, Station

Rule = Literal["rang", "echeance"]
"""Whose tasks come first: those of the lot that came first, or those that are due first, as the store has it.

How the lots of one deadline share (decision 39) is left out: that changes whose turn it is, not how much is in time.
"""


@dataclass(frozen=True, slots=True)
class Stations:
    """Who does the work."""

    workers: Station[Pli]
    people: Station[Pli]
    register: Station[Pli]
    mails: Station[Pli]


@dataclass(frozen=True, slots=True)
class Manner:
    """How the work is shared. ``grain``: pages that are read as one task, 1 in truth; more is faster to simulate.

    ``silent``: instants between which the register answers nobody.
    """

    rule: Rule = "echeance"
    grain: int = 1
    silent: tuple[float, float] | None = None


class Course:
    """Leads plis from one station to the next.

    ``decided`` is called when the machine has settled a pli, ``ended`` when its sender was told of all of it.
    """

    def __init__(
        self,
        clock: Clock,
        stations: Stations,
        supposed: HypothesesFile,
        manner: Manner,
        rng: Generator,
        decided: Callable[[Pli], None],
        ended: Callable[[Pli], None],
    ) -> None:
        self._clock = clock
        self._at = stations
        self._supposed = supposed
        self._manner = manner
        self._rng = rng
        self._tell_decided = decided
        self._tell_ended = ended
        costs = supposed.mesures
        self._open_s = costs.frottement * costs.ouvrir
        self._settle_s = costs.frottement * (costs.decider + costs.composer)
        self._again_s = costs.frottement * costs.decider
        self._read_shape = costs.dispersion**-2
        self._read_scale = costs.frottement * costs.lire * costs.dispersion**2
        self._answer_shape = supposed.personnes.dispersion**-2
        self._answer_scale = supposed.personnes.secondes * supposed.personnes.dispersion**2

    def receive(self, pli: Pli) -> None:
        """Take a pli from the inbox."""
        self._at.workers.enter(self._order(pli), self._open_s * pli.pages, self._opened, pli)

    def _order(self, pli: Pli) -> Order:
        return (pli.received, 0.0) if self._manner.rule == "rang" else (pli.deadline, pli.received)

    def _opened(self, pli: Pli) -> None:
        grain = self._manner.grain
        pli.parts = -(-pli.pages // grain)
        for part in range(pli.parts):
            pages = min(grain, pli.pages - part * grain)
            seconds = float(self._rng.gamma(self._read_shape * pages, self._read_scale))
            self._at.workers.enter(self._order(pli), seconds, self._read, pli)

    def _read(self, pli: Pli) -> None:
        pli.parts -= 1
        if pli.parts:
            return
        silent = self._manner.silent
        if silent is not None and silent[0] <= self._clock.now < silent[1]:
            self._clock.at(silent[1], self._ask, pli)  # what a demande is cannot be asked: it waits
        else:
            self._ask(pli)

    def _ask(self, pli: Pli) -> None:
        self._at.workers.enter(self._order(pli), self._settle_s * pli.pages, self._settled, pli)

    def _settled(self, pli: Pli) -> None:
        self._tell_decided(pli)
        if pli.questions:
            seconds = float(self._rng.gamma(self._answer_shape * pli.questions, self._answer_scale))
            self._at.people.enter((pli.deadline, pli.received), seconds, self._answered, pli)
        else:
            self._final(pli)

    def _answered(self, pli: Pli) -> None:
        self._at.workers.enter(self._order(pli), self._again_s * pli.pages, self._final, pli)

    def _final(self, pli: Pli) -> None:
        """Let everything accepted leave together: the night is never what is short."""
        if pli.accepted:
            seconds = pli.accepted / self._supposed.nuit.pieces_par_seconde
            self._at.register.enter((pli.deadline, pli.received), seconds, self._deposited, pli)
        else:
            self._deposited(pli)

    def _deposited(self, pli: Pli) -> None:
        now = self._clock.now
        self._at.mails.enter((now, 0.0), 1 / self._supposed.nuit.mels_par_seconde, self._tell_ended, pli)
