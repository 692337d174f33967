"""One holder at a time over all the machines of a database."""

import os
import time
from contextlib import closing

import pytest

from pipeline.store.store import Store
from tests import postgres

NOTICED_S = 10.0
"""A server learns of a death from the connection, a moment later."""

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def machines():
    """Two machines at one database."""
    url = postgres.emptied()
    with closing(Store(url, None)) as one, closing(Store(url, None)) as other:
        yield one, other


def test_what_one_holds_nobody_else_takes_until_it_lets_go(machines):
    mine, theirs = (store.mutex("verrou") for store in machines)
    assert (mine.take(), mine.take(), theirs.take()) == (True, True, False)
    assert (mine.is_ours(), theirs.is_ours()) == (True, False)
    mine.let_go()
    assert (theirs.take(), mine.take()) == (True, False)
    theirs.let_go()


def test_two_names_are_two_things(machines):
    one, other = machines[0].mutex("verrou"), machines[1].mutex("verrou.travail")
    assert one.take()
    assert other.take()
    one.let_go()
    other.let_go()


def test_who_is_cut_off_learns_it_and_another_may_take_it(machines):
    mine, theirs = (store.mutex("verrou") for store in machines)
    assert mine.take()
    server, name = postgres.shared()
    server.execute(
        f"SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database"
        f" WHERE locktype = 'advisory' AND datname = '{name}'"
    )
    assert not mine.is_ours()
    assert theirs.take()
    assert not mine.take()
    theirs.let_go()


def test_who_dies_keeps_it_no_more(machines):
    url = postgres.emptied()
    child = os.fork()
    if child == 0:
        os._exit(0 if Store(url, None).mutex("verrou").take() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    theirs, latest = machines[1].mutex("verrou"), time.monotonic() + NOTICED_S
    while not theirs.take():
        assert time.monotonic() < latest, "the server still holds it for the dead"
        time.sleep(0.02)
    theirs.let_go()


def test_one_machine_alone_has_everything(tmp_path):
    with closing(Store(f"sqlite:///{tmp_path / 'pli.sqlite'}", tmp_path)) as store:
        alone = store.mutex("verrou")
        assert alone.take()
        assert alone.is_ours()
        alone.let_go()
