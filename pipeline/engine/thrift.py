"""Memory that is free goes back to the system: the C library keeps what page images took, for more of them to come."""

from __future__ import annotations

import ctypes

from pipeline.store.tasks import Kind

PAGES = 8
"""Pages read in between: giving back after each takes a twentieth of the time; never, a fifth of the memory."""
WHOLE_PLI = frozenset({Kind.CUT, Kind.ASK, Kind.SETTLE})


def give_back() -> None:
    """Return all that is free, in some hundredths of a second."""
    ctypes.CDLL(None).malloc_trim(0)


class Thrift:
    """What one process gives back as it works."""

    def __init__(self) -> None:
        self._pages = 0

    def after(self, kind: Kind) -> None:
        """Give back what a task took, when it was much."""
        self._pages += kind is Kind.READ
        if kind in WHOLE_PLI or self._pages >= PAGES:
            self._give_back()

    def idle(self) -> None:
        """Give back what the last pages took: others may need it for a whole pli meanwhile."""
        if self._pages:
            self._give_back()

    def _give_back(self) -> None:
        give_back()
        self._pages = 0
