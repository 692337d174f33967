"""The confusion table: what each type was called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.insight.evaluate.filing import Pair


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces of one true type. ``counts``: how many were given each of the columns; ``others``: the wrong ones said."""

    true: str
    counts: tuple[int, ...]
    right: int
    abstained: int
    others: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Confusion:
    """Rows: true types; columns: types said, then None for abstentions. Only types that occur are there."""

    columns: tuple[str | None, ...]
    rows: tuple[Row, ...]


def confusion(answers: Mapping[Pair, int]) -> Confusion:
    """Lay out the pieces counted by (true type, type said or None)."""
    said = sorted({answer for _, answer in answers if answer is not None})
    columns = (*said, None) if answers else ()
    return Confusion(columns, tuple(_row(true, columns, answers) for true in sorted({true for true, _ in answers})))


def _row(true: str, columns: tuple[str | None, ...], answers: Mapping[Pair, int]) -> Row:
    others = [(said, answers.get((true, said), 0)) for said in columns if said not in {None, true}]
    wrong = sorted(((said, count) for said, count in others if said is not None and count), key=lambda one: -one[1])
    return Row(
        true=true,
        counts=tuple(answers.get((true, said), 0) for said in columns),
        right=answers.get((true, true), 0),
        abstained=answers.get((true, None), 0),
        others=tuple(wrong),
    )
