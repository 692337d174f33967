"""What belongs to which dossier; each test walks a few pages."""

from dataclasses import replace

import pytest

from pipeline.domain.corrections import NOTHING_SAID, Corrections, Turn
from pipeline.domain.facts import NO_FACTS, Demande, DemandeState, Facts, Person
from pipeline.domain.pli import Outcome, Role, Trust
from pipeline.domain.receipt import Canal, Companion
from pipeline.stages.split import AGAIN, GOES_ON, cut_lot, marks, numbers_to_ask, split
from tests import papers
from tests.papers import DURAND, MARTIN, PETIT

TITLE = "Fiche récapitulative obligatoire pour la numérisation"
FIRST = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 3)
SECOND = papers.fiche(DURAND, "DURAND", "PAUL", 2)
PAPER = papers.bulletin()


def forged(page):
    (code,) = page.codes
    return replace(page, codes=(replace(code, payload=code.payload[:-1] + "!"),))


def attestation(number=MARTIN, page=1):
    body = f"SNE*1*A*{number}*E*20170203*20170207*{page}*2*D0"
    return papers.page("Attestation d'enregistrement d'une demande de logement social", codes=[papers.signed(body)])


def walked(*pages, canal=Canal.PAPIER_GUICHET, companion=None, facts=NO_FACTS, said=NOTHING_SAID):
    receipt = papers.receipt(len(pages), canal, companion)
    return split(receipt, papers.numbered(*pages), facts, said, papers.rules())


def shape(sections):
    """Say for each section the number that it opened, if any, and its pages."""
    return [
        (section.dossier.numero_unique if section.dossier else None, [page.n for page in section.pages])
        for section in sections.sections
    ]


def anomalies(sections):
    return [(anomaly.code, anomaly.outcome) for anomaly in sections.anomalies]


def test_a_fiche_opens_a_dossier_up_to_the_next():
    sections = walked(papers.bordereau(2, 6), FIRST, PAPER, PAPER, SECOND, PAPER)
    assert shape(sections) == [(None, [1]), (MARTIN, [2, 3, 4]), (DURAND, [5, 6])]
    assert [section.outside for section in sections.sections] == [True, False, False]
    assert [page.role for page in sections.pages()] == [Role.BORDEREAU, Role.FICHE, None, None, Role.FICHE, None]
    assert sections.bordereau.dossiers == 2


def test_no_page_is_lost_nor_moved():
    pages = [PAPER, FIRST, FIRST, papers.blank(), forged(SECOND), PAPER, papers.bordereau(1, 1), PAPER]
    assert [page.n for page in walked(*pages).pages()] == list(range(1, 9))


def test_what_lies_before_the_first_fiche_is_outside_any_dossier():
    sections = walked(PAPER, papers.bordereau(1, 3), PAPER, FIRST, PAPER)
    assert [section.outside for section in sections.sections] == [True, True, False]


def test_a_forged_fiche_closes_the_dossier_and_opens_none():
    sections = walked(FIRST, PAPER, forged(SECOND), PAPER)
    assert shape(sections) == [(MARTIN, [1, 2]), (None, [3, 4])]
    closed = sections.sections[1]
    assert (closed.outside, closed.motif) == (False, None)
    assert "signature" in closed.doubt
    assert anomalies(sections) == [("signature_fausse", Outcome.QUESTION)]


def test_a_fiche_that_cannot_be_read_closes_the_dossier_too():
    sections = walked(FIRST, PAPER, papers.page(TITLE), PAPER)
    assert shape(sections) == [(MARTIN, [1, 2]), (None, [3, 4])]
    assert anomalies(sections) == [("T04", Outcome.QUESTION)]


def test_a_handwritten_fiche_refuses_what_follows_until_the_next():
    by_hand = replace(papers.page(TITLE), look=replace(papers.look(handwritten=0.9), text_lines=9))
    sections = walked(by_hand, PAPER, SECOND, PAPER)
    assert [section.motif for section in sections.sections] == ["T03", None]
    assert anomalies(sections) == [("T03", Outcome.REJECTION)]


