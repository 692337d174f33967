"""The order of the stages. The only file that knows it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.domain import bilan
from pipeline.domain.bilan import Bilan
from pipeline.domain.corrections import Corrections
from pipeline.domain.facts import Facts
from pipeline.domain.pli import Judged
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Receipt
from pipeline.domain.rules import Rules
from pipeline.stages.classify import classify
from pipeline.stages.group import group
from pipeline.stages.pair import pair
from pipeline.stages.screen import screen
from pipeline.stages.split import split


def judge(receipt: Receipt, readings: Mapping[int, Reading], facts: Facts, said: Corrections, rules: Rules) -> Judged:
    """Decide what becomes of every page of a pli, with all that led there. Pure."""
    sections = split(receipt, readings, facts, said, rules)  # bordereau, fiches, attestations; what belongs where
    sheets = pair(sections, rules)  # recto with verso, blanks labelled
    pieces = group(sheets, said, rules)  # where one piece ends and the next begins
    named = classify(pieces, said, rules)  # type in the plan, or no answer
    return screen(named, facts, said, rules)  # accepted, rejected and why, or a question


def settle(receipt: Receipt, readings: Mapping[int, Reading], facts: Facts, said: Corrections, rules: Rules) -> Bilan:
    """Draw up the bilan of a pli; refuses to exist if the register does not balance."""
    return bilan.of(receipt, judge(receipt, readings, facts, said, rules))
