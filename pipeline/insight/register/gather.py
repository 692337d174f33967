"""The register of a period, gathered from what the house remembers: one pli in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from pipeline.domain.working_calendar import PARIS
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.insight.envelopes import Unscanned, unscanned
from pipeline.insight.register.account import Envelope, reconcile
from pipeline.insight.register.part import BY_REFERENCE, Part, part_of
from pipeline.insight.register.rest import with_rest
from pipeline.store import kin, mails, plis

USUAL = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Register:
    """The envelopes received from ``first`` to ``last``, both included, in their order of receipt.

    An envelope that began or ended out of the period is there whole. ``unread``: plis and lots not settled yet.
    """

    first: date
    last: date
    envelopes: tuple[Envelope, ...]
    unread: tuple[str, ...]
    unscanned: tuple[Unscanned, ...]


def register(house: House, first: date | None = None, last: date | None = None) -> Register:
    """Return the register of a period, by default the last 31 days; raises Misuse when it ends before it begins."""
    now = house.settings.now()
    until = last or now.date()
    since = first or until - USUAL
    if since > until:
        raise Misuse(f"--du {since} est après --au {until}.")
    groups: dict[tuple[str, ...], list[Part]] = {}
    with house.store.begin() as tx:
        for part in _parts(tx, kin.of_period(tx, since, until, BY_REFERENCE)):
            groups.setdefault(part.envelope or (part.pli,), []).append(part)
        unread = kin.unread(tx, since, until)
        missing = [item for item in unscanned(tx, house.settings, since) if item.day <= until]
    of_period = [group for group in groups.values() if any(since <= _day(part) <= until for part in group)]
    envelopes = with_rest([reconcile(group, now) for group in of_period])
    return Register(since, until, tuple(envelopes), tuple(unread), tuple(missing))


def _day(part: Part) -> date:
    return part.recu_le.astimezone(PARIS).date()


def _parts(tx: Connection, names: list[str]) -> Iterator[Part]:
    for name in names:
        bilan = plis.bilan(tx, name)
        if bilan is not None:
            sent = [mail.state for mail in mails.of_pli(tx, name) if mail.nature != mails.PARTIAL]
            yield part_of(bilan, plis.receipt(tx, name), sent[-1] if sent else None)
