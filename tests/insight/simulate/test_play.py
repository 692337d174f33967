"""Draws of some days."""

from datetime import date, datetime

import pytest

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.insight.simulate.play import Faults, Means, Span, play
from pipeline.insight.simulate.timetable import LostMachine
from tests.insight.simulate.worlds import AMPLE, MONDAY, SEPTEMBER, world

ENOUGH = Means(1, 2)


def whole(outcome):
    return outcome.over(Canal)


def test_with_ample_means_everything_is_told_in_time_in_the_night_that_follows():
    outcome = play(world(volumes={"acceptees": 1.0}), SEPTEMBER, AMPLE, 1)
    assert outcome.share == 1
    assert whole(outcome).late_pieces == 0
    assert len(whole(outcome).delays) == whole(outcome).plis > 100
    by_wire = outcome.channels[Canal.SERVICES_WEB]
    assert max(by_wire.delays) < 20 + 72  # after 18:00 on a Friday, answered on Monday
    assert min(by_wire.delays) > 1  # nothing leaves before the night opens


def test_nobody_waits_for_the_night_to_hear_that_nothing_was_accepted():
    outcome = play(world(volumes={"acceptees": 0.0}, personnes={"questions": 0.0}), SEPTEMBER, AMPLE, 1)
    assert max(whole(outcome).delays) < 1


def test_the_same_seed_gives_the_same_days_and_another_one_others():
    first, again, other = (play(world(), SEPTEMBER, ENOUGH, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_the_plis_that_come_do_not_depend_on_the_means():
    few, many = (play(world(), SEPTEMBER, means, 1) for means in (Means(1, 1), AMPLE))
    assert {day: came for day, (came, _) in few.by_day.items()} == {day: came for day, (came, _) in many.by_day.items()}
    assert few.share <= many.share


def test_nobody_to_answer_makes_late_all_that_asks():
    outcome = play(world(), SEPTEMBER, Means(4, 0), 1)
    assert 0 < outcome.share < 0.5
    assert play(world(personnes={"questions": 0.0}), SEPTEMBER, Means(4, 0), 1).share == 1


def test_people_who_leave_before_18_h_make_late_what_comes_by_wire_after_them():
    early = play(world(personnes={"heures": ((9.0, 17.0),)}), SEPTEMBER, AMPLE, 1)
    assert early.channels[Canal.PWP].share.value < 0.99
    assert early.channels[Canal.PAPIER_GUICHET].share.value == 1


def test_a_lost_machine_makes_late_what_only_it_would_have_read():
    lost = Faults(lost=LostMachine(datetime(2026, 9, 21, 10, tzinfo=PARIS), 24, 4))
    alone, beside = (play(world(), SEPTEMBER, Means(cores, 4), 1, lost) for cores in (4, 8))
    assert whole(alone).late_pieces > 0
    assert alone.worst_day()[0] == MONDAY
    assert whole(beside).late_pieces == 0


def test_a_silent_night_makes_late_what_was_due_in_it_and_paper_has_another():
    outcome = play(world(), SEPTEMBER, AMPLE, 1, Faults(silent_night=MONDAY))
    came, in_time = outcome.by_day[MONDAY]
    assert in_time < came / 2
    assert outcome.by_day[date(2026, 9, 23)][0] == outcome.by_day[date(2026, 9, 23)][1]
    assert outcome.channels[Canal.PAPIER_GUICHET].share.value == 1


@pytest.mark.parametrize("rule", ["rang", "echeance"])
def test_reading_a_pli_as_one_task_changes_next_to_nothing(rule):
    fine, coarse = (
        play(world(0.004), Span(SEPTEMBER.first, SEPTEMBER.last, grain, rule), Means(1, 2), 1) for grain in (1, 1000)
    )
    assert fine.share == pytest.approx(coarse.share, abs=0.005)
    assert fine.worked_s == pytest.approx(coarse.worked_s, rel=0.02)


def test_deadlines_first_saves_what_the_order_of_arrival_makes_late_when_work_is_short():
    slow = world(mesures={"lire": 100.0})
    spans = (Span(SEPTEMBER.first, SEPTEMBER.last, 1000, rule) for rule in ("rang", "echeance"))
    arrival, deadline = (play(slow, span, Means(1, 40), 1).share for span in spans)
    assert arrival < deadline < 1


def test_what_waits_is_looked_at_each_hour():
    outcome = play(world(), SEPTEMBER, ENOUGH, 1)
    assert len(outcome.hours) == len(outcome.unread) == len(outcome.unanswered) == 24 * 7
    assert max(outcome.unanswered) > 0
