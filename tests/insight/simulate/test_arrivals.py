"""The plis that are drawn."""

from datetime import UTC, date, datetime, timedelta
from statistics import fmean

import pytest
from numpy.random import default_rng

from pipeline.domain.receipt import Canal
from pipeline.insight.simulate.arrivals import Arrivals
from tests.insight.simulate.worlds import MONDAY, rules, world


def drawn(days=5, seed=1, share=0.02):
    small = world(share)
    arrivals = Arrivals(small.season, small.supposed, small.rules, default_rng(seed))
    return [pli for n in range(days) for pli in arrivals.on(MONDAY + timedelta(days=n))]


def test_each_is_due_when_the_calendar_says():
    calendar, settled = rules().calendar, drawn(14)
    assert {pli.canal for pli in settled} == set(Canal)
    for pli in settled:
        received = datetime.fromtimestamp(pli.received, UTC)
        due = calendar.deadline(received, pli.canal.is_paper, rules().cutoff, rules().closing)
        assert pli.deadline == due.timestamp()


def test_the_same_seed_draws_the_same_plis_and_another_one_others():
    assert drawn() == drawn()
    assert drawn() != drawn(seed=2)


def test_the_year_s_volume_and_the_weight_of_a_pli_are_those_supposed():
    plis = drawn(364, share=0.005)
    offices = [pli for pli in plis if pli.canal is Canal.PAPIER_GUICHET]
    assert sum(pli.pieces for pli in plis) == pytest.approx(0.005 * 8_205_024, rel=0.05)
    assert fmean(pli.pieces for pli in offices) == pytest.approx(6 * 8_205_024 / 2_107_512, rel=0.1)
    assert fmean(pli.questions for pli in plis) == pytest.approx(0.45 * fmean(pli.pieces for pli in plis), rel=0.05)
    assert all(pli.pages >= pli.pieces >= max(pli.accepted, pli.questions) for pli in plis)


def test_nothing_is_drawn_for_a_sunday_by_post():
    small = world()
    plis = Arrivals(small.season, small.supposed, small.rules, default_rng(1)).on(date(2026, 9, 27))
    assert not any(pli.canal.is_paper for pli in plis)
