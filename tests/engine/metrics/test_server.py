"""A machine answers how it goes, to whoever asks on that machine."""

import socket
import threading
from contextlib import closing, contextmanager

import httpx
import pytest

from pipeline.engine.metrics import server
from pipeline.engine.metrics.server import Server
from pipeline.engine.presence import Presence
from pipeline.engine.service.fresh import Fresh
from pipeline.store.presence import Role
from pipeline.store.schema import presence


@pytest.fixture
def asked(house):
    """What is answered to a question, by the path."""
    with closing(Fresh(house.racine, house.environ)) as fresh, answering(fresh) as (host, port):
        yield lambda path: httpx.get(f"http://{host}:{port}{path}", timeout=30)


@contextmanager
def answering(fresh):
    with Server(("127.0.0.1", 0), fresh, Role.WATCH) as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.05,))
        thread.start()
        yield made.server_address
        made.shutdown()
        thread.join()


def test_metrics_are_answered_and_nothing_is_written_of_who_asks(asked, capfd):
    answer = asked("/metrics")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, "text/plain")
    assert "pli_plis_ouverts" in answer.text
    assert capfd.readouterr().err == ""


def test_nothing_else_is_answered(asked):
    assert asked("/").status_code == 404
    assert asked("/metrics?pli=1").status_code == 404


def test_a_machine_is_well_while_the_process_that_answers_for_it_is_heard(asked, house):
    assert asked("/sante").status_code == 503
    Presence(Role.WATCH).tell(house)
    assert asked("/sante").text == "en marche\n"
    with house.store.begin() as tx:
        tx.execute(presence.update().values(vu=0.0))
    assert asked("/sante").status_code == 503


def test_without_a_database_it_says_so(asked, house, caplog):
    with house.store.begin() as tx:
        tx.exec_driver_sql("ALTER TABLE tache RENAME TO ailleurs")
    answer = asked("/metrics")
    assert (answer.status_code, answer.text) == (503, "la base ne répond pas\n")
    assert "OperationalError" in caplog.text


def test_whoever_asks_and_says_nothing_keeps_the_others_waiting_for_a_moment_only(house, monkeypatch):
    monkeypatch.setattr(server.Asked, "timeout", 0.2)
    fresh = Fresh(house.racine, house.environ)
    with closing(fresh), answering(fresh) as (host, port), socket.create_connection((host, port)):
        assert httpx.get(f"http://{host}:{port}/sante", timeout=30).status_code == 503


def test_an_address_that_another_has_is_waited_for_and_said_once(house, caplog, monkeypatch):
    waited = []
    with socket.create_server(("127.0.0.1", 0)) as other, closing(Fresh(house.racine, house.environ)) as fresh:

        def wait(_seconds):
            waited.append(1)
            if len(waited) == 3:
                other.close()

        monkeypatch.setattr(server.time, "sleep", wait)
        address = other.getsockname()
        server._bound(address, fresh, Role.WATCH).server_close()
    assert len(waited) == 3
    assert [record.message for record in caplog.records] == [
        f"mesures : {address[0]}:{address[1]} ne s'ouvre pas (Address already in use)"
    ]


def test_where_nothing_is_set_nobody_answers(house):
    server.serve(house.racine, house.environ, Role.WATCH)
