"""Who wakes the tasks. Every engine runs the same ``run`` over the same tables; they differ in nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pipeline.engine import pool
from pipeline.engine.house import House
from pipeline.engine.pool import Step


class Crew(Protocol):
    """Those who work in the background of a service."""

    def top_up(self) -> None:
        """Have as many at work as there is work for."""

    def mind(self) -> None:
        """Free what the dead held."""

    def is_busy(self) -> bool:
        """Say whether somebody works."""

    def move(self, house: House) -> None:
        """Work in another opening of the workspace."""

    def leave(self) -> None:
        """Begin nothing more."""

    def dismiss(self) -> None:
        """Leave nothing behind."""


@dataclass(frozen=True, slots=True)
class Engine:
    """``work_off`` runs all computing tasks to their end; ``crew`` does them in the background, for a service."""

    work_off: Callable[[House, Step], None]
    crew: Callable[[House], Crew]


LOCAL = Engine(pool.work_off, pool.Crew)


def engine_of(house: House) -> Engine:
    """Return the engine that the settings name."""
    if house.settings.moteur.nom == "local":
        return LOCAL
    from pipeline.engine import bell  # noqa: PLC0415 - a fifth of a second, spared to those without it

    return Engine(bell.work_off, bell.Bell)
