"""Sentences that a paper may or may not bear."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Text

SPREAD = 2
"""How many more sentences than the least a paper may bear."""


def drawn(case: Case, least: int, *sentences: str) -> list[str]:
    """Return ``least`` of ``sentences`` or a few more, in any order."""
    return case.desk.rng.sample(sentences, case.some(least, min(least + SPREAD, len(sentences))))


def several(case: Case, least: int, *sentences: str) -> tuple[Text, ...]:
    """Return ``least`` of ``sentences`` or a few more, each a paragraph."""
    return tuple(Text(words) for words in drawn(case, least, *sentences))


def said(case: Case, *sentences: str) -> str:
    """Return some of ``sentences`` in one paragraph."""
    return " ".join(drawn(case, 1, *sentences))
