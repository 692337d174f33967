"""A verified code speaks for its page only if the page says something of what it says."""

from dataclasses import replace
from datetime import date

from pipeline.classifiers.seal import ENOUGH_WORDS, against_page
from pipeline.domain.doc2d import Outcome
from pipeline.recognition import doc2d
from pipeline.recognition.trust import shipped
from tests import papers
from training.doc2d import FICTION

ON = date(2026, 5, 6)
FIELDS = [("43", "2"), ("44", "2557A12345678"), ("45", "2024"), ("41", "23456"), ("46", "MARTIN CLAIRE")]
FILLING = " ".join(["mot"] * ENOUGH_WORDS)


def sealed():
    payload = FICTION.seal("28", [*FIELDS, ("47", "1234567890123"), ("4A", "31072025"), ("4Y", "1 RUE A METZ")], ON)
    doc = doc2d.verify(payload, ON, FICTION.trusted_with(shipped()))
    assert doc.outcome is Outcome.VALID, doc.reason
    return doc


def outcome(*lines):
    return against_page(sealed(), papers.page(*lines).words).outcome


def test_a_name_or_a_number_on_the_page_is_enough():
    assert outcome(FILLING, "Madame Martin Claire") is Outcome.VALID
    assert outcome(FILLING, "Revenu fiscal de référence : 23 456") is Outcome.VALID


def test_a_page_that_says_nothing_of_it_is_another_paper():
    assert outcome(FILLING, "Madame Durand Sophie", "Revenu fiscal de référence : 99 999") is (
        Outcome.VALID_BUT_TEXT_MISMATCH
    )


def test_a_page_of_few_words_tells_nothing_by_its_silence():
    assert outcome("Avis") is Outcome.VALID


def test_a_code_that_is_not_believed_is_left_as_it_is():
    doc = replace(sealed(), outcome=Outcome.UNKNOWN_CA)
    assert against_page(doc, papers.page(FILLING).words) == doc
