"""The synthetic world: the dossiers that households truly send, and all that goes wrong on the way.

Strangers' papers, forgotten fiches, separators that slipped by one paper, couples that parted and apply apart, papers
sent twice, papers of no type at all: each is in the truth of the lot, for what it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from random import Random

from pipeline.classifiers.wording import OTHER
from training.codes import Writing
from training.desk import Draft
from training.handwriting import handwritten_page
from training.names import wide
from training.papers.case import Case
from training.papers.lay import laid
from training.papers.shelf import DRAWERS, STRANGE, WRITERS
from training.people import Household, Office, of_pool
from training.plans import DossierPlan, PliPlan
from training.random_plans import RUINED_SHARE, Packer

OUT_SHARE, STRANGE_SHARE, HAND_SHARE, TWICE_SHARE = 0.07, 0.02, 0.03, 0.02
STRANGER_SHARE, COUNTED_SHARE = 0.03, 0.5
ABSENT_SHARE, SLIPPED_SHARE, PARTED_SHARE = 0.02, 0.03, 0.02
MOST_SENT: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.9, ("IDE-CNA", "IDE-CNN", "IDE-PAS", "SEJ-RES", "SEJ-PLU", "SEJ-TMP", "SEJ-REC", "IDE-ETR")),
    (0.85, ("FIS-AVI", "FIS-AVI", "FIS-AVI", "FIS-ASD")),
    (0.5, ("RES-CAF", "RES-ARE", "RES-RET", "RES-IJ", "RES-INV", "RES-ATE", "RES-BOU")),
    (0.4, ("PRO-CDI", "PRO-ATE", "PRO-DEM", "PRO-ETU", "PRO-APP", "PRO-IND", "PRO-RET")),
    (0.7, ("LOG-QUI", "LOG-BAI", "LOG-HEB", "LOG-ABA", "LOG-DOM", "LOG-STR", "LOG-TFO")),
    (0.3, ("FAM-LIV", "FAM-MAR", "FAM-PAC", "FAM-DIV", "FAM-GRO", "FAM-GAR", "FAM-DEC", "FAM-ONC")),
    (0.25, ("MOT-CON", "MOT-JEX", "MOT-CDP", "MOT-IND", "MOT-INS", "MOT-VIO", "MOT-MUT")),
    (0.12, ("HAN-CMI", "HAN-DEC", "SAN-CER")),
)
"""What a dossier holds: with which chance, one of which types. Anything else of the plan comes one time in five."""
SELDOM_SHARE, PAYSLIPS_SHARE, CHILD_SHARE = 0.2, 0.4, 0.5
CHILDREN = ("IDE-NAI", "IDE-LFE")
PAYSLIP, IN_A_ROW = "RES-BUL", (2, 3, 3)
WITH_CHILDREN = 0.6
"""About how many households have children (``people.household``)."""
OUT = tuple(sorted(code for code in {**WRITERS, **DRAWERS} if code.startswith("HPR-")))
FILED = tuple(sorted(code for code in {**WRITERS, **DRAWERS} if not code.startswith(("HPR-", "TRN-"))))


def sent() -> dict[str, float]:
    """Return how many pieces of each type a dossier of this world holds, on average."""
    often: dict[str, float] = defaultdict(float)
    for share, types in MOST_SENT:
        for code in types:
            often[code] += share / len(types)
    for code in FILED:
        often[code] += SELDOM_SHARE / len(FILED)
    for code in CHILDREN:
        often[code] += WITH_CHILDREN * CHILD_SHARE / len(CHILDREN)
    often[PAYSLIP] += PAYSLIPS_SHARE * sum(IN_A_ROW) / len(IN_A_ROW)
    pieces = sum(often.values())
    for code in OUT:
        often[code] += pieces * OUT_SHARE / len(OUT)
    often[OTHER] = pieces * STRANGE_SHARE
    return dict(often)


class WorldPacker(Packer):
    """Fills envelopes as households do."""

    def home(self, office: Office) -> Household:
        return of_pool(wide(self.family), self.rng, self.day, office)

    def drafts(self, home: Household) -> tuple[Draft, ...]:
        """Return the papers of ``home``, in the order in which they were gathered."""
        rng = self.rng
        kinds = [rng.choice(types) for share, types in MOST_SENT if rng.random() < share]
        if rng.random() < SELDOM_SHARE:
            kinds.append(rng.choice(FILED))
        if home.enfants and rng.random() < CHILD_SHARE:
            kinds.append(rng.choice(CHILDREN))
        drafts = [self._one(kind, home) for kind in kinds or ["FIS-AVI"]]
        if rng.random() < PAYSLIPS_SHARE:
            place = rng.randint(0, len(drafts))
            drafts[place:place] = self._payslips(home)
        return tuple(drafts)

    def dossier(self, office: Office) -> DossierPlan:
        """Return a household's dossier; now and then somebody else's paper lies in it, or its fiche was forgotten."""
        plan = super().dossier(office)
        if self.rng.random() < ABSENT_SHARE:
            plan = replace(plan, writing=Writing.ABSENT)
        strays = [self._stray(self.home(office)) for _ in plan.drafts if self.rng.random() < STRANGER_SHARE]
        for stray in strays:
            place = self.rng.randint(0, len(plan.drafts))
            miscount = 0 if self.rng.random() < COUNTED_SHARE else -len(stray.sides)
            drafts = (*plan.drafts[:place], stray, *plan.drafts[place:])
            plan = replace(plan, drafts=drafts, miscount=plan.miscount + miscount)
        return plan

    def pli(self, office: Office, dossiers: int, *, with_bordereau: bool) -> PliPlan:
        """Return an envelope; a fiche may have slipped by one paper, and a couple that parted may share it."""
        plan = super().pli(office, dossiers, with_bordereau=with_bordereau)
        if len(plan.dossiers) > 1 and self.rng.random() < PARTED_SHARE:
            plan = replace(plan, dossiers=_parted(plan.dossiers, self))
        if len(plan.dossiers) > 1 and self.rng.random() < SLIPPED_SHARE:
            plan = replace(plan, dossiers=_slipped(plan.dossiers, self.rng))
        return plan

    def _one(self, kind: str, home: Household) -> Draft:
        chance, rng = self.rng.random(), self.rng
        if chance < OUT_SHARE:
            return self.paper(rng.choice(OUT), home)
        if chance < OUT_SHARE + STRANGE_SHARE:
            return self._strange(home)
        if chance < OUT_SHARE + STRANGE_SHARE + HAND_SHARE:
            return handwritten_page(self.desk(), home)
        draft = self.paper(kind, home)
        ruined = len(draft.sides) == 1 and chance > 1 - RUINED_SHARE
        return replace(draft, motif="I01") if ruined else draft

    def paper(self, code: str, home: Household, back: int = 1) -> Draft:
        """Draw one paper of a type, in one of the layouts of the family."""
        writers = WRITERS.get(code, {}).get(self.family, ())
        drawers = DRAWERS.get(code, {}).get(self.family, ())
        chosen, desk = self.rng.randrange(len(writers) + len(drawers)), self.desk()
        if chosen < len(writers):
            return laid(writers[chosen](Case(desk, home, back)), desk, home)
        return drawers[chosen - len(writers)](desk, home)

    def _payslips(self, home: Household) -> list[Draft]:
        """Return two or three payslips of months in a row, as one employer prints them."""
        writer, seed = self.rng.choice(WRITERS[PAYSLIP][self.family]), self.rng.random()
        desk, drafts = self.desk(), []
        for back in range(self.rng.choice(IN_A_ROW), 0, -1):
            same = replace(desk, rng=Random(seed))
            drafts.append(laid(writer(Case(same, home, back)), replace(same, rng=Random(seed)), home))
        return drafts

    def _strange(self, home: Household) -> Draft:
        desk = self.desk()
        writer = self.rng.choice(STRANGE[self.family])
        return replace(laid(writer(Case(desk, home)), desk, home), motif=None, asked=True)

    def _stray(self, home: Household) -> Draft:
        return replace(self.paper(self.rng.choice(FILED), home), owner=home.numero_unique)


def _parted(dossiers: tuple[DossierPlan, ...], packer: WorldPacker) -> tuple[DossierPlan, ...]:
    """Return the dossiers, the second one that of the first applicant's former partner: same people, same day."""
    home = dossiers[0].home
    if home.conjoint is None:
        return dossiers
    number = home.numero_unique
    apart = replace(
        home,
        numero_unique=f"{number[:7]}{packer.rng.randint(1000, 999999):06d}{number[13:]}",
        demandeur=replace(home.conjoint, role="D"),
        conjoint=replace(home.demandeur, role="C"),
    )
    return (dossiers[0], replace(dossiers[1], home=apart, drafts=packer.drafts(apart)), *dossiers[2:])


def _slipped(dossiers: tuple[DossierPlan, ...], rng: Random) -> tuple[DossierPlan, ...]:
    """Return the dossiers with one fiche laid one paper too early: it takes in the last paper of the one before."""
    at = rng.randrange(1, len(dossiers))
    before, after = dossiers[at - 1], dossiers[at]
    if len(before.drafts) < 2:
        return dossiers
    lost = before.drafts[-1]
    taken = replace(lost, owner=lost.owner or before.home.numero_unique)
    size = len(lost.sides)
    return (
        *dossiers[: at - 1],
        replace(before, drafts=before.drafts[:-1], miscount=before.miscount + size),
        replace(after, drafts=(taken, *after.drafts), miscount=after.miscount - size),
        *dossiers[at + 1 :],
    )
