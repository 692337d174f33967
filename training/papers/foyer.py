"""Foyers fiscaux: who declares together, what they earned, their parts and their tax."""

from __future__ import annotations

from dataclasses import dataclass

from training.papers.case import Case
from training.people import Someone

SCALE = ((11_294, 0.0), (28_797, 0.11), (82_341, 0.30))
"""Upper bound of a share's income in euros, and the rate up to there."""


@dataclass(frozen=True, slots=True)
class Foyer:
    """``declarants`` (one or two), what each earned in ``earned``, a year, in euros; ``children`` they keep."""

    declarants: tuple[Someone, ...]
    salaries: tuple[int, ...]
    children: int
    earned: int

    @property
    def role(self) -> str:
        """Whose the paper is: the applicant's when both declare together."""
        return self.declarants[0].role

    @property
    def together(self) -> bool:
        return len(self.declarants) > 1

    @property
    def total(self) -> int:
        return sum(self.salaries)

    @property
    def net(self) -> int:
        """Income once a tenth is cut off for expenses: here the reference income too."""
        return self.total - round(self.total / 10)

    @property
    def shares(self) -> float:
        return len(self.declarants) + 0.5 * min(self.children, 2) + max(0, self.children - 2)

    @property
    def parts(self) -> str:
        """« 2,50 »."""
        return f"{self.shares:.2f}".replace(".", ",")

    @property
    def tax(self) -> int:
        due, floor, share = 0.0, 0, self.net / self.shares
        for bound, rate in SCALE:
            due += rate * max(0.0, min(share, bound) - floor)
            floor = bound
        return round(due * self.shares)

    def row(self, label: str, values: tuple[int, ...]) -> tuple[str, str, str, str]:
        """A row of a table: what each declares ("" for the second when there is none), and their sum."""
        return label, whole(values[0]), whole(values[1]) if self.together else "", whole(sum(values))

    @property
    def names(self) -> str:
        return " et ".join(who.full for who in self.declarants)


def foyer(case: Case) -> Foyer:
    """The couple when they declare together, else one of the adults; the year is one of the last two settled."""
    home, rng = case.home, case.desk.rng
    together = home.conjoint is not None and rng.random() < 0.6
    declarants = tuple(home.adults) if together else (case.adult(),)
    salaries = tuple(round(home.net * 12 * rng.uniform(0.7, 1.1)) for _ in declarants)
    return Foyer(declarants, salaries, len(home.enfants), case.year - (1 if case.desk.day.month > 7 else 2))


def whole(value: float) -> str:
    """« 1 234 »: as tax papers print euros."""
    return f"{value:,.0f}".replace(",", " ")


def spaced(digits: str) -> str:
    """« 12 34 567 890 123 »: a tax number in its groups."""
    return f"{digits[:2]} {digits[2:4]} {digits[4:7]} {digits[7:10]} {digits[10:]}"


def percent(home: Foyer) -> str:
    """« 4,2 % »: the tax as a share of what was earned."""
    return f"{100 * home.tax / home.total:.1f} %".replace(".", ",")
