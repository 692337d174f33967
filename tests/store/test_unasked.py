"""A database that was put back waits for the register until the journal says that it was asked."""

from datetime import datetime

import pytest

from pipeline.store import calm, journal, unasked
from pipeline.store.store import Store

NOW, SINCE = datetime.fromisoformat("2026-05-07T09:00:00+02:00"), datetime.fromisoformat("2026-05-06T12:00:00+02:00")
HEAD = "f" * 64


@pytest.fixture
def tx(url, tmp_path):
    store = Store(url, tmp_path / "blobs")
    with store.begin() as tx:
        yield tx
    store.close()


def test_a_database_that_nobody_put_back_waits_for_nothing(tx):
    journal.note(tx, NOW, "lot-1", journal.RECEIVED)
    assert (unasked.awaited(tx), calm.may_begin(tx)) == (None, True)


def test_no_task_is_begun_until_the_register_was_asked(tx):
    unasked.expect(tx, NOW, SINCE, HEAD)
    assert (unasked.awaited(tx), calm.may_begin(tx)) == ((SINCE, HEAD), False)
    unasked.over(tx, NOW, SINCE, HEAD, retrouvees=1)
    assert (unasked.awaited(tx), calm.may_begin(tx)) == (None, True)
    assert journal.broken(tx) is None


def test_a_database_put_back_again_waits_again(tx):
    for _ in range(2):
        unasked.expect(tx, NOW, SINCE, HEAD)
        unasked.over(tx, NOW, SINCE, HEAD)
    unasked.expect(tx, NOW, NOW, "0" * 64)
    assert unasked.awaited(tx) == (NOW, "0" * 64)
