"""A copy of a workspace taken while it works, and a workspace made anew from it, held until the register was asked."""

from pipeline.upkeep.backup.pending import refuse_unasked, refuse_unfinished
from pipeline.upkeep.backup.put_back import reconcile_put_back
from pipeline.upkeep.backup.restore import Restored, restore
from pipeline.upkeep.backup.save import Saved, save

__all__ = [
    "Restored",
    "Saved",
    "reconcile_put_back",
    "refuse_unasked",
    "refuse_unfinished",
    "restore",
    "save",
]
