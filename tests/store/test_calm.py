"""What machines agree on: the instant, and who is at work."""

import time

from pipeline.store import calm, tasks
from pipeline.store.tasks import COMPUTING, Kind


def test_the_instant_is_that_of_the_database_whatever_a_host_believes(store, url, monkeypatch):
    true = time.time()
    monkeypatch.setattr(calm.time, "time", lambda: true + 3600.0)
    with store.look() as tx:
        ahead = calm.instant(tx) - true
    assert ahead == 3600.0 if url.startswith("sqlite") else abs(ahead) < 60.0


def test_a_worker_is_at_work_until_it_ends_or_its_lease_does(tx):
    tasks.submit(tx, Kind.SETTLE, "pli", 1)
    assert not calm.is_anybody_at_work(tx)
    held = tasks.claim(tx, COMPUTING, "ouvrier", calm.instant(tx), lease=60.0)
    assert calm.is_anybody_at_work(tx)
    tasks.renew(tx, held, calm.instant(tx) - 120.0)
    assert not calm.is_anybody_at_work(tx)


def test_a_task_may_be_begun_unless_another_wants_calm(store, url):
    mutex = store.mutex(calm.CALM)
    assert mutex.take()
    with store.beside() as tx:
        assert calm.may_begin(tx) == url.startswith("sqlite"), "on one machine, files say it"
    mutex.let_go()
    with store.beside() as tx:
        assert calm.may_begin(tx)
