"""One service for one database, whatever machine it is on."""

from contextlib import closing

import pytest

from pipeline.engine.service.alone import Alone
from pipeline.errors import Misuse
from tests import postgres
from tests.store.shelf import opened

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture
def machines(tmp_path):
    base = postgres.emptied()
    houses = [opened(tmp_path / place, PLI_BASE=base) for place in ("ici", "ailleurs")]
    yield houses
    for house in houses:
        house.close()


def test_a_second_machine_is_refused_until_the_first_lets_go(machines):
    here, there = machines
    first = Alone(here)
    assert first.holds()
    with pytest.raises(Misuse, match="autre machine"):
        Alone(there)
    first.let_go()
    Alone(there).let_go()


def test_who_is_cut_off_does_nothing_while_another_has_taken_its_place(machines):
    here, there = machines
    first = Alone(here)
    server, name = postgres.shared()
    server.execute(
        f"SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database"
        f" WHERE locktype = 'advisory' AND datname = '{name}'"
    )
    second = Alone(there)
    assert not first.holds()
    second.let_go()
    assert first.holds()
    first.let_go()


def test_on_one_machine_nobody_is_asked(tmp_path):
    with closing(opened(tmp_path)) as house:
        alone = Alone(house)
        assert alone.holds()
        alone.let_go()
