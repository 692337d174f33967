"""What came of simulated days: who was told in time, and after how long."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from pipeline.domain.receipt import Canal
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.simulate.arrivals import HOUR_S, Pli

CENTILES = (50, 95, 99)


@dataclass(slots=True)
class Tally:
    """The plis of a channel. ``delays``: hours from reception to the final mail, of those that were told."""

    plis: int = 0
    pieces: int = 0
    pages: int = 0
    in_time: int = 0
    late_pieces: int = 0
    delays: array[float] = field(default_factory=lambda: array("d"))

    def receive(self, pli: Pli) -> None:
        """Count a pli that came; until it is told in time, its pieces are late."""
        self.plis += 1
        self.pieces += pli.pieces
        self.pages += pli.pages
        self.late_pieces += pli.pieces

    def tell(self, pli: Pli, now: float) -> None:
        """Count a pli whose sender is told at ``now``."""
        self.delays.append((now - pli.received) / HOUR_S)
        if now <= pli.deadline:
            self.in_time += 1
            self.late_pieces -= pli.pieces

    @property
    def share(self) -> Share:
        """The plis told in time."""
        return Share(self.in_time, self.plis)

    def percentiles(self, ranks: Sequence[float]) -> list[float] | None:
        """Return the hours within which so many out of a hundred were told, None where nobody was."""
        return [float(hours) for hours in np.percentile(self.delays, ranks)] if self.delays else None


@dataclass(slots=True)
class Outcome:
    """The plis received in the days that count.

    ``by_day``: how many came, and how many of them were told in time. ``hours``: instants, at which ``unread`` plis
    waited for the machine, and ``unanswered`` for a person. ``worked_s``, ``answered_s``: seconds given by workers and
    by people, out of ``time_s``, those of the days simulated, some around the period included, and of ``open_s``, those
    of people's hours in them.
    """

    first: date
    last: date
    channels: dict[Canal, Tally] = field(default_factory=dict)
    by_day: dict[date, tuple[int, int]] = field(default_factory=dict)
    hours: list[float] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    unanswered: list[int] = field(default_factory=list)
    worked_s: float = 0.0
    answered_s: float = 0.0
    time_s: float = 0.0
    open_s: float = 0.0

    def receive(self, pli: Pli) -> None:
        """Count a pli that came."""
        self.channels.setdefault(pli.canal, Tally()).receive(pli)
        came, in_time = self.by_day.get(pli.day, (0, 0))
        self.by_day[pli.day] = (came + 1, in_time)

    def tell(self, pli: Pli, now: float) -> None:
        """Count a pli whose sender is told."""
        self.channels[pli.canal].tell(pli, now)
        if now <= pli.deadline:
            came, in_time = self.by_day[pli.day]
            self.by_day[pli.day] = (came, in_time + 1)

    @property
    def share(self) -> float:
        """The share (0–1) of the plis told in time; 1 of none."""
        whole = self.over(Canal)
        return whole.in_time / whole.plis if whole.plis else 1.0

    def over(self, canals: Iterable[Canal]) -> Tally:
        """Return the plis of several channels."""
        whole = Tally()
        for tally in (self.channels[canal] for canal in canals if canal in self.channels):
            whole.plis += tally.plis
            whole.pieces += tally.pieces
            whole.pages += tally.pages
            whole.in_time += tally.in_time
            whole.late_pieces += tally.late_pieces
            whole.delays.extend(tally.delays)
        return whole

    def worst_day(self) -> tuple[date, Share] | None:
        """Return the day of reception of which the smallest share was told in time, the first of equals."""
        shares = [(day, Share(in_time, came)) for day, (came, in_time) in sorted(self.by_day.items()) if came]
        return min(shares, key=lambda found: found[1].value or 0.0, default=None)
