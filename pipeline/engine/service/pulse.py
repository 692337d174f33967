"""The service says that it is alive: to the program that started it, and to whoever looks at the workspace."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from pipeline.domain.working_calendar import PARIS
from pipeline.engine import lock

ADDRESS = "NOTIFY_SOCKET"
DEAF = (BlockingIOError, ConnectionRefusedError, FileNotFoundError)
READY, ALIVE, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


@dataclass(frozen=True, slots=True)
class Service:
    """A service that is there. ``since``: when it started; ``silence_s``: seconds since it last said that it lives."""

    since: datetime
    silence_s: float


class Pulse:
    """What the service says of itself, by message, and in ``file``: it holds since when, and is as old as a round."""

    def __init__(self, file: IO[str], environ: Mapping[str, str]) -> None:
        self._file = file
        self._address = environ.get(ADDRESS)
        file.truncate(0)
        file.write(json.dumps({"depuis": datetime.now(PARIS).isoformat(timespec="seconds")}))
        file.flush()

    def ready(self) -> None:
        """Say that the work has begun."""
        self._tell(READY)

    def beat(self) -> None:
        """Say that one more round is done."""
        os.utime(self._file.fileno())
        self._tell(ALIVE)

    def stopping(self) -> None:
        """Say that nothing more is taken."""
        self._tell(STOPPING)

    def _tell(self, said: str) -> None:
        """Send what systemd calls ``sd_notify``; a starter that does not listen keeps nothing from being done."""
        if self._address is None:
            return
        address = f"\0{self._address[1:]}" if self._address.startswith("@") else self._address
        kind = socket.SOCK_DGRAM | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
        with socket.socket(socket.AF_UNIX, kind) as channel, suppress(*DEAF):
            channel.sendto(said.encode(), address)


def seen(racine: Path) -> Service | None:
    """Return the service that watches a workspace, None when there is none."""
    if not lock.is_served(racine):
        return None
    path = racine / "var" / lock.SERVICE
    silence_s = time.time() - path.stat().st_mtime
    said = path.read_text()
    since = json.loads(said)["depuis"] if said else None  # it has only just taken its lock
    return Service(datetime.fromisoformat(since) if since is not None else datetime.now(PARIS), max(0.0, silence_s))
