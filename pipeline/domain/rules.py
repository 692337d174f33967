"""What settling is told to go by: the plan, the motives, the keys and dialects of codes, the thresholds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.domain.filing_plan import FilingPlan, Motif


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way of writing a numéro unique in a code that is not ours: a pattern with the group ``nu``."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where judgement stops. All are probabilities or shares in 0–1.

    ``misfiled``: how many of the pieces whose type is settled without a person may be wrong.
    """

    blank_ink: float = 0.0012
    misfiled: float = 0.005
    illegible: float = 0.25
    doubtful_legibility: float = 0.45
    handwritten: float = 0.60
    doubtful_handwriting: float = 0.40


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that people may change about how plis are settled."""

    plan: FilingPlan
    motifs: Mapping[str, Motif]
    keys: Mapping[str, bytes]
    dialects: tuple[Dialect, ...]
    thresholds: Thresholds
