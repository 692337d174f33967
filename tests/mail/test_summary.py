"""What the administrator reads of a night."""

import email
from dataclasses import replace
from datetime import date, datetime
from email.policy import default

import pytest

from pipeline.domain.working_calendar import PARIS
from pipeline.errors import Defect
from pipeline.mail.summary import SHOWN, Summary, compose_summary

OPENED, ENDED = datetime(2026, 5, 6, 20, 0, tzinfo=PARIS), datetime(2026, 5, 7, 6, 0, tzinfo=PARIS)
HEAD = "ab" * 32
QUIET = Summary(date(2026, 5, 6), OPENED, ENDED, {"deposees": 12}, (), (), (), (), 0, 0, (), HEAD)
BUSY = replace(
    QUIET,
    counts={"deposees": 1, "refusees": 2, "sans_reponse": 3, "retenues": 4, "en_defaut": 5},
    late=[("pg1-1-1", "2 questions ouvertes")],
    soon=[("pg2-1-1", "message en attente")],
    uncertain=["pg3-1-1-02"],
    aside=["settle:pg4-1-1"],
    questions=7,
    refused=2,
    violations=[("I3", "pg5-1-1-01")],
)
ID, SENDER, TO = "<1.nuit@service.example>", "service@service.example", "admin@service.example"


def read(summary, **said):
    arguments = {"message_id": ID, "sender": SENDER, "to": TO, "dated": ENDED} | said
    return email.message_from_bytes(compose_summary(summary, **arguments).as_bytes(), policy=default)


def text(summary):
    return read(summary).get_content().replace("\u00a0", " ")


def test_a_quiet_night_is_said_in_its_subject():
    message = read(QUIET)
    assert message["Subject"] == "[Dossier unique] Nuit du 6 mai 2026 – 12 pièces déposées, rien à signaler"
    assert (message["From"].addresses[0].addr_spec, message["To"], message["Message-ID"]) == (SENDER, TO, ID)
    assert message["Auto-Submitted"] == "auto-generated"
    said = text(QUIET)
    assert "ouverte le 6 mai 2026 à 20 h 00, finie le 7 mai 2026 à 6 h 00" in said
    assert "pièces restées sans réponse : 0" in said
    assert "En retard" not in said


def test_all_that_asks_for_a_person_is_named_with_what_to_do():
    said = text(BUSY)
    assert "7 points à voir" in read(BUSY)["Subject"]
    for words in (
        "pièces refusées par le SNE : 2", "restées sans réponse : 3", "retenues : leur pli est mis de côté", ": 4",
        "en défaut : voyez le journal du service : 5", "- pg1-1-1 : 2 questions ouvertes",
        "- pg2-1-1 : message en attente", "- pg3-1-1-02", "- settle:pg4-1-1", "questions ouvertes : 7",
        "refusent nos messages : 2", "- I3 : pg5-1-1-01", "« pli verifier »", "« pli a-verifier »", "« pli deverser »",
    ):  # fmt: skip
        assert words in said, words


@pytest.mark.parametrize(("head", "shown"), [(HEAD, HEAD), ("", "(le journal est vide)")])
def test_the_head_of_the_journal_stands_at_its_foot(head, shown):
    assert text(replace(QUIET, head=head)).rstrip().endswith(shown)


def test_a_long_list_is_cut_and_says_so():
    said = text(replace(QUIET, uncertain=[f"pg{n}" for n in range(SHOWN + 3)]))
    assert f": {SHOWN + 3}" in said
    assert "- et 3 de plus" in said
    assert f"- pg{SHOWN}\n" not in said


@pytest.mark.parametrize(
    "wrong", [{"to": "a@b.example\r\nBcc: x@y.example"}, {"sender": "personne"}, {"message_id": "<x y>"}]
)
def test_nothing_else_than_was_promised_goes_into_a_header(wrong):
    with pytest.raises(Defect):
        read(QUIET, **wrong)
