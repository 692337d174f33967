"""From which confidence a type is settled without a person: what papers kept apart from learning show.

A paper counts for as much as its type is sent (``training.world.sent``), shared out among the papers of that type.
From each confidence on, types that are too often wrong are left to people, those that titles name too and those that
they do not being judged apart; what is wrong of all the others together is counted on layouts that had no part in
leaving types out (``tried_apart``), and bounded one-sided, 95 %, with layouts as the sample, for papers of one layout
err together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from zlib import crc32

from pipeline.classifiers.wording import OTHER, Certified

CONFIDENCES = (0.9, 0.95, 0.98, 0.985, 0.99, 0.995, 0.998, 0.999)
ONE_SIDED = 1.645
TOO_OFTEN = 0.02
"""The share of what is taken for a type that may be wrong, before that type is left to people."""
BY_CHANCE = 0.2
"""What is wrong more often than that at the lowest confidence is right by chance at the highest, where few are left."""
ENOUGH = 300
SPLITS = 6

Weights = Mapping[str, float]
"""What a paper of each class counts for."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A paper kept apart: its class, the type that the model gives it, how surely, if a title does too; its layout."""

    true: str
    said: str
    confidence: float
    headed: bool = False
    writer: str = ""


def weights(judged: Iterable[Judged], sent: Mapping[str, float]) -> dict[str, float]:
    """Return what a paper of each class counts for; ``sent``: how often each is sent."""
    return {code: sent.get(code, 0.0) / count for code, count in Counter(one.true for one in judged).items()}


Taken = tuple[str, bool]
"""What a paper is taken for: a type, and whether a title names it too."""


def certified(judged: Sequence[Judged], sent: Mapping[str, float]) -> tuple[Certified, ...]:
    """Return two curves for each type with enough papers; the others are settled by hard evidence alone."""
    counts, of_a_paper = Counter(one.true for one in judged), weights(judged, sent)
    tried = sorted(code for code, count in counts.items() if count >= ENOUGH and code != OTHER)
    curves: dict[Taken, list[tuple[float, float]]] = {(code, headed): [] for code in tried for headed in (True, False)}
    most = 0.0
    for confidence in reversed(CONFIDENCES):
        good = _good(judged, confidence, of_a_paper)
        kept = tried_apart(judged, confidence, of_a_paper)
        most = max(most, round(bound(kept, of_a_paper), 5))  # no luck of a few papers
        for taken, curve in curves.items():
            curve.append((confidence, most if taken in good else 1.0))
    return tuple(Certified(code, headed, tuple(reversed(points))) for (code, headed), points in curves.items())


def tried_apart(judged: Sequence[Judged], confidence: float, of_a_paper: Weights) -> list[Judged]:
    """Return what is settled from ``confidence`` on once each half of the layouts has said which types to leave out.

    It says so of the other half. The layouts are halved in several ways, so a paper comes once for each.
    """
    kept: list[Judged] = []
    for split in range(SPLITS):
        halves: tuple[list[Judged], list[Judged]] = ([], [])
        for one in judged:
            halves[crc32(f"{split} {one.writer}".encode()) % 2].append(one)
        for half, other in (halves, halves[::-1]):
            good = _good(other, confidence, of_a_paper)
            kept += [one for one in half if one.confidence >= confidence and (one.said, one.headed) in good]
    return kept


def _good(judged: Iterable[Judged], confidence: float, of_a_paper: Weights) -> frozenset[Taken]:
    """Return what not too much is wrong of from ``confidence`` on, nor by far from the lowest."""
    said: dict[Taken, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.confidence >= CONFIDENCES[0]:
            said[one.said, one.headed].append(one)
    return frozenset(
        taken
        for taken, ones in said.items()
        if rate(ones, of_a_paper) <= BY_CHANCE
        and rate([one for one in ones if one.confidence >= confidence], of_a_paper) <= TOO_OFTEN
    )


def rate(settled: Sequence[Judged], of_a_paper: Weights) -> float:
    """Return the share (0-1) that is wrong."""
    whole = sum(of_a_paper[one.true] for one in settled)
    return sum(of_a_paper[one.true] for one in settled if one.said != one.true) / whole if whole else 1.0


def bound(settled: Sequence[Judged], of_a_paper: Weights) -> float:
    """Return the rate that new layouts do not pass, one time in twenty apart; 1 when nothing was settled."""
    share, whole = rate(settled, of_a_paper), sum(of_a_paper[one.true] for one in settled)
    beyond: dict[str, float] = defaultdict(float)
    for one in settled:
        beyond[one.writer] += of_a_paper[one.true] * ((one.said != one.true) - share)
    return share + ONE_SIDED * sqrt(sum(off * off for off in beyond.values())) / whole if whole else 1.0


def settled(judged: Iterable[Judged], by: Iterable[Certified], misfiled: float) -> list[Judged]:
    """Return the papers that the curves ``by`` settle when at most ``misfiled`` (0-1) of all may be wrong."""
    least = {(one.type, one.headed): one.settles_from(misfiled) for one in by}
    kept = ((one, least.get((one.said, one.headed))) for one in judged)
    return [one for one, needed in kept if needed is not None and one.confidence >= needed]
