"""What each step of a task costs, in CPU seconds of this process and of the children that it waited for."""

from __future__ import annotations

import resource
import time
from collections.abc import Mapping


class Stopwatch:
    """Started with a task; told as each of its steps ends."""

    def __init__(self) -> None:
        self._steps: dict[str, float] = {}
        self._last = _spent()

    def lap(self, step: str) -> None:
        """Put down to ``step`` what was spent since the last call."""
        now = _spent()
        self._steps[step] = self._steps.get(step, 0.0) + now - self._last
        self._last = now

    def steps(self, last: str) -> Mapping[str, float]:
        """Return the CPU seconds of every step, the time since the last one being that of ``last``."""
        self.lap(last)
        return {step: round(seconds, 5) for step, seconds in self._steps.items()}


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