def test_two_fiches_in_a_row_leave_the_first_dossier_empty():
    assert shape(walked(FIRST, SECOND, PAPER)) == [(MARTIN, [1]), (DURAND, [2, 3])]


def test_the_same_number_opened_again_is_a_second_entry():
    sections = walked(FIRST, PAPER, SECOND, PAPER, FIRST, PAPER)
    assert [(s.dossier.numero_unique, s.dossier.rang) for s in sections.sections] == [
        (MARTIN, 1),
        (DURAND, 1),
        (MARTIN, 2),
    ]


def test_a_second_bordereau_closes_the_dossier_and_changes_no_count():
    sections = walked(papers.bordereau(1, 3), FIRST, PAPER, papers.bordereau(9, 99), PAPER)
    assert shape(sections) == [(None, [1]), (MARTIN, [2, 3]), (None, [4, 5])]
    assert sections.sections[2].outside is False
    assert sections.bordereau.dossiers == 1


def test_under_a_forged_bordereau_every_dossier_is_doubted():
    sections = walked(forged(papers.bordereau(1, 3)), FIRST, PAPER)
    assert anomalies(sections) == [("signature_fausse", Outcome.QUESTION)]
    assert "bordereau" in sections.sections[1].doubt


def test_an_attestation_of_the_same_demande_is_a_sheet_of_a_guichet_s_dossier():
    sections = walked(FIRST, PAPER, attestation(MARTIN), PAPER)
    assert shape(sections) == [(MARTIN, [1, 2, 3, 4])]
    assert [page.role for page in sections.pages()] == [Role.FICHE, None, Role.ATTESTATION, None]


def test_an_attestation_of_another_demande_closes_a_guichet_s_dossier():
    sections = walked(FIRST, PAPER, attestation(DURAND), PAPER)
    assert shape(sections) == [(MARTIN, [1, 2]), (None, [3, 4])]
    assert sections.sections[1].doubt is not None


def test_a_forged_attestation_closes_a_guichet_s_dossier_even_with_its_number():
    assert shape(walked(FIRST, PAPER, forged(attestation(MARTIN)), PAPER)) == [(MARTIN, [1, 2]), (None, [3, 4])]


def test_the_following_pages_of_an_attestation_are_separators():
    later = papers.page("Récapitulatif de votre demande", "Numéro unique", "Votre demande de logement social")
    for second in (later, attestation(MARTIN, page=2)):
        sections = walked(attestation(MARTIN), second, PAPER, canal=Canal.PAPIER_DEMANDEUR)
        assert shape(sections) == [(MARTIN, [1, 2, 3])]
        assert [page.role for page in sections.pages()] == [Role.ATTESTATION, Role.ATTESTATION, None]


def test_a_page_that_speaks_of_another_demande_does_not_follow_the_attestation():
    later = papers.page("Récapitulatif de votre demande", f"Numéro unique {DURAND}", "Votre demande de logement social")
    sections = walked(attestation(MARTIN), later, canal=Canal.PAPIER_DEMANDEUR)
    assert [page.role for page in sections.pages()] == [Role.ATTESTATION, None]


def test_a_fiche_opens_nothing_on_an_applicant_s_channel():
    sections = walked(attestation(MARTIN), PAPER, SECOND, PAPER, canal=Canal.PAPIER_DEMANDEUR)
    assert shape(sections) == [(MARTIN, [1, 2]), (None, [3, 4])]


def test_a_code_that_shows_through_the_back_opens_nothing():
    ghost = replace(papers.blank(), codes=(replace(FIRST.codes[0], box=_mirrored(FIRST.codes[0].box)),))
    assert shape(walked(FIRST, ghost, PAPER)) == [(MARTIN, [1, 2, 3])]


