"""Who wakes the tasks. Every engine runs the same ``run`` over the same tables; they differ in nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pipeline.engine import pool
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.errors import Misuse

ENGINES: Mapping[str, Callable[[House, Step], None]] = MappingProxyType({"local": pool.work_off})


def work_off(house: House, step: Step) -> None:
    """Have the engine that the settings name run all computing tasks to their end; ``step``: told (done, in all)."""
    name = house.settings.moteur.nom
    if name not in ENGINES:
        raise Misuse(f"PLI_MOTEUR : le moteur « {name} » n'est pas encore livré ; écrivez « local ».")
    ENGINES[name](house, step)
