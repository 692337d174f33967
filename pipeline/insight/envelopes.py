"""Envelopes that were counted at the door and that no scanner has seen since."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.settings import Settings
from pipeline.stages.ingest import deadline_of
from pipeline.store import courrier
from pipeline.store.courrier import Arrival


@dataclass(frozen=True, slots=True)
class Unscanned:
    """An arrival of which ``received`` envelopes were counted and ``scanned`` have come in since."""

    day: date
    canal: Canal
    received: int
    scanned: int
    echeance: datetime

    @property
    def missing(self) -> int:
        return self.received - self.scanned

    def __str__(self) -> str:
        """Say it in French, with what to do."""
        which, fate = (
            ("plis reçus", "n'ont pas été scannés") if self.missing > 1 else ("pli reçu", "n'a pas été scanné")
        )
        return (
            f"{self.missing} {which} le {self.day:%d/%m/%Y} par {self.canal} {fate} (comptés : {self.received}, "
            f"scannés : {self.scanned}, échéance {self.echeance:%d/%m à %H:%M}) : les scanner dans "
            f"inbox/{self.canal}/<station>/{self.day}/, ou les reprendre par « pli courrier »"
        )

    def as_json(self) -> dict[str, Any]:
        """Return it in the words of operators."""
        return {
            "recu_le": self.day.isoformat(),
            "canal": self.canal,
            "recus": self.received,
            "scannes": self.scanned,
            "echeance": self.echeance.isoformat(),
        }


def unscanned(tx: Connection, settings: Settings, since: date | None = None) -> tuple[Unscanned, ...]:
    """Return the arrivals, of ``since`` or later, of which envelopes are still to be scanned, the most urgent first."""
    counted = {arrival: n for arrival, n in courrier.counted(tx).items() if since is None or arrival[0] >= since}
    if not counted:
        return ()
    scanned = matched(counted, courrier.scanned(tx, min(day for day, _ in counted)))
    found = [
        Unscanned(day, canal, count, scanned[day, canal], deadline_of(_start(day), canal, settings))
        for (day, canal), count in counted.items()
        if scanned[day, canal] < count
    ]
    return tuple(sorted(found, key=lambda item: (item.echeance, item.day, item.canal)))


def matched(counted: Mapping[Arrival, int], scanned: Mapping[Arrival, int]) -> dict[Arrival, int]:
    """Return how many of the envelopes counted for each arrival were scanned.

    One that was scanned without its day of reception bears that of its drop: what a day has in excess of its own
    count goes to the oldest day before it that lacks some.
    """
    found = {arrival: min(scanned.get(arrival, 0), count) for arrival, count in counted.items()}
    lacking: defaultdict[Canal, deque[Arrival]] = defaultdict(deque)
    for arrival in sorted(counted):
        before = lacking[arrival[1]]
        excess = scanned.get(arrival, 0) - found[arrival]
        while excess and before:
            taken = min(excess, counted[before[0]] - found[before[0]])
            found[before[0]] += taken
            excess -= taken
            if found[before[0]] == counted[before[0]]:
                before.popleft()
        if found[arrival] < counted[arrival]:
            before.append(arrival)
    return found


def _start(day: date) -> datetime:
    return datetime.combine(day, time(), PARIS)
