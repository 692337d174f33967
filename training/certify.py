"""From which confidence a type is settled without a person: what papers kept apart from learning show.

Types for which nothing else was ever taken are bounded together, each of the others by all that is taken for it; once
for papers whose title names the type too and once for the others (Clopper-Pearson, one-sided, its 5 % shared out among
the confidences tried). The bound of those together does not allow for their having been chosen on the same papers, nor
for papers of one layout being alike: it is lower than what new layouts meet (decision 24).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scipy.stats import beta

from pipeline.classifiers.wording import OTHER, Certified

CONFIDENCES = (0.9, 0.95, 0.98, 0.995)
RISK = 0.05
ENOUGH = 300


@dataclass(frozen=True, slots=True)
class Judged:
    """A paper kept apart: its class, the type that the model gives it, how surely, and whether a title does too."""

    true: str
    said: str
    confidence: float
    headed: bool = False


def certified(judged: Sequence[Judged]) -> tuple[Certified, ...]:
    """Return two curves for each type with enough papers; the others are settled by hard evidence alone."""
    by_type = Counter(one.true for one in judged)
    tried = sorted(code for code, count in by_type.items() if count >= ENOUGH and code != OTHER)
    return tuple(
        Certified(code, headed, points)
        for headed in (True, False)
        for code, points in _curves(tried, _by_said(judged, headed=headed))
    )


def _by_said(judged: Sequence[Judged], *, headed: bool) -> dict[str, list[Judged]]:
    said: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.headed == headed:
            said[one.said].append(one)
    return said


def _curves(
    tried: Sequence[str], said: dict[str, list[Judged]]
) -> Iterator[tuple[str, tuple[tuple[float, float], ...]]]:
    clean = [code for code in tried if not _wrong(said[code])]
    together = curve([one for code in clean for one in said[code]])
    for code in tried:
        yield code, together if code in clean else curve(said[code])


def _wrong(judged: Sequence[Judged]) -> int:
    return sum(one.true != one.said for one in judged if one.confidence >= CONFIDENCES[0])


def curve(judged: Sequence[Judged]) -> tuple[tuple[float, float], ...]:
    """Return, for each confidence, the most that can be wrong of what is settled from it on."""
    points = []
    for confidence in CONFIDENCES:
        settled = [one for one in judged if one.confidence >= confidence]
        wrong = sum(one.true != one.said for one in settled)
        points.append((confidence, round(bound(wrong, len(settled)), 5)))
    return tuple(points)


def bound(wrong: int, settled: int) -> float:
    """Return the highest rate that ``wrong`` of ``settled`` does not exclude."""
    if wrong >= settled:
        return 1.0
    return float(beta.ppf(1 - RISK / len(CONFIDENCES), wrong + 1, settled - wrong))
