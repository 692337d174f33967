"""What the mailroom counts: envelopes received, so that one that is never scanned is missed."""

from __future__ import annotations

from datetime import date

from pipeline.domain.receipt import Canal
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.store import courrier, journal

MOST = 100_000


def count(house: House, day: date, canal: Canal, envelopes: int) -> int:
    """Add to the envelopes received on ``day``, below zero to take back; return what they come to.

    Raises Misuse for a day to come, a number that no mailroom sees, or when more is taken back than was counted.
    """
    now = house.settings.now()
    if abs(envelopes) > MOST:
        raise Misuse(f"--plis : {envelopes} n'est pas un nombre de plis.")
    if day > now.date():
        raise Misuse(f"--recu-le : le {day:%d/%m/%Y} n'est pas encore venu.")
    with house.store.begin() as tx:
        total = courrier.count(tx, (day, canal), envelopes, now)
        if total < 0:
            known = total - envelopes
            raise Misuse(f"--plis : {known} plis sont comptés le {day:%d/%m/%Y} ({canal}) ; on n'en reprend pas plus.")
        journal.note(tx, now, canal, "courrier", jour=day.isoformat(), plis=envelopes)
    return total
