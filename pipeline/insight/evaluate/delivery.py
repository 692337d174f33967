"""How heavy what is delivered is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case


@dataclass(frozen=True, slots=True)
class Weight:
    """What is delivered: bytes and pages of the PDFs, each PDF counted once."""

    octets: int
    pages: int

    @property
    def per_page(self) -> float | None:
        """Bytes per delivered page, None when nothing is."""
        return self.octets / self.pages if self.pages else None


def weight(cases: Iterable[Case]) -> Weight:
    """Weigh the PDFs that were composed."""
    pieces = (piece for case in cases for bilan in case.bilans for piece in bilan["pieces"])
    made = {piece["livrable"]["sha256"]: piece["livrable"] for piece in pieces if piece.get("livrable")}
    return Weight(sum(pdf["octets"] for pdf in made.values()), sum(pdf["pages"] for pdf in made.values()))
