"""Is a piece mainly handwritten? Signatures, stamps and filled-in fields never make it so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.domain.reading import Reading

ENOUGH_LINES = 3


@dataclass(frozen=True, slots=True)
class Handwriting:
    """``share``: of the writing of the piece, 0–1, that seems made by hand; None when nothing can be said."""

    share: float | None
    detail: str


def judge(readings: Sequence[Reading]) -> Handwriting:
    """Judge a piece from its pages that are not blank; pages count by the ink that they bear.

    Pages too blurred to show the shape of letters do not count, and a few lines are too little to judge
    by: a photo signed below is no handwritten document.
    """
    looks = [reading.look for reading in readings if reading.look is not None]
    judged = [(look.handwritten, look.ink, look.text_lines) for look in looks if look.handwritten is not None]
    if not judged:
        return Handwriting(None, "forme de l'écriture non reconnaissable")
    share = sum(by_hand * ink for by_hand, ink, _ in judged) / (sum(ink for _, ink, _ in judged) or 1.0)
    lines = sum(seen or 0 for _, _, seen in judged)
    if share > 0 and lines < ENOUGH_LINES:
        return Handwriting(None, f"trop peu d'écriture pour en juger ({lines} ligne{'s' if lines > 1 else ''})")
    return Handwriting(round(share, 4), f"{round(100 * share)} % de l'écriture semble faite à la main")
