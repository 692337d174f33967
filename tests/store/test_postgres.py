"""What PostgreSQL alone knows: a server that stops, a cable that is cut when nobody knows what was heard."""

import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import OperationalError

from pipeline.store import addresses, database, lots, postgres, tasks
from pipeline.store.database import DatabaseTrouble, Reach
from pipeline.store.schema import tache
from pipeline.store.store import Store
from pipeline.store.tasks import LEASE_S, Kind, State
from tests import papers
from tests import postgres as servers
from tests.store.crowd import CLOCK, READ, at_once, submitted, taken
from tests.store.cutting import Cut, cable

NOW = papers.RECEIVED


@pytest.fixture(scope="module")
def own_server():
    """A server that may be killed."""
    if servers.binaries() is None:
        pytest.skip(servers.NO_POSTGRES)
    with servers.served() as server:
        yield server


on_postgres = pytest.mark.xdist_group("postgres")


@pytest.fixture
def address(own_server):
    return own_server.url(own_server.made())


@on_postgres
def test_every_text_is_compared_by_its_bytes(address):
    with closing(Store(address, None)) as store, store.look() as tx:
        columns = tx.execute(text(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'"
            " AND table_name <> 'alembic_version'"
        ))  # fmt: skip
        assert columns.all() == []


@on_postgres
def test_two_machines_that_start_at_once_on_an_empty_database_make_its_tables_once(address):
    def opening():
        with closing(Store(address, None)) as store, store.look() as tx:
            return tasks.tally(tx, READ)

    assert at_once(opening, opening, opening) == [{}, {}, {}]


def finish_with_its_lot(store, held):
    with store.begin() as tx:
        lots.add(tx, papers.receipt(1), "prise", is_folder=False)
        tasks.finish(tx, held)


@on_postgres
@pytest.mark.parametrize("cut", Cut)
def test_an_end_that_nobody_heard_is_there_or_not_and_what_was_to_be_done_is_done_once(own_server, cut):
    name = own_server.made()
    with cable(own_server.port) as laid, closing(Store(own_server.url(name, laid.port), None)) as store:
        submitted(store, 1)
        held = taken(store, "a")
        laid.cut = cut
        with pytest.raises(DatabaseTrouble):
            finish_with_its_lot(store, held)
        assert laid.cuts == [cut]
        with store.begin() as tx:  # the same house, over a connection of today
            recorded = lots.recorded(tx, "prise")
        again = taken(store, "b", CLOCK + LEASE_S + 1)
        assert (recorded is not None, again is None) == (cut is Cut.AFTER, cut is Cut.AFTER)
        if again is not None:
            finish_with_its_lot(store, again)
        with store.look() as tx:
            assert len(lots.names(tx)) == 1
            assert tasks.tally(tx, READ) == {(Kind.READ, State.DONE): 1}


STOPS = {"restarted": lambda server: server.stop(), "killed": lambda server: server.kill()}


@dataclass
class Crew:
    """Workers as a parent keeps them: what the database does to one ends it, its task is freed, another follows."""

    store: Store
    confirmed: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def work(self, name):
        while True:
            try:
                held = taken(self.store, name, time.time())
                if held is None:
                    return
                with self.store.beside() as tx:
                    tasks.finish(tx, held)
            except DatabaseTrouble as error:
                self.troubles.append(type(error).__name__)
                with suppress(DatabaseTrouble), self.store.begin() as tx:
                    tasks.release(tx, name)
            else:
                self.confirmed.append(held.id)


@on_postgres
@pytest.mark.parametrize("how", STOPS)
def test_a_server_that_goes_in_the_middle_loses_nothing_that_it_confirmed_and_work_goes_on(own_server, how):
    count = 500
    with closing(Store(own_server.url(own_server.made()), None)) as store:
        submitted(store, count)
        crew = Crew(store)

        def stop():
            while len(crew.confirmed) < 20:
                time.sleep(0.01)
            STOPS[how](own_server)
            own_server.start()

        at_once(stop, *(partial(crew.work, f"w{n}") for n in range(4)))
        assert crew.troubles  # it did go in the middle
        with store.begin() as tx:
            done = set(tx.execute(select(tache.c.id).where(tache.c.etat == State.DONE)).scalars())
            tasks.release_all(tx)
        assert set(crew.confirmed) <= done
        crew.work("w")
        with store.look() as tx:
            assert tasks.tally(tx, READ) == {(Kind.READ, State.DONE): count}


@on_postgres
def test_a_machine_that_vanished_keeps_the_others_waiting_no_longer_than_the_server_lets_it(address, monkeypatch):
    monkeypatch.setitem(postgres.OPTIONS, "idle_in_transaction_session_timeout", 500)
    with closing(Store(address, None)) as store:
        silent = store.begin()
        tasks.submit(silent.__enter__(), Kind.READ, "lot/9", 1)
        submitted(store, 3)
        with pytest.raises(DatabaseTrouble):  # it comes back, too late
            silent.__exit__(None, None, None)
        with store.look() as tx:
            assert tasks.tally(tx, READ) == {(Kind.READ, State.TODO): 3}


@on_postgres
def test_what_is_erased_is_in_no_page_of_the_files(own_server):
    name = own_server.made()
    with closing(Store(own_server.url(name), None)) as store:
        with store.begin() as tx:
            addresses.refuse(tx, "claire.martin@x.example", "550", NOW)
        with store.begin() as tx:
            addresses.accept(tx, "claire.martin@x.example")
        own_server.execute("CHECKPOINT", name)
        assert claire_in(own_server, name)
        store.wring()
        own_server.execute("CHECKPOINT", name)
    assert not claire_in(own_server, name)


def claire_in(server, name):
    """Say whether she is to be read in a file of the tables of a database."""
    ((number,),) = server.execute(f"SELECT oid FROM pg_database WHERE datname = '{name}'")
    files = (server.data / "base" / str(number)).iterdir()
    return any(b"claire.martin" in path.read_bytes() for path in files if path.is_file())


@on_postgres
def test_our_connections_are_known_by_our_name_and_nothing_else(address):
    with closing(Store(address, None)) as store, store.look() as tx:
        shown = {name: tx.execute(text(f"SHOW {name}")).scalar() for name in ("application_name", "lock_timeout")}
        assert shown == {"application_name": "pli", "lock_timeout": "30s"}
        assert tx.execute(text("SHOW transaction_isolation")).scalar() == "repeatable read"
    with closing(Store(address, None)) as store, store.begin() as tx:
        assert tx.execute(text("SHOW transaction_isolation")).scalar() == "read committed"


@on_postgres
def test_a_server_that_comes_back_is_waited_for_and_one_that_does_not_is_told(address, monkeypatch):
    engine, away = database.connect(address), []
    monkeypatch.setattr(database, "GLANCE_S", 0.01)

    def connecting():
        if away:
            raise away.pop()
        return Connection(engine)

    monkeypatch.setattr(engine, "connect", connecting)
    away += [OperationalError("", {}, Exception())] * 2
    with database.transaction(engine, Reach.NONE) as tx:
        assert tx.execute(text("SELECT 1")).scalar() == 1
    monkeypatch.setattr(database, "PATIENCE_S", -1.0)
    away += [OperationalError("", {}, Exception())]
    with pytest.raises(DatabaseTrouble), database.transaction(engine, Reach.NONE):
        pass
    engine.dispose()


def test_an_address_of_another_kind_is_none(tmp_path):
    assert [postgres.is_meant(url) for url in ("postgresql://h/b", "postgres://h/b", "mysql://h/b", "sqlite:///x")] == [
        True, True, False, False,
    ]  # fmt: skip
