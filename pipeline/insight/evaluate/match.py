"""Two ways of cutting the same pages, laid one over the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Pages = frozenset[int]
Overlaps = Mapping[tuple[int, int], int]


def overlaps(left: Sequence[Pages], right: Sequence[Pages]) -> Overlaps:
    """Count the pages that a part of ``left`` shares with one of ``right``, by their places; none, no entry."""
    place = {n: j for j, pages in enumerate(right) for n in pages}
    return Counter((i, place[n]) for i, pages in enumerate(left) for n in pages if n in place)


def drags(left: Sequence[Pages], right: Sequence[Pages]) -> int:
    """Return the least number of pages to move so that one cut becomes the other.

    That is all the pages less the most that can stay where they lie (least number of drags and drops).
    """
    shared = overlaps(left, right)
    pages = len(frozenset().union(*left, *right))
    return pages - sum(_heaviest(group) for group in _components(shared))


def _components(shared: Overlaps) -> list[Overlaps]:
    """Split overlaps into groups that have no part in common."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in shared:
        touched = [group for group in groups if i in group[0] or j in group[1]]
        rows = {i}.union(*(group[0] for group in touched))
        columns = {j}.union(*(group[1] for group in touched))
        groups = [group for group in groups if group not in touched] + [(rows, columns)]
    return [{pair: count for pair, count in shared.items() if pair[0] in rows} for rows, _ in groups]


def _heaviest(shared: Overlaps) -> int:
    """Return the weight of the heaviest one-to-one matching."""
    rows, columns = _places(i for i, _ in shared), _places(j for _, j in shared)
    if len(rows) > len(columns):
        return _heaviest({(j, i): count for (i, j), count in shared.items()})
    return -_least([[-shared.get((i, j), 0) for j in columns] for i in rows])


def _places(of: Iterable[int]) -> list[int]:
    return sorted(set(of))


def _least(costs: Sequence[Sequence[int]]) -> int:
    """Return the least cost of giving each row a column of its own; no fewer columns than rows.

    The Hungarian method with potentials: rows come in one by one, each by the shortest augmenting path.
    Place 0 of the columns stands for « the row that comes in ».
    """
    rows, columns = len(costs), len(costs[0])
    of_row, of_column = [0] * (rows + 1), [0] * (columns + 1)
    holder = [0] * (columns + 1)
    for row in range(1, rows + 1):
        holder[0], column = row, 0
        slack: list[float] = [float("inf")] * (columns + 1)
        came_from, reached = [0] * (columns + 1), {0}
        while holder[column]:
            held = holder[column]
            for other in range(1, columns + 1):
                reduced = costs[held - 1][other - 1] - of_row[held] - of_column[other]
                if other not in reached and reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
            nearest = min((c for c in range(1, columns + 1) if c not in reached), key=slack.__getitem__)
            step = int(slack[nearest])
            for other in range(columns + 1):
                if other in reached:
                    of_row[holder[other]] += step
                    of_column[other] -= step
                else:
                    slack[other] -= step
            column = nearest
            reached.add(column)
        while column:
            holder[column] = holder[came_from[column]]
            column = came_from[column]
    return -of_column[0]
