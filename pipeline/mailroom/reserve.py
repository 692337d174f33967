"""Room is kept on each disk for what was taken already: a drop that would eat into it stays in the inbox.

What is taken is read, settled and told with the room that is left; a disk that is quite full stops even that.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from pipeline.mailroom.inbox import is_there

RESERVE_OCTETS, RESERVE_SHARE = 2_000_000_000, 0.05
"""What is kept free: the lesser of so many bytes and of that share of the disk."""
TWICE = 2
"""A drop is kept as it came, then page by page."""
MEGA = 1_000_000


def weight(drop: Path) -> int:
    """Return how many bytes a file holds, or the files of a folder; 0 when it has just gone."""
    parts = [drop, *drop.rglob("*")] if drop.is_dir() else [drop]
    return sum(part.lstat().st_size for part in parts if is_there(part))


def shortage(places: Iterable[Path], octets: int = 0) -> str | None:
    """Say in French which of the disks that hold ``places`` has no room to take in so many bytes; None: all have."""
    for place in places:
        disk = shutil.disk_usage(next(folder for folder in (place, *place.absolute().parents) if folder.exists()))
        reserve = min(RESERVE_OCTETS, int(RESERVE_SHARE * disk.total))
        if disk.free - TWICE * octets < reserve:
            return (
                f"le disque de {place} est presque plein ({_mo(disk.free)} Mo libres, dont {_mo(reserve)} Mo gardés "
                "pour finir ce qui est commencé) : rien n'est pris avant qu'il y ait de la place"
            )
    return None


def _mo(octets: int) -> str:
    return f"{octets / MEGA:,.1f}".replace(",", " ").replace(".", ",")
