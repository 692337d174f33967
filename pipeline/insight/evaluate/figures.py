"""Figures that never travel alone: a share keeps its counts, an error names its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

RISK = 0.05
NORMAL = 1.959964  # standard deviations that hold 95 % of the normal law
HALVINGS = 60

Interval = tuple[float, float]
"""Where a rate may lie: both ends in 0–1."""


@dataclass(frozen=True, slots=True)
class Share:
    """``count`` out of ``total``."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """The share in 0–1, None of nothing."""
        return self.count / self.total if self.total else None

    def __str__(self) -> str:
        """Write ``12/13 (92 %)``; 100 % and 0 % are said of all and none only."""
        if not self.total:
            return f"{self.count}/0"
        percent = round(100 * self.count / self.total)
        if 0 < self.count < self.total:
            percent = min(max(percent, 1), 99)
        return f"{self.count}/{self.total} ({percent} %)"


@dataclass(frozen=True, slots=True)
class Fault:
    """An error of the machine. ``genre``: which measure counts it.

    ``reason``: what is wrong; ``expected``, ``found``: what is true and what was said instead. All in French, and
    none names anybody.
    """

    pli: str
    pages: tuple[int, ...]
    genre: str
    reason: str
    expected: str
    found: str


def listed(pages: Iterable[int]) -> str:
    """Write page numbers for people, in order."""
    return ", ".join(map(str, sorted(pages)))


def interval(share: Share) -> Interval | None:
    """Return the two-sided 95 % Wilson interval of the rate of which ``share`` was seen, None of nothing.

    It holds the pieces for independent; those of one pli are not quite, so the truth lies a little wider.
    """
    if share.value is None:
        return None
    weight = NORMAL**2 / share.total
    centre = share.value + weight / 2
    reach = NORMAL * sqrt(share.value * (1 - share.value) / share.total + weight / (4 * share.total))
    return max(0.0, (centre - reach) / (1 + weight)), min(1.0, (centre + reach) / (1 + weight))


def upper_bound(share: Share) -> float:
    """Return the one-sided 95 % Clopper-Pearson upper bound of the rate of which ``share`` was seen."""
    if share.count >= share.total:
        return 1.0
    low, high = share.count / share.total, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(share, middle) > RISK else (low, middle)
    return high


def _at_most(share: Share, rate: float) -> float:
    """Return the chance of at most ``share.count`` events where each of ``share.total`` comes at ``rate`` in (0, 1)."""
    n = share.total

    def chance(k: int) -> float:
        ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        return exp(ways + k * log(rate) + (n - k) * log(1 - rate))

    return sum(chance(k) for k in range(share.count + 1))
