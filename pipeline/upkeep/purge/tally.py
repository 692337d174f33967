"""What goes, rule by rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pipeline.upkeep.purge.terms import Rule


@dataclass(frozen=True, slots=True)
class Count:
    """How many things, the bytes of their files, and since when the oldest was settled."""

    things: int = 0
    octets: int = 0
    oldest: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the count in the words of operators."""
        since = self.oldest.isoformat() if self.oldest is not None else None
        return {"nombre": self.things, "octets": self.octets, "plus_ancien": since}


@dataclass(slots=True)
class Tally:
    """Counts that grow as things go."""

    counts: dict[Rule, Count] = field(default_factory=lambda: dict.fromkeys(Rule, Count()))

    def add(self, rule: Rule, octets: int, since: datetime | None = None, things: int = 1) -> None:
        """Count what goes by a rule; ``since``: when it was settled."""
        known = self.counts[rule]
        oldest = min((instant for instant in (known.oldest, since) if instant is not None), default=None)
        self.counts[rule] = Count(known.things + things, known.octets + octets, oldest)


@dataclass(frozen=True, slots=True)
class Purged:
    """What goes, or went when ``done``. ``held``: lots past the shortest time that are not settled, with why."""

    done: bool
    counts: Mapping[Rule, Count]
    held: tuple[tuple[str, str], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the purge in the words of operators."""
        return {
            "fait": self.done,
            "regles": {rule: count.as_json() for rule, count in self.counts.items()},
            "retenus": [{"lot": lot, "raison": why} for lot, why in self.held],
        }
