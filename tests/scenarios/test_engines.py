"""The same files by any engine end in the same bilans, whatever happens to what is between the machines."""

from __future__ import annotations

import os
import signal
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
from redis import Redis

from pipeline.engine.hand import LEASE_S
from pipeline.engine.house import House
from pipeline.store.database import connect
from pipeline.upkeep.check_world import check_world
from tests import postgres, redis, workers
from tests.s3 import s3_server
from tests.scenarios.test_killed import essence
from tests.scenarios.test_service import serving, stop
from tests.scenarios.workspace import MORNING, NIGHT, Workspace, golden, surroundings

FILES = ("smartphone-quittance.jpg", "pwp-dossier.pdf")
WHOLE = tuple(golden())
FEW_S, WHOLE_S = 300, 1500
"""What the files take, and all of them, on a machine that does ten other things: whose patience ends proves nothing."""
DOWN_S = 20.0
DONE, LATER = 0, 4
AHEAD_S = 60.0
CLOCK = f"import time\ntrue = time.time\ntime.time = lambda: true() + {AHEAD_S}\n"
"""What Python reads as it starts, on a machine whose clock is ahead."""

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def server():
    with redis.served() as running:
        yield running


@pytest.fixture
def by_bell(server):
    return {"PLI_MOTEUR": "dramatiq", "PLI_REDIS": server.url}


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """The same files by the local engine."""
    workspace = Workspace(tmp_path_factory.mktemp("local"))
    workspace.know_demandes()
    workspace.drop(FILES)
    assert workspace.pli("traiter").returncode == 0
    return told(workspace)


def told(workspace):
    """Return the bilans, but for the bytes of their PDFs, which bear the instant at which they were made."""
    return {name: essence(bilan) for name, bilan in workspace.bilans().items()}


def dropped(workspace, files=FILES):
    workspace.know_demandes()
    workspace.drop(files)
    return workspace


@contextmanager
def listening(workspace, environ, processes=1):
    with workers.started(workspace.racine, surroundings(MORNING, **environ), processes) as running:
        yield running


@contextmanager
def treating(workspace, environ, within_s=FEW_S):
    """Have ``pli traiter`` run meanwhile, to a good end."""
    running = workspace.start("traiter", **environ)
    try:
        yield running
        assert running.wait(within_s) == 0
    finally:
        running.kill()
        running.wait()


def read(workspace):
    """Return how many pages are read."""
    if not (workspace.racine / "var" / "pli.sqlite").exists():
        return 0
    is_there = workspace.rows("SELECT count(*) FROM sqlite_master WHERE name = 'lecture'")[0][0]
    return workspace.rows("SELECT count(*) FROM lecture")[0][0] if is_there else 0


def hand_at_work(workspace):
    """Return the child that does a task, by what it is called in the database: machine, process, thread, once."""
    held = workspace.rows("SELECT ouvrier FROM tache WHERE etat = 'en_cours'")
    if not held:
        return None
    process = held[0][0].split(".")[-3]
    return next((int(child) for child in children(process) if is_hand(child)), None)


def children(process):
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [child for listed in tasks for child in listed.read_text().split()]


def is_hand(process):
    return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()


def test_one_worker_that_redis_wakes_ends_where_the_local_engine_does(workspace, alone, by_bell):
    dropped(workspace)
    with listening(workspace, by_bell) as running, treating(workspace, by_bell):
        pass
    assert told(workspace) == alone
    assert not any(word in running.said() for word in ("Traceback", "MARTIN", FILES[1]))


def test_what_befalls_redis_or_a_worker_costs_time_and_nothing_else(workspace, alone, by_bell, server):
    dropped(workspace)
    with listening(workspace, by_bell), treating(workspace, by_bell):
        workers.until(lambda: read(workspace) >= 1)
        server.client.flushall()
        workers.until(lambda: read(workspace) >= 2)
        os.kill(workers.until(lambda: hand_at_work(workspace)), signal.SIGKILL)
        server.kill()
        time.sleep(1.0)
        server.start()
    assert told(workspace) == alone
    assert max(count for (count,) in workspace.rows("SELECT essais FROM tache")) <= 2


@pytest.mark.faults
def test_a_machine_that_is_gone_is_missed_after_its_lease(workspace, alone, by_bell):
    dropped(workspace)
    with treating(workspace, by_bell):
        with listening(workspace, by_bell):
            workers.until(lambda: read(workspace) >= 1 and hand_at_work(workspace))
            for process in workers.of(workspace.racine):
                os.kill(process, signal.SIGKILL)
        since = time.monotonic()
        with listening(workspace, by_bell):
            workers.until(lambda: read(workspace) == 6)
            assert time.monotonic() - since < LEASE_S + 60.0
            workers.until(lambda: told(workspace) == alone)


@pytest.mark.faults
def test_without_redis_for_a_while_the_work_waits_and_goes_on(workspace, alone, by_bell, server):
    dropped(workspace)
    with listening(workspace, by_bell), treating(workspace, by_bell):
        workers.until(lambda: read(workspace) >= 1)
        server.stop()
        time.sleep(DOWN_S)
        server.start()
    assert told(workspace) == alone


