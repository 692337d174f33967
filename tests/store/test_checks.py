"""What was found last takes the place of what was found before."""

from datetime import datetime, timedelta

from pipeline.domain.working_calendar import PARIS
from pipeline.store import checks
from pipeline.store.checks import Check

NOON = datetime(2026, 5, 6, 12, tzinfo=PARIS)


def test_nothing_is_known_before_anybody_looked(tx):
    assert checks.last(tx) is None


def test_the_last_look_alone_is_kept(tx):
    checks.record(tx, Check(NOON, {"I3": 2, "I7": 1}))
    checks.record(tx, Check(NOON + timedelta(hours=1), {}))
    assert checks.last(tx) == Check(NOON + timedelta(hours=1), {})
