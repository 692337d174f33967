"""Changes added up: how many pieces would be cut, named, filed or decided otherwise. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pipeline.insight.replay.changes import Change, Stand

Aspect = Callable[[Stand], object]
OF_PIECES: Mapping[str, Aspect] = MappingProxyType(
    {
        "dossier": lambda stand: (stand.dossier, stand.rang),
        "type": lambda stand: stand.type,
        "role": lambda stand: stand.whose,
    }
)
OF_ONE_VERDICT: Mapping[str, Aspect] = MappingProxyType(
    {"motif": lambda stand: stand.motif, "question": lambda stand: stand.question}
)


@dataclass(frozen=True, slots=True)
class Tally:
    """``outcomes``: pieces by verdict before and now, None where there is no piece.

    ``counts``: pieces that would differ by ``dossier``, ``type`` and ``role``, and, the verdict staying, by ``motif``
    and ``question``; ``decoupe``: runs of pages cut otherwise; ``pages``: pages of no piece that would be another
    thing; ``deja_deposees``: pieces of all these that were deposited. A piece counts once a line, as it was before.
    """

    outcomes: Counter[tuple[str | None, str | None]]
    counts: Counter[str]

    def as_json(self) -> dict[str, Any]:
        """Return the counts for a program."""
        moves = self.outcomes.most_common()
        verdicts = [{"avant": before, "maintenant": now, "pieces": count} for (before, now), count in moves]
        lines = ("decoupe", *OF_PIECES, *OF_ONE_VERDICT, "pages", "deja_deposees")
        return {"verdict": verdicts, **{line: self.counts[line] for line in lines}}


def tally(changes: Iterable[Change]) -> Tally:
    """Add up changes."""
    outcomes: Counter[tuple[str | None, str | None]] = Counter()
    counts: Counter[str] = Counter()
    for change in changes:
        outcomes.update(_outcomes(change))
        counts.update(_counts(change))
    return Tally(outcomes, counts)


def _outcomes(change: Change) -> Iterable[tuple[str | None, str | None]]:
    """Return the verdicts that change: of a piece once, as it was, or as it would be when its pages were of none."""
    moved = {
        (before if before.verdict is not None else now, before.verdict, now.verdict)
        for before, now in change.pairs()
        if before.verdict != now.verdict
    }
    return [(before, now) for _, before, now in moved]


def _counts(change: Change) -> dict[str, int]:
    pairs = list(change.pairs())
    pieces = [(before, now) for before, now in pairs if None not in {before.verdict, now.verdict}]
    alike = [(before, now) for before, now in pieces if before.verdict == now.verdict]
    return {
        "decoupe": int(change.recut),
        **{line: _differing(pieces, aspect) for line, aspect in OF_PIECES.items()},
        **{line: _differing(alike, aspect) for line, aspect in OF_ONE_VERDICT.items()},
        "pages": sum(before.verdict is None and now.verdict is None for before, now in pairs),
        "deja_deposees": len(change.sent),
    }


def _differing(pairs: Iterable[tuple[Stand, Stand]], aspect: Aspect) -> int:
    return len({before for before, now in pairs if aspect(before) != aspect(now)})
