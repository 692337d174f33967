"""What nobody names any more: left by a death on the way, or by a purge that was cut. Files only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.engine.house import House
from pipeline.engine.work import UNFOLDING
from pipeline.store import holders
from pipeline.store.blobs import PREFIXES, Kept

GRACE_S = 3600.0
"""A file that is younger may still be named: files are written before the rows that name them."""


def blobs(house: House, now: float) -> Iterator[Kept]:
    """Yield the blobs that no lot and no PDF names; ``now``: seconds of the real clock."""
    for prefix in PREFIXES:
        aged = [kept for kept in house.store.blobs.listed(prefix) if now - kept.since > GRACE_S]
        if aged:
            with house.store.begin() as tx:
                named = holders.received(tx, prefix) | holders.composed(tx, prefix)
            yield from (kept for kept in aged if kept.name not in named)


def unfoldings(house: House, now: float) -> list[Path]:
    """Return the folders where lots were being unfolded by somebody who died; ``now`` as above."""
    found = sorted((house.racine / "var").glob(f"{UNFOLDING}*"))
    return [folder for folder in found if now - folder.stat().st_mtime > GRACE_S]
