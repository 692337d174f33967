"""A household is what the papers that name the applicant say of it, and no more."""

from dataclasses import replace
from datetime import date

from pipeline.classifiers.household import People, household
from pipeline.classifiers.persons import named
from pipeline.domain.facts import Person
from pipeline.domain.geometry import Box
from pipeline.domain.mrz import SeenMrz, parse
from tests import papers
from training.mrz import td3

CLAIRE = Person("MARTIN", "CLAIRE SOPHIE", date(1980, 2, 1))
NOTICE = papers.page("M. DURAND Paul", "ou Mme MARTIN Claire", "12 rue des Lilas", "57999 VALMONTEL")
RECEIPT = papers.page("M. Roland PRUNELIER, bailleur", "Reçu de Madame Claire MARTIN la somme de 520 euros")

PASSPORT = td3("26AB12345", date(1990, 5, 4), "M", date(2030, 1, 1), "FRA", "PETIT", "HUGO")


HUGO = ("Monsieur Hugo PETIT", "12 rue des Lilas", "57999 VALMONTEL")
ELSEWHERE = ("Monsieur Hugo PETIT", "14 rue des Lilas", "57999 VALMONTEL")


def knows(readings, *lines):
    home = household(CLAIRE, [[People.of(reading)] for reading in readings])
    return [home.knows(someone) for someone in named(papers.page(*lines))]


def test_the_applicant_is_known_by_two_of_their_names():
    assert knows([], "Madame MARTIN Claire") == [True]
    assert knows([], "Madame MARTIN Léa") == [False]


def test_a_spouse_named_together_with_the_applicant_is_known():
    together = papers.page("Madame Claire MARTIN et Monsieur Paul DURAND")
    assert knows([together], "Salarié : DURAND Paul") == [True]


def test_a_child_of_the_applicant_s_name_is_known_once_named_beside_them():
    booklet = papers.page("Mère : MARTIN Claire", "Enfant : MARTIN Léa")
    assert knows([booklet], "Élève : MARTIN Léa") == [True]
    assert knows([], "Élève : MARTIN Léa") == [False]


def test_whoever_lives_with_the_applicant_is_known_by_two_papers_or_by_the_surname():
    invoice, slip = papers.page(*HUGO), papers.page("Salarié : Hugo PETIT")
    assert all(knows([NOTICE, invoice, slip], *HUGO))
    assert knows([NOTICE, invoice, slip], "Salarié : Hugo PETIT") == [True]
    assert not any(knows([NOTICE, invoice], *HUGO)), "a neighbour lives there too"
    assert not any(knows([NOTICE, papers.page(*ELSEWHERE), slip], *ELSEWHERE))
    assert knows([invoice, slip], "Salarié : Hugo PETIT") == [False]
    child = papers.page("Monsieur Hugo MARTIN", "12 rue des Lilas", "57999 VALMONTEL")
    assert knows([NOTICE, child], "Élève : Hugo MARTIN") == [True]


def test_a_landlord_above_the_tenant_s_address_lives_there_with_nobody():
    receipt = papers.page("Monsieur Hugo PETIT", "12 rue des Lilas", "57999 VALMONTEL", "Reçu de Madame Claire MARTIN")
    notice = papers.page("Monsieur Hugo PETIT", "3 rue des Carmes", "57999 VALMONTEL", "Madame Awa DIOP")
    assert knows([NOTICE, receipt, notice], "Salarié : Hugo PETIT") == [False]


def test_where_another_dossier_may_lie_the_address_brings_nobody_in():
    invoice = papers.page(*HUGO)
    home = household(CLAIRE, [[People.of(NOTICE)], *[[People.of(invoice)]] * 2], mixed=True)
    assert not any(home.knows(someone) for someone in named(papers.page("Salarié : Hugo PETIT")))
    assert not any(home.knows(someone) for someone in named(invoice)), "a former spouse gives that address too"


def test_whoever_bears_the_applicant_s_surname_on_two_papers_is_kin_where_the_counts_agree():
    slip = papers.page("Salarié : MARTIN Hugo")
    card = papers.page("Nom : MARTIN", "Prénom(s) : Hugo")

    def known(*readings, counted):
        home = household(CLAIRE, [[People.of(reading)] for reading in readings], counted=counted)
        return all(home.knows(someone) for someone in named(slip))

    assert known(slip, card, counted=True)
    assert not known(slip, card, counted=False), "another dossier may lie there"
    assert not known(slip, counted=True), "a paper that strays in comes alone"
    assert not known(slip, papers.page("Salariée : MARTIN Awa"), counted=True), "they are two strangers"


