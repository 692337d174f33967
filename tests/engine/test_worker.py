"""Workers as ``dramatiq`` starts them: they do what is announced, and nobody outlives whoever started them."""

import json
import os
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from pipeline.engine import bell
from pipeline.engine.bell import work_off
from pipeline.engine.events import HOST
from pipeline.store import presence, tasks
from pipeline.store.presence import Role
from pipeline.store.tasks import COMPUTING, State
from tests import workers
from tests.redis import served
from tests.store.shelf import bilan_of, opened


@pytest.fixture
def house(tmp_path):
    with served() as server:
        house = opened(tmp_path / "espace", PLI_MOTEUR="dramatiq", PLI_REDIS=server.url)
        house.server = server
        yield house
        house.close()


def test_what_is_announced_is_done_whatever_else_is_said_and_the_workers_leave_when_they_are_asked(house, lot):
    with workers.started(house.racine, house.environ) as listening:
        broker = bell.broker(house.server.url)
        for actor, args in ((bell.ACTOR, ("open:inconnu",)), ("inconnu", ("x",)), (bell.ACTOR, (f"open:{lot}",))):
            for _ in range(2):
                broker.enqueue(bell.Message(bell.CPU, actor, args, {}, {}))
        work_off(house, lambda done, total: None)
        assert bilan_of(house, f"{lot}-1").registre.recues == 1
        with house.store.look() as tx:
            assert {state for _, state in tasks.tally(tx, COMPUTING)} == {State.DONE}
            assert {row.essais for row in tx.execute(tasks.tache.select())} == {1}, "twice announced, once begun"
        listening.ask_to_leave()
        assert listening.left(within_s=20.0)
    assert workers.of(house.racine) == []


def test_nobody_outlives_the_command_that_started_them(house, lot):
    with workers.started(house.racine, house.environ) as listening:
        ringing = bell.Bell(house)
        ringing.top_up()
        workers.until(ringing.is_busy)
        ringing.dismiss()
        os.kill(listening.pid, signal.SIGKILL)
        workers.until(lambda: workers.of(house.racine) == [])


def test_without_an_engine_that_announces_nobody_listens(tmp_path):
    environ = {**os.environ, "PLI_RACINE": str(tmp_path), "PLI_MOTEUR": "local"}
    words = [sys.executable, "-c", "import pipeline.engine.worker"]
    done = subprocess.run(words, env=environ, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode != 0
    assert "PLI_REDIS" in done.stderr


def test_a_worker_that_waits_is_seen_to_be_there_and_its_machine_answers_how_it_goes(house, lot):
    address = free_address()
    told = {**house.environ, "PLI_METRIQUES": address, "PLI_JOURNAL": "json"}
    with workers.started(house.racine, told) as listening:
        (waiting,) = workers.until(lambda: seen(house))
        assert (waiting.process.role, waiting.doing, waiting.is_silent) == (Role.WORK, None, False)
        assert workers.until(lambda: answered(f"http://{address}/sante")) == "en marche\n"
        work_off(house, lambda done, total: None)
        assert len(seen(house)) == 1, "it is the one that worked"
        assert f'pli_processus_vivants{{machine="{HOST}",role="ouvrier"}} 1.0' in answered(f"http://{address}/metrics")
        listening.ask_to_leave()
        assert listening.left(within_s=20.0)
    workers.until(lambda: workers.of(house.racine) == [])
    assert seen(house) == []
    ready = [line for line in listening.said().splitlines() if "ready for action" in line and line.startswith("{")]
    assert json.loads(ready[0])["host"] == HOST


def seen(house):
    with house.store.look() as tx:
        return presence.seen(tx)


def answered(url):
    """Return what is answered, or None while nobody does."""
    try:
        return httpx.get(url, timeout=30).text
    except httpx.TransportError:
        return None


def free_address():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return f"127.0.0.1:{probe.getsockname()[1]}"


def test_a_worker_that_cannot_reach_the_database_ends_and_says_why_without_quoting_anything(tmp_path):
    closed = free_address()
    environ = {**os.environ, "PLI_RACINE": str(tmp_path), "PLI_MOTEUR": "dramatiq", "PLI_REDIS": f"redis://{closed}/0"}
    words = [sys.executable, "-c", CANNOT_BEGIN]
    told = {**environ, "PLI_BASE": f"postgresql://pli:secret@{closed}/pli"}
    done = subprocess.run(words, env=told, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "cet ouvrier ne peut rien faire : la base ne répond pas (OperationalError)" in done.stderr
    assert "secret" not in done.stderr


CANNOT_BEGIN = """
from types import SimpleNamespace
from pipeline.store import database
database.PATIENCE_S = 0.0
from pipeline.engine.worker import Follower
Follower().before_worker_boot(None, SimpleNamespace(worker_threads=1))
"""
