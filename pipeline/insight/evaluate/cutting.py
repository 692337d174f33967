"""Where one piece ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.figures import Fault, Share, listed
from pipeline.insight.evaluate.match import drags, overlaps

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Panoptic:
    """Matches of true and found pieces that share more than half of their pages (IoU > 0.5), summed."""

    matched: int
    overlap: float
    missed: int
    invented: int

    @property
    def quality(self) -> float | None:
        """Panoptic quality in 0–1: how many pieces are matched, times how well; None without pieces."""
        pieces = self.matched + self.missed / 2 + self.invented / 2
        return self.overlap / pieces if pieces else None


@dataclass(frozen=True, slots=True)
class Cuts:
    """True pieces found with exactly their pages, and what it takes to mend the others.

    ``drags``: least number of pages to move, out of ``pages`` that lie in pieces.
    """

    exact: Share
    found: int
    panoptic: Panoptic
    drags: int
    pages: int
    faults: tuple[Fault, ...]


def cuts(cases: Iterable[Case]) -> Cuts:
    """Compare the pieces of every lot, as sets of pages."""
    exact, total, found, moved, pages = 0, 0, 0, 0, 0
    panoptic = Panoptic(0, 0.0, 0, 0)
    faults: list[Fault] = []
    for case in cases:
        left = [piece.pages for piece in case.truth.pieces]
        right = [piece.pages for piece in case.found.pieces]
        wrong = [cut for cut in left if cut not in right]
        faults += [_wrongly_cut(case.name, cut, right) for cut in wrong]
        exact += len(left) - len(wrong)
        total += len(left)
        found += len(right)
        moved += drags(left, right)
        pages += len(frozenset().union(*left, *right))
        panoptic = _sum(panoptic, _panoptic(left, right))
    return Cuts(Share(exact, total), found, panoptic, moved, pages, tuple(faults))


def _wrongly_cut(name: str, cut: frozenset[int], said: list[frozenset[int]]) -> Fault:
    """Tell a cut beside the pieces found that touch it."""
    found = " | ".join(listed(other) for other in said if other & cut) or "aucune pièce"
    return Fault(name, tuple(sorted(cut)), "coupe", "pièce mal découpée", listed(cut), found)


def _panoptic(left: list[frozenset[int]], right: list[frozenset[int]]) -> Panoptic:
    ratios = [shared / (len(left[i]) + len(right[j]) - shared) for (i, j), shared in overlaps(left, right).items()]
    matches = [ratio for ratio in ratios if ratio > HALF]
    return Panoptic(len(matches), sum(matches), len(left) - len(matches), len(right) - len(matches))


def _sum(one: Panoptic, other: Panoptic) -> Panoptic:
    return Panoptic(
        one.matched + other.matched,
        one.overlap + other.overlap,
        one.missed + other.missed,
        one.invented + other.invented,
    )
