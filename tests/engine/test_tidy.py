"""What a death left goes."""

import time

from pipeline.engine import tidy
from pipeline.engine.work import UNFOLDING
from pipeline.store import tasks
from pipeline.store.tasks import COMPUTING, Kind, State


def test_half_written_files_and_half_unfolded_lots_are_removed(house):
    drafts = [house.racine / "outbox" / "bilans" / ".a.tmp", house.racine / "var" / ".b.tmp"]
    whole = house.racine / "outbox" / "bilans" / "pli.json"
    unfolding = house.racine / "var" / f"{UNFOLDING}x" / "pages"
    unfolding.mkdir(parents=True)
    for path in (*drafts, whole, unfolding / "0001.png"):
        path.write_text("x")
    tidy.sweep(house)
    assert [path.exists() for path in (*drafts, whole, unfolding.parent)] == [False, False, True, False]


def test_what_the_dead_held_is_free_and_their_attempt_does_not_count(house):
    with house.store.begin() as tx:
        tasks.submit(tx, Kind.SETTLE, "pli", 1)
        tasks.claim(tx, COMPUTING, "mort", time.time())
    tidy.free_leases(house)
    with house.store.begin() as tx:
        assert tasks.tally(tx, COMPUTING) == {(Kind.SETTLE, State.TODO): 1}
        assert tasks.claim(tx, COMPUTING, "vif", time.time()).attempt == 1
