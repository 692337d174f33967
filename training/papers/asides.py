"""Sentences that a paper may bear besides what it must say: rights, rules, reminders, politeness."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps

from training.papers.case import Case
from training.papers.content import Paper
from training.papers.wording import texts
from training.papers.writers import Writer

MOST = 6


def with_asides(asides: tuple[str, ...], *writers: Writer) -> tuple[Writer, ...]:
    """Return ``writers`` that end what they say with none to ``MOST`` of ``asides``, in any order."""
    return tuple(_with(asides, writer) for writer in writers)


def _with(asides: tuple[str, ...], writer: Writer) -> Writer:
    @wraps(writer)
    def written(case: Case) -> Paper:
        paper = writer(case)
        drawn = case.desk.rng.sample(asides, case.some(0, min(MOST, len(asides))))
        return replace(paper, parts=(*paper.parts, *texts(*drawn)))

    return written
