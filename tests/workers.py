"""Workers started as a site starts them, by dramatiq's own command, and found again by what they were told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

MARK = "ESSAI_OUVRIERS"
DRAMATIQ = Path(sys.executable).with_name("dramatiq")
ROOT = Path(__file__).resolve().parents[1]
SOON_S = 150.0


class Listening:
    """The command that was started, and what it says."""

    def __init__(self, racine: Path, environ: Mapping[str, str], processes: int) -> None:
        racine.mkdir(parents=True, exist_ok=True)
        self._said = racine / f"ouvriers-{time.monotonic_ns()}.log"
        words = [str(DRAMATIQ), "pipeline.engine.worker", "--processes", str(processes), "--threads", "1"]
        told = {"PLI_RACINE": str(racine), MARK: str(racine)}
        with self._said.open("wb") as log:
            self._process = subprocess.Popen(
                words, cwd=ROOT, env={**os.environ, **environ, **told}, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )
        until(lambda: self.said().count("ready for action") == processes, self.said)

    @property
    def pid(self) -> int:
        return self._process.pid

    def said(self) -> str:
        return self._said.read_text()

    def ask_to_leave(self) -> None:
        self._process.send_signal(signal.SIGTERM)

    def left(self, within_s: float) -> bool:
        """Say whether the command ends in order."""
        return self._process.wait(within_s) == 0

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@contextmanager
def started(racine: Path, environ: Mapping[str, str], processes: int = 1) -> Iterator[Listening]:
    """Have workers listen until the end of the block; leave none."""
    listening = Listening(racine, environ, processes)
    try:
        yield listening
    finally:
        listening.kill()
        for pid in of(racine):
            os.kill(pid, signal.SIGKILL)


def of(racine: Path) -> list[int]:
    """Return the processes of the workers of a workspace, the command and its children."""
    mark = f"{MARK}={racine}\0".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = mark in (folder / "environ").read_bytes()
        except OSError:  # it ended while we looked
            continue
        if is_ours:
            found.append(int(folder.name))
    return found


def until(holds: Callable[[], object], tell: Callable[[], object] = lambda: "") -> object:
    """Wait until ``holds()`` is true, and return what it says."""
    deadline = time.monotonic() + SOON_S
    while not (found := holds()):
        assert time.monotonic() < deadline, tell()
        time.sleep(0.05)
    return found
