"""Papers of no kind that the plan knows; no kind is met in two families, so that tests meet kinds never learnt."""

from __future__ import annotations

from collections.abc import Mapping

from training.fonts import Family
from training.papers import (
    strange_day_ways,
    strange_leisure_ways,
    strange_matter_ways,
    strange_money_ways,
    strange_more,
    strange_still_more,
    strange_to_learn,
    tests_of_strange,
)
from training.papers.writers import Writer

STRANGE: Mapping[Family, tuple[Writer, ...]] = {
    Family.A: (
        *strange_to_learn.KINDS,
        *strange_day_ways.STRANGE_WAYS,
        *strange_leisure_ways.STRANGE_WAYS,
        *strange_matter_ways.STRANGE_WAYS,
        *strange_money_ways.STRANGE_WAYS,
        *strange_more.KINDS,
        *strange_still_more.KINDS,
    ),
    Family.B: tests_of_strange.KINDS,
    Family.C: (),
}