def _mirrored(box):
    return replace(box, x0=1 - box.x1, x1=1 - box.x0)


@pytest.mark.parametrize("canal", [Canal.PWP, Canal.SERVICES_WEB, Canal.SMARTPHONE, Canal.MEL])
def test_the_companion_s_number_stands_for_the_fiche(canal):
    companion = Companion(numero_unique=MARTIN, documents=1, pages=2, guichet="10691")
    (section,) = walked(PAPER, PAPER, canal=canal, companion=companion).sections
    assert (section.dossier.trust, section.dossier.rang, section.dossier.guichet) == (Trust.GIVEN, 1, "10691")
    assert (section.dossier.announced.documents, section.dossier.announced.pages) == (1, 2)


@pytest.mark.parametrize("canal", [Canal.PAPIER_GUICHET, Canal.PAPIER_DEMANDEUR, Canal.MEL_SECURISE])
def test_the_companion_s_number_opens_nothing_elsewhere(canal):
    (section,) = walked(PAPER, canal=canal, companion=Companion(numero_unique=MARTIN)).sections
    assert (section.dossier, section.outside) == (None, True)


def test_without_a_number_in_its_companion_a_digital_lot_goes_by_its_sheets():
    assert shape(walked(FIRST, PAPER, canal=Canal.PWP)) == [(MARTIN, [1, 2])]
    assert shape(walked(attestation(MARTIN), PAPER, canal=Canal.MEL)) == [(MARTIN, [1, 2])]


def test_a_sheet_of_the_same_number_changes_nothing_in_a_given_dossier():
    (section,) = walked(FIRST, PAPER, canal=Canal.PWP, companion=Companion(numero_unique=MARTIN)).sections
    assert (section.doubt, [page.role for page in section.pages]) == (None, [Role.FICHE, None])


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (SECOND, "dossier_inattendu"),
        (papers.page(TITLE, DURAND), "dossier_inattendu"),
        (forged(FIRST), "signature_fausse"),
    ],
)
def test_a_sheet_of_another_number_or_forged_stops_a_given_dossier(sheet, code):
    sections = walked(PAPER, sheet, canal=Canal.PWP, companion=Companion(numero_unique=MARTIN))
    assert sections.sections[0].doubt is not None
    assert anomalies(sections) == [(code, Outcome.QUESTION)]


@pytest.mark.parametrize("state", [DemandeState.UNKNOWN, DemandeState.STRUCK_OFF])
def test_a_demande_that_the_sne_does_not_hold_is_refused(state):
    facts = Facts({MARTIN: Demande(MARTIN, state)})
    sections = walked(FIRST, PAPER, facts=facts)
    assert sections.sections[0].motif == "T05"
    assert anomalies(sections) == [("T05", Outcome.REJECTION)]
    given = walked(PAPER, canal=Canal.PWP, companion=Companion(numero_unique=MARTIN), facts=facts)
    assert given.sections[0].motif == "T05"


def test_a_fiche_of_another_person_than_the_sne_s_is_a_question():
    facts = Facts({MARTIN: Demande(MARTIN, DemandeState.ACTIVE, Person("PETIT", "ANNE", None))})
    sections = walked(FIRST, PAPER, facts=facts)
    assert (sections.sections[0].motif, anomalies(sections)) == (None, [("T06", Outcome.QUESTION)])
    assert sections.sections[0].doubt is not None


def test_a_fiche_already_seen_is_held_and_its_neighbour_is_not():
    facts = Facts(seen_before=frozenset({f"nonce:N{MARTIN[7:13]}"}))
    sections = walked(FIRST, PAPER, SECOND, PAPER, facts=facts)
    assert [section.doubt is not None for section in sections.sections] == [True, False]
    assert anomalies(sections) == [("envoi_deja_vu", Outcome.QUESTION)]


def test_an_operator_can_turn_a_page():
    sections = walked(FIRST, PAPER, said=Corrections.of([Turn(2, 180)]))
    assert [page.rotation for page in sections.pages()] == [0, 180]


