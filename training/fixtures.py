"""Writes the committed golden set: ``python -m training.fixtures [DIR]`` (``fixtures/scans`` unless told)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from pipeline.errors import Misuse
from training import vector
from training.codes import Writing
from training.desk import Desk, Draft
from training.documents import DRAWERS
from training.documents.income import payslips
from training.fonts import Family
from training.handwriting import handwritten_page
from training.people import Household, Office
from training.plans import DossierPlan, LotPlan, PliPlan
from training.plis import scanned
from training.random_plans import Packer
from training.scanner import GRADES, Tint
from training.unseen import require_fonts

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "scans"
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
        """Return a household's dossier; of ``illisible X`` nobody can read X, ``bulletins`` are two payslips."""
        home = self.packer.home(self.office)
        drafts = tuple(draft for kind in kinds for draft in self.drafts(kind, home))
        return DossierPlan(home, writing, drafts, miscount)

    def drafts(self, kind: Kind, home: Household) -> list[Draft]:
        desk = self.packer.desk()
        if kind == "bulletins":
            return payslips(desk, home, 2)
        if kind.startswith("illisible "):
            return [replace(draft, motif="I01") for draft in self.drafts(kind.split()[1], home)]
        return [(SPECIAL.get(kind) or DRAWERS[kind])(desk, home)]

    def pli(self, *dossiers: DossierPlan) -> PliPlan:
        return PliPlan(dossiers, self.office)


def _bench(name: str, dpi: int, office: Office = MOSELLE) -> tuple[Bench, Random, LotPlan]:
    rng = Random(f"fixture-{name}")
    plan = LotPlan(name, "papier-guichet", DAY, Family.A, (), "fiche", LIGHT, dpi)
    return Bench(Packer(Family.A, rng, DAY, dpi), office), rng, plan


def three_dossiers() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("guichet-trois-dossiers", 200)
    dossiers = (
        bench.dossier(Writing.SIGNED, "IDE-CNA", "bulletins", "LOG-QUI"),
        bench.dossier(Writing.BARE, "IDE-CNN", "FIS-AVI", "PRO-ATE"),
        bench.dossier(Writing.URL, "IDE-NAI", "LOG-BAI", "RES-CAF"),
    )
    return replace(plan, plis=(bench.pli(*dossiers),)), rng


def three_bordereaux() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("guichet-trois-bordereaux", 200)
    plis = (
        bench.pli(bench.dossier(Writing.FUTURE, "SEJ-RES", "PRO-ETU")),
        bench.pli(bench.dossier(Writing.SIGNED, "SAN-CER", "LOG-DOM", miscount=2)),
        bench.pli(bench.dossier(Writing.BARE, "PRO-CDI", "RES-ARE")),
    )
    return replace(plan, plis=plis, tint=Tint.BITONAL, turned={4: 180}), rng


def three_applicants() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("demandeurs-trois-attestations", 150)
    dossiers = (
        bench.dossier(Writing.SIGNED, "IDE-PAS", "bulletin"),
        bench.dossier(Writing.URL, "FAM-LIV", "LOG-QUI"),
        bench.dossier(Writing.SIGNED, "RES-CAF", "PRO-DEM"),
    )
    plis = tuple(PliPlan((dossier,), MOSELLE, with_bordereau=False) for dossier in dossiers)
    return replace(plan, canal="papier-demandeur", opener="attestation", plis=plis), rng


def portal() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("pwp-dossier", 200)
    pli = PliPlan((bench.dossier(Writing.SIGNED, "vectoriel", "FIS-AVI", "IDE-CNN"),), MOSELLE, with_bordereau=False)
    return replace(
        plan, canal="pwp", opener=None, plis=(pli,), courriel="depot.guichet@example.org", tags=("page_vectorielle",)
    ), rng


def telephone() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("smartphone-quittance", 150)
    pli = PliPlan((bench.dossier(Writing.SIGNED, "LOG-QUI"),), MOSELLE, with_bordereau=False)
    return replace(
        plan,
        canal="smartphone",
        opener=None,
        plis=(pli,),
        container="jpg",
        tint=Tint.COLOUR,
        courriel="demandeur@example.org",
        tags=("photographie",),
    ), rng


def both_sides() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("guichet-recto-verso", 150, CORSE)
    pli = bench.pli(
        bench.dossier(Writing.SIGNED, "IDE-CNA", "LOG-BAI"), bench.dossier(Writing.BARE, "IDE-NAI", "LOG-HEB")
    )
    return replace(plan, plis=(pli,), duplex=True, container="tif"), rng


def rejections() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("guichet-rejets", 200)
    pli = bench.pli(
        bench.dossier(Writing.SIGNED, "PRO-ATE", "manuscrit", "HPR-RLV"),
        bench.dossier(Writing.URL, "IDE-CNN", "illisible RES-CAF", "HPR-RIB", "LOG-QUI", miscount=-1),
    )
    return replace(plan, plis=(pli,)), rng


def damaged_codes() -> tuple[LotPlan, Random]:
    bench, rng, plan = _bench("guichet-codes-abimes", 150, CORSE)
    dossiers = (
        bench.dossier(Writing.SIGNED, "IDE-PAS", "RES-CAF"),
        bench.dossier(Writing.TORN, "PRO-ATE", "LOG-QUI"),
        bench.dossier(Writing.FORGED, "IDE-NAI", "SAN-CER"),
        bench.dossier(Writing.BARE, "FIS-AVI"),
    )
    loose = (bench.drafts("LOG-QUI", bench.packer.home(CORSE))[0],)
    return replace(plan, plis=(PliPlan(dossiers, CORSE, loose=loose),), tags=("hors_dossier",)), rng


LOTS = (three_dossiers, three_bordereaux, three_applicants, portal, telephone, both_sides, rejections, damaged_codes)


def write(folder: Path) -> None:
    """Write every lot of the set in ``folder``, and ``demandes.json``: what the register knows of their applicants."""
    require_fonts(Family.A)
    folder.mkdir(parents=True, exist_ok=True)
    known: dict[str, Any] = {}
    for lot in LOTS:
        plan, rng = lot()
        scanned(plan, rng).write(folder)
        known |= dict(_demandes(plan))
    (folder / "demandes.json").write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _demandes(plan: LotPlan) -> Iterator[tuple[str, dict[str, Any]]]:
    for dossier in plan.dossiers:
        home, who = dossier.home, dossier.home.demandeur
        person = {"nom": who.nom, "prenoms": who.prenoms, "naissance": who.naissance.isoformat()}
        said = {"numero_unique": home.numero_unique, "etat": "active", "demandeur": person, "courriel": home.courriel}
        yield home.numero_unique, said


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Écrit les plis d'exemple avec leur vérité.")
    parser.add_argument("dossier", type=Path, nargs="?", default=FOLDER)
    try:
        write(parser.parse_args().dossier)
    except Misuse as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
