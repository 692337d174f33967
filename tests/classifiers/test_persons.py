"""People are known by what stands beside their name; words that merely look like names are nobody."""

from datetime import date

import pytest

from pipeline.classifiers.persons import addresses, named
from tests import papers


def people(*lines):
    return [set(someone.names) for someone in named(papers.page(*lines))]


@pytest.mark.parametrize(
    "lines",
    [
        ["Reçu de Madame Claire MARTIN la somme de 520 euros"],
        ["Mme MARTIN Claire"],
        ["M. et Mme Claire MARTIN"],
        ["Locataire : MARTIN Claire"],
        ["Salarié(e) MARTIN Claire"],
        ["Titulaire", "Claire MARTIN"],
        ["LE LOCATAIRE : Monsieur Paul DURAND et Madame Claire", "MARTIN, née le 01/02/1980, d'autre part,"],
        ["Nom : MARTIN", "Prénom(s) : Claire"],
        ["Nom / Surname MARTIN", "Prénom(s) / Given name(s) Claire"],
        ["Nom de naissance : MARTIN", "Nom d'usage :", "Prénoms : Claire"],
        ["Claire MARTIN, née le 01/02/1980 à Metz"],
        ["Claire MARTIN", "12 rue des Lilas", "57999 VALMONTEL"],
        ["Agent nn mem MARTIN Claire Matricule 219927"],
        ["Nom", "MARTIN", "Prénom(s)", "Claire"],
        ["NOM / Surname", "MARTIN", "Prénoms / Given names", "Claire"],
        ["Déclarant 1 : Claire MARTIN"],
        ["Foyer fiscal : Claire MARTIN - 12 rue des Lilas, 57999 VALMONTEL"],
        ["Foyer fiscal : Paul DURAND et Claire MARTIN"],
    ],
)
def test_a_civility_a_label_a_birth_or_an_address_shows_a_name(lines):
    assert {"CLAIRE", "MARTIN"} in people(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["Madame, Monsieur,"],
        ["Monsieur le Directeur"],
        ["Monsieur le Procureur de la République"],
        ["QUITTANCE DE LOYER"],
        ["Montant net social", "Net à payer"],
        ["Madame MARTIN"],
        ["Madame MARTIN", "Votre dossier nous est parvenu"],
        ["À l'attention de Madame MARTIN.", "OBJET DE LA LETTRE"],
        ["et fixe la résidence de l'enfant chez le père.", "PAR CES MOTIFS"],
        [],
    ],
)
def test_courtesy_and_headings_are_nobody(lines):
    assert people(*lines) == []


def test_a_label_before_a_name_is_no_part_of_it():
    assert people("Agent MARTIN Claire Matricule 219927") == [{"MARTIN", "CLAIRE"}]


def test_what_stands_left_of_a_label_is_not_its_value():
    assert people("CARTE DE STATIONNEMENT Nom", "POUR PERSONNES HANDICAPÉES MARTIN", "Prénom", "Claire") == [
        {"MARTIN", "CLAIRE"}
    ]


def test_two_taxpayers_of_one_home_are_named_together():
    (one, other) = named(papers.page("Foyer fiscal : Paul DURAND et Claire MARTIN - 3 rue Haute, 57999 VALMONTEL"))
    assert (one.names, other.names, other.joined) == ({"PAUL", "DURAND"}, {"CLAIRE", "MARTIN"}, True)
    assert one.address == other.address == "3 HAUTE 57999"


def test_the_label_of_a_town_is_no_part_of_a_street():
    assert addresses(papers.page("Adresse : 3 rue Haute", "Commune : 57999 VALMONTEL")) == {"3 HAUTE 57999"}


def test_a_birth_is_that_of_the_name_before_it():
    (someone,) = named(papers.page("Madame Claire MARTIN habite ici", "Paul DURAND, né le 3 mai 1975"))[1:]
    assert (someone.names, someone.birth) == ({"PAUL", "DURAND"}, date(1975, 5, 3))


def test_two_parents_on_one_line_have_each_their_birth_and_both_their_home():
    (father, mother) = named(
        papers.page(
            "de Paul DURAND, né à Valmontel le 12 février 1979, et de Claire MARTIN, née à",
            "Metz le 9 mars 1990, domiciliés à 14 chemin de Ronde, 57999 VALMONTEL.",
        )
    )
    assert (father.names, father.birth) == ({"PAUL", "DURAND"}, date(1979, 2, 12))
    assert (mother.names, mother.birth) == ({"CLAIRE", "MARTIN"}, date(1990, 3, 9))
    assert father.address == mother.address == "14 DE RONDE 57999"


def test_a_day_that_no_calendar_has_is_no_birth():
    assert all(someone.birth is None for someone in named(papers.page("Claire MARTIN, née le 31/02/1980")))


def test_an_address_is_its_number_its_street_and_its_postcode():
    (someone, *_) = named(papers.page("Madame Claire MARTIN", "12 rue des Lilas", "57999 VALMONTEL"))
    assert someone.address == "12 DES LILAS 57999"


def test_the_label_of_a_postcode_is_no_part_of_the_street():
    lines = ["Salarié Madame Claire MARTIN", "Adresse 12 rue des Lilas", "Code postal et commune 57999 VALMONTEL"]
    assert {someone.address for someone in named(papers.page(*lines))} == {"12 DES LILAS 57999"}


def test_a_spouse_or_somebody_named_together_is_bound():
    lines = [
        "Madame Claire MARTIN et Monsieur Paul DURAND",
        "Conjoint : DURAND Paul",
        "Bailleur : Madame Odile VERMESSE",
    ]
    bound = {tuple(sorted(someone.names)) for someone in named(papers.page(*lines)) if someone.bound}
    assert bound == {("DURAND", "PAUL")}
