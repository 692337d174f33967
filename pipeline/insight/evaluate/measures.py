"""All the measures of the contract, §6, over a golden set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.balance import Registers, registers
from pipeline.insight.evaluate.belonging import ForgedCodes, WrongDossier, forged_codes, wrong_dossier
from pipeline.insight.evaluate.cutting import Cuts, cuts
from pipeline.insight.evaluate.delivery import Weight, weight
from pipeline.insight.evaluate.figures import Fault
from pipeline.insight.evaluate.filing import Filed, filed
from pipeline.insight.evaluate.layout import Pairs, Roles, Separators, pairs, roles, separators
from pipeline.insight.evaluate.settlement import Settlement, settlement


@dataclass(frozen=True, slots=True)
class Cost:
    """What the run took: seconds on the clock, and of processor over all its processes."""

    seconds: float
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Measures:
    """``lots``: files of the set; ``plis``: what they were cut into; ``pages``: images received."""

    lots: int
    plis: int
    pages: int
    separators: Separators
    roles: Roles
    wrong_dossier: WrongDossier
    forged_codes: ForgedCodes
    registers: Registers
    cuts: Cuts
    pairs: Pairs
    filed: Filed
    settlement: Settlement
    weight: Weight
    cost: Cost

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


def measure(cases: Sequence[Case], cost: Cost) -> Measures:
    """Measure a run over a golden set."""
    return Measures(
        lots=len(cases),
        plis=sum(len(case.bilans) for case in cases),
        pages=sum(len(case.found.pages) for case in cases),
        separators=separators(cases),
        roles=roles(cases),
        wrong_dossier=wrong_dossier(cases),
        forged_codes=forged_codes(cases),
        registers=registers(cases),
        cuts=cuts(cases),
        pairs=pairs(cases),
        filed=filed(cases),
        settlement=settlement(cases),
        weight=weight(cases),
        cost=cost,
    )
