"""The rest of an envelope whose bordereau was not put in again: a guess, for a person to look at. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.domain.receipt import Canal
from pipeline.insight.register.account import NOTHING, Envelope, State, Tally


def with_rest(envelopes: Sequence[Envelope]) -> list[Envelope]:
    """Name, for each envelope that lacks something, the plis without a bordereau that may be its rest."""
    loose = [
        envelope
        for envelope in envelopes
        if envelope.parts[0].canal is Canal.PAPIER_GUICHET and envelope.parts[0].bordereau == NOTHING
    ]
    return [
        replace(it, maybe=tuple(other.name for other in loose if _may_end(other, it))) if _lacks(it) else it
        for it in envelopes
    ]


def _lacks(envelope: Envelope) -> bool:
    return envelope.state in {State.INCOMPLETE, State.LATE} and envelope.parts[0].bordereau != NOTHING


def _may_end(rest: Envelope, envelope: Envelope) -> bool:
    """Say whether a pli without a bordereau has no more than what an envelope of its sender lacks, in its time."""
    first, other = envelope.parts[0], rest.parts[0]
    near = first.recu_le <= other.recu_le <= first.echeance and other.guichet in {None, first.guichet}
    return near and _is_lacking(rest.counted, envelope)


def _is_lacking(brought: Tally, envelope: Envelope) -> bool:
    announced, counted = envelope.announced, envelope.counted
    counts = (
        (announced.dossiers, counted.dossiers, brought.dossiers),
        (announced.pages, counted.pages, brought.pages),
    )
    return all(said is None or (had or 0) + (more or 0) <= said for said, had, more in counts)
