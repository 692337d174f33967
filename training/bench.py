"""The bench on which the lots of the committed set are put together, and who sends them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from training import vector
from training.codes import Writing
from training.desk import Desk, Draft
from training.documents import DRAWERS
from training.documents.income import payslips
from training.fonts import Family
from training.handwriting import handwritten_page
from training.people import Household, Office
from training.plans import DossierPlan, LotPlan, PliPlan
from training.random_plans import Packer
from training.scanner import GRADES

DAY = date(2025, 3, 12)
MOSELLE = Office("10691", "057", "HABITAT DU VAL")
CORSE = Office("20001", "02A", "LOGIS DE CORSE")
LIGHT = replace(GRADES["bureau"], noise=1.2, quality=(38, 38), turned=0.0)
Kind = str
SPECIAL: dict[Kind, Callable[[Desk, Household], Draft]] = {
    "manuscrit": handwritten_page,
    "vectoriel": vector.employer_statement,
    "bulletin": lambda desk, home: payslips(desk, home, 1)[0],
}


@dataclass(frozen=True, slots=True)
class Bench:
    """Where one lot of the set is put together."""

    packer: Packer
    office: Office

    def dossier(self, writing: Writing, *kinds: Kind, miscount: int = 0) -> DossierPlan:
        """Return a household's dossier.

        Of ``illisible X`` nobody can read X; of ``recto-verso X`` two pages share a sheet; ``bulletins`` are two
        payslips.
        """
        home = self.packer.home(self.office)
        drafts = tuple(draft for kind in kinds for draft in self.drafts(kind, home))
        return DossierPlan(home, writing, drafts, miscount)

    def drafts(self, kind: Kind, home: Household) -> list[Draft]:
        desk = self.packer.desk()
        if kind == "bulletins":
            return payslips(desk, home, 2)
        if kind.startswith("illisible "):
            return [replace(draft, motif="I01") for draft in self.drafts(kind.split()[1], home)]
        if kind.startswith("recto-verso "):
            return [replace(draft, back_to_back=True) for draft in self.drafts(kind.split()[1], home)]
        return [(SPECIAL.get(kind) or DRAWERS[kind])(desk, home)]

    def pli(self, *dossiers: DossierPlan) -> PliPlan:
        return PliPlan(dossiers, self.office)


def lay_out(name: str, dpi: int, office: Office = MOSELLE) -> tuple[Bench, Random, LotPlan]:
    """Return the bench of lot ``name``, the chance that its name alone seeds, and a plan to fill in."""
    rng = Random(f"fixture-{name}")
    plan = LotPlan(name, "papier-guichet", DAY, Family.A, (), "fiche", LIGHT, dpi)
    return Bench(Packer(Family.A, rng, DAY, dpi), office), rng, plan
