"""One look says how it goes."""

from collections import Counter
from datetime import datetime, timedelta

from pipeline.engine.metrics.reading import _near, read

NOON = datetime.fromisoformat("2026-05-06T12:00:00+02:00")


def test_a_deadline_is_as_near_as_the_time_that_is_left():
    left_h = {"passee": -1, "sous_4h": 1, "sous_24h": 5, "plus_tard": 25}
    deadlines = Counter({NOON + timedelta(hours=hours): n for n, hours in enumerate(left_h.values(), start=1)})
    assert _near(deadlines, NOON) == {"passee": 1, "sous_4h": 2, "sous_24h": 3, "plus_tard": 4}


def test_looking_writes_nothing_and_waits_for_nobody(house):
    with house.store.begin():
        found = read(house)
    assert found.check is None
    assert found.disks["var"].octets >= found.disks["var"].free > 0
