"""What a fiche or an attestation opens, by how far its code is trusted."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.classifiers.opening import open_with
from pipeline.domain.facts import NO_FACTS, Demande, DemandeState, Facts, Person
from pipeline.domain.geometry import Box
from pipeline.domain.pli import Announced, Trust
from pipeline.domain.receipt import Canal
from pipeline.sheets.recognise import recognise
from tests import papers
from tests.papers import MARTIN, RECEIVED

TITLE = "Fiche récapitulative obligatoire pour la numérisation"
BORN = date(1980, 2, 1)
CLAIRE = Person("MARTIN", "CLAIRE", BORN)
ATTESTATION = f"SNE*1*A*{MARTIN}*E*20170203*20170207*1*2*D0"
SPACED = "057 1215 073903 10691"
APART = ("Guichet enregistreur", "Demande de logement social")


def opened(reading, canal=Canal.PAPIER_GUICHET, facts=NO_FACTS):
    sheet = recognise(reading, RECEIVED.date(), papers.rules())
    return open_with(sheet, canal, reading, facts, papers.rules())


def knowing(person):
    return Facts({MARTIN: Demande(MARTIN, DemandeState.ACTIVE, person)})


def trust(opening):
    return opening.dossier.trust if opening.dossier is not None else None


def test_a_signed_fiche_opens_by_itself_with_all_that_its_code_says():
    dossier = opened(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 6, 3)).dossier
    assert (dossier.numero_unique, dossier.rang, dossier.trust) == (MARTIN, 1, Trust.SIGNED)
    assert (dossier.person, dossier.announced) == (CLAIRE, Announced(3, 6))
    assert (dossier.guichet, dossier.nonce) == ("10691", "N073903")


@pytest.mark.parametrize("canal", list(Canal))
def test_fiches_open_on_the_guichets_channels_and_attestations_on_the_applicants(canal):
    fiche = opened(papers.fiche(MARTIN, "MARTIN", "CLAIRE"), canal)
    attestation = opened(papers.page("x", codes=[papers.signed(ATTESTATION)]), canal)
    assert trust(fiche) == (Trust.SIGNED if canal.of_guichets else None)
    assert trust(attestation) == (None if canal.of_guichets else Trust.SIGNED)


def test_a_forged_code_opens_nothing_even_when_all_that_is_printed_agrees():
    code = papers.fiche(MARTIN, "MARTIN", "CLAIRE").codes[0].payload
    forged = papers.page(TITLE, SPACED, "MARTIN Claire", codes=[code.replace("CLAIRE", "CLARA")])
    opening = opened(forged, facts=knowing(CLAIRE))
    assert (opening.dossier, opening.anomaly, opening.motif) == (None, "signature_fausse", None)
    assert opening.doubt is not None


@pytest.mark.parametrize(
    ("lines", "person", "expected"),
    [
        ([SPACED], None, Trust.UNSIGNED),
        (["O57 1215 O739O3 10691"], None, Trust.UNSIGNED),
        ([], None, None),
        (["MARTIN Claire"], CLAIRE, Trust.UNSIGNED),
        (["MARTIN Claire"], Person("DURAND", "PAUL", None), None),
        (["MARTIN Claire"], None, None),
        (["057 0316 000102 10691"], None, None),
        (["057 0316 000102 10691", "MARTIN Claire"], CLAIRE, None),
    ],
)
def test_an_unsigned_code_needs_its_number_in_clear_or_the_name_of_the_sne(lines, person, expected):
    facts = knowing(person) if person is not None else NO_FACTS
    opening = opened(papers.page(TITLE, *lines, codes=[MARTIN]), facts=facts)
    assert trust(opening) == expected
    assert opening.anomaly == (None if expected else "T04")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Nom : MARTIN", "Prénoms : Claire", "Date de naissance : 01/02/1980"], Trust.OCR),
        (["Nom : MARTIN", "Prénoms : Claire", "Date de naissance : 02/01/1980"], None),
        (["Nom : MARTIN", "Prénoms : Claire"], None),
        (["Nom : DURAND", "Prénoms : Paul", "Date de naissance : 01/02/1980"], None),
        (["Nom : MARTIN", *APART, "Prénoms : Claire Anne", "Date de naissance : 01/02/1980"], Trust.OCR),
        (["Nom : MARTIN", *APART, "Prénoms : Clara", "Date de naissance : 01/02/1980"], None),
        (["Nom : MARTINS", *APART, "Prénoms : Claire", "Date de naissance : 01/02/1980"], None),
        ([], None),
    ],
)
def test_a_number_read_by_ocr_opens_only_with_the_name_and_birth_date_of_the_sne(lines, expected):
    opening = opened(papers.page(TITLE, SPACED, *lines), facts=knowing(CLAIRE))
    assert trust(opening) == expected
    assert opening.anomaly == (None if expected else "T04")


def test_a_number_read_by_ocr_opens_nothing_when_nobody_can_be_asked():
    page = papers.page(TITLE, SPACED, "Nom : MARTIN", "Prénoms : Claire", "Date de naissance : 01/02/1980")
    assert opened(page).dossier is None
    assert opened(page, facts=knowing(None)).dossier is None


def test_a_fiche_written_by_hand_refuses_what_follows():
    look = replace(papers.look(handwritten=0.9), text_lines=9)
    opening = opened(replace(papers.page(TITLE), look=look))
    assert (opening.dossier, opening.motif, opening.anomaly) == (None, "T03", "T03")


@pytest.mark.parametrize("sign_of_print", ["number", "code"])
def test_a_printed_fiche_with_much_handwriting_on_it_goes_to_a_person(sign_of_print):
    look = replace(papers.look(handwritten=0.9), text_lines=9)
    page = papers.page(TITLE, *([SPACED] if sign_of_print == "number" else []))
    unread = (Box(0.8, 0.05, 0.95, 0.15),) if sign_of_print == "code" else ()
    opening = opened(replace(page, look=look, unread_codes=unread))
    assert (opening.motif, opening.anomaly) == (None, "T04")
