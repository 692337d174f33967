"""Who writes what: for each type, the writers of each family, kept apart so that tests meet what was never learnt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from training.desk import Desk, Draft
from training.fonts import Family
from training.papers.case import Case
from training.papers.content import Paper
from training.people import Household

Writer = Callable[[Case], Paper]
Writers = Mapping[str, Mapping[Family, tuple[Writer, ...]]]
"""By type of the plan, then by family."""
Drawer = Callable[[Desk, Household], Draft]
"""For cards and the like, which are drawn rather than written."""
Drawers = Mapping[str, Mapping[Family, tuple[Drawer, ...]]]
Maker = TypeVar("Maker", Writer, Drawer)


def by_family(
    *, first: tuple[Maker, ...], second: tuple[Maker, ...], third: tuple[Maker, ...]
) -> Mapping[Family, tuple[Maker, ...]]:
    """Give each family writers of its own: ``first`` to learn from, ``second`` to test on, ``third`` to tune on."""
    return {Family.A: first, Family.B: second, Family.C: third}


def for_all(*writers: Maker) -> Mapping[Family, tuple[Maker, ...]]:
    """Share the writers of a rare type: families then differ by their layout, names and typefaces alone."""
    return dict.fromkeys(Family, writers)


def to_learn(*writers: Writer) -> Mapping[Family, tuple[Writer, ...]]:
    """Give writers to the family that is learnt from alone."""
    return {Family.A: writers, Family.B: (), Family.C: ()}


def to_test(*writers: Writer) -> Mapping[Family, tuple[Writer, ...]]:
    """Give writers to the family that everything is measured on; nothing was ever learnt or tuned on them."""
    return {Family.A: (), Family.B: writers, Family.C: ()}
