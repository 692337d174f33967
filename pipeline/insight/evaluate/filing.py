"""What pieces were called, over those that were cut exactly: a wrong cut is counted as a cut, not as a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case, PieceAccount
from pipeline.insight.evaluate.figures import Fault, Share

Pair = tuple[str, str | None]
"""A true type, and the one said, None for an abstention."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece cut exactly whose true type is known, beside the one found. ``lot``: the name of its case."""

    lot: str
    type: str
    found: PieceAccount


@dataclass(frozen=True, slots=True)
class Filed:
    """Types of exactly cut pieces whose true type is known.

    ``named``: those that the machine named; ``right``: right among the named. ``macro_f1`` holds an abstention for
    a miss, ``macro_f1_named`` leaves it out; each is the plain mean over the types seen, true or given.
    ``answers``: pieces by (true type, type given or None); ``confusions``: those among them given a wrong type.
    """

    named: Share
    right: Share
    macro_f1: float | None
    macro_f1_named: float | None
    answers: Mapping[Pair, int]
    confusions: Mapping[tuple[str, str], int]
    faults: tuple[Fault, ...]


def exactly_cut(cases: Iterable[Case]) -> Iterator[Judged]:
    """Yield the pieces whose name can be judged: cut exactly, and of a known type."""
    for case in cases:
        given = {piece.pages: piece for piece in case.found.pieces}
        for piece in case.truth.pieces:
            if piece.type is not None and piece.pages in given:
                yield Judged(case.name, piece.type, given[piece.pages])


def filed(cases: Iterable[Case]) -> Filed:
    """Compare the types of the pieces that were cut exactly."""
    judged = list(exactly_cut(cases))
    pairs = [(piece.type, piece.found.type) for piece in judged]
    named = [(true, answer) for true, answer in pairs if answer is not None]
    wrong = Counter(pair for pair in named if pair[0] != pair[1])
    return Filed(
        named=Share(len(named), len(pairs)),
        right=Share(len(named) - wrong.total(), len(named)),
        macro_f1=macro_f1(pairs),
        macro_f1_named=macro_f1(named),
        answers=Counter(pairs),
        confusions=dict(sorted(wrong.items())),
        faults=tuple(_misnamed(piece) for piece in judged if piece.found.type not in {None, piece.type}),
    )


def _misnamed(piece: Judged) -> Fault:
    pages, answer = tuple(sorted(piece.found.pages)), piece.found.type
    sure = f"{answer}, confiance {piece.found.confidence:.3f}".replace(".", ",")
    return Fault(piece.lot, pages, "type", f"{piece.type} classée {answer}", piece.type, sure)


def macro_f1(pairs: Sequence[Pair]) -> float | None:
    """Return the mean over types of F1 in 0–1; an answer of None is a miss. None of nothing."""
    true = Counter(kind for kind, _ in pairs)
    given = Counter(answer for _, answer in pairs if answer is not None)
    right = Counter(kind for kind, answer in pairs if kind == answer)
    kinds = true.keys() | given.keys()
    scores = [2 * right[kind] / (true[kind] + given[kind]) for kind in kinds]
    return sum(scores) / len(scores) if scores else None
