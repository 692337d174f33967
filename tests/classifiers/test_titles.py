"""Titles and cues of the shipped plan, as they are found on the pages of a piece."""

from dataclasses import replace

import pytest

from pipeline.classifiers import titles
from pipeline.classifiers.titles import Kind
from pipeline.domain.geometry import Box
from tests import papers

PLAN = papers.rules().plan


def found(*lines):
    return titles.found([papers.page(*lines)], PLAN)


def best(*lines):
    seen = found(*lines)
    return max(seen, key=lambda code: seen[code][1], default=None)


def score(code, *lines):
    return found(*lines)[code][1]


def titled(code, *lines):
    return [hit for hit in found(*lines)[code][0] if hit.kind is Kind.TITLE]


def test_nothing_to_read_holds_no_title():
    assert titles.found([papers.blank()], PLAN) == {}
    assert titles.found([], PLAN) == {}


def test_the_longest_title_wins():
    assert best("CARTE NATIONALE D'IDENTITÉ", "RÉPUBLIQUE FRANÇAISE") == "IDE-CNA"
    assert best("CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", "RÉPUBLIQUE FRANÇAISE") == "IDE-CNN"


@pytest.mark.parametrize(
    "title",
    ["BULLETIN DE SALAIRE", "BULLETlN DE SALAIRE", "BULLETIN DE SALA1RE", "BUILETIN DE SALAIRE", "bulletin de paie"],
)
def test_a_title_is_known_through_the_slips_of_ocr(title):
    assert best("Société Exemple", title) == "RES-BUL"


def test_too_many_slips_are_another_word():
    assert "RES-BUL" not in found("BVLLFTIN DE SOLAPRE")


def test_a_title_may_end_on_the_next_line():
    assert titled("RES-BUL", "BULLETIN DE", "SALAIRE", "Madame MARTIN")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Avis de situation déclarative 2024 - impôt sur les revenus de 2023", "FIS-ASD"),
        ("Avis d'impôt 2023 - taxes foncières", "LOG-TFO"),
    ],
)
def test_of_two_titles_on_a_line_the_longer_names_the_paper(line, code):
    assert best(line) == code


@pytest.mark.parametrize(
    ("line", "on_top"),
    [
        ("Si vous êtes imposable, un avis d'impôt vous sera adressé en août", False),
        ("avis d'impôt que vous avez reçu", False),
        ("Objet : avis d'impôt de votre foyer fiscal", True),
        ("avis d'impôt 2025", True),
        ("Copie de votre avis d'impôt", True),
        ("Comme vous êtes imposable vous recevrez un avis d'impôt", False),
        ("AVIS D'IMPÔT POUR LES FOYERS QUI ONT DÉCLARÉ", True),
    ],
)
def test_what_a_sentence_tells_of_is_no_title_on_top(line, on_top):
    (hit,) = titled("FIS-AVI", line)
    assert hit.on_top == on_top


def test_a_title_says_where_it_stands():
    (title,) = titled("LOG-QUI", "Société Exemple", "QUITTANCE DE LOYER")
    assert (title.text, title.on_top, title.page) == ("QUITTANCE DE LOYER", True, 0)
    assert round(title.box.y0, 2) == 0.08


def test_a_title_low_on_the_page_weighs_less_than_one_on_top():
    low = [*["texte"] * 20, "QUITTANCE DE LOYER"]
    assert [hit.on_top for hit in titled("LOG-QUI", *low)] == [False]
    assert score("LOG-QUI", "QUITTANCE DE LOYER", *["texte"] * 20) > score("LOG-QUI", *low)


def test_large_type_weighs_more():
    page = papers.page("QUITTANCE DE LOYER", *["texte ordinaire"] * 4)
    large = [
        replace(word, box=Box(word.box.x0, word.box.y0, word.box.x1, word.box.y0 + 0.027)) if word.line == 0 else word
        for word in page.words
    ]
    usual, prominent = (titles.found([one], PLAN)["LOG-QUI"][1] for one in (page, replace(page, words=tuple(large))))
    assert prominent > usual


def test_the_pages_of_a_piece_speak_together():
    first, second = papers.page("QUITTANCE DE LOYER"), papers.page("Bailleur", "provision charges")
    alone, both = (titles.found(pages, PLAN)["LOG-QUI"][1] for pages in ([first], [first, second]))
    assert both >= alone


def test_a_booklet_that_holds_the_page_of_the_spouses_is_the_whole_one():
    children = (
        "PREMIER ENFANT",
        "EXTRAIT DE L'ACTE DE NAISSANCE N° 12",
        "MENTIONS MARGINALES",
        "CONFORME AUX REGISTRES",
    )
    more = ("MENTIONS MARGINALES", "DEUXIÈME ENFANT", "TROISIÈME ENFANT", "EXTRAIT DE L'ACTE DE DÉCÈS")
    assert best("LIVRET DE FAMILLE", *children, *more) == "IDE-LFE"
    assert best("LIVRET DE FAMILLE", "ÉPOUX OU PÈRE", *children, *more) == "FAM-LIV"
