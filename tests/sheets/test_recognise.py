"""Which sheet a page is, by its codes first and its title then."""

from dataclasses import replace
from datetime import date

import pytest

from pipeline.domain.facts import Person
from pipeline.domain.pli import Announced, Role
from pipeline.sheets.codes import CodeTrust
from pipeline.sheets.recognise import bordereau_of, recognise
from tests import papers
from tests.papers import DURAND, MARTIN, RECEIVED

TITLE = "Fiche récapitulative obligatoire pour la numérisation"


def seen(reading):
    return recognise(reading, RECEIVED.date(), papers.rules())


def payload(reading):
    return reading.codes[0].payload


def test_a_page_of_content_is_no_sheet_even_with_somebody_else_s_code():
    assert seen(papers.bulletin()) is None
    assert seen(papers.page("Menu du jour", codes=["https://www.example.org/menu"])) is None


def test_a_signed_fiche_says_all_by_its_code():
    sheet = seen(papers.fiche(MARTIN, "MARTIN", "CLAIRE", 6, 3))
    assert (sheet.role, sheet.trust, sheet.numero_unique) == (Role.FICHE, CodeTrust.SIGNED, MARTIN)
    assert (sheet.person, sheet.announced) == (Person("MARTIN", "CLAIRE", date(1980, 2, 1)), Announced(3, 6))


def test_the_code_says_which_sheet_it_is_whatever_the_title():
    code = payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE"))
    assert seen(papers.page("Bordereau de transmission", codes=[code])).role is Role.FICHE


def test_the_code_printed_twice_is_one_code():
    code = payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE"))
    assert seen(papers.page(TITLE, codes=[code, code])).trust is CodeTrust.SIGNED


def test_one_forged_code_spoils_the_page():
    code = payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE"))
    sheet = seen(papers.page(TITLE, codes=[code, code.replace("CLAIRE", "PAULE")]))
    assert (sheet.trust, sheet.code, sheet.numero_unique) == (CodeTrust.BAD_SIGNATURE, None, None)


@pytest.mark.parametrize(
    "codes",
    [
        [payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE")), payload(papers.fiche(DURAND, "DURAND", "PAUL"))],
        [payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE")), DURAND],
        [MARTIN, DURAND],
    ],
)
def test_two_numbers_on_one_sheet_are_believed_neither(codes):
    sheet = seen(papers.page(TITLE, codes=codes))
    assert (sheet.role, sheet.trust, sheet.numero_unique) == (Role.FICHE, CodeTrust.NONE, None)


def test_two_signed_codes_that_differ_are_believed_neither_though_they_name_one_number():
    codes = [payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE", pages=pages)) for pages in (6, 9)]
    sheet = seen(papers.page(TITLE, codes=codes))
    assert (sheet.role, sheet.trust, sheet.code) == (Role.FICHE, CodeTrust.NONE, None)


def test_a_fiche_and_a_bordereau_on_one_sheet_are_believed_neither():
    codes = [payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE")), payload(papers.bordereau(2, 6))]
    assert seen(papers.page(TITLE, codes=codes)).trust is CodeTrust.NONE


def test_somebody_else_s_code_beside_a_signed_one_changes_nothing():
    codes = [payload(papers.fiche(MARTIN, "MARTIN", "CLAIRE")), "https://www.example.org/menu"]
    assert seen(papers.page(TITLE, codes=codes)).trust is CodeTrust.SIGNED


def test_a_sheet_whose_code_and_title_are_dead_is_known_by_its_labels():
    labels = ("Nom MARTIN", "Numéro unique 057 1215 073903 10691", "Nombre de pages 6")
    dead = replace(papers.page(*labels), unread_codes=(papers.TOP_RIGHT,))
    assert (seen(dead).role, seen(dead).trust, seen(dead).printed) == (Role.FICHE, CodeTrust.NONE, (MARTIN,))
    assert seen(papers.page(*labels)) is None


@pytest.mark.parametrize(("letter", "role"), [("F", Role.FICHE), ("B", Role.BORDEREAU), ("A", Role.ATTESTATION)])
def test_a_forged_code_is_seen_as_the_sheet_that_it_claims_to_be(letter, role):
    sheet = seen(papers.page("rien", codes=[f"SNE*1*{letter}*{MARTIN}*FAUX"]))
    assert (sheet.role, sheet.trust, sheet.numero_unique) == (role, CodeTrust.BAD_SIGNATURE, None)


def test_a_code_agrees_with_the_printed_number_or_is_contradicted_by_it():
    agreeing = seen(papers.page(TITLE, "057 1215 073903 10691", codes=[MARTIN]))
    other = seen(papers.page(TITLE, "057 0316 000102 10691", codes=[MARTIN]))
    silent = seen(papers.page(TITLE, codes=[MARTIN]))
    assert [(s.agrees, s.contradicts) for s in (agreeing, other, silent)] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_an_unsigned_sheet_is_completed_by_what_is_printed():
    sheet = seen(papers.page(TITLE, "Nom : MARTIN", "Prénoms : Claire", "Nombre de pages : 4", codes=[MARTIN]))
    assert (sheet.person, sheet.announced) == (Person("MARTIN", "CLAIRE", None), Announced(None, 4))


def test_page_two_of_a_signed_attestation_is_a_following_page():
    body = f"SNE*1*A*{MARTIN}*E*20170203*20170207*{{}}*2*D0"
    first, second = (seen(papers.page("x", codes=[papers.signed(body.format(n))])) for n in (1, 2))
    assert (first.following, second.following) == (False, True)


def test_a_bordereau_says_what_its_signed_code_says():
    page = papers.bordereau(2, 6)
    told = bordereau_of(seen(page), page, 1)
    assert (told.guichet, told.departement, told.dossiers, told.pages) == ("10691", "057", 2, 6)
    assert told.envoi == "K7Q2M9XA4B"
    assert not told.forged


def test_a_forged_bordereau_says_nothing():
    page = papers.bordereau(2, 6)
    forged = replace(page, codes=(replace(page.codes[0], payload=payload(page).replace("*2*6*", "*9*6*")),))
    told = bordereau_of(seen(forged), forged, 1)
    assert (told.forged, told.guichet, told.dossiers, told.envoi) == (True, None, None, None)
