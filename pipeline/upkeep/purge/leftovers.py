"""Leftovers: what no rule keeps, since nothing needs it any more."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from pipeline.durable import remove_durably
from pipeline.engine.house import House
from pipeline.mailroom import quarantine
from pipeline.store import erasing, holders, purges
from pipeline.upkeep import orphans
from pipeline.upkeep.purge.tally import Tally
from pipeline.upkeep.purge.terms import Rule


def purge_leftovers(house: House, now: datetime, days: int, tally: Tally, *, do: bool) -> None:
    """Purge, or only count, PDFs that were never sent, files that nobody names, addresses that no message is for.

    ``days``: for how long messages are kept, and with them what is known of addresses.
    """
    _purge_pdfs(house, tally, do=do)
    _purge_addresses(house, now - timedelta(days=days), tally, do=do)
    _purge_blobs(house, tally, do=do)
    paths = list(_quarantined(house))
    tally.add(Rule.LEFTOVERS, sum(path.stat().st_size for path in paths), things=len(paths))
    if do:
        remove_durably(paths)


def _purge_pdfs(house: House, tally: Tally, *, do: bool) -> None:
    """Purge the PDFs of pieces that were settled otherwise before they were sent."""
    with house.store.begin() as tx:
        unused = holders.unused(tx)
        if do:
            erasing.forget_unused(tx, unused)
        held = {blob for blob, _ in holders.holders(tx, set(unused.values()))}
    free = set(unused.values()) - held
    tally.add(Rule.LEFTOVERS, house.store.blobs.octets(free), things=len(unused))
    if do:
        house.store.blobs.remove(free)


def _purge_addresses(house: House, until: datetime, tally: Tally, *, do: bool) -> None:
    with house.store.begin() as tx:
        old = erasing.old_addresses(tx, until, purges.kept_addresses(tx))
        if do:
            erasing.forget_addresses(tx, old)
    tally.add(Rule.LEFTOVERS, 0, things=len(old))


def _purge_blobs(house: House, tally: Tally, *, do: bool) -> None:
    found = list(orphans.blobs(house, time.time()))
    tally.add(Rule.LEFTOVERS, sum(kept.octets for kept in found), things=len(found))
    if do:
        house.store.blobs.remove(kept.name for kept in found)


def _quarantined(house: House) -> Iterator[Path]:
    """Yield the files of the quarantine whose lot is purged: a death kept them."""
    for lot, paths in quarantine.copies(house.racine / "outbox").items():
        with house.store.begin() as tx:
            purged = purges.lot_purged(tx, lot)
        if purged is not None:
            yield from paths
