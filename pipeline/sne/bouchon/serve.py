"""The stand-in on a port of this machine."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import uvicorn

from pipeline.errors import Defect, Misuse
from pipeline.sne.bouchon.app import application
from pipeline.sne.bouchon.ledger import Ledger
from pipeline.sne.demandes import bodies_of

HOST = "127.0.0.1"
STOP_S = 2
GLANCE_S = 0.01


def _clock() -> datetime:
    return datetime.now(UTC)


@contextmanager
def serving(
    *, demandes: Path, base: Path, jeton: str | None = None, port: int = 0, now: Callable[[], datetime] = _clock
) -> Iterator[str]:
    """Serve, in a thread, the ``demandes`` of a file over the pieces held in ``base``; give the URL.

    ``port`` 0: any that is free. ``now``: the instant of a deposit. Raises ``Misuse`` when the file, the folder or
    the port is not to be used.
    """
    known = bodies_of(demandes)
    with closing(Ledger(base, now)) as ledger, _listening(port) as listener:
        config = uvicorn.Config(
            application(known, ledger, jeton),
            http="h11", ws="none", loop="asyncio", lifespan="off", log_config=None, log_level="warning",
            access_log=False, timeout_graceful_shutdown=STOP_S,
        )  # fmt: skip
        with _running(uvicorn.Server(config), listener):
            yield f"http://{HOST}:{listener.getsockname()[1]}"


def _listening(port: int) -> socket.socket:
    try:
        listener = socket.create_server((HOST, port))
    except OSError as error:
        why = error.strerror
        raise Misuse(f"--port {port} : ce port ne peut pas être ouvert ({why}) ; 0 en prend un libre") from error
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else every answer waits 40 ms for its second half
    return listener


@contextmanager
def _running(server: uvicorn.Server, listener: socket.socket) -> Iterator[None]:
    thread = Thread(target=server.run, args=([listener],), name="bouchon-sne", daemon=True)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise Defect("the stand-in stopped before it served")
            time.sleep(GLANCE_S)
        yield
    finally:
        server.should_exit = True
        thread.join()
