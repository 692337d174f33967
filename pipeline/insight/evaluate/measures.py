"""All the measures of the contract, §6, over a golden set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.balance import Registers, registers
from pipeline.insight.evaluate.belonging import ForgedCodes, WrongDossier, forged_codes, wrong_dossier
from pipeline.insight.evaluate.cutting import Cuts, cuts
from pipeline.insight.evaluate.delivery import Weight, weight
from pipeline.insight.evaluate.figures import Fault, Interval
from pipeline.insight.evaluate.filing import Filed, filed
from pipeline.insight.evaluate.jackknife import jackknife
from pipeline.insight.evaluate.layout import Pairs, Roles, Separators, pairs, roles, separators
from pipeline.insight.evaluate.risk import Point, curve
from pipeline.insight.evaluate.settlement import Settlement, settlement
from pipeline.insight.evaluate.strangers import Strangers, strangers


@dataclass(frozen=True, slots=True)
class Intervals:
    """Where the figures that are no shares may lie (95 %), None where the lots cannot tell."""

    panoptic: Interval | None
    macro_f1: Interval | None
    macro_f1_named: Interval | None


@dataclass(frozen=True, slots=True)
class Measures:
    """``lots``: files of the set; ``plis``: what they were cut into; ``pages``: images received.

    ``risk``: the points of the risk–coverage curve of types.
    """

    lots: int
    plis: int
    pages: int
    separators: Separators
    roles: Roles
    wrong_dossier: WrongDossier
    forged_codes: ForgedCodes
    strangers: Strangers
    registers: Registers
    cuts: Cuts
    pairs: Pairs
    filed: Filed
    risk: tuple[Point, ...]
    settlement: Settlement
    weight: Weight
    intervals: Intervals

    @property
    def faults(self) -> list[Fault]:
        """All errors, by pli, page and measure."""
        judged = (
            self.registers,
            self.wrong_dossier,
            self.separators,
            self.roles,
            self.pairs,
            self.cuts,
            self.filed,
            self.settlement,
        )
        faults = [fault for measure in judged for fault in measure.faults]
        return sorted(faults, key=lambda fault: (fault.pli, fault.pages, fault.genre))


def measure(cases: Sequence[Case]) -> Measures:
    """Measure what came out of lots of one kind."""
    return Measures(
        lots=len(cases),
        plis=sum(len(case.bilans) for case in cases),
        pages=sum(len(case.found.pages) for case in cases),
        separators=separators(cases),
        roles=roles(cases),
        wrong_dossier=wrong_dossier(cases),
        forged_codes=forged_codes(cases),
        strangers=strangers(cases),
        registers=registers(cases),
        cuts=cuts(cases),
        pairs=pairs(cases),
        filed=filed(cases),
        risk=curve(cases),
        settlement=settlement(cases),
        weight=weight(cases),
        intervals=Intervals(
            panoptic=jackknife(cases, lambda part: cuts(part).panoptic.quality),
            macro_f1=jackknife(cases, lambda part: filed(part).macro_f1),
            macro_f1_named=jackknife(cases, lambda part: filed(part).macro_f1_named),
        ),
    )
