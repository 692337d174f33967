"""Who wakes the tasks. Every engine runs the same ``run`` over the same tables; they differ in nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.engine import pool
from pipeline.engine.house import House
from pipeline.engine.pool import Crew, Step
from pipeline.errors import Misuse


@dataclass(frozen=True, slots=True)
class Engine:
    """``work_off`` runs all computing tasks to their end; ``crew`` does them in the background, for a service."""

    work_off: Callable[[House, Step], None]
    crew: Callable[[House], Crew]


ENGINES: Mapping[str, Engine] = MappingProxyType({"local": Engine(pool.work_off, Crew)})


def work_off(house: House, step: Step) -> None:
    """Have the engine that the settings name run all computing tasks to their end; ``step``: told (done, in all)."""
    _named(house).work_off(house, step)


def crew(house: House) -> Crew:
    """Return the crew of the engine that the settings name."""
    return _named(house).crew(house)


def _named(house: House) -> Engine:
    name = house.settings.moteur.nom
    if name not in ENGINES:
        raise Misuse(f"PLI_MOTEUR : le moteur « {name} » n'est pas encore livré ; écrivez « local ».")
    return ENGINES[name]
