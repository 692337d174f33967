"""Deadlines: what is past, what will be, and what would prevent it."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.working_calendar import PARIS
from pipeline.insight.breaches import Urgency, breaches, last_opening, obstacles, urgency
from pipeline.insight.status import Overview, Status

EVENING, MORNING = time(20), time(6)
END_OF_MONDAY = "2026-05-11T23:59:59+02:00"
instants = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at(text):
    return datetime.fromisoformat(text)


def standing(**changes):
    values = {
        "pli": "p1-1-1",
        "lot": "p1-1",
        "canal": "papier-guichet",
        "nom": "a.pdf",
        "recu_le": at("2026-05-06T10:00:00+02:00"),
        "echeance": at(END_OF_MONDAY),
        "etat": "termine",
        "pages": 3,
        "verdicts": Counter(acceptee=2),
        "deposits": Counter(depose=2),
        "questions": 0,
        "guichet": "10691",
        "answerable": False,
        "nature": "final",
        "told": "envoye",
        "detail": "250 OK",
        "refused": False,
    }
    return Status(**(values | changes))


def said(status, **blocked):
    return [(obstacle.what, obstacle.routine) for obstacle in obstacles(status, **blocked)]


def listed(*found, now="2026-05-11T12:00:00+02:00", aside=(), waiting=()):
    return breaches(Overview(found, aside, waiting), at(now), EVENING, MORNING)


@pytest.mark.parametrize(
    ("now", "deadline", "expected"),
    [
        ("2026-05-11T12:00:00+02:00", END_OF_MONDAY, Urgency.LAST_NIGHT),
        ("2026-05-10T19:59:00+02:00", END_OF_MONDAY, Urgency.LATER),
        ("2026-05-10T20:00:01+02:00", END_OF_MONDAY, Urgency.LAST_NIGHT),  # Sunday's night has begun: one is left
        ("2026-05-11T21:00:00+02:00", END_OF_MONDAY, Urgency.LAST_NIGHT),  # it is going on
        ("2026-05-11T23:59:59+02:00", END_OF_MONDAY, Urgency.LAST_NIGHT),  # a deadline that falls now is not past
        ("2026-05-12T00:00:00+02:00", END_OF_MONDAY, Urgency.PAST),
        ("2026-05-06T12:00:00+02:00", "2026-05-07T06:00:00+02:00", Urgency.LAST_NIGHT),
        ("2026-05-06T12:00:00+02:00", "2026-05-12T06:00:00+02:00", Urgency.LATER),
    ],
)
def test_a_deadline_is_near_when_the_next_night_is_the_last_before_it(now, deadline, expected):
    assert urgency(at(deadline), at(now), EVENING, MORNING) is expected


def test_where_the_night_is_over_before_the_deadline_none_is_left():
    early = (time(1), time(5))
    assert urgency(at(END_OF_MONDAY), at("2026-05-11T04:00:00+02:00"), *early) is Urgency.LAST_NIGHT
    assert urgency(at(END_OF_MONDAY), at("2026-05-11T05:00:00+02:00"), *early) is Urgency.NO_NIGHT_LEFT


@given(instants, instants)
def test_time_only_makes_a_deadline_nearer(one, other):
    order = [Urgency.LATER, Urgency.LAST_NIGHT, Urgency.NO_NIGHT_LEFT, Urgency.PAST]
    deadline = datetime(2026, 3, 31, 6, 0, tzinfo=PARIS)
    sooner, later = (urgency(deadline, now, EVENING, MORNING) for now in sorted([one, other]))
    assert order.index(sooner) <= order.index(later)


@given(instants)
def test_the_last_night_opens_less_than_a_day_before_the_deadline_or_an_hour_more_when_clocks_change(deadline):
    opens = last_opening(deadline, EVENING)
    assert timedelta(0) < deadline - opens.astimezone(UTC) <= timedelta(hours=25)
    assert opens.astimezone(PARIS).time() == EVENING


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"etat": "en_cours", "verdicts": Counter(), "deposits": Counter(), "told": None}, [("pas encore lu", False)]),
        ({"etat": "a_verifier", "questions": 2, "told": None}, [("2 questions ouvertes", False)]),
        ({"deposits": Counter(a_deposer=2), "told": None}, [("2 pièces à déposer", True)]),
        ({"deposits": Counter(depose=1, incertain=1), "told": None}, [("1 dépôt sans réponse", False)]),
        ({"deposits": Counter(depose=1), "told": None}, [("1 pièce à composer", False)]),
        ({"told": None, "detail": None}, [("message pas encore parti", True)]),
        ({"nature": "partiel"}, [("message pas encore parti", True)]),
        ({"told": "a_envoyer"}, [("message en attente", False)]),
        ({"told": "refuse"}, [("message refusé", False)]),
        ({"told": "non_notifiable", "detail": "guichet inconnu (10691)"}, [("guichet inconnu (10691)", False)]),
        ({"told": "non_notifiable", "detail": "non notifiable"}, []),
    ],
)
def test_what_stands_between_a_pli_and_its_end_is_named(changes, expected):
    assert said(standing(**changes)) == expected


def test_work_set_aside_and_work_that_waits_are_what_stands_in_the_way():
    reading = standing(etat="en_cours", verdicts=Counter(), deposits=Counter(), told=None)
    assert said(reading, aside={"p1-1": "page 3 illisible"}) == [("mis de côté : page 3 illisible", False)]
    assert said(reading, waiting={"p1-1-1": "SNE fermé"}) == [("en attente : SNE fermé", False)]


def test_every_obstacle_comes_with_what_would_lift_it():
    for obstacle in obstacles(standing(etat="a_verifier", questions=1, deposits=Counter(a_deposer=1, incertain=1))):
        assert "pli " in obstacle.remedy


def test_what_the_last_night_does_by_itself_is_not_cried_over_until_it_is_too_late():
    routine = standing(deposits=Counter(a_deposer=2), told=None)
    assert listed(routine) == []
    (late,) = listed(routine, now="2026-05-12T08:00:00+02:00")
    assert late.urgency is Urgency.PAST


def test_past_deadlines_come_first_and_distant_ones_not_at_all():
    asked = {"etat": "a_verifier", "questions": 1, "told": None}
    past = standing(pli="b-1-1", lot="b-1", echeance=at("2026-05-09T06:00:00+02:00"), **asked)
    near, far = standing(**asked), standing(pli="c-1-1", lot="c-1", echeance=at("2026-05-14T06:00:00+02:00"), **asked)
    found = listed(near, far, past)
    assert [(item.status.pli, item.urgency) for item in found] == [
        ("b-1-1", Urgency.PAST),
        ("p1-1-1", Urgency.LAST_NIGHT),
    ]
    assert found[1].before == at("2026-05-11T20:00:00+02:00")
    assert found[0].as_json()["manque"] == [{"quoi": "1 question ouverte", "que_faire": "« pli a-verifier »"}]


def test_a_page_set_aside_is_found_under_its_lot_and_a_piece_under_its_pli():
    reading = standing(etat="en_cours", verdicts=Counter(), deposits=Counter(), told=None)
    (by_lot,) = listed(reading, aside=(("read:p1-1/3", "défaut"),))
    assert by_lot.obstacles[0].what == "mis de côté : défaut"
    (by_pli,) = listed(standing(deposits=Counter(), told=None), aside=(("compose:p1-1-1/p1-1-1-02", "défaut"),))
    assert by_pli.obstacles[0].what == "mis de côté : défaut"
