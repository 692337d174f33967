"""The lots of the committed set that came on paper: guichets' envelopes, applicants' envelopes."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from training.bench import CORSE, MOSELLE, lay_out
from training.codes import Writing
from training.plans import LotPlan, PliPlan
from training.scanner import Tint


def three_dossiers() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("guichet-trois-dossiers", 200)
    dossiers = (
        bench.dossier(Writing.SIGNED, "IDE-CNA", "bulletins", "LOG-QUI"),
        bench.dossier(Writing.BARE, "IDE-CNN", "FIS-AVI", "PRO-ATE"),
        bench.dossier(Writing.URL, "IDE-NAI", "LOG-BAI", "RES-CAF"),
    )
    return replace(plan, plis=(bench.pli(*dossiers),)), rng


def three_bordereaux() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("guichet-trois-bordereaux", 200)
    plis = (
        bench.pli(bench.dossier(Writing.FUTURE, "SEJ-RES", "PRO-ETU")),
        bench.pli(bench.dossier(Writing.SIGNED, "SAN-CER", "LOG-DOM", miscount=2)),
        bench.pli(bench.dossier(Writing.BARE, "PRO-CDI", "RES-ARE")),
    )
    return replace(plan, plis=plis, tint=Tint.BITONAL, turned={4: 180}), rng


def three_applicants() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("demandeurs-trois-attestations", 150)
    dossiers = (
        bench.dossier(Writing.SIGNED, "IDE-PAS", "bulletin"),
        bench.dossier(Writing.URL, "FAM-LIV", "LOG-QUI"),
        bench.dossier(Writing.SIGNED, "RES-CAF", "PRO-DEM"),
    )
    plis = tuple(PliPlan((dossier,), MOSELLE, with_bordereau=False) for dossier in dossiers)
    return replace(plan, canal="papier-demandeur", opener="attestation", plis=plis), rng


def both_sides() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("guichet-recto-verso", 150, CORSE)
    pli = bench.pli(
        bench.dossier(Writing.SIGNED, "IDE-CNA", "LOG-BAI"), bench.dossier(Writing.BARE, "IDE-NAI", "LOG-HEB")
    )
    return replace(plan, plis=(pli,), duplex=True, container="tif"), rng


def rejections() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("guichet-rejets", 200)
    pli = bench.pli(
        bench.dossier(Writing.SIGNED, "PRO-ATE", "manuscrit", "HPR-RLV"),
        bench.dossier(Writing.URL, "IDE-CNN", "illisible RES-CAF", "HPR-RIB", "LOG-QUI", miscount=-1),
    )
    return replace(plan, plis=(pli,)), rng


def damaged_codes() -> tuple[LotPlan, Random]:
    bench, rng, plan = lay_out("guichet-codes-abimes", 150, CORSE)
    dossiers = (
        bench.dossier(Writing.SIGNED, "IDE-PAS", "RES-CAF"),
        bench.dossier(Writing.TORN, "PRO-ATE", "LOG-QUI"),
        bench.dossier(Writing.FORGED, "IDE-NAI", "SAN-CER"),
        bench.dossier(Writing.BARE, "FIS-AVI"),
    )
    loose = (bench.drafts("LOG-QUI", bench.packer.home(CORSE))[0],)
    return replace(plan, plis=(PliPlan(dossiers, CORSE, loose=loose),), tags=("hors_dossier",)), rng


def images_a_side() -> tuple[LotPlan, Random]:
    """A folder, as scanners fill that write an image a side."""
    bench, rng, plan = lay_out("guichet-images", 150)
    pli = bench.pli(bench.dossier(Writing.SIGNED, "recto-verso FIS-ASD"), bench.dossier(Writing.FUTURE, "RES-ARE"))
    return replace(plan, plis=(pli,), duplex=True, container="images"), rng
