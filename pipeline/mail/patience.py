"""How long a message that nobody took yet is tried, and how often. Pure: the spread comes from its name."""

from __future__ import annotations

import hashlib
from datetime import timedelta

LIFETIME = timedelta(days=5)
"""From the first try, after which nobody tries any more by themselves."""
FIRST_S, LONGEST_S = 300.0, 4_000.0
_SPREAD = 0.2
_STEPS = 256


def wait_after(message_id: str, tries: int) -> timedelta:
    """Return how long to wait after the ``tries``-th try (1 is the first).

    Five minutes, doubled each time, up to 4 000 s; up to a fifth more, by the name of the message, so that what was
    put off together does not come back together.
    """
    steady = min(FIRST_S * 2 ** min(tries - 1, 10), LONGEST_S / (1 + _SPREAD))
    return timedelta(seconds=steady * (1 + _SPREAD * _share(f"{message_id} {tries}")))


def _share(name: str) -> float:
    """Return a number in 0–1 that a name always gives."""
    return hashlib.sha256(name.encode()).digest()[0] / (_STEPS - 1)
