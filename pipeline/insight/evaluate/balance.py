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
            faults.append(Fault(case.name, (), "registre", "aucun bilan", "un bilan", "aucun"))
        faults += [_unbalanced(case.name, bilan) for bilan in case.bilans if not _balances(bilan)]
    return Registers(Share(total - len(faults), total), tuple(faults))


def _balances(bilan: Json) -> bool:
    received, accounted = _totals(bilan)
    return received == accounted == len(bilan["pages"])


def _unbalanced(name: str, bilan: Json) -> Fault:
    received, accounted = _totals(bilan)
    found = f"{accounted} dans les comptes, {len(bilan['pages'])} dans la liste"
    pages = tuple(bilan["plage"] or ())
    return Fault(name, pages, "registre", "le registre ne tombe pas juste", f"{received} pages", found)


def _totals(bilan: Json) -> tuple[int, int]:
    """Return the pages received and the sum of the accounts."""
    accounts = dict(bilan["registre"])
    received = int(accounts.pop("recues"))
    return received, sum(accounts.values())
