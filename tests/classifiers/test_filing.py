"""Which type of the plan the words speak for, on the shipped plan."""

from dataclasses import replace

import pytest

from pipeline.classifiers import filing
from pipeline.classifiers.filing import Kind
from pipeline.domain.geometry import Box
from tests import papers

PLAN = papers.rules().plan
SURE = papers.rules().thresholds.type_confidence


def best(*lines):
    ranked = filing.candidates([papers.page(*lines)], PLAN)
    return ranked[0] if ranked else None


def test_nothing_to_read_speaks_for_nothing():
    assert filing.candidates([papers.blank()], PLAN) == []
    assert filing.candidates([], PLAN) == []


def test_words_that_go_with_everything_settle_nothing():
    found = best("Madame MARTIN Claire", "3 rue des Lilas 57000 Metz", "le 6 mai 2026", "Page 1")
    assert found is None or found.confidence < SURE


def test_one_cue_settles_nothing():
    assert best("Le bailleur vous salue").confidence < SURE


def test_confidences_and_no_type_at_all_share_one():
    ranked = filing.candidates([papers.bulletin()], PLAN)
    assert 0 < sum(candidate.confidence for candidate in ranked) < 1
    assert ranked == sorted(ranked, key=lambda candidate: -candidate.confidence)


def test_the_longest_title_wins():
    assert best("CARTE NATIONALE D'IDENTITÉ", "RÉPUBLIQUE FRANÇAISE").code == "IDE-CNA"
    assert best("CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", "RÉPUBLIQUE FRANÇAISE").code == "IDE-CNN"


@pytest.mark.parametrize(
    "title",
    ["BULLETIN DE SALAIRE", "BULLETlN DE SALAIRE", "BULLETIN DE SALA1RE", "BUILETIN DE SALAIRE", "bulletin de paie"],
)
def test_a_title_is_known_through_the_slips_of_ocr(title):
    found = best("Société Exemple", title)
    assert (found.code, found.titled) == ("RES-BUL", True)


def test_too_many_slips_are_another_word():
    found = best("BVLLFTIN DE SOLAPRE")
    assert found is None or found.code != "RES-BUL"


def test_a_title_may_end_on_the_next_line():
    found = best("BULLETIN DE", "SALAIRE", "Madame MARTIN")
    assert (found.code, found.titled) == ("RES-BUL", True)


def test_a_title_says_where_it_stands():
    found = best("Société Exemple", "QUITTANCE DE LOYER")
    (title,) = [hit for hit in found.hits if hit.kind is Kind.TITLE]
    assert (title.text, title.on_top, title.page) == ("QUITTANCE DE LOYER", True, 0)
    assert title.box is not None
    assert round(title.box.y0, 2) == 0.08


def test_a_title_low_on_the_page_weighs_less_than_one_on_top():
    top = best("QUITTANCE DE LOYER", *["texte"] * 20)
    low = best(*["texte"] * 20, "QUITTANCE DE LOYER")
    assert (top.titled, low.titled) == (True, False)
    assert top.score > low.score


def test_large_type_weighs_more():
    page = papers.page("QUITTANCE DE LOYER", *["texte ordinaire"] * 4)
    large = [
        replace(word, box=Box(word.box.x0, word.box.y0, word.box.x1, word.box.y0 + 0.027)) if word.line == 0 else word
        for word in page.words
    ]
    usual, prominent = (filing.candidates([r], PLAN)[0] for r in (page, replace(page, words=tuple(large))))
    assert prominent.score > usual.score


def test_the_pages_of_a_piece_speak_together():
    alone = filing.candidates([papers.page("QUITTANCE DE LOYER")], PLAN)[0]
    both = filing.candidates([papers.page("QUITTANCE DE LOYER"), papers.page("Bailleur", "provision charges")], PLAN)[0]
    assert both.code == alone.code == "LOG-QUI"
    assert both.score >= alone.score


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("FIS-AVI", ["AVIS D'IMPÔT 2025", "IMPÔT SUR LES REVENUS DE L'ANNÉE 2024", "Revenu fiscal de référence"]),
        ("LOG-TFO", ["AVIS D'IMPÔT 2025", "TAXES FONCIÈRES", "Propriétés bâties", "Base nette Cotisation"]),
        ("FIS-ASD", ["AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT SUR LE REVENU", "Revenu fiscal de référence"]),
        ("RES-CAF", ["CAISSE D'ALLOCATIONS FAMILIALES", "ATTESTATION DE PAIEMENT", "Numéro d'allocataire"]),
        ("RES-IJ", ["L'Assurance Maladie", "ATTESTATION DE PAIEMENT DES INDEMNITÉS JOURNALIÈRES", "CPAM"]),
        (
            "LOG-BAI",
            ["CONTRAT DE LOCATION", "Entre les soussignés", "Le bailleur", "Dépôt de garantie"],
        ),
        (
            "PRO-CDI",
            ["CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE", "Entre les soussignés", "Le salarié"],
        ),
        ("FAM-DIV", ["Au nom du peuple français", "JUGEMENT DE DIVORCE", "Prononce le divorce", "Époux"]),
        ("MOT-JEX", ["Au nom du peuple français", "JUGEMENT D'EXPULSION", "Ordonne l'expulsion", "Force publique"]),
        ("LOG-QUI", ["QUITTANCE DE LOYER", "Loyer 480", "Provision sur charges", "Bailleur"]),
        ("LOG-HOT", ["FACTURE D'HÔTEL", "Chambre 12", "Nuitées", "Taxe de séjour"]),
        (
            "PRO-DEM",
            ["FRANCE TRAVAIL", "ATTESTATION D'INSCRIPTION SUR LA LISTE DES DEMANDEURS D'EMPLOI"],
        ),
        (
            "RES-ARE",
            ["FRANCE TRAVAIL", "ALLOCATION D'AIDE AU RETOUR À L'EMPLOI", "Allocation journalière"],
        ),
    ],
)
def test_types_that_look_alike_are_told_apart(code, lines):
    found = best(*lines, "Madame MARTIN Claire")
    assert found.code == code
    assert found.confidence >= SURE