@pytest.mark.faults
def test_a_purge_beside_workers_that_listen_waits_for_them_and_they_go_on_after(workspace, alone, by_bell):
    dropped(workspace, FILES[:1])
    with listening(workspace, by_bell), serving(workspace, MORNING, **by_bell) as service:
        workers.until(lambda: len(told(workspace)) == 1)
        workspace.drop(FILES[1:])
        workers.until(lambda: hand_at_work(workspace))
        assert workspace.pli("purger", "--faire", **by_bell).returncode == 0
        workers.until(lambda: told(workspace) == alone)
        stop(service, workspace)


@pytest.mark.faults
def test_a_database_restarted_in_the_middle_costs_time_and_nothing_else(workspace, alone, by_bell):
    dropped(workspace)
    if postgres.binaries() is None:
        pytest.skip(postgres.NO_POSTGRES)
    with postgres.served() as database:
        name = database.made()
        environ = {**by_bell, "PLI_BASE": database.url(name)}
        connect(environ["PLI_BASE"]).dispose()
        with listening(workspace, environ, processes=2):
            work = workspace.start("traiter", **environ)
            workers.until(lambda: database.execute("SELECT 1 FROM lecture", name))
            database.kill()
            time.sleep(2.0)
            database.start()
            assert work.wait(FEW_S) in {DONE, LATER}
            assert workspace.pli("traiter", **environ).returncode == 0
        assert told(workspace) == alone
        with closing(House(workspace.racine, {"PLI_MAINTENANT": NIGHT, **environ})) as house:
            assert check_world(house) == []


@contextmanager
def three_machines(tmp_path, own=({}, {}, {})):
    """Have three machines with a worker each at one PostgreSQL, one Redis and one bucket; give what tells of them.

    ``own``: what each is told besides.
    """
    if postgres.binaries() is None:
        pytest.skip(postgres.NO_POSTGRES)
    with redis.served() as broker, s3_server() as bucket, ExitStack() as started:
        shared = {"PLI_BASE": postgres.emptied(), "PLI_BLOBS": bucket.bucket(), **bucket.environ}
        environ = {"PLI_MOTEUR": "dramatiq", "PLI_REDIS": broker.url, **shared}
        for n, told_besides in enumerate(own):
            machine = Workspace(tmp_path / f"machine-{n}")
            machine.know_demandes()  # each asks the register by itself
            started.enter_context(listening(machine, {**environ, **told_besides}))
        yield environ


def assert_three_machines_do_as_one(workspace, tmp_path, files, expected, within_s=FEW_S):
    dropped(workspace, files)
    with three_machines(tmp_path) as environ:
        with treating(workspace, environ, within_s):
            pass
        assert told(workspace) == expected
        with pytest.MonkeyPatch.context() as patched:
            for name, value in environ.items():
                patched.setenv(name, value)
            with closing(House(workspace.racine, {"PLI_MAINTENANT": NIGHT, **environ})) as house:
                assert check_world(house) == []


@pytest.mark.xdist_group("postgres")
def test_three_machines_on_one_database_and_one_bucket_end_where_one_does(workspace, tmp_path, alone):
    assert_three_machines_do_as_one(workspace, tmp_path, FILES, alone)


@pytest.mark.faults
@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("who", ["a machine that reads", "the one that announces"])
def test_a_machine_whose_clock_is_ahead_takes_nothing_from_the_others(workspace, tmp_path, alone, who):
    folder = tmp_path / "horloge"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(CLOCK)
    ahead = {"PYTHONPATH": str(folder)}
    reads, announces = (ahead, {}) if who == "a machine that reads" else ({}, ahead)
    dropped(workspace)
    with three_machines(tmp_path, (reads, {}, {})) as environ:
        assert is_one_ahead(environ) == bool(reads)
        with treating(workspace, {**environ, **announces}):
            pass
        assert told(workspace) == alone
        base, name = postgres.shared()
        assert base.execute("SELECT max(essais) FROM tache", name) == [(1,)]


def is_one_ahead(environ):
    """Say whether one of those who listen tells Redis of an instant that is to come."""
    with closing(Redis.from_url(environ["PLI_REDIS"])) as client:
        told_ms = [score for _, score in client.zrange("dramatiq:__heartbeats__", 0, -1, withscores=True)]
    return max(told_ms) > 1000 * (time.time() + AHEAD_S / 2)


@pytest.mark.faults
@pytest.mark.timeout(2 * WHOLE_S)
@pytest.mark.xdist_group("postgres")
def test_every_fixture_ends_alike_on_three_machines(workspace, tmp_path, day):
    assert_three_machines_do_as_one(workspace, tmp_path, WHOLE, told(day), WHOLE_S)


@pytest.mark.faults
@pytest.mark.timeout(2 * WHOLE_S)
def test_every_fixture_ends_alike_by_one_worker(workspace, by_bell, day):
    dropped(workspace, WHOLE)
    with listening(workspace, by_bell), treating(workspace, by_bell, WHOLE_S):
        pass
    assert told(workspace) == told(day)
