"""From which confidence a type may be settled without a person: what papers kept apart from learning show.

Types that are taken for each other are certified together, those that never are as one group; every bound holds at
once for the whole curve of its group (Clopper-Pearson, one-sided, its 5 % shared out among the confidences tried).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy.stats import beta

from pipeline.classifiers.wording import OTHER, Certified

CONFIDENCES = (0.9, 0.95, 0.98, 0.995)
RISK = 0.05
CONFUSED_FROM, CONFUSED_SHARE = 0.8, 0.02
ENOUGH = 300


@dataclass(frozen=True, slots=True)
class Judged:
    """A paper kept apart: its class, the type that the model gives it, how surely, and whether a title does too."""

    true: str
    said: str
    confidence: float
    headed: bool = False


def certified(judged: Sequence[Judged], others: Sequence[Judged] = ()) -> tuple[Certified, ...]:
    """Return a curve for each group of types; a type with too few papers is in none.

    ``others``: papers that show which types are taken for each other, and are too few or too odd to count errors on.
    """
    by_type = Counter(one.true for one in judged)
    tried = frozenset(code for code, count in by_type.items() if count >= ENOUGH and code != OTHER)
    found = []
    for headed in (True, False):
        own = [one for one in judged if one.headed == headed]
        near = [*own, *(one for one in others if one.headed == headed)]
        found += [Certified(group, headed, curve(own, group)) for group in _groups(near, tried)]
    return tuple(found)


def curve(judged: Iterable[Judged], group: frozenset[str]) -> tuple[tuple[float, float], ...]:
    """Return, for each confidence, the most that can be wrong of what is settled under a type of ``group``."""
    own = [one for one in judged if one.said in group]
    points = []
    for confidence in CONFIDENCES:
        settled = [one for one in own if one.confidence >= confidence]
        wrong = sum(one.true != one.said for one in settled)
        points.append((confidence, round(bound(wrong, len(settled)), 5)))
    return tuple(points)


def bound(wrong: int, settled: int) -> float:
    """Return the highest rate that ``wrong`` of ``settled`` does not exclude."""
    if wrong >= settled:
        return 1.0
    return float(beta.ppf(1 - RISK / len(CONFIDENCES), wrong + 1, settled - wrong))


def _groups(judged: Iterable[Judged], tried: frozenset[str]) -> list[frozenset[str]]:
    """Return the types in groups: those that are taken for each other, then all those that never are."""
    confused: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        if one.confidence >= CONFUSED_FROM:
            confused[one.true][one.said] += 1
    near = {code: {code} for code in tried}
    for true, said in confused.items():
        for code, times in said.items():
            if code != true and times > CONFUSED_SHARE * said.total() and {true, code} <= tried:
                _join(near, true, code)
    groups = {frozenset(group) for group in near.values()}
    alone = frozenset(code for group in groups if len(group) == 1 for code in group)
    together = sorted((group for group in groups if len(group) > 1), key=sorted)
    return [*together, alone] if alone else together


def _join(near: dict[str, set[str]], one: str, other: str) -> None:
    if near[one] is near[other]:
        return
    near[one] |= near[other]
    for code in near[one]:
        near[code] = near[one]