def test_where_such_kin_live_is_where_the_household_does():
    slip = papers.page("Salarié : MARTIN Hugo", "12 rue des Lilas", "57999 VALMONTEL")
    notice = People.of(papers.page("AVIS DE SITUATION DÉCLARATIVE", "12 rue des Lilas", "57999 VALMONTEL"))
    gathered = [[People.of(slip)], [People.of(slip)], [notice]]
    assert household(CLAIRE, gathered, counted=True).houses(notice)
    assert not household(CLAIRE, gathered, counted=True, mixed=True).houses(notice)
    assert not household(CLAIRE, gathered[1:], counted=True).houses(notice), "one paper makes nobody kin"


def test_a_surname_of_two_words_alone_names_neither_the_applicant_nor_their_kin():
    irina = Person("SAINTE ROSE", "IRINA", None)
    letter = People.of(papers.page("Salariée : Irina SAINTE ROSE", "Conjoint : Hugo SAINTE ROSE"))
    home = household(irina, [[letter]])
    assert all(home.knows(someone) for someone in letter.people)
    assert not any(home.knows(someone) for someone in named(papers.page("Salariée : Lucie SAINTE ROSE")))


def test_a_surname_made_of_particles_alone_makes_nobody_kin():
    slips = [[People.of(papers.page("Salarié : MARTIN Hugo"))]] * 2
    home = household(Person("LE", "ANNE", None), slips, counted=True)
    assert not any(home.knows(someone) for someone in slips[0][0].people)


def test_a_host_of_the_applicant_is_not_of_their_household():
    bills = [papers.page(*HUGO)] * 2
    letter = papers.page("Je soussigné Hugo PETIT certifie héberger Madame Claire MARTIN")
    assert knows([NOTICE, *bills, letter], "Salarié : Hugo PETIT") == [False]
    shelter = papers.page("Centre d'hébergement de Valmontel")
    assert knows([NOTICE, *bills, shelter], "Salarié : Hugo PETIT") == [True]


def test_a_page_that_names_nobody_and_bears_their_address_alone_is_the_household_s():
    notice = People.of(papers.page("AVIS DE SITUATION DÉCLARATIVE", "12 rue des Lilas", "57999 VALMONTEL"))
    assert household(CLAIRE, [[People.of(NOTICE)], [notice]]).houses(notice)
    assert not household(CLAIRE, [[notice]]).houses(notice), "no paper says that they live there"
    assert not household(CLAIRE, [[People.of(NOTICE)], [notice]], mixed=True).houses(notice), (
        "another may live there too"
    )
    named_too = People.of(papers.page("Salarié : Hugo PETIT", "12 rue des Lilas", "57999 VALMONTEL"))
    assert not household(CLAIRE, [[People.of(NOTICE)]]).houses(named_too), "somebody is named: that is looked at first"


def test_an_address_is_the_same_where_a_misread_label_follows_the_street():
    form = papers.page("Salariée : Claire MARTIN", "Adresse : 12 rue des Lilas IODE POSTAL ET", "57999 VALMONTEL")
    assert all(knows([form, *[papers.page(*HUGO)] * 2], *HUGO))
    roses = ("Monsieur Hugo PETIT", "12 rue des Roses", "57999 VALMONTEL")
    assert not any(knows([form, *[papers.page(*roses)] * 2], *roses))


def test_a_landlord_named_beside_the_applicant_is_nobody_s_kin():
    assert knows([RECEIPT], "M. Roland PRUNELIER, bailleur", "Reçu de Madame Awa DIOP") == [False, False]


def test_a_landlord_named_above_the_applicant_s_address_is_nobody_s_kin():
    summons = papers.page(
        "À LA DEMANDE DE Monsieur Roland PRUNELIER, propriétaire, élisant domicile en notre étude,",
        "à Madame Claire MARTIN",
        "12 rue des Lilas",
        "57999 VALMONTEL",
    )
    assert knows([summons], "Monsieur Roland PRUNELIER", "3 rue Basse", "57999 VALMONTEL") == [False, False]


def test_two_landlords_named_together_beside_the_applicant_are_nobody_s_kin():
    notice = papers.page(
        "Congé donné à Madame Claire MARTIN", "par M. ou Mme Thibault ESSARTS", "et par M. Jean ROCHE et Mme Anne ROCHE"
    )
    assert knows([notice], "Locataire : ESSARTS Thibault") == [False]
    assert knows([notice], "Locataire : ROCHE Anne") == [False]


def test_the_applicant_may_be_named_after_their_spouse():
    lease = papers.page("Entre les soussignés, Monsieur Paul DURAND et Madame Claire MARTIN, locataires")
    assert knows([lease], "Salarié : DURAND Paul") == [True]


def test_a_page_that_does_not_name_the_applicant_brings_nobody_in():
    assert knows([papers.page("Monsieur Paul DURAND et Madame Awa DIOP")], "Madame Awa DIOP") == [False]


