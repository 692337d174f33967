"""Run plis again with today's rules, from what is kept of them, and say what would change. Nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.domain import bilan as bilans
from pipeline.domain.rules import Rules
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.insight.replay.changes import Change, changes, questions_of
from pipeline.insight.replay.kept import Kept, kept_of
from pipeline.insight.replay.tally import Tally, tally
from pipeline.store import plis

NOT_YET = "pas encore décidé"


@dataclass(frozen=True, slots=True)
class Rerun:
    """One pli. ``left_out``: why it was not judged again, in French; else None."""

    pli: str
    changes: tuple[Change, ...] = ()
    left_out: str | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """Plis judged again, in the order asked for."""

    reruns: tuple[Rerun, ...]

    @property
    def judged(self) -> list[Rerun]:
        return [rerun for rerun in self.reruns if rerun.left_out is None]

    @property
    def changed(self) -> list[Rerun]:
        return [rerun for rerun in self.reruns if rerun.changes]

    @property
    def left_out(self) -> list[tuple[str, str]]:
        return [(rerun.pli, rerun.left_out) for rerun in self.reruns if rerun.left_out is not None]

    def tally(self) -> Tally:
        """Add up what would change in all of them."""
        return tally(change for rerun in self.reruns for change in rerun.changes)

    def as_json(self) -> dict[str, Any]:
        """Return what would change for a program."""
        return {
            "plis_rejoues": len(self.judged),
            "plis_changes": len(self.changed),
            "non_rejoues": [{"pli": pli, "raison": reason} for pli, reason in self.left_out],
            "changements": self.tally().as_json(),
            "plis": [
                {"pli": rerun.pli, "changements": [change.as_json() for change in rerun.changes]}
                for rerun in self.changed
            ],
        }


def replay(house: House, names: Sequence[str], step: Callable[[int, int], None]) -> Replayed:
    """Judge ``names`` again (every pli when empty); ``step`` is told (done, in all).

    Raises Misuse, before anything is judged, when a name is no pli's.
    """
    with house.store.begin() as tx:
        known = plis.names(tx)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Misuse(f"{unknown[0]} : pli inconnu ; « pli etat » donne leurs noms.")
    wanted = list(dict.fromkeys(names)) or known
    reruns = []
    for done, name in enumerate(wanted):
        step(done, len(wanted))
        with house.store.begin() as tx:
            kept = kept_of(tx, name, house.reader)
        reruns.append(rerun(name, kept, house.rules))
    step(len(wanted), len(wanted))
    return Replayed(tuple(reruns))


def rerun(name: str, kept: Kept | None, rules: Rules) -> Rerun:
    """Judge one pli again, unless nothing or nobody can. Pure."""
    left_out = kept.obstacle(rules) if kept is not None else NOT_YET
    if kept is None or left_out is not None:
        return Rerun(name, left_out=left_out)
    judged = kept.judged_by(rules)
    now = bilans.of(kept.receipt, judged)
    asked = {piece: asked.question for piece, asked in kept.asked.items()}
    return Rerun(name, changes(kept.bilan, asked, now, questions_of(judged, now)))
