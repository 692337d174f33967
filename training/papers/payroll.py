"""Pay of one month: what every payslip counts, whoever prints it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from training.desk import euros, months_back, short_date
from training.papers.case import Case
from training.people import Someone, social_security


@dataclass(frozen=True, slots=True)
class Levy:
    """A contribution: the ``part`` of gross pay that it is counted on (0: a mere heading), and its rates in percent."""

    label: str
    part: float = 0.0
    mine: float = 0.0
    theirs: float = 0.0


@dataclass(frozen=True, slots=True)
class Pay:
    """What one person earns in one month, in euros; ``rank``: the number of the month in its year."""

    who: Someone
    nir: str
    number: str
    hired: str
    gross: float
    net: float
    rate: float
    rank: int
    levies: tuple[Levy, ...]

    @property
    def taxable(self) -> float:
        return self.net * 1.03

    @property
    def tax(self) -> float:
        return self.taxable * self.rate / 100

    @property
    def paid(self) -> float:
        return self.net - self.tax

    @property
    def social(self) -> float:
        return self.net * 1.015

    @property
    def withheld(self) -> float:
        return self.gross - self.net

    @property
    def employer(self) -> float:
        return sum(self.gross * levy.part * levy.theirs / 100 for levy in self.levies)

    def of(self, levy: Levy) -> tuple[str, str, str, str, str]:
        """Base, employee's rate and sum, employer's rate and sum; "" where there is none."""
        if not levy.part:
            return ("",) * 5
        base = self.gross * levy.part
        mine, theirs = (_share(base, rate) for rate in (levy.mine, levy.theirs))
        return (euros(base), *mine, *theirs)


def pay_of(case: Case, levies: tuple[Levy, ...]) -> Pay:
    """Count the month that ``case`` is about. Who earns it, and how much, follow from the household alone."""
    steady = Random(case.home.fiscal)
    who = steady.choice(case.home.adults)
    return Pay(
        who=who,
        nir=social_security(who, steady),
        number=case.home.fiscal[3:9],
        hired=short_date(case.home.depot - timedelta(days=steady.randint(200, 3000))),
        gross=case.home.net / (1 - sum(levy.part * levy.mine for levy in levies) / 100),
        net=case.home.net,
        rate=steady.choice((0.0, 0.0, 1.3, 2.1, 2.9, 3.5, 4.1)),
        rank=months_back(case.desk.day, case.back).month,
        levies=levies,
    )


def settled(case: Case, *choices: str) -> str:
    """Choose as ``case.one`` does, the same in every month of a household."""
    return choices[int(case.home.fiscal[5:8]) % len(choices)]


def _share(base: float, rate: float) -> tuple[str, str]:
    return (f"{rate:.3f}".replace(".", ","), euros(base * rate / 100)) if rate else ("", "")
