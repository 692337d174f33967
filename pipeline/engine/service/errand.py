"""What the clerk of a service does by itself, and how it knows that it should stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.engine.house import House
from pipeline.errors import PliError


class Cut(PliError):
    """An errand is asked to stop between two steps; what it did is done, and it comes back for the rest."""


@dataclass(frozen=True, slots=True)
class Pace:
    """``is_over``: whether an errand should stop; it is asked between two things that are done."""

    is_over: Callable[[], bool]

    def step(self, _done: int = 0, _total: int = 0) -> None:
        """Be told that something was done, as runs tell it; raises Cut when the errand should stop."""
        if self.is_over():
            raise Cut("cut between two steps")

    def pause(self, wait_s: float) -> bool:
        """Say whether to stop: an errand that would only wait leaves its place, and looks again at its pace."""
        return wait_s > 0 or self.is_over()


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to do again and again. ``every_s``: seconds from its end to the next look at what there is to do.

    ``do`` is a function of a module: it travels to another process by its name. ``alone``: it holds the workspace,
    since it changes or sends something.
    """

    name: str
    do: Callable[[House, Pace], None]
    every_s: float
    alone: bool
