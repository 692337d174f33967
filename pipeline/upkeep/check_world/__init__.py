"""The invariants of a workspace as one function: run after the tests, by the demo, and in production."""

from pipeline.upkeep.check_world.check_world import check_world
from pipeline.upkeep.check_world.violation import UNREACHABLE, Violation

__all__ = ["UNREACHABLE", "Violation", "check_world"]