def cut(*pages, canal):
    return cut_lot(papers.receipt(len(pages), canal), papers.numbered(*pages), papers.rules())


def test_every_bordereau_opens_a_pli_on_a_guichet_s_paper():
    other = papers.bordereau(1, 2, "AUTRE")
    pages = [papers.bordereau(1, 3), FIRST, PAPER, other, SECOND, PAPER]
    assert cut(*pages, canal=Canal.PAPIER_GUICHET) == [(1, 3), (4, 6)]
    assert cut(PAPER, *pages, canal=Canal.PAPIER_GUICHET) == [(1, 1), (2, 4), (5, 7)]


def test_a_forged_bordereau_opens_a_pli_as_well():
    assert cut(PAPER, forged(papers.bordereau(1, 2)), FIRST, canal=Canal.PAPIER_GUICHET) == [(1, 1), (2, 3)]


def test_every_attestation_of_another_demande_opens_a_pli_on_applicants_paper():
    pages = [attestation(MARTIN), attestation(MARTIN, 2), PAPER, attestation(MARTIN), PAPER, attestation(PETIT), PAPER]
    assert cut(*pages, canal=Canal.PAPIER_DEMANDEUR) == [(1, 5), (6, 7)]


def test_an_attestation_whose_number_cannot_be_read_opens_a_pli():
    unread = papers.page("Attestation d'enregistrement d'une demande de logement social")
    assert cut(attestation(MARTIN), PAPER, unread, PAPER, canal=Canal.PAPIER_DEMANDEUR) == [(1, 2), (3, 4)]


@pytest.mark.parametrize("canal", [Canal.PWP, Canal.MEL_SECURISE, Canal.SERVICES_WEB, Canal.SMARTPHONE, Canal.MEL])
def test_elsewhere_the_lot_is_the_pli(canal):
    pages = [papers.bordereau(1, 3), FIRST, attestation(MARTIN), papers.bordereau(1, 2), attestation(PETIT)]
    assert cut(*pages, canal=canal) == [(1, 5)]


def test_an_empty_lot_holds_no_pli():
    assert cut(canal=Canal.PAPIER_GUICHET) == []


def test_the_sne_is_asked_about_every_number_seen_or_given():
    pages = papers.numbered(FIRST, PAPER, papers.page(TITLE, "Numéro unique 057 0316 000102 10691"))
    receipt = papers.receipt(3, companion=Companion(numero_unique=PETIT))
    assert numbers_to_ask(receipt, pages, papers.rules()) == {MARTIN, DURAND, PETIT}


def test_an_envelope_is_known_again_by_its_envoi_and_its_nonces():
    pages = papers.numbered(papers.bordereau(2, 6, "ENV1"), FIRST, PAPER, SECOND)
    found = marks(papers.receipt(4), pages, papers.rules())
    assert found == {"envoi:ENV1", f"nonce:N{MARTIN[7:13]}", f"nonce:N{DURAND[7:13]}"}


def test_a_forged_sheet_leaves_no_mark():
    pages = papers.numbered(forged(papers.bordereau(2, 6)), forged(FIRST))
    assert marks(papers.receipt(2), pages, papers.rules()) == frozenset()


@pytest.mark.parametrize(("fiches", "asked"), [((MARTIN,), AGAIN), ((), GOES_ON)], ids=["one of them", "others"])
def test_a_bordereau_that_comes_back_is_held_and_asked_about_by_the_fiches_that_it_brings(fiches, asked):
    before = frozenset({"envoi:ENV1", *(f"nonce:N{number[7:13]}" for number in fiches)})
    sections = walked(papers.bordereau(2, 5, "ENV1"), FIRST, PAPER, SECOND, PAPER, facts=Facts(seen_before=before))
    assert sections.sections[-1].doubt == asked
    assert all(section.doubt for section in sections.sections if not section.outside)
