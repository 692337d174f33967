"""What is not as announced is named, by its code, and brings a question only where a fiche may lack."""

import pytest

from pipeline import flow
from pipeline.domain.corrections import NOTHING_SAID
from pipeline.domain.facts import NO_FACTS
from pipeline.domain.pli import Outcome
from pipeline.domain.receipt import Canal, Companion
from tests import papers
from tests.papers import DURAND, MARTIN

NOBODY = papers.quittance("Monsieur X")


def judged(*pages, canal=Canal.PAPIER_GUICHET, companion=None):
    receipt = papers.receipt(len(pages), canal, companion)
    return flow.judge(receipt, papers.numbered(*pages), NO_FACTS, NOTHING_SAID, papers.rules())


def noted(settled):
    return [(a.code, a.outcome) for a in settled.anomalies]


@pytest.mark.parametrize(
    ("fiche", "expected"),
    [
        (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 1), []),
        (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 5, 1), [("T07", Outcome.NOTED)]),
        (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 1, 1), [("T07", Outcome.QUESTION)]),
        (papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2, 4), [("T07", Outcome.NOTED)]),
    ],
)
def test_wrong_counts_are_named(fiche, expected):
    assert noted(judged(fiche, papers.bulletin())) == expected


def test_what_is_not_as_it_should_be_is_named():
    first = papers.fiche(MARTIN, "MARTIN", "CLAIRE", 1)
    assert noted(judged(first)) == [("fiche_sans_piece", Outcome.NOTED)]
    twice = judged(papers.bordereau(9, 99), first, papers.fiche(MARTIN, "MARTIN", "CLAIRE", 1))
    assert ("fiche_doublee", Outcome.NOTED) in noted(twice)
    assert ("T01", Outcome.NOTED) in noted(judged(first, papers.fiche(DURAND, "DURAND", "PAUL", 1)))
    assert ("T02", Outcome.REJECTION) in noted(judged(NOBODY, first))
    assert ("T09", Outcome.REJECTION) in noted(judged(NOBODY, canal=Canal.PAPIER_DEMANDEUR))
    ignored = Companion(numero_unique=MARTIN, ignored=("courriel", "pages"))
    assert noted(judged(NOBODY, canal=Canal.PWP, companion=ignored)) == [("champ_ignore", Outcome.NOTED)] * 2


def test_one_dossier_more_than_the_bordereau_announces_is_named():
    pages = [
        papers.bordereau(1, 3),
        papers.fiche(MARTIN, "MARTIN", "CLAIRE", 1),
        papers.fiche(DURAND, "DURAND", "PAUL", 1),
    ]
    assert ("dossier_inattendu", Outcome.NOTED) in noted(judged(*pages))


def test_blanks_are_outside_no_dossier():
    assert noted(judged(papers.blank(), papers.fiche(MARTIN, "MARTIN", "CLAIRE", 2), papers.bulletin())) == []