OTHER = papers.page("Madame Claire MARTIN, née le 05/06/1999, 9 rue Haute, 57999 VALMONTEL")
PROOF = papers.page("Madame Claire MARTIN, née le 01/02/1980", "12 rue des Lilas", "57999 VALMONTEL")


def may_be_of_namesake(readings, *lines):
    return household(CLAIRE, [[People.of(reading)] for reading in readings]).may_be_of_namesake(
        People.of(papers.page(*lines))
    )


def test_once_the_same_names_are_born_another_day_a_page_must_tell_the_birth_or_a_home_that_goes_with_it():
    assert may_be_of_namesake([PROOF, OTHER], "Madame Claire MARTIN, née le 05/06/1999")
    assert may_be_of_namesake([PROOF, OTHER], "Salariée : Claire MARTIN")
    assert may_be_of_namesake([PROOF, OTHER], "Madame Claire MARTIN", "9 rue Haute", "57999 VALMONTEL")
    assert not may_be_of_namesake([PROOF, OTHER], "Madame Claire MARTIN, née le 01/02/1980")
    assert not may_be_of_namesake([PROOF, OTHER], "Madame Claire MARTIN", "12 rue des Lilas", "57999 VALMONTEL")


def test_nobody_is_a_namesake_while_no_page_tells_another_birth():
    assert not may_be_of_namesake([PROOF, NOTICE], "Salariée : Claire MARTIN")


def test_another_birth_at_the_applicant_s_own_home_was_misread():
    slip = papers.page("Madame Claire MARTIN, née le 01/02/1990", "12 rue des Lilas", "57999 VALMONTEL")
    assert not may_be_of_namesake([PROOF, slip], "Salariée : Claire MARTIN")
    assert may_be_of_namesake([PROOF], "Madame Claire MARTIN, née le 01/02/1990", "12 rue des Lilas", "57999 VALMONTEL")


def test_the_other_party_to_a_contract_is_nobody_s_kin():
    lease = papers.page(
        "M. ou Mme Roland PRUNELIER, ci-après désigné le bailleur,", "et Madame Claire MARTIN, locataire"
    )
    parties = papers.page("Monsieur Roland PRUNELIER", "d'une part,", "et Madame Claire MARTIN, d'autre part")
    assert knows([lease], "Locataire : PRUNELIER Roland") == [False]
    assert knows([parties], "Locataire : PRUNELIER Roland") == [False]


def test_two_given_names_in_common_are_those_of_two_people():
    home = household(Person("MARTIN", "BORIS DAMIEN", None), [])
    assert [home.knows(one) for one in named(papers.page("Salarié : PETIT Boris Damien"))] == [False]
    assert [home.knows(one) for one in named(papers.page("Salarié : MARTIN Damien Hugo"))] == [True]


def met(*lines):
    booklet = papers.page("Mère : MARTIN Claire", "Enfant : MARTIN Léa", "Conjoint : Ahmed EL KADI")
    return household(CLAIRE, [[People.of(booklet)]]).is_met_on(People.of(papers.page(*lines)))


def test_kin_are_met_where_their_names_stand_side_by_side_whatever_label_was_misread():
    assert met("NOM Et PrÉNOM nr Léa MARTIN")
    assert met("NOM Et PrÉNOM nr Ahmed EL KADI")
    assert not met("NOM Et PrÉNOM nr Léa PETIT")
    assert not met("MARTIN Hugo", "Léa PETIT")
    assert not met("3 rue Léa MARTIN"), "streets bear names of people"


def test_whoever_sends_their_card_and_another_paper_is_kin_where_the_counts_agree():
    zone = SeenMrz(parse(PASSPORT), Box(0.1, 0.8, 0.9, 0.9), 0, 0.2, 0.2)
    card = replace(papers.page("PASSEPORT"), mrz=(zone,))
    slip, put_up = papers.page(*HUGO), papers.page("Je soussigné certifie héberger Madame Claire MARTIN")

    def known(*readings, counted=True):
        home = household(CLAIRE, [[People.of(reading)] for reading in readings], counted=counted)
        return all(home.knows(someone) for someone in named(slip))

    receipt = papers.page("Reçu de Madame Awa DIOP")
    assert known(card, receipt, slip)
    assert known(card, slip, slip)
    assert not known(card, slip), "two papers may have strayed in stapled"
    assert not known(card, receipt, slip, counted=False), "another dossier may lie there"
    assert not known(card, receipt, papers.page("Salarié : PETIT Awa")), "a paper that strays in comes alone"
    assert not known(slip, slip), "so do the payslips of one month and the next"
    assert not known(card, put_up, slip), "a host's papers come together too"
    housed = replace(papers.page("PASSEPORT", "Domicile", *HUGO[1:]), mrz=(zone,))
    assert not known(NOTICE, housed), "a host's card bears that address too"
