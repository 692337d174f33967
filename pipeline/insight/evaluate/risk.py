"""Risk against coverage: were types settled from a given confidence on, how many would be, and how many wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.filing import exactly_cut


@dataclass(frozen=True, slots=True)
class Point:
    """``settled``: pieces given a type with a confidence of at least ``threshold``; ``wrong``: wrong among these."""

    threshold: float
    settled: Share
    wrong: Share


def curve(cases: Iterable[Case]) -> tuple[Point, ...]:
    """Return a point for each confidence seen, highest first, over exactly cut pieces whose type is known.

    It stops where the machine does: it tells no type that is not likelier than all others together.
    """
    judged = list(exactly_cut(cases))
    named = [piece for piece in judged if piece.found.type is not None]
    given = [(piece.found.confidence, piece.type != piece.found.type) for piece in named]
    points: list[Point] = []
    settled = wrong = 0
    for threshold, group in groupby(sorted(given, reverse=True), key=lambda one: one[0]):
        errors = [is_wrong for _, is_wrong in group]
        settled += len(errors)
        wrong += sum(errors)
        points.append(Point(threshold, Share(settled, len(judged)), Share(wrong, settled)))
    return tuple(points)


def at(points: Sequence[Point], threshold: float) -> Point | None:
    """Return what is settled at a threshold or above it, None when nothing is."""
    reached = [point for point in points if point.threshold >= threshold]
    return Point(threshold, reached[-1].settled, reached[-1].wrong) if reached else None
