"""How far a judgement of type is to be believed: what such judgements were worth, on layouts that were never learnt."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

CLEAR = 12.0  # the surest that a confidence counts for, in log-odds
UNCLEAR = -6.0


class Titled(StrEnum):
    """What titles near the top say of the type that a piece is taken for."""

    SO = "oui"
    NOTHING = "rien"
    OTHERWISE = "non"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A piece taken for a type. ``confidence``: its probability (0–1) among all types, by words and titles together.

    ``agreed``: its words by themselves speak most for that type too.
    """

    code: str
    confidence: float
    titled: Titled
    agreed: bool

    def is_of(self, types: Container[str]) -> bool:
        """Say whether words by themselves too take the piece for one of ``types``."""
        return self.agreed and self.code in types

    @property
    def odds(self) -> float:
        """Return the logarithm of the odds that its confidence says."""
        share = min(max(self.confidence, 1e-9), 1 - 1e-9)
        return min(max(math.log(share / (1 - share)), UNCLEAR), CLEAR)


@dataclass(frozen=True, slots=True)
class Belief:
    """A logistic regression (``training.certify``), and what is wrong of all that it believes enough.

    ``slopes`` times the odds, by what titles say; ``starts``: added, by what titles say and whether words agree;
    ``types``: added, by type. ``certified``: types of which enough papers were tried. ``curve``: belief, rising, and
    the most that is wrong of pieces settled from it on (0–1).
    """

    slopes: Mapping[Titled, float]
    starts: Mapping[tuple[Titled, bool], float]
    types: Mapping[str, float]
    certified: frozenset[str] = frozenset()
    curve: tuple[tuple[float, float], ...] = ()

    def of(self, said: Judgement) -> float:
        """Return the probability (0–1) that a piece is of the type that it is taken for."""
        start = self.starts[said.titled, said.agreed] + self.types.get(said.code, 0.0)
        return 1 / (1 + math.exp(-(start + self.slopes[said.titled] * said.odds)))

    def settles_from(self, misfiled: float) -> float | None:
        """Return the belief from which at most ``misfiled`` (0–1) of the pieces are wrong; None when none is."""
        return next((belief for belief, bound in self.curve if bound <= misfiled), None)

    def settles(self, said: Judgement, misfiled: float) -> bool:
        """Say whether a type may be settled without a person, at most ``misfiled`` (0–1) of such pieces being wrong."""
        least = self.settles_from(misfiled)
        return said.is_of(self.certified) and least is not None and self.of(said) >= least


UNBELIEVED = Belief(dict.fromkeys(Titled, 1.0), dict.fromkeys(product(Titled, (True, False)), 0.0), {})
"""Takes each confidence for what it is, and settles nothing."""
