"""Envelopes drawn by lot: what guichets, applicants and portals send, with the accidents that happen to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from training.codes import UNSIGNED, Writing
from training.desk import Desk, Draft
from training.documents import FILED, OUT_OF_SCOPE
from training.documents.income import payslips
from training.fonts import Family
from training.handwriting import handwritten_page
from training.people import Household, Office, household
from training.plans import DossierPlan, LotPlan, PliPlan
from training.scanner import Grade, Tint

OFFICES = {
    Family.A: (Office("10691", "057", "HABITAT DU VAL"), Office("59900", "059", "OFFICE DU NORD")),
    Family.B: (
        Office("60217", "080", "LOGIS DE LA LYS"),
        Office("62340", "062", "MAISON DE L'HABITAT"),
        Office("59900", "059", "GUICHET NORD"),
    ),
    Family.C: (Office("33112", "033", "LOGER EN GARONNE"), Office("44210", "044", "HABITAT MARITIME")),
}
ACCIDENTS = {Writing.TORN: 0.04, Writing.FORGED: 0.03}
OUT_SHARE, HAND_SHARE, RUINED_SHARE = 0.08, 0.06, 0.03
PAYSLIPS_SHARE, MISCOUNT_SHARE, LOOSE_SHARE = 0.35, 0.08, 0.04


@dataclass(frozen=True, slots=True)
class Packer:
    """Fills envelopes for a day."""

    family: Family
    rng: Random
    day: date
    dpi: int

    def home(self, office: Office) -> Household:
        return household(self.family, self.rng, self.day, office)

    def desk(self) -> Desk:
        return Desk.of(self.family, self.rng, self.day, self.dpi)

    def drafts(self, home: Household) -> tuple[Draft, ...]:
        """Return two to five pieces of ``home``, now and then one that should be refused."""
        kinds = self.rng.sample(sorted(FILED), self.rng.randint(2, 4))
        drafts = [self._draft(kind, home) for kind in kinds]
        if self.rng.random() < PAYSLIPS_SHARE:
            place = self.rng.randint(0, len(drafts))
            drafts[place:place] = payslips(self.desk(), home, self.rng.choice((2, 3, 3)))
        return tuple(drafts)

    def _draft(self, kind: str, home: Household) -> Draft:
        chance = self.rng.random()
        if chance < OUT_SHARE:
            return OUT_OF_SCOPE[self.rng.choice(sorted(OUT_OF_SCOPE))](self.desk(), home)
        if chance < OUT_SHARE + HAND_SHARE:
            return handwritten_page(self.desk(), home)
        draft = FILED[kind](self.desk(), home)
        ruined = len(draft.sides) == 1 and chance > 1 - RUINED_SHARE
        return replace(draft, motif="I01") if ruined else draft

    def dossier(self, office: Office) -> DossierPlan:
        home = self.home(office)
        drafts = self.drafts(home)
        miscount = self.rng.choice((-1, 1, 2)) if self.rng.random() < MISCOUNT_SHARE else 0
        return DossierPlan(home, self._writing(), drafts, miscount)

    def _writing(self) -> Writing:
        chance = self.rng.random()
        for writing, share in ACCIDENTS.items():
            if chance < share:
                return writing
            chance -= share
        return Writing.SIGNED if self.rng.random() < 0.5 else self.rng.choice(UNSIGNED)

    def pli(self, office: Office, dossiers: int, *, with_bordereau: bool) -> PliPlan:
        plans = tuple(self.dossier(office) for _ in range(dossiers))
        loose: tuple[Draft, ...] = ()
        if with_bordereau and self.rng.random() < LOOSE_SHARE:
            loose = (self._draft(self.rng.choice(sorted(FILED)), self.home(office)),)
        return PliPlan(plans, office, with_bordereau, loose)


def random_plan(seed: int, grade: Grade, rng: Random, pack: type[Packer] = Packer) -> LotPlan:
    """Return a lot of a channel drawn by lot: layouts, names, typefaces and hands of family B."""
    day = date(2024, 2, 1) + timedelta(days=rng.randint(0, 450))
    return of_packer(pack(Family.B, rng, day, rng.choice(grade.resolutions)), f"pli-{grade.name}-{seed:05d}", grade)


def of_packer(packer: Packer, name: str, grade: Grade) -> LotPlan:
    """Return a lot of a channel drawn by lot, its envelopes filled by ``packer``."""
    rng = packer.rng
    canal = rng.choices(("papier-guichet", "papier-demandeur", "pwp"), (7, 2, 1))[0]
    plan = _of_canal(canal, name, packer, grade)
    return replace(plan, turned=_turned(plan, grade, rng))


def _of_canal(canal: str, name: str, packer: Packer, grade: Grade) -> LotPlan:
    rng = packer.rng
    office = rng.choice(OFFICES[packer.family])
    common = LotPlan(
        name=name,
        canal=canal,
        day=packer.day,
        family=packer.family,
        plis=(),
        opener="fiche",
        grade=grade,
        dpi=packer.dpi,
        duplex=rng.random() < 0.3,
        tint=rng.choices((Tint.GREY, Tint.COLOUR, Tint.BITONAL), (5, 2, 2))[0],
        container="pdf" if rng.random() < 0.85 else "tif",
        courriel=f"depot-{rng.randint(100, 999)}@example.org",
    )
    match canal:
        case "papier-guichet":
            sizes = rng.choice(((1,), (2,), (2,), (3,), (1, 2), (2, 1)))
            return replace(common, plis=tuple(packer.pli(office, size, with_bordereau=True) for size in sizes))
        case "papier-demandeur":
            plis = tuple(packer.pli(office, 1, with_bordereau=False) for _ in range(rng.choice((1, 2, 3))))
            return replace(common, plis=plis, opener="attestation")
        case _:
            return replace(common, plis=(packer.pli(office, 1, with_bordereau=False),), opener=None)


def _turned(plan: LotPlan, grade: Grade, rng: Random) -> dict[int, int]:
    """Return how the sheets of paper went in; those that go in upright are left out."""
    most = 12 + sum(len(draft.sides) for dossier in plan.dossiers for draft in dossier.drafts)
    return {sheet: rng.choice((180, 180, 90, 270)) for sheet in range(1, most) if rng.random() < grade.turned}
