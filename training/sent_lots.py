"""The lots of the committed set that never were in an envelope: portals, web services, mail, telephones."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from training.bench import MOSELLE, lay_out
from training.codes import Writing
from training.plans import LotPlan, PliPlan
from training.scanner import Tint


def portal() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("pwp-dossier", 200)
    pli = PliPlan((bench.dossier(Writing.SIGNED, "vectoriel", "FIS-AVI", "IDE-CNN"),), MOSELLE, with_bordereau=False)
    return replace(
        plan, canal="pwp", opener=None, plis=(pli,), courriel="depot.guichet@example.org", tags=("page_vectorielle",)
    ), rng


def telephone() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("smartphone-quittance", 150)
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


def web_service() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("services-web-dossier", 200)
    papers = ("FAM-DIV", "vectoriel", "IDE-PAS", "HPR-FAC")
    pli = PliPlan((bench.dossier(Writing.SIGNED, *papers),), MOSELLE, with_bordereau=False)
    return replace(
        plan,
        canal="services-web",
        opener=None,
        plis=(pli,),
        courriel="depot.service@example.org",
        tags=("page_vectorielle",),
    ), rng


def secured_mail() -> tuple[LotPlan, Random]:
    """A guichet's secured mail: fiches and no bordereau, a page before them, a companion whose number opens nothing."""
    bench, rng, plan = lay_out("mel-securise-fiches", 150)
    first = bench.dossier(Writing.BARE, "IDE-NAI", "LOG-BAI")
    second = bench.dossier(Writing.SIGNED, "PRO-DEM", "LOG-DOM")
    loose = tuple(bench.drafts("RES-CAF", first.home))
    pli = PliPlan((first, second), MOSELLE, with_bordereau=False, loose=loose)
    return replace(
        plan,
        canal="mel-securise",
        plis=(pli,),
        courriel="messagerie.guichet@example.org",
        also_said={"numero_unique": first.home.numero_unique, "reference": "MSS-20250312-1"},
        tags=("hors_dossier",),
    ), rng


def mail() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("mel-scolarite", 150)
    pli = PliPlan((bench.dossier(Writing.SIGNED, "PRO-ETU"),), MOSELLE, with_bordereau=False)
    return replace(
        plan, canal="mel", opener=None, plis=(pli,), container="png", courriel="famille@example.org", counted=False
    ), rng
