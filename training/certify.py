"""How far a type is to be believed, and from when on it is settled without a person: what papers kept apart show.

A judgement is believed by a logistic regression over its confidence, what titles and words say of it, and its type
(``pipeline.classifiers.belief``). What is wrong from each belief on is counted on layouts that had no part in that
regression (``believed_apart``): a paper for as much as its type is sent (``training.world.sent``), shared out among the
papers of that type. That is bounded one-sided, 95 %, with layouts as the sample, for papers of one layout err together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import sqrt
from zlib import crc32

from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from pipeline.classifiers.belief import Belief, Judgement, Titled
from pipeline.classifiers.wording import OTHER

BELIEFS = tuple(round(0.9 + step / 500, 3) for step in range(50))
ONE_SIDED = 1.645
ENOUGH, FEW = 300, 40
"""Papers of a type, and layouts in all, without which nothing is certified."""
SPLITS = 6
STRENGTH, STRENGTH_OF_TYPES = 0.5, 2.0
"""Inverse of the regularisation, a layout being one observation. Types vary more than what is common to all."""
CLEARNESS = 4.0  # the odds are told in units of that, so that one strength goes for all
STATES = tuple(product(Titled, (True, False)))

Weights = Mapping[str, float]
"""What a paper of each class counts for."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A paper kept apart: its class, its layout, and what the model takes it for."""

    true: str
    writer: str
    judgement: Judgement

    @property
    def right(self) -> bool:
        return self.judgement.code == self.true


@dataclass(frozen=True, slots=True)
class Believed:
    """A paper kept apart, and how far (0–1) a regression that never met its layout believes what it is taken for."""

    judged: Judged
    belief: float


def weights(judged: Iterable[Judged], sent: Mapping[str, float]) -> dict[str, float]:
    """Return what a paper of each class counts for; ``sent``: how often each is sent."""
    return {code: sent.get(code, 0.0) / count for code, count in Counter(one.true for one in judged).items()}


def certified(judged: Sequence[Judged], sent: Mapping[str, float]) -> Belief:
    """Return what to believe, and from when on; types with few papers are settled by hard evidence alone."""
    counts, of_a_paper = Counter(one.true for one in judged), weights(judged, sent)
    enough = frozenset(code for code, count in counts.items() if count >= ENOUGH and code != OTHER)
    tried = [one for one in believed_apart(judged) if one.judged.judgement.is_of(enough)]
    curve, most = [], 0.0
    for belief in reversed(BELIEFS):
        kept = [one.judged for one in tried if one.belief >= belief]
        if len({one.writer for one in kept}) < FEW:
            curve.append((belief, 1.0))
        else:
            most = max(most, round(bound(kept, of_a_paper), 5))  # no luck of a few papers
            curve.append((belief, most))
    return replace(believing(judged), certified=enough, curve=tuple(reversed(curve)))


def believed_apart(judged: Sequence[Judged]) -> list[Believed]:
    """Return how far each paper is believed by what the half of the layouts without its own shows.

    The layouts are halved in several ways, so a paper comes once for each.
    """
    found: list[Believed] = []
    for split in range(SPLITS):
        halves: tuple[list[Judged], list[Judged]] = ([], [])
        for one in judged:
            halves[crc32(f"{split} {one.writer}".encode()) % 2].append(one)
        for half, other in (halves, halves[::-1]):
            belief = believing(other)
            found += [Believed(one, belief.of(one.judgement)) for one in half]
    return found


def believing(judged: Sequence[Judged]) -> Belief:
    """Learn what judgements are worth; each layout is one observation, be it of a type that is seldom sent."""
    types, papers = sorted({one.judgement.code for one in judged}), Counter(one.writer for one in judged)
    counted = [1 / papers[one.writer] for one in judged]
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=500)
    facts, right = _facts(judged, types), [one.right for one in judged]
    nothing = csr_matrix((2, facts.shape[1]))  # both outcomes are wanted; a row of nothing moves no weight
    model.fit(vstack([facts, nothing]).tocsr(), [*right, True, False], sample_weight=[*counted, 1.0, 1.0])
    told = iter(model.coef_[0].tolist())
    starts = {state: next(told) for state in STATES}
    common = next(told) / CLEARNESS
    slopes = {titled: common + next(told) / CLEARNESS for titled in Titled}
    return Belief(slopes, starts, {code: next(told) * STRENGTH_OF_TYPES for code in types})


def _facts(judged: Sequence[Judged], types: Sequence[str]) -> csr_matrix:
    """Return a row for each paper: its state, its odds alone and by what titles say, its type."""
    place = {code: len(STATES) + 1 + len(Titled) + at for at, code in enumerate(types)}
    told = list(Titled)
    rows, columns, data = [], [], []
    for row, judgement in enumerate(one.judgement for one in judged):
        odds = judgement.odds / CLEARNESS
        facts = {
            STATES.index((judgement.titled, judgement.agreed)): 1.0,
            len(STATES): odds,
            len(STATES) + 1 + told.index(judgement.titled): odds,
            place[judgement.code]: STRENGTH_OF_TYPES,
        }
        rows += [row] * len(facts)
        columns += list(facts)
        data += list(facts.values())
    shape = len(judged), len(STATES) + 1 + len(Titled) + len(types)
    return csr_matrix((data, (rows, columns)), shape=shape)


def rate(settled: Sequence[Judged], of_a_paper: Weights) -> float:
    """Return the share (0–1) that is wrong."""
    whole = sum(of_a_paper[one.true] for one in settled)
    return sum(of_a_paper[one.true] for one in settled if not one.right) / whole if whole else 1.0


def bound(settled: Sequence[Judged], of_a_paper: Weights) -> float:
    """Return the rate that new layouts do not pass, one time in twenty apart; 1 when nothing was settled."""
    share, whole = rate(settled, of_a_paper), sum(of_a_paper[one.true] for one in settled)
    beyond: dict[str, float] = defaultdict(float)
    for one in settled:
        beyond[one.writer] += of_a_paper[one.true] * ((not one.right) - share)
    return share + ONE_SIDED * sqrt(sum(off * off for off in beyond.values())) / whole if whole else 1.0
