"""What finished tasks cost."""

import pytest

from pipeline.store import costs, tasks
from pipeline.store.tasks import Kind
from tests.store.shelf import opened


@pytest.fixture
def house(tmp_path):
    house = opened(tmp_path)
    yield house
    house.close()


def test_finished_tasks_tell_their_kind_and_their_seconds_others_nothing(house):
    with house.store.begin() as tx:
        for n, kind in enumerate((Kind.READ, Kind.READ, Kind.SETTLE)):
            tasks.submit(tx, kind, f"lot/{n}", 1)
        first = tasks.claim(tx, [Kind.READ], "w", 0.0)
        tasks.finish(tx, first, {"encre": 0.25, "OCR": 0.5})
        tasks.finish(tx, tasks.claim(tx, [Kind.READ], "w", 0.0))
        assert list(costs.spent(tx)) == [(Kind.READ, 0.75)]
