"""What the words of a piece say of its type: a linear model, learnt by ``training``, kept as counts and weights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.classifiers.belief import UNBELIEVED, Belief, Titled

Floats = npt.NDArray[np.float32]
OTHER = "autre"
"""The class of papers that are no type of the plan."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights, marks × outcomes, in 8 bits and times ``scale``; ``bias``: of each outcome."""

    weights: npt.NDArray[np.int8]
    scale: float
    bias: Floats

    def of(self, rows: npt.NDArray[np.intp], strengths: Floats) -> Floats:
        """Return the logit of each outcome."""
        return np.asarray(strengths @ self.weights[rows].astype(np.float32) * self.scale + self.bias, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Wording:
    """A linear model over marks.

    ``marks``: the row of each mark. ``rarity``: of each mark. ``types``: what speaks for each of ``classes``, codes of
    types and ``OTHER``; ``opening``: what tells the first page of a piece. ``trust_words``, ``trust_titles``: what each
    kind of evidence counts for in a type's score. ``belief``: what is made of the outcome.
    """

    marks: dict[str, int]
    rarity: Floats
    types: Linear
    classes: tuple[str, ...]
    opening: Linear
    trust_words: float = 1.0
    trust_titles: float = 1.0
    belief: Belief = UNBELIEVED

    def said(self, marks: Mapping[str, int]) -> dict[str, float]:
        """Return the logarithm of the probability of each class by the counted marks of one piece."""
        _, rows, strengths = self._known(marks)
        logits = self.types.of(rows, strengths)
        logits -= logits.max()
        logits -= np.log(np.exp(logits).sum())
        return dict(zip(self.classes, logits.tolist(), strict=True))

    def telling(self, marks: Mapping[str, int], code: str, most: int) -> list[str]:
        """Return the words, at most ``most``, that speak loudest for a class."""
        if code not in self.classes:
            return []
        known, rows, strengths = self._known(marks)
        loudness = strengths * self.types.weights[rows, self.classes.index(code)]
        loudest = (known[place].strip("^~") for place in np.argsort(-loudness) if loudness[place] > 0)
        return list(dict.fromkeys(islice(loudest, 4 * most)))[:most]

    def opens(self, marks: Mapping[str, int]) -> float:
        """Return the probability, by its counted marks, that a page is the first of a piece."""
        _, rows, strengths = self._known(marks)
        return float(1 / (1 + np.exp(-self.opening.of(rows, strengths)[0])))

    def _known(self, marks: Mapping[str, int]) -> tuple[list[str], npt.NDArray[np.intp], Floats]:
        """Return the marks that the model knows, their rows, and how strong each is; together of length 1."""
        seen = {mark: times for mark, times in marks.items() if mark in self.marks}
        rows = np.array([self.marks[mark] for mark in seen], dtype=np.intp)
        strengths = (1 + np.log(np.array(list(seen.values()), dtype=np.float32))) * self.rarity[rows]
        return list(seen), rows, strengths / max(float(np.linalg.norm(strengths)), 1e-9)


@lru_cache(maxsize=1)
def shipped() -> Wording:
    """Return the model that is part of this version of the program."""
    folder = files("pipeline.classifiers").joinpath("models")
    card = json.loads(folder.joinpath("filing.json").read_text(encoding="utf-8"))
    with np.load(BytesIO(folder.joinpath("filing.npz").read_bytes()), allow_pickle=False) as arrays:
        marks = bytes(arrays["marks"]).decode().split("\n")
        return Wording(
            marks={mark: row for row, mark in enumerate(marks)},
            rarity=arrays["rarity"],
            types=Linear(arrays["types"], float(arrays["types_scale"]), arrays["types_bias"]),
            classes=tuple(card["classes"]),
            opening=Linear(arrays["opening"], float(arrays["opening_scale"]), arrays["opening_bias"]),
            trust_words=card["trust"]["words"],
            trust_titles=card["trust"]["titles"],
            belief=_belief(card["belief"]),
        )


def _belief(told: Mapping[str, Any]) -> Belief:
    return Belief(
        slopes={Titled(row["titled"]): row["slope"] for row in told["slopes"]},
        starts={(Titled(row["titled"]), row["agreed"]): row["start"] for row in told["starts"]},
        types=told["types"],
        certified=frozenset(told["certified"]),
        curve=tuple((row["from"], row["bound"]) for row in told["curve"]),
    )
