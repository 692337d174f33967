"""How long plis took, against their deadlines."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.delays import Delays, Late, percentile
from tests.insight.report.month import at, course


def delays(*courses):
    found = Delays(at(20))
    for one in courses:
        found.add(one)
    return found


def test_hours_run_from_reception_to_acknowledgement_and_to_mail():
    clock = delays(course(acknowledged=at(6, 22), told=at(7, 1))).whole
    assert (clock.to_register, clock.to_mail, clock.margins) == ([12.0], [15.0], [29.0])


def test_the_hour_that_a_night_of_march_skips_is_not_counted():
    evening, morning = datetime(2026, 3, 28, 22, tzinfo=PARIS), datetime(2026, 3, 29, 6, tzinfo=PARIS)
    assert delays(course(received=evening, told=morning, acknowledged=morning)).whole.to_mail == [7.0]


def test_the_share_in_time_is_of_plis_whose_deadline_has_spoken():
    settled = course(acknowledged=at(6, 22), told=at(7, 1))
    late = course(acknowledged=at(8, 22), told=at(8, 23))
    lost, still = course(), course(received=at(20), deadline=at(22))
    assert delays(settled, late, lost, still).whole.in_time == Share(1, 3)


def test_late_plis_are_named_with_their_delay_and_what_they_lack():
    late = delays(course(acknowledged=at(8, 22), told=at(8, 23), name="a"), course(name="b")).late
    assert late == [
        Late("a", Canal.PWP, at(8, 6), 17.0, None),
        Late("b", Canal.PWP, at(8, 6), 292.0, "dépôt non acquitté par le SNE"),
    ]


def test_channels_are_counted_apart_and_together():
    found = delays(
        course(told=at(7), acknowledged=at(7)), course(told=at(8), acknowledged=at(8), canal=Canal.PAPIER_GUICHET)
    )
    assert found.over([Canal.PAPIER_GUICHET]).to_mail == [48.0]
    assert sorted(found.whole.to_mail) == [24.0, 48.0]
    assert found.over([Canal.MEL]).to_mail == []


@pytest.mark.parametrize(("share", "met"), [(0.5, 2), (0.95, 4), (1, 4), (0, 1)])
def test_a_percentile_is_a_delay_that_was_met(share, met):
    assert percentile([3, 1, 4, 2], share) == met


@given(st.lists(st.floats(0, 1e4, allow_subnormal=False), min_size=1), st.floats(0, 1, allow_subnormal=False))
def test_at_least_its_share_of_plis_is_within_a_percentile(hours, share):
    bound = percentile(hours, share)
    assert sum(hour <= bound for hour in hours) >= share * len(hours) * (1 - 1e-12)


def test_nothing_has_no_percentile():
    assert percentile([], 0.5) is None
