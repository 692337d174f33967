"""A promise that does not hold."""

from __future__ import annotations

from dataclasses import dataclass

UNREACHABLE = "SNE"
"""Where a violation is that only says that the register could not be asked."""
ENGINEER = "prévenir un ingénieur"


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that does not hold. ``where``: a lot, a pli, a piece or a blob; ``remedy``: what to do, in French."""

    invariant: str
    where: str
    what: str
    remedy: str
