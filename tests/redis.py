"""A Redis server of our own on the loopback, as a site has one: what it is told is on the disk; killed, it is back."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from redis import Redis, RedisError

from tests.s3 import free_port

PROGRAM = shutil.which("redis-server")
NO_REDIS = "no Redis here: install the packages of packages.apt"
SOON_S = 20.0


class Server:
    """A server whose files lie in ``folder``; ``client`` speaks to it as anybody may."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = free_port()
        self.url = f"redis://127.0.0.1:{self._port}/0"
        self.client = Redis.from_url(self.url, decode_responses=True)
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers; what was on the disk is there again."""
        settings = {"port": self._port, "bind": "127.0.0.1", "dir": self._folder, "appendonly": "yes", "save": ""}
        words = [f"--{name}={value}" for name, value in settings.items()]
        self._process = subprocess.Popen(
            [str(PROGRAM), *(part for word in words for part in word.split("=", 1))], stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + SOON_S
        while not self._answers():
            assert time.monotonic() < deadline, "Redis did not start"
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except RedisError:
            return False

    def kill(self) -> None:
        """Kill it at once."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Stop it in order."""
        self._process.terminate()
        self._process.wait()

    def heard(self, queue: str) -> list[str]:
        """Return the messages of a queue that nobody has taken up, as they stand in the server."""
        names = self.client.lrange(f"dramatiq:{queue}", 0, -1)
        return [self.client.hget(f"dramatiq:{queue}.msgs", name) for name in names]


@contextmanager
def served() -> Iterator[Server]:
    """Run a server until the end of the block; leave nothing of it. Skip where there can be none."""
    if PROGRAM is None:
        pytest.skip(NO_REDIS)
    with tempfile.TemporaryDirectory(prefix="pli-redis-", dir="/tmp") as name:
        server = Server(Path(name))
        try:
            yield server
        finally:
            server.kill()
