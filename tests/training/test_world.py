"""The dossiers of the world, and the accidents that happen to them, are told in the truth of the lot."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from training import world
from training.codes import Writing
from training.fonts import Family
from training.plans import LotPlan
from training.random_plans import OFFICES
from training.scanner import GRADES
from training.stack import stack
from training.truth import truth
from training.world import WorldPacker

DAY = date(2025, 3, 12)
pytestmark = pytest.mark.usefixtures("needs_fonts")


def packer(seed=1):
    return WorldPacker(Family.B, Random(seed), DAY, 40)


def told(pli):
    plan = LotPlan("lot", "papier-guichet", DAY, Family.B, (pli,), "fiche", GRADES["bureau"], 40)
    return truth(plan, leaves := stack(plan, Random(1)), [0] * len(leaves))


def pli(monkeypatch, seed=1, dossiers=2, **shares):
    for name in ("STRANGER_SHARE", "ABSENT_SHARE", "SLIPPED_SHARE", "PARTED_SHARE", "STRANGE_SHARE", "OUT_SHARE"):
        monkeypatch.setattr(world, name, shares.get(name, 0.0))
    monkeypatch.setattr("training.random_plans.ACCIDENTS", {})
    return packer(seed).pli(OFFICES[Family.B][0], dossiers, with_bordereau=True)


def test_a_stranger_s_paper_belongs_to_nobody_of_the_lot_and_is_to_be_asked_about(monkeypatch):
    pieces = told(pli(monkeypatch, STRANGER_SHARE=1.0))["pieces"]
    strays = [piece for piece in pieces if piece.get("tags") == ["etranger"]]
    assert len(strays) == len(pieces) / 2
    assert {(piece["dossier"], piece["verdict"], piece["motif"]) for piece in strays} == {(None, "a_verifier", None)}


def test_where_all_fiches_are_forgotten_every_paper_lies_outside_any_dossier(monkeypatch):
    told_of = told(pli(monkeypatch, ABSENT_SHARE=1.0))
    assert {page["role"] for page in told_of["pages"]} == {"bordereau", "hors_dossier"}
    assert told_of["pieces"] == []


def test_a_fiche_forgotten_behind_another_leaves_its_papers_without_a_dossier(monkeypatch):
    packed = pli(monkeypatch)
    first, second = packed.dossiers
    forgotten = replace(packed, dossiers=(first, replace(second, writing=Writing.ABSENT)))
    pieces = told(forgotten)["pieces"]
    assert [piece["dossier"] for piece in pieces][len(first.drafts) :] == [None] * len(second.drafts)
    assert {piece["verdict"] for piece in pieces[len(first.drafts) :]} == {"a_verifier"}


def test_a_fiche_that_slipped_takes_in_the_last_paper_of_the_dossier_before(monkeypatch):
    packed = pli(monkeypatch, 3, SLIPPED_SHARE=1.0)
    first, second = (dossier.home.numero_unique for dossier in packed.dossiers)
    strays = [piece for piece in told(packed)["pieces"] if piece["verdict"] == "a_verifier"]
    assert [piece["dossier"] for piece in strays] == [first]
    assert packed.dossiers[1].drafts[0].owner == first != second


def test_a_couple_that_parted_applies_twice_with_the_same_people(monkeypatch):
    packed = next(
        packed for seed in range(20) if (packed := pli(monkeypatch, seed, PARTED_SHARE=1.0)).dossiers[0].home.conjoint
    )
    one, other = (dossier.home for dossier in packed.dossiers)
    assert (one.demandeur.full, one.conjoint.full) == (other.conjoint.full, other.demandeur.full)
    assert one.numero_unique != other.numero_unique
    assert one.depot == other.depot


def test_a_strange_paper_is_to_be_asked_about(monkeypatch):
    pieces = told(pli(monkeypatch, STRANGE_SHARE=1.0))["pieces"]
    strange = [piece for piece in pieces if piece["type"] is None]
    assert strange
    assert {(piece["verdict"], piece["motif"]) for piece in strange} == {("a_verifier", None)}


def test_payslips_follow_each_other_month_by_month():
    home = packer().home(OFFICES[Family.B][0])
    slips = packer()._payslips(home)
    assert 2 <= len(slips) <= 3
    assert {slip.type for slip in slips} == {"RES-BUL"}


def test_every_dossier_is_signed_for_by_its_writing():
    assert not Writing.ABSENT.opens
