"""What writers of papers lean on: a household, an issuer's desk, and the dates, sums and third parties of a paper."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from training.desk import MONTHS, Desk, euros, long_date, months_back, short_date
from training.people import Household, Someone, social_security


@dataclass(frozen=True, slots=True)
class Case:
    """One paper to be written about ``home`` at ``desk``. ``back``: months ago that a monthly paper is about."""

    desk: Desk
    home: Household
    back: int = 1

    @property
    def who(self) -> Someone:
        """The applicant."""
        return self.home.demandeur

    def adult(self) -> Someone:
        """The applicant or the partner, by lot."""
        return self.desk.rng.choice(self.home.adults)

    def child(self) -> Someone | None:
        return self.desk.rng.choice(self.home.enfants) if self.home.enfants else None

    def named(self, who: Someone) -> str:
        """« Madame Inès DUPONT »."""
        return f"{who.civility} {who.full}"

    def born(self, who: Someone) -> str:
        """« née le 3 mai 1990 à Porto »."""
        return f"{who.born} le {long_date(who.naissance)} à {who.lieu}"

    def known(self, who: Someone) -> str:
        """« Madame Inès DUPONT, née le 03/05/1990 »."""
        return f"{self.named(who)}, {who.born} le {short_date(who.naissance)}"

    @property
    def address(self) -> str:
        return f"{self.home.rue}, {self.home.ville}"

    @property
    def commune(self) -> str:
        return self.home.commune

    def day(self, least: int = 2, most: int = 60) -> date:
        """A day ``least`` to ``most`` days before the paper is written."""
        return self.desk.day - timedelta(days=self.desk.rng.randint(least, most))

    def short(self, least: int = 2, most: int = 60) -> str:
        return short_date(self.day(least, most))

    def long(self, least: int = 2, most: int = 60) -> str:
        return long_date(self.day(least, most))

    def ahead(self, least: int = 30, most: int = 300) -> str:
        return short_date(self.desk.day + timedelta(days=self.desk.rng.randint(least, most)))

    def month(self, before: int = 0) -> str:
        """« mars 2025 »: the month that the paper is about, or ``before`` that."""
        first = months_back(self.desk.day, self.back + before)
        return f"{MONTHS[first.month - 1]} {first.year}"

    def period(self, before: int = 0) -> str:
        """« du 01/03/2025 au 31/03/2025 »: that month, from its first day to its last."""
        first = months_back(self.desk.day, self.back + before)
        return f"du {first:01/%m/%Y} au {monthrange(first.year, first.month)[1]}/{first:%m/%Y}"

    @property
    def year(self) -> int:
        return self.desk.day.year

    def number(self, digits: int) -> str:
        return "".join(self.desk.rng.choices("0123456789", k=digits))

    def sum(self, least: float, most: float) -> str:
        """« 1 234,56 € »."""
        return f"{euros(self.desk.rng.uniform(least, most))} €"

    def amount(self, value: float) -> str:
        return f"{euros(value)} €"

    def nir(self, who: Someone) -> str:
        """A social security number of nobody."""
        return social_security(who, self.desk.rng)

    def one(self, *choices: str) -> str:
        return self.desk.rng.choice(choices)

    def third(self) -> str:
        """Somebody outside the household: an officer, a lawyer, a doctor, a host."""
        return self.desk.rng.choice(self.home.world.tiers)

    def some(self, least: int, most: int) -> int:
        return self.desk.rng.randint(least, most)
