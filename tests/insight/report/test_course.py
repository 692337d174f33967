"""One pli from its reception to its mail."""

from datetime import UTC, datetime

import pytest

from pipeline.insight.report.course import Case, Fate
from tests.insight.report.month import ASKED, OK, at, course, refused_course

DEADLINE = at(8, 6)


def test_a_pli_is_settled_when_the_register_has_it_and_its_sender_knows():
    assert course(acknowledged=at(6, 22), told=at(6, 23)).settled == at(6, 23)
    assert course(acknowledged=at(7, 22), told=at(6, 23)).settled == at(7, 22)
    assert course(acknowledged=at(6, 22)).settled is None
    assert course(told=at(6, 23)).settled is None


def test_a_pli_wholly_rejected_is_settled_by_its_mail_alone():
    assert course(("I01",), told=at(6, 23)).settled == at(6, 23)


def test_a_pli_in_doubt_is_not_settled_whatever_left():
    assert course((OK, ASKED), acknowledged=at(6, 22), told=at(6, 23)).settled is None


@pytest.mark.parametrize(
    ("told", "now", "fate"),
    [
        (at(7), at(20), Fate.IN_TIME),
        (DEADLINE, at(20), Fate.IN_TIME),
        (at(8, 6, 1), at(20), Fate.LATE),
        (None, DEADLINE, Fate.OPEN),
        (None, at(8, 6, 1), Fate.LATE),
    ],
)
def test_a_pli_stands_against_its_deadline(told, now, fate):
    assert course(("I01",), told=told).fate(now) is fate


@pytest.mark.parametrize(
    ("pli", "lacks"),
    [
        (course(decided=False), "pas encore décidé"),
        (course((ASKED,)), "question ouverte"),
        (course(), "dépôt non acquitté par le SNE"),
        (course(acknowledged=at(7)), "mail non parti"),
        (course(acknowledged=at(7), untold="guichet inconnu"), "guichet inconnu"),
        (course(acknowledged=at(7), told=at(7)), None),
    ],
)
def test_what_a_pli_waits_for_is_said(pli, lacks):
    assert pli.lacks() == lacks


def test_the_day_is_that_of_paris():
    assert course(received=datetime(2026, 5, 6, 22, 30, tzinfo=UTC)).day.day == 7


def test_a_case_is_a_piece_or_pages_without_a_fiche_or_a_whole_file():
    assert list(course((OK, "I01", "P01"), outside=3).cases()) == [
        Case("I01", pieces=1, pages=1),
        Case("P01", pieces=1, pages=1),
        Case("T02", pages=3),
    ]
    assert list(refused_course("T11").cases()) == [Case("T11", files=1)]
    assert list(course(decided=False).cases()) == []


def test_what_is_not_the_code_of_a_guichet_names_nobody():
    assert course(guichet="10691").guichet == "10691"
    assert course(guichet="MARTIN CLAIRE").guichet is None
    assert course(guichet=None).guichet is None
