"""Who works on a workspace: whoever changes or sends something holds it alone; one service at most watches it.

The locks are ``flock``: they go with the process that holds them, however it ends, so none is ever stale. Who waits
for one holds its turn, so that it comes before a holder that lets go and asks again at once.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from pipeline.errors import Misuse

HOLD, WORK, CALM, SERVICE = "verrou", "verrou.travail", "verrou.calme", "service"
GLANCES, GLANCE_S = 5, 0.1
"""Whoever only looks holds a lock for an instant: a service that starts looks again before it gives up."""


@contextmanager
def sole(racine: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the workspace; ``on_wait`` is called once when another process holds it, which is waited for."""
    with _held(racine, HOLD, on_wait):
        yield


@contextmanager
def still(racine: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Have a service take nothing and read nothing; ``on_wait`` is called once when it has to be waited for."""
    with _held(racine, WORK, on_wait):
        yield


@contextmanager
def calm(racine: Path) -> Iterator[None]:
    """Have no task begun by a worker that a broker wakes; taking one lasts an instant, which is waited for."""
    with _file(racine, CALM) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def beginning(racine: Path) -> Iterator[bool]:
    """Say whether a task may be begun; nobody has calm until the block ends."""
    with _file(racine, CALM) as file:
        yield _is_taken(file, fcntl.LOCK_SH)


def is_wanted(racine: Path) -> bool:
    """Say whether somebody waits for the workspace."""
    return _is_awaited(racine, HOLD)


class Work:
    """What a service takes and reads under: it lets go when somebody asks for stillness, and takes it again after."""

    def __init__(self, racine: Path) -> None:
        self._racine = racine
        self._held = ExitStack()
        self.is_ours = False

    def take(self) -> bool:
        """Take it if it is free; say whether it is ours."""
        if not self.is_ours and not _is_awaited(self._racine, WORK):
            file = self._held.enter_context(_file(self._racine, WORK))
            self.is_ours = _is_taken(file)
            if not self.is_ours:
                self._held.close()
        return self.is_ours

    def is_wanted(self) -> bool:
        """Say whether somebody waits for stillness."""
        return _is_awaited(self._racine, WORK)

    def let_go(self) -> None:
        """Let whoever waits have it."""
        self._held.close()
        self.is_ours = False


@contextmanager
def serving(racine: Path) -> Iterator[IO[str]]:
    """Be the service of the workspace; give the file that says so. Raises Misuse at once when there is one."""
    with _file(racine, SERVICE) as file:
        for _ in range(GLANCES):
            if _is_taken(file):
                break
            time.sleep(GLANCE_S)
        else:
            raise Misuse("« pli surveiller » est déjà en marche sur cet espace de travail ; un seul y suffit.")
        yield file


def is_served(racine: Path) -> bool:
    """Say whether a service watches the workspace."""
    if not (racine / "var" / SERVICE).exists():
        return False
    with _file(racine, SERVICE) as file:
        return not _is_taken(file)


@contextmanager
def _held(racine: Path, name: str, on_wait: Callable[[], None]) -> Iterator[None]:
    with _file(racine, name) as hold:
        with _file(racine, _turn(name)) as turn:
            if not _is_taken(turn) or not _is_taken(hold):
                on_wait()
                fcntl.flock(turn, fcntl.LOCK_EX)
                fcntl.flock(hold, fcntl.LOCK_EX)
        yield


def _is_awaited(racine: Path, name: str) -> bool:
    with _file(racine, _turn(name)) as turn:
        return not _is_taken(turn)


def _turn(name: str) -> str:
    return f"{name}.tour"


@contextmanager
def _file(racine: Path, name: str) -> Iterator[IO[str]]:
    """Open a lock; what it holds goes when it is closed."""
    path = racine / "var" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        yield file


def _is_taken(file: IO[str], how: int = fcntl.LOCK_EX) -> bool:
    """Take a lock that is free; say whether it was."""
    try:
        fcntl.flock(file, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
