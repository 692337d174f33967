"""Which type of the plan is it? What its titles and cues say, and what its words say to a model that learnt from many.

The judge abstains when no type stands out, and for a type that nothing shows it to judge well (see ``belief``).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.classifiers import titles, wording
from pipeline.classifiers.belief import Judgement, Titled
from pipeline.classifiers.card_zone import RESIDENCE
from pipeline.classifiers.titles import Hit, Kind, Seen
from pipeline.classifiers.vocabulary import counted
from pipeline.domain.filing_plan import FilingPlan, Scope
from pipeline.domain.reading import Reading

__all__ = ["Candidate", "Hit", "Kind", "candidates", "names_a_piece"]

NEGLIGIBLE = 1e-4
UNTAUGHT = 1e-5  # probability by its words of a type that the model never met
LEAST_OF_CARD = -2.0
NOTHING = 2.0  # how much speaks for no type at all, in the measure of titles and cues
WORDS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A type that the words speak for. ``score`` has no unit; ``confidence`` is a probability.

    ``agreed``: it is what the words by themselves speak for most; ``titled``: whether titles near the top do.
    """

    code: str
    score: float
    confidence: float
    hits: tuple[Hit, ...]
    agreed: bool
    titled: Titled

    @property
    def judgement(self) -> Judgement:
        return Judgement(self.code, self.confidence, self.titled, self.agreed)

    @property
    def proved(self) -> bool:
        """Whether a card's zone says so, its check digits all holding; a permit must also bear the name of its kind."""
        zoned = any(hit.kind is Kind.ZONE and hit.prominent for hit in self.hits)
        named = self.code not in RESIDENCE or any(hit.kind is Kind.TITLE for hit in self.hits)
        return zoned and named


def candidates(readings: Sequence[Reading], plan: FilingPlan) -> list[Candidate]:
    """Return the types that the words of one piece speak for, most likely first.

    ``readings``: its pages in order. Confidences and that of "no type at all" add up to 1.
    """
    if not any(reading.words for reading in readings):
        return []
    return ranked(counted(readings), titles.found(readings, plan), plan)


def ranked(marks: Mapping[str, int], seen: Seen, plan: FilingPlan) -> list[Candidate]:
    """Return the same of counted marks and of the titles found among them."""
    model = wording.shipped()
    said = model.said(marks)
    heads = {code: told for code, (_, told) in seen.items()}
    scores = {code: score(model, said, heads, code) for code in (*plan.types, wording.OTHER)}
    favourite = max(said, key=lambda code: (said[code], code))
    highest = max(scores.values())
    total = sum(math.exp(score - highest) for score in scores.values())
    order = sorted(((code, score) for code, score in scores.items() if code in plan), key=lambda one: (-one[1], one[0]))
    return [
        Candidate(
            code,
            score,
            confidence,
            (*seen.get(code, ((), 0.0))[0], *_wording(model, marks, code, rank)),
            agreed=code == favourite,
            titled=titled(heads, code),
        )
        for rank, (code, score) in enumerate(order)
        if (confidence := math.exp(score - highest) / total) >= NEGLIGIBLE
    ]


def score(model: wording.Wording, words: Mapping[str, float], heads: Mapping[str, float], code: str) -> float:
    """Return how much speaks for a class: ``words``, logarithms of probabilities; ``heads``, titles, cues and zones."""
    head = NOTHING if code == wording.OTHER else heads.get(code, 0.0)
    word = words.get(code, math.log(UNTAUGHT))
    if head >= titles.CERTAIN_ZONE:  # words only choose among the cards that bear such a zone
        return model.trust_words * max(word, LEAST_OF_CARD) + head
    return model.trust_words * word + model.trust_titles * head


def titled(heads: Mapping[str, float], code: str) -> Titled:
    """Say whether titles speak most for a type, if one stands near the top."""
    best = max(heads, key=lambda code: (heads[code], code), default=None)
    if best is None or heads[best] < titles.TITLE_ON_TOP:
        return Titled.NOTHING
    return Titled.SO if best == code else Titled.OTHERWISE


def _wording(model: wording.Wording, marks: Mapping[str, int], code: str, rank: int) -> tuple[Hit, ...]:
    """Return the words that told most for the likeliest type."""
    telling = model.telling(marks, code, WORDS_SHOWN) if rank == 0 else []
    return (Hit(Kind.WORDING, ", ".join(telling)),) if telling else ()


def believed(best: Candidate) -> float:
    """Return the probability (0–1) that a piece is of the likeliest of its candidates."""
    return best.confidence if best.proved else wording.shipped().belief.of(best.judgement)


def settles(best: Candidate, misfiled: float) -> bool:
    """Say whether a type may be settled without a person, at most ``misfiled`` (0–1) of such pieces being wrong."""
    return best.proved or wording.shipped().belief.settles(best.judgement, misfiled)


def title_among(seen: Seen) -> str | None:
    """Return the type that titles and cues speak for most on a page, if a title of it stands near the top."""
    best = max(seen, key=lambda code: (seen[code][1], code), default=None)
    if best is None or not any(hit.kind is Kind.TITLE and hit.on_top for hit in seen[best][0]):
        return None
    return best


def names_a_piece(reading: Reading, plan: FilingPlan) -> bool:
    """Say whether a title near the top of a page names a type that is filed, or known and out of scope."""
    named = title_among(titles.found([reading], plan))
    return named is not None and plan[named].scope is not Scope.TRANSMISSION
