"""The day as the machine leaves it, before anybody answers."""

from __future__ import annotations

import pytest

from pipeline.insight.evaluate.account import case
from pipeline.insight.evaluate.measures import measure
from pipeline.upkeep.check_world import check_world
from tests.scenarios import contract
from tests.scenarios.workspace import golden

FORGED_IN = "guichet-codes-abimes.pdf"

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(params=["day", "unasked"])
def treated(request):
    """The day, where the SNE knows the applicants and where nobody can be asked."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def measured(treated):
    cases = [case(pli.name, pli.truth, treated.bilans_of(name)) for name, pli in golden().items()]
    return measure(cases)


def test_the_world_holds_together(treated):
    with treated.house() as house:
        assert check_world(house) == []


def test_every_bilan_is_of_the_contract(treated):
    for bilan in treated.bilans().values():
        contract.Bilan.model_validate(bilan)


def test_the_plis_of_a_lot_share_out_its_pages_as_they_truly_lie(treated):
    for name, pli in golden().items():
        bilans = treated.bilans_of(name)
        assert [bilan["plage"] for bilan in bilans] == pli.truth["plis"], name
        pages = [page["n"] for bilan in bilans for page in bilan["pages"]]
        assert pages == [page["n"] for page in pli.truth["pages"]], name


def test_a_piece_and_its_pages_point_at_each_other(treated):
    for bilan in treated.bilans().values():
        by_piece = {piece["id"]: piece["pages"] for piece in bilan["pieces"]}
        by_page = [(page["n"], page["piece"]) for page in bilan["pages"] if page["piece"] is not None]
        assert sorted((n, name) for name, pages in by_piece.items() for n in pages) == by_page
        assert all(name == f"{bilan['pli']}-{pages[0]:02d}" for name, pages in by_piece.items())


def test_a_verdict_comes_with_what_it_asks_for(treated):
    for piece in (piece for bilan in treated.bilans().values() for piece in bilan["pieces"]):
        accepted, rejected = piece["verdict"] == "acceptee", piece["verdict"] == "rejetee"
        assert rejected == (piece["motif"] is not None)
        assert accepted == (piece["livrable"] is not None) == (piece["depot"] is not None)
        if accepted:
            assert piece["type"] is not None
            assert piece["dossier"] is not None
            assert piece["preuves"], "an accepted piece says what was seen"
            assert piece["livrable"]["pages"] == len(piece["pages"])


def test_every_register_balances(measured):
    assert measured.registers.faults == ()


def test_nothing_is_accepted_in_the_wrong_dossier(measured):
    assert measured.wrong_dossier.faults == ()
    assert measured.wrong_dossier.wrong.total > 0


def test_separators_are_all_found_and_none_is_invented(measured):
    assert (measured.separators.missed, measured.separators.invented) == (0, 0), measured.separators.faults


def test_forged_codes_are_refused_and_named(measured, treated):
    forged = measured.forged_codes
    assert forged.refused.total > 0
    assert (forged.refused.count, forged.accepted) == (forged.refused.total, 0)
    assert forged.named > 0
    assert {bilan["source"]["nom"] for bilan in treated.bilans().values() if _fakes(bilan)} == {FORGED_IN}


def _fakes(bilan):
    return [anomaly["pages"] for anomaly in bilan["anomalies"] if anomaly["code"] == "signature_fausse"]


def test_treating_again_reads_nothing_and_changes_nothing(day, tmp_path):
    again = day.copied(tmp_path / "encore")
    readings, shown = "SELECT count(*) FROM lecture", "SELECT id, essais, etat FROM tache ORDER BY id"
    before = (again.rows(readings), again.rows(shown), again.files("bilans"))
    done = again.pli("traiter")
    assert (done.returncode, done.stdout.strip()) == (0, "Rien à prendre dans inbox/.")
    assert (again.rows(readings), again.rows(shown), again.files("bilans")) == before


def test_each_page_was_read_once(day):
    attempts = day.rows("SELECT essais FROM tache WHERE genre = 'read'")
    pages = sum(len(pli.truth["pages"]) for pli in golden().values())
    assert attempts == [(1,)] * pages
