"""Whose paper it is: three outcomes, never two."""

from datetime import date

import pytest

from pipeline.classifiers import identity
from pipeline.classifiers.identity import Agreement, Names
from pipeline.domain.facts import Demande, DemandeState, Person
from tests import papers
from tests.papers import MARTIN

CLAIRE = Person("MARTIN", "CLAIRE SOPHIE", date(1980, 2, 1))
PAUL = Person("MARTIN", "PAUL", None)
DURAND = Person("DURAND", "LEA", None)


def named_on(*lines):
    return Names.on(papers.page(*lines))


def compared(*lines, person=CLAIRE, others=(PAUL, DURAND)):
    return identity.compare(person, others, named_on(*lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["Madame MARTIN Claire"],
        ["Claire Martin, 3 rue des Lilas"],
        ["Nom : MARTIN", "Prénoms : Claire, Sophie"],
        ["Mme MART1N Claire"],
        ["Nom", "Prénoms", "504 884 930", "MARTIN", "CLAIRE SOPHIE"],
        ["MARTIN Ciaire"],
        ["Nom", "MARTIN", "Prénom(s)", "Claire, Sophie"],
        ["NOM / Surname", "MARTIN", "Prénoms / Given names", "Claire"],
        ["MARTIN", "Nom", "Prénom(s) Claire, Sophie"],
        ["Monsieur Paul DURAND, Claire MARTIN"],
        ["certifie que Madame Claire Sophie", "MARTIN habite ici"],
        ["le mariage de MARTIN", "Claire, née à Metz"],
        ["MARTIN-BERNARD Claire"],
        ["P<FRAMARTIN<<CLAIRE<SOPHIE<<<<<<<<<<<<<<<<<<"],
        ["IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<<<<571042", "1234567890123CLAIRE<<SOPHIE<8002011F4"],
    ],
)
def test_the_surname_with_one_given_name_near_it_names_the_applicant(lines):
    assert compared(*lines) is Agreement.AGREES


def test_the_only_given_name_of_a_card_s_mrz_is_found():
    lines = ["IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<<<<571042", "1234567890123CLAIRE<<<<<<<<<8002011F4"]
    assert compared(*lines) is Agreement.AGREES


def test_a_short_name_is_not_the_end_of_an_ordinary_word():
    te = Person("TE", "ANNE", None)
    assert compared("Liberté Égalité Fraternité", "Madame DUBOIS Anne", person=te) is Agreement.CANNOT_TELL


@pytest.mark.parametrize(
    "lines",
    [
        ["Madame MARTIN"],
        ["Famille MARTIN, Metz"],
        ["Claire, Sophie"],
        ["MARTIN", "Metz", "Claire"],
        ["Décès de Lucie, Claire MARTIN"],
        ["Nom : MARTIN", "Prénoms : Lucie, Claire"],
        ["MARTIN", "Nom", "Metz", "Claire"],
        ["vu par le docteur MARTIN", "Madame Claire DUBOIS"],
        ["MARTINEZ Claire"],
        ["Électricité du Nord"],
        [],
    ],
)
def test_a_surname_alone_a_first_name_alone_or_far_apart_name_nobody(lines):
    assert compared(*lines) is Agreement.CANNOT_TELL


def test_a_short_name_is_matched_to_the_letter():
    short = Person("ROUX", "EVE", None)
    assert compared("Madame ROUX Eve", person=short) is Agreement.AGREES
    assert compared("Madame RAUX Eve", person=short) is Agreement.CANNOT_TELL
    assert compared("Madame ROUX Eva", person=short) is Agreement.CANNOT_TELL


def test_every_part_of_a_compound_surname_is_asked_for():
    person = Person("DE LA TOUR", "ANNE", None)
    assert compared("Madame de La Tour Anne", person=person) is Agreement.AGREES
    assert compared("Madame Tour Anne", person=person) is Agreement.CANNOT_TELL


def test_a_page_that_names_only_another_applicant_of_the_pli_disagrees():
    assert compared("Monsieur MARTIN Paul") is Agreement.DISAGREES
    assert compared("Madame DURAND Léa", person=None) is Agreement.DISAGREES


def test_a_page_that_names_both_agrees():
    assert compared("Bail entre MARTIN Claire", "et DURAND Léa") is Agreement.AGREES


def test_two_applicants_of_the_same_names_cannot_be_told_apart():
    twin = Person("Martin", "Claire Sophie", date(1999, 9, 9))
    assert compared("DURAND Léa", others=(twin,)) is Agreement.CANNOT_TELL
    assert compared("MARTIN Claire", person=CLAIRE, others=(twin,)) is Agreement.AGREES


def test_without_names_nobody_is_named():
    assert identity.mention(Person("", "CLAIRE", None), named_on("MARTIN Claire")) is None
    assert identity.mention(Person("MARTIN", "", None), named_on("MARTIN Claire")) is None


def test_a_mention_has_its_place_on_the_page():
    found = identity.mention(CLAIRE, named_on("QUITTANCE", "Reçu de MARTIN Claire"))
    assert found is not None
    assert (round(found.zone.y0, 3), round(found.zone.x0, 3)) == (0.08, 0.23)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (CLAIRE, Person("MARTIN", "CLAIRE", None), True),
        (CLAIRE, Person("MARTIN", "SOPHIE CLAIRE", date(1980, 2, 1)), True),
        (CLAIRE, Person("MARTIN", "CLAIRE", date(1980, 2, 2)), False),
        (CLAIRE, PAUL, False),
        (Person("DUPONT MARTIN", "CLAIRE", None), CLAIRE, True),
        (CLAIRE, Person("MARTIM", "CLAIRE", None), True),
    ],
)
def test_two_records_are_one_person_by_names_and_birth_date(one, other, same):
    assert identity.same_person(one, other) == identity.same_person(other, one) == same


def test_the_sne_contradicts_a_sheet_only_when_both_name_somebody():
    active = DemandeState.ACTIVE
    assert identity.is_another(Demande(MARTIN, active, PAUL), CLAIRE)
    assert not identity.is_another(Demande(MARTIN, active, CLAIRE), CLAIRE)
    assert not identity.is_another(Demande(MARTIN, active), CLAIRE)
    assert not identity.is_another(Demande(MARTIN, active, PAUL), None)


@pytest.mark.parametrize(
    ("word", "name", "held"),
    [
        ("MARTIN", "MARTIN", True),
        ("MARTLN", "MARTIN", True),
        ("IDFRAMARTIN", "MARTIN", True),
        ("1610599553303KEVIN", "KEVIN", True),
        ("KEVIM", "KEVIN", False),
        ("MARTINEZ", "MARTIN", False),
    ],
    ids=["itself", "a slip of OCR", "on a card", "after its number", "a slip in a short name", "another name"],
)
def test_a_page_is_searched_only_for_names_that_one_of_its_words_may_be(word, name, held):
    assert Names.on(papers.page("Madame", word)).may_hold(name) == held
