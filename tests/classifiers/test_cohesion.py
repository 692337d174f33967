"""Two papers may have been joined into one piece: what shows that they were not."""

from pipeline.classifiers import cohesion
from pipeline.domain.pli import Cut, Page
from tests import papers


def is_one(*readings, is_nameless=True):
    cut = Cut(0, tuple(Page(n, reading, None, 0) for n, reading in enumerate(readings, 1)))
    return cohesion.holds_together(cut, is_nameless=is_nameless)


def test_the_back_of_a_card_goes_with_the_front_that_names_its_holder():
    front = papers.page(
        "CARTE NATIONALE D'IDENTITÉ", "Nom : MARTIN", "Prénom : Claire", "IDFRAMARTIN<<<<<<<<<<<<<<<<<<<<<579042"
    )
    back = papers.page("Adresse : 12 RUE DES LILAS", "57999 VALMONTEL", "Carte valable jusqu'au 17/02/2031")
    assert is_one(front, back)
    assert not is_one(front, papers.page("Conditions générales de vente"))
    assert not is_one(papers.quittance("MARTIN Claire"), back)


def test_pages_that_are_as_many_as_their_numbers_say_are_one_paper():
    named, other = papers.page("AVIS D'IMPÔT", "Madame MARTIN Claire"), papers.page("Détail des revenus")
    second, third = (papers.page("Détail des revenus", f"Page {n} sur 3") for n in (2, 3))
    assert is_one(named, second, other)
    assert is_one(named, other, third)
    assert not is_one(named, other, second)
    assert not is_one(named, second)
    assert not is_one(named, other, other)


def test_a_contract_goes_on_article_after_article():
    first = papers.page(
        "CONTRAT DE LOCATION", "Locataire : MARTIN Claire", "Article 1 - Désignation", "Article 2 - Durée"
    )
    assert is_one(first, papers.page("Article 3 - Loyer", "Article 4 - Congé"))
    assert not is_one(first, papers.page("Article 7 - Loyer", "Article 8 - Congé"))
    assert not is_one(first, papers.page("Le loyer est payable d'avance."))


def test_the_last_page_may_print_its_own_place_alone():
    named, other = papers.page("AVIS D'IMPÔT", "Madame MARTIN Claire"), papers.page("Détail des revenus")
    assert is_one(named, other, papers.page("Réclamation", "Page : 3"))
    assert not is_one(named, papers.page("Réclamation", "Page : 3"))


def test_a_page_that_takes_up_an_amount_of_another_is_of_the_same_paper():
    first = papers.page("Revenu fiscal de référence 27245€", "Impôt 118 €", "Déjà versé - 1686 €", "Établi en 2023")
    assert is_one(first, papers.page("Revenu imposable 27 245", "Revenus de 2023"))
    assert is_one(first, papers.page("Revenu imposable 27245"))
    assert not is_one(first, papers.page("Revenu imposable 18 614", "Impôt 118")), "a hundred papers tell so little"
    assert not is_one(first, papers.page("Retenue à la source 1 686", "Revenus de 2023"))


def test_neither_speaks_for_a_page_that_names_somebody_else():
    first = papers.page("CONTRAT DE LOCATION", "Locataire : MARTIN Claire", "Dépôt de garantie 12 520 €")
    other = papers.page("CONTRAT DE LOCATION", "Locataire : DIOP Awa", "Dépôt de garantie 12 520 €", "Page 2")
    assert is_one(first, other)
    assert not is_one(first, other, is_nameless=False)


def test_postcodes_and_telephones_of_one_office_hold_no_paper_together():
    office = ("57999 VALMONTEL", "Par téléphone : 0809 401 401", "Tél. 01 99 00 12 34", "SIRET 123 456 789 00012")
    office += ("SAS au capital de 1 525 000 €", "552 081 317 RCS VALMONTEL", "Formulaire n° 51649")
    assert not is_one(papers.page("AVIS", *office), papers.page("Détail", *office))
