"""Why a piece is where it is, in sentences."""

import pytest

from pipeline.errors import Misuse
from pipeline.insight.explain import explain
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, opened


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    yield house
    house.close()


def explained(house, *pages, first=2):
    return explain(house, f"{file_pli(house, *pages)}-{first:02d}")


FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 1)


def test_a_filed_piece_shows_what_was_seen_and_how_its_dossier_is_known(house):
    found = explained(house, FICHE, papers.bulletin())
    assert found.label == "Bulletin de salaire"
    assert any("titre « BULLETIN DE SALAIRE »" in seen.detail for seen in found.evidence)
    assert found.reasons == (
        "dossier connu par un code signé",
        "annoncé : 1 document(s), 2 page(s) ; compté : 1 document(s), 2 page(s)",
    )


def test_an_open_question_comes_first_with_the_machine_s_guesses(house):
    page = papers.page("le bailleur", "MARTIN Claire")
    found = explained(house, FICHE, page)
    assert found.reasons[0].startswith("question ouverte (type) : ")
    assert found.guesses


def test_a_refused_piece_says_its_motive(house):
    found = explained(house, FICHE, papers.page("RELEVÉ DE COMPTE", "MARTIN Claire", "Solde débit crédit IBAN"))
    assert found.reasons[0].startswith("motif P01 : ")


def test_alerts_are_told(house):
    page = papers.page("QUITTANCE DE LOYER", "MARTIN Claire", "Bailleur, provision sur charges", "Page 1 sur 2")
    assert explained(house, FICHE, page).reasons[-1].startswith("alerte A05 : ")


def test_a_piece_of_no_dossier_has_no_dossier_to_speak_of(house):
    found = explained(house, papers.page("Fiche récapitulative"), papers.bulletin())
    assert not any("dossier connu" in reason for reason in found.reasons)
    assert found.as_json()["raisons"] == list(found.reasons)


@pytest.mark.parametrize("name", ["inconnue", "pg0000000001-1-1-99", ""])
def test_a_piece_that_nobody_knows_is_a_misuse(house, name):
    file_pli(house, FICHE, papers.bulletin())
    with pytest.raises(Misuse, match="pièce inconnue"):
        explain(house, name)
