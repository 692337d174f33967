"""Labels of names, as forms and cards print them, and what stands below one: cards write a value under its label."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Word

SURNAME = frozenset({"NOM", "SURNAME"})
GIVEN = frozenset({"PRENOM", "PRENOMS", "GIVEN"})
ASIDE = 0.01  # a value hardly begins to the left of its label, as a share of the page


def below(label: Box, line: Sequence[Word]) -> list[Word]:
    """Return the words of the next line that stand under a label: what is left of it is of another column."""
    beneath = [word for word in line if word.box.x0 >= label.x0 - ASIDE]
    return beneath if beneath and beneath[0].box.x0 <= label.x1 else []
