"""One envelope in two files, behind its bordereau put in again: the register makes it whole, a person lets it in."""

from __future__ import annotations

import json

import pikepdf
import pytest

from pipeline.mailroom.inbox import companion_path, ok_path
from tests.scenarios.workspace import FIXTURES, NIGHT

ENVELOPE = "guichet-trois-dossiers.pdf"
BORDEREAU, FIRST_HALF, SECOND_HALF = range(1), range(1, 12), range(12, 18)
AFTER = "2025-03-20T09:00:00+01:00"

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("inbox")]


def drop_pages(workspace, name, *runs):
    """Drop a file of some of the sides of the envelope, as a scanner fed in several times makes them."""
    station = workspace.inbox / "papier-guichet" / "station-1"
    station.mkdir(parents=True, exist_ok=True)
    with pikepdf.open(FIXTURES / ENVELOPE) as whole, pikepdf.new() as part:
        for run in runs:
            part.pages.extend(whole.pages[index] for index in run)
        part.save(station / name)
    companion_path(station / name).write_bytes(companion_path(FIXTURES / ENVELOPE).read_bytes())
    ok_path(station / name).touch()


def registre(workspace, now=NIGHT):
    done = workspace.call("etat", "--registre", "--json", now=now)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return {envelope["envoi"]: envelope for envelope in found["envois"]}, found


@pytest.fixture
def half(primed):
    """A workspace that has treated the first half of an envelope."""
    primed.know_demandes()
    drop_pages(primed, "premiere.pdf", BORDEREAU, FIRST_HALF)
    done = primed.pli("traiter")
    assert done.returncode == 0, done.stderr
    return primed


def test_half_an_envelope_is_incomplete_until_its_deadline_then_late(half):
    (envelope,) = registre(half)[0].values()
    assert (envelope["etat"], envelope["annonce"]["dossiers"], envelope["compte"]["dossiers"]) == ("incomplet", 3, 2)
    late, found = registre(half, now=AFTER)
    assert [envelope["etat"] for envelope in late.values()] == ["incomplet, en retard"]
    assert "2 dossiers comptés pour 3" in found["ecarts"][0]


def test_its_other_half_makes_it_whole_and_is_held_with_a_question(half):
    drop_pages(half, "seconde.pdf", BORDEREAU, SECOND_HALF)
    assert half.pli("traiter").returncode == 0
    (envelope,) = registre(half)[0].values()
    assert (envelope["etat"], envelope["ecarts"]) == ("complet", [])
    assert [pli["place"] for pli in envelope["plis"]] == [None, "suite"]
    (second,) = half.bilans_of("seconde.pdf")
    assert "envoi_deja_vu" in {anomaly["code"] for anomaly in second["anomalies"]}
    assert "acceptee" not in {piece["verdict"] for piece in second["pieces"]}


def test_the_same_half_again_does_not_stand_for_the_other(half):
    drop_pages(half, "encore.pdf", BORDEREAU, FIRST_HALF)
    assert half.pli("traiter").returncode == 0
    (envelope,) = registre(half)[0].values()
    assert envelope["etat"] == "incomplet"
    assert [pli["place"] for pli in envelope["plis"]] == [None, "répété"]
    assert any("répète cet envoi" in gap for gap in envelope["ecarts"])


def test_a_rest_without_its_bordereau_is_named_beside_what_lacks_it(half):
    drop_pages(half, "reste.pdf", SECOND_HALF)
    assert half.pli("traiter").returncode == 0
    _, found = registre(half)
    (rest,) = half.bilans_of("reste.pdf")
    assert any(rest["pli"] in sentence and "suite" in sentence for sentence in found["ecarts"])


def test_the_register_of_the_day_balances_after_its_night(ended):
    envelopes, found = registre(ended)
    total, bilans = found["total"], ended.bilans()
    assert total["pages_recues"] == sum(bilan["registre"]["recues"] for bilan in bilans.values())
    assert total["acceptees"] == total["deposees"] == total["accusees"]
    assert total["a_verifier"] == 0
    assert all("n'est pas prévenu" in sentence for sentence in found["en_cours"])
    for envelope in envelopes.values():
        said = {anomaly["code"] for pli in envelope["plis"] for anomaly in bilans[pli["pli"]]["anomalies"]}
        counts_differ = not said.isdisjoint({"T07", "dossier_inattendu"})
        assert (envelope["etat"] not in {"complet", "sans annonce"}) <= counts_differ, envelope
