"""A purge: every rule in turn, counted or done."""

from __future__ import annotations

from pipeline.engine.house import House
from pipeline.engine.publish import publish
from pipeline.upkeep.purge.leftovers import purge_leftovers
from pipeline.upkeep.purge.lots import days_of, purge_lots
from pipeline.upkeep.purge.mels import purge_mails
from pipeline.upkeep.purge.tally import Purged, Tally
from pipeline.upkeep.purge.terms import Rule


def purge(house: House, *, do: bool) -> Purged:
    """Apply the retention rules, or only say what would go.

    To ``do`` it, the workspace is held: nobody else may be taking or composing what has the same bytes.
    """
    now, tally, days = house.settings.now(), Tally(), days_of(house)
    held = purge_lots(house, now, tally, do=do)
    purge_mails(house, now, days[Rule.MAILS], tally, do=do)
    purge_leftovers(house, now, days[Rule.MAILS], tally, do=do)
    if do:
        publish(house)  # bilans without names take the place of those that had some
        house.store.wring()
    return Purged(do, tally.counts, tuple(held))
