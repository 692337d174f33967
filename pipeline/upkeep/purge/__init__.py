"""Retention: what is settled goes after its time, the proof stays."""

from pipeline.upkeep.purge.purge import purge
from pipeline.upkeep.purge.tables import as_table
from pipeline.upkeep.purge.tally import Purged

__all__ = ["Purged", "as_table", "purge"]
