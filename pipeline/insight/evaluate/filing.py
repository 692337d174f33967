"""What pieces were called, over those that were cut exactly: a wrong cut is counted as a cut, not as a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.figures import Fault, Share

Pair = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Filed:
    """Types of exactly cut pieces whose true type is known.

    ``named``: those that the machine named; ``right``: right among the named. ``macro_f1`` holds an abstention for
    a miss, ``macro_f1_named`` leaves it out; each is the plain mean over the types seen, true or given.
    ``confusions``: pieces by (true type, type given).
    """

    named: Share
    right: Share
    macro_f1: float | None
    macro_f1_named: float | None
    confusions: Mapping[tuple[str, str], int]
    faults: tuple[Fault, ...]


def filed(cases: Iterable[Case]) -> Filed:
    """Compare the types of the pieces that were cut exactly."""
    pairs: list[Pair] = []
    faults: list[Fault] = []
    for case in cases:
        given = {piece.pages: piece.type for piece in case.found.pieces}
        for piece in case.truth.pieces:
            if piece.type is None or piece.pages not in given:
                continue
            answer = given[piece.pages]
            pairs.append((piece.type, answer))
            if answer not in {None, piece.type}:
                pages = tuple(sorted(piece.pages))
                faults.append(Fault(case.name, pages, "type", f"{piece.type} classée {answer}"))
    named = [(true, answer) for true, answer in pairs if answer is not None]
    wrong = Counter(pair for pair in named if pair[0] != pair[1])
    return Filed(
        named=Share(len(named), len(pairs)),
        right=Share(len(named) - wrong.total(), len(named)),
        macro_f1=macro_f1(pairs),
        macro_f1_named=macro_f1(named),
        confusions=dict(sorted(wrong.items())),
        faults=tuple(faults),
    )


def macro_f1(pairs: Sequence[Pair]) -> float | None:
    """Return the mean over types of F1 in 0–1; an answer of None is a miss. None of nothing."""
    true = Counter(kind for kind, _ in pairs)
    given = Counter(answer for _, answer in pairs if answer is not None)
    right = Counter(kind for kind, answer in pairs if kind == answer)
    kinds = true.keys() | given.keys()
    scores = [2 * right[kind] / (true[kind] + given[kind]) for kind in kinds]
    return sum(scores) / len(scores) if scores else None
