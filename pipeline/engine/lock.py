"""One local engine at a time on a workspace."""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def sole(racine: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold the workspace; ``on_wait`` is called once when another process holds it, which is waited for."""
    path = racine / "var" / "verrou"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
