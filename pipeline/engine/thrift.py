"""Memory that is free goes back to the system: the C library keeps what page images took, for more of them to come."""

from __future__ import annotations

import ctypes
from functools import cache

from pipeline.store.tasks import Kind

PAGES = 4
"""Pages read in between: giving back after each takes a thirtieth of the time."""
SEVERAL_PAGES = frozenset({Kind.CUT, Kind.ASK, Kind.SETTLE, Kind.COMPOSE})
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # the names of two parameters of mallopt
_KEPT, _LARGEST = 1 << 28, 1 << 25  # bytes; the second is the most that it takes


def give_back() -> None:
    """Return all that is free, in some hundredths of a second."""
    ctypes.CDLL(None).malloc_trim(0)


@cache
def keep_in_between() -> None:
    """Have all that is free kept until it is given back: by itself the C library returns some at every step."""
    library = ctypes.CDLL(None)
    library.mallopt(_TRIM_THRESHOLD, _KEPT)
    library.mallopt(_MMAP_THRESHOLD, _LARGEST)


class Thrift:
    """What one process gives back as it works."""

    def __init__(self) -> None:
        self._pages = 0

    def after(self, kind: Kind) -> None:
        """Give back what a task took, when it was much."""
        if kind is Kind.READ:
            keep_in_between()
            self._pages += 1
        if kind in SEVERAL_PAGES or self._pages >= PAGES:
            self._give_back()

    def idle(self) -> None:
        """Give back what the last pages took: others may need it for a whole pli meanwhile."""
        if self._pages:
            self._give_back()

    def _give_back(self) -> None:
        give_back()
        self._pages = 0
