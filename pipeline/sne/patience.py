"""How long a deposit that nobody answered waits for its next call. Pure: the spread comes from its key."""

from __future__ import annotations

import hashlib
from datetime import timedelta

FIRST_S, LONGEST_S = 10.0, 1_800.0
HOLDS = 3
"""Calls without an answer after which a piece lets those of its demande that are due later pass."""
_SPREAD = 0.5
_DOUBLINGS_MAX = 20


def wait_after(cle: str, essais: int, asked_s: float | None = None) -> timedelta:
    """Return how long to wait after the ``essais``-th call without an answer (1 is the first).

    Ten seconds, doubled each time up to half an hour; up to half more by the key, so that what was put off together
    does not come back together. Never less than ``asked_s``, the seconds that the register asked for.
    """
    steady_s = min(FIRST_S * 2 ** min(essais - 1, _DOUBLINGS_MAX), LONGEST_S)
    spread = 1 + _SPREAD * _share(f"{cle} {essais}")
    return timedelta(seconds=max(steady_s, asked_s or 0.0) * spread)


def _share(name: str) -> float:
    """Return a number in 0-1 that a name always gives."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) / 0xFFFFFFFF
