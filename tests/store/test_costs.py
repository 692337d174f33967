"""What finished tasks cost."""

from pipeline.store import costs, tasks
from pipeline.store.tasks import Kind


def test_finished_tasks_tell_their_kind_and_their_seconds_others_nothing(house):
    with house.store.begin() as tx:
        for n, kind in enumerate((Kind.READ, Kind.READ, Kind.SETTLE)):
            tasks.submit(tx, kind, f"lot/{n}", 1)
        first = tasks.claim(tx, [Kind.READ], "w", 0.0)
        tasks.finish(tx, first, {"encre": 0.25, "OCR": 0.5})
        tasks.finish(tx, tasks.claim(tx, [Kind.READ], "w", 0.0))
        assert list(costs.spent(tx)) == [(Kind.READ, 0.75)]
