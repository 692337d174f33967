"""The service says that it lives, to its starter and to who looks."""

import os
import socket
import time
from datetime import datetime, timedelta

import pytest

from pipeline.domain.working_calendar import PARIS
from pipeline.engine import lock
from pipeline.engine.service import pulse
from pipeline.engine.service.pulse import ADDRESS, Pulse


@pytest.fixture(params=["path", "abstract"])
def starter(request, tmp_path):
    """A socket that listens as systemd does, and the name under which a service finds it."""
    name = str(tmp_path / "notify") if request.param == "path" else f"@pli-{os.getpid()}-{time.monotonic_ns()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(f"\0{name[1:]}" if name.startswith("@") else name)
        listener.settimeout(1)
        yield listener, name


def test_it_tells_its_starter_what_it_does(tmp_path, starter):
    listener, name = starter
    with lock.serving(tmp_path) as file:
        told = Pulse(file, {ADDRESS: name})
        told.ready()
        told.beat()
        told.stopping()
    assert [listener.recv(64) for _ in range(3)] == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]


def test_a_starter_that_reads_nothing_or_is_gone_holds_nothing_up(tmp_path, starter):
    listener, name = starter
    with lock.serving(tmp_path) as file:
        told = Pulse(file, {ADDRESS: name})
        for _ in range(2_000):
            told.beat()
        listener.close()
        told.beat()


def test_started_by_hand_it_tells_nobody(tmp_path):
    with lock.serving(tmp_path) as file:
        Pulse(file, {}).beat()


def test_whoever_looks_sees_since_when_and_the_last_round(tmp_path):
    assert pulse.seen(tmp_path) is None
    before = datetime.now(PARIS) - timedelta(seconds=1)
    with lock.serving(tmp_path) as file:
        told = Pulse(file, {})
        path = tmp_path / "var" / lock.SERVICE
        os.utime(path, (time.time() - 60, time.time() - 60))
        seen = pulse.seen(tmp_path)
        assert before <= seen.since <= datetime.now(PARIS)
        assert 59 < seen.silence_s < 70
        told.beat()
        assert pulse.seen(tmp_path).silence_s < 5
    assert pulse.seen(tmp_path) is None, "a service that ended leaves its file, not its lock"


def test_a_service_that_has_only_just_begun_is_seen(tmp_path):
    with lock.serving(tmp_path):
        assert pulse.seen(tmp_path).silence_s < 5
