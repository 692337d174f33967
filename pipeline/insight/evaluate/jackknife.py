"""Intervals of figures that are no share of anything, such as a mean of F1: how they move without some of the lots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.figures import Interval

GROUPS = 10
STUDENT = 2.262  # holds 95 % of Student's law with one degree of freedom less than there are groups


def jackknife(cases: Sequence[Case], figure: Callable[[Sequence[Case]], float | None]) -> Interval | None:
    """Return the 95 % interval of ``figure`` (in 0–1), leaving out a tenth of the lots at a time (Tukey).

    None with fewer than ten lots, or when the figure does not move: then they say nothing of how it could.
    """
    whole = figure(cases)
    if whole is None or len(cases) < GROUPS:
        return None
    values = [figure([case for rank, case in enumerate(cases) if rank % GROUPS != left]) for left in range(GROUPS)]
    told = [value for value in values if value is not None]
    mean = sum(told) / len(told) if told else whole
    spread = sqrt((GROUPS - 1) / GROUPS * sum((value - mean) ** 2 for value in told))
    if len(told) < GROUPS or not spread:
        return None
    return max(0.0, whole - STUDENT * spread), min(1.0, whole + STUDENT * spread)
