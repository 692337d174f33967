"""Why a piece is where it is, in sentences."""

from dataclasses import replace

import pytest

from pipeline.engine import answers
from pipeline.errors import Misuse
from pipeline.insight.explain import explain
from tests import papers
from tests.papers import MARTIN
from tests.store.shelf import file_pli, settle


def explained(house, *pages, first=2):
    return explain(house, f"{file_pli(house, *pages)}-{first:02d}")


FICHE = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 1)
HAND = replace(papers.page("lettre"), look=replace(papers.look(handwritten=0.95), text_lines=20, unread_lines=0))


def test_a_filed_piece_shows_what_was_seen_and_how_its_dossier_is_known(house):
    found = explained(house, FICHE, papers.bulletin())
    assert found.label == "Bulletin de salaire"
    assert title_of(found).evidence.page == 2
    assert found.reasons == (
        "dossier connu par un code signé",
        "annoncé : 1 document(s), 2 page(s) ; compté : 1 document(s), 2 page(s)",
    )


def test_a_filed_piece_says_the_score_that_settled_its_type_and_what_else_it_could_have_been(house):
    found = explained(house, FICHE, papers.bulletin())
    assert found.decided.startswith("rien ne s'y oppose ; RES-BUL à ")
    assert "décidé à partir de" in found.decided
    assert found.guesses[0] == ("RES-BUL", found.piece.confiance)


def test_a_place_is_that_of_the_page_as_people_hold_it(house):
    before = explained(house, FICHE, papers.bulletin())
    after = answered(house, before.piece.id, answers.Answer(turns=((2, 90),)))
    assert [found.place for found in (title_of(before), title_of(after))] == [
        "page 2, en haut à gauche",
        "page 2, en haut à droite",
    ]
    assert title_of(after).as_json()["zone"] == title_of(before).as_json()["zone"], "kept as the page was received"


def title_of(explanation):
    (title,) = (seen for seen in explanation.seen if "titre « BULLETIN DE SALAIRE »" in seen.evidence.detail)
    return title


def answered(house, piece, said):
    answers.answer(house, [piece], said, "Camille")
    settle(house, piece.rpartition("-")[0])
    return explain(house, piece)


def test_an_open_question_comes_first_with_the_score_that_left_it_open_and_the_machine_s_guesses(house):
    page = papers.page("le bailleur", "MARTIN Claire")
    found = explained(house, FICHE, page)
    assert found.decided.startswith("question ouverte (type) : aucun type du plan")
    assert any(end in found.decided for end in ("d'erreurs)", "une personne", "diraient autre chose"))
    assert found.guesses


def test_a_refused_piece_says_its_motive(house):
    found = explained(house, FICHE, papers.releve())
    assert found.reasons[0].startswith("motif P01 : ")
    assert found.decided.startswith("ce type est hors du périmètre ; ")


def test_a_handwritten_piece_says_the_share_and_the_limits(house):
    found = explained(house, FICHE, HAND)
    assert found.piece.motif == "I08"
    assert "rejet à partir de 60 %" in found.decided


def test_alerts_are_told(house):
    page = papers.page("QUITTANCE DE LOYER", "MARTIN Claire", "Bailleur, provision sur charges", "Page 1 sur 2")
    assert explained(house, FICHE, page).reasons[-1].startswith("alerte A05 : ")


def test_a_piece_of_no_dossier_has_no_dossier_to_speak_of(house):
    found = explained(house, papers.page("Fiche récapitulative"), papers.bulletin())
    assert not any("dossier connu" in reason for reason in found.reasons)
    assert found.as_json()["raisons"] == list(found.reasons)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (answers.Answer(motif="I07"), "un opérateur l'a rejetée"),
        (answers.Answer(type="IDE-CNN"), "rien ne s'y oppose ; type donné par un opérateur"),
    ],
)
def test_what_a_person_said_is_what_decided(house, said, told):
    piece = explained(house, FICHE, papers.page("zzz", "MARTIN Claire")).piece.id
    assert answered(house, piece, said).decided == told


def test_a_piece_that_today_s_rules_would_judge_otherwise_says_so_and_shows_what_was_kept(house):
    piece = explained(house, FICHE, papers.bulletin()).piece
    house.rules = without_type(house.rules, "RES-BUL")
    found = explain(house, piece.id)
    assert "alors" in found.decided
    assert found.reasons[-1].endswith("« pli rejouer pg0000000001-1-1 » dit comment")
    assert found.piece == piece
    assert found.label is None


def test_a_piece_that_today_s_rules_cannot_judge_says_why(house):
    piece = explained(house, FICHE, papers.page("zzz", "MARTIN Claire")).piece.id
    answered(house, piece, answers.Answer(type="RES-BUL"))
    house.rules = without_type(house.rules, "RES-BUL")
    assert "ne connaît plus (RES-BUL)" in explain(house, piece).reasons[-1]


def without_type(rules, code):
    types = {known: kind for known, kind in rules.plan.types.items() if known != code}
    return replace(rules, plan=replace(rules.plan, types=types))


@pytest.mark.parametrize("name", ["inconnue", "pg0000000001-1-1-99", ""])
def test_a_piece_that_nobody_knows_is_a_misuse(house, name):
    file_pli(house, FICHE, papers.bulletin())
    with pytest.raises(Misuse, match="pièce inconnue"):
        explain(house, name)
