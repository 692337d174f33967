"""Whether every page received is accounted for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.insight.evaluate.account import Case, Json
from pipeline.insight.evaluate.figures import Fault, Share


@dataclass(frozen=True, slots=True)
class Registers:
    """Plis whose register adds up to the pages listed. A lot without a bilan counts as one that does not."""

    balanced: Share
    faults: tuple[Fault, ...]


def registers(cases: Iterable[Case]) -> Registers:
    """Add up every register again, from the published bilan."""
    total = 0
    faults: list[Fault] = []
    for case in cases:
        total += max(len(case.bilans), 1)
        if not case.bilans:
            faults.append(Fault(case.name, (), "registre", "aucun bilan"))
        ranges = [tuple(bilan["plage"] or ()) for bilan in case.bilans if not _balances(bilan)]
        faults += [Fault(case.name, pages, "registre", "le registre ne tombe pas juste") for pages in ranges]
    return Registers(Share(total - len(faults), total), tuple(faults))


def _balances(bilan: Json) -> bool:
    accounts = dict(bilan["registre"])
    received = accounts.pop("recues")
    return bool(received == sum(accounts.values()) == len(bilan["pages"]))
