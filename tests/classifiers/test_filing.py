"""Which type of the plan it is, by titles and by words, and when that settles it."""

from dataclasses import replace

import pytest

from pipeline.classifiers import filing, wording
from pipeline.classifiers.belief import UNBELIEVED, Titled
from tests import papers

PLAN = papers.rules().plan
MODEL = wording.shipped()


def best(*lines):
    ranked = filing.candidates([papers.page(*lines)], PLAN)
    return ranked[0] if ranked else None


def settled_from(least, monkeypatch):
    belief = replace(UNBELIEVED, certified=frozenset({"RES-BUL"}), curve=((least, 0.0),))
    monkeypatch.setattr(wording, "shipped", lambda: replace(MODEL, belief=belief))


def test_nothing_to_read_speaks_for_nothing():
    assert filing.candidates([papers.blank()], PLAN) == []
    assert filing.candidates([], PLAN) == []


def test_words_that_go_with_everything_settle_nothing():
    found = best("Madame MARTIN Claire", "3 rue des Lilas 57000 Metz", "le 6 mai 2026", "Page 1")
    assert found is None or not filing.settles(found, 0.005)


def test_one_cue_settles_nothing():
    assert not filing.settles(best("Le bailleur vous salue"), 0.005)


def test_confidences_and_no_type_at_all_share_one():
    ranked = filing.candidates([papers.bulletin()], PLAN)
    assert 0 < sum(candidate.confidence for candidate in ranked) <= 1
    assert ranked == sorted(ranked, key=lambda candidate: -candidate.confidence)


def test_titles_and_words_that_agree_settle_a_type():
    found = best(*[" ".join(word.text for word in line) for line in papers.bulletin().lines()])
    assert (found.code, found.agreed, found.titled) == ("RES-BUL", True, Titled.SO)
    assert filing.settles(found, 0.005)


def test_what_another_title_says_is_believed_less():
    found = best("BULLETIN DE SALAIRE", "Salaire brut", "Net à payer")
    assert filing.believed(replace(found, titled=Titled.OTHERWISE)) < filing.believed(found)


def test_below_the_certified_belief_nothing_is_settled(monkeypatch):
    settled_from(0.9, monkeypatch)
    found = best("BULLETIN DE SALAIRE")
    assert [filing.settles(replace(found, confidence=share), 0.005) for share in (0.899, 0.901)] == [False, True]


def test_a_title_near_the_top_names_a_piece():
    assert filing.names_a_piece(papers.page("QUITTANCE DE LOYER", "Bailleur"), PLAN)
    assert not filing.names_a_piece(papers.page("texte ordinaire"), PLAN)


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
