"""The same piece twice: by its sub-key and its person, by its look within a pli, by a hash across plis."""

import re

import pytest

from pipeline.classifiers.duplicates import fingerprints, repeated
from pipeline.domain.verdict import Acceptee, AVerifier, Question, Rejetee
from tests import papers
from tests.classifiers.pieces import judged

PLAN = papers.rules().plan


def pay(who="Madame Claire MARTIN", month="mars 2026", first=10):
    return "RES-BUL", [
        papers.page(f"Paie de {month}", who, *(f"Ligne {n}{n}{n} {n}{n}7" for n in range(first, first + 9)))
    ]


def again(*told, verdicts=(), seen=frozenset()):
    pli = judged(*told, verdicts=verdicts)
    found = repeated(pli.pieces, pli.named.pieces.sheets.cut, PLAN, seen)
    return {index: one and pli.pieces.index(one) for index, one in found.items()}


def prints(*told, verdicts=()):
    return fingerprints(judged(*told, verdicts=verdicts), PLAN)


def test_the_later_of_two_alike_is_the_one_that_was_sent_again():
    assert again(pay(), pay(month="avril 2026"), pay()) == {2: 0}


@pytest.mark.parametrize(
    "other",
    [
        pay(month="avril 2026"),
        pay("Monsieur Paul MARTIN"),
        ("RES-CAF", pay()[1]),
        ("RES-BUL", [papers.page("Paie", "Madame Claire MARTIN")]),
        (None, pay()[1]),
    ],
)
def test_another_month_person_or_type_is_another_piece(other):
    assert again(pay(), other) == {}


def test_two_employers_may_pay_the_same_month():
    assert again(pay(), pay(first=50)) == {}


def test_a_slip_in_the_name_of_the_applicant_changes_nothing():
    assert again(pay(), pay("MARTIN Claire")) == {1: 0}


def test_what_is_nobody_s_by_name_cannot_be_told():
    assert prints(pay("zzz")) == frozenset()


def test_a_receipt_of_rent_is_the_household_s():
    assert len(prints(("LOG-QUI", [papers.page("QUITTANCE", "Terme : mars 2026")]))) == 1


def test_a_refused_piece_makes_no_other_a_duplicate_nor_is_one():
    assert again(pay(), pay(), verdicts=[Rejetee("I01"), Acceptee()]) == {}
    assert again(pay(), pay(), verdicts=[Acceptee(), Rejetee("I01")]) == {}


def test_only_what_is_accepted_is_known_to_other_plis():
    assert prints(pay(), verdicts=[AVerifier(Question.TYPE, "doute")]) == frozenset()
    assert prints(pay(), verdicts=[Rejetee("I08")]) == frozenset()


def test_a_piece_that_another_pli_brought_came_before():
    assert again(pay(), pay(month="avril 2026"), seen=prints(pay())) == {0: None}


def test_parts_of_one_paper_cut_apart_are_no_duplicates():
    one, two = (
        ("FIS-AVI", [papers.page("AVIS D'IMPÔT 2025", "Madame Claire MARTIN", f"Page {k} / 2")]) for k in (1, 2)
    )
    assert again(one, two) == {}


def test_the_faces_of_a_card_cut_apart_are_no_duplicates():
    front = "SEJ-RES", [papers.page("Madame Claire MARTIN", "Date d'expiration 12/03/2027")]
    back = "SEJ-RES", [papers.page("Madame Claire MARTIN", "Adresse", "Date d'expiration 12/03/2027")]
    assert again(front, back) == {}


def test_a_fingerprint_tells_nothing_of_the_piece():
    (mark,) = prints(pay())
    assert re.fullmatch("piece:[0-9a-f]{40}", mark)
