"""What a service does to keep its workspace sound: look at its invariants, purge after each night, tell of it."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection

from pipeline.engine import tidy
from pipeline.engine.calm import stilled
from pipeline.engine.house import House
from pipeline.engine.service.errand import Pace
from pipeline.insight import status
from pipeline.insight.breaches import Breach, Urgency, breaches
from pipeline.mail.summary import Summary, compose_summary
from pipeline.mail.transport import Fate
from pipeline.store import addresses, checks, deposits, journal, mails, nights
from pipeline.store.checks import Check
from pipeline.store.nights import Night
from pipeline.upkeep.check_world import Violation, check_world
from pipeline.upkeep.purge import purge

log = logging.getLogger(__name__)


def check(house: House, _pace: Pace) -> None:
    """Look whether every invariant holds; those that do not are counted, and logged by their code and their place."""
    found = confirmed(house)
    with house.store.begin() as tx:
        checks.record(tx, Check(house.settings.now(), Counter(violation.invariant for violation in found)))
    for violation in found:
        log.error("invariant %s : %s", violation.invariant, violation.where)


def confirmed(house: House) -> list[Violation]:
    """Return the invariants that do not hold at two looks in a row: work goes on meanwhile, and settles by itself."""
    found = check_world(house)
    return [violation for violation in check_world(house) if violation in found] if found else []


def purge_after_night(house: House, _pace: Pace) -> None:
    """Apply the retention rules once a night that ended; nothing is taken nor read meanwhile."""
    with house.store.begin() as tx:
        ended = [night for night in nights.unsummarised(tx) if night.summary_state is None]
    if not ended:
        return
    with stilled(house, lambda: None):
        tidy.sweep(house)
        purged = purge(house, do=True)
    log.info("purge : %d éléments effacés", sum(count.things for count in purged.counts.values()))
    with house.store.begin() as tx:
        for night in ended:
            state = mails.TO_SEND if house.settings.mel.administrateur is not None else mails.NOT_TOLD
            nights.set_summary(tx, night.day, _message_id(house, night), state)


def tell_of_nights(house: House, _pace: Pace) -> None:
    """Send the administrator the summary of each night that was purged after; Unavailable when it cannot leave."""
    to = house.settings.mel.administrateur
    with house.store.begin() as tx:
        untold = [night for night in nights.unsummarised(tx) if night.summary_state == mails.TO_SEND]
    if to is None or not untold:
        return
    violations = confirmed(house)
    for night in untold:
        summary = _summary(house, night, violations)
        sender, message_id = house.settings.mel.expediteur, _message_id(house, night)
        message = compose_summary(summary, message_id, sender, to, house.settings.now())
        fate = house.transport.send(message, [to])[to].fate
        if fate is not Fate.LATER:
            with house.store.begin() as tx:
                nights.set_summary(tx, night.day, message_id, mails.SENT if fate is Fate.SENT else mails.REFUSED)
        log.info("nuit du %s : résumé %s", night.day, fate)


def _message_id(house: House, night: Night) -> str:
    """Return a ``Message-ID`` that is the same for ever for one night; two workspaces do not open in one instant."""
    digest = hashlib.sha256(f"{night.day}\n{night.opened.isoformat()}".encode()).hexdigest()[:24]
    return f"<{digest}.nuit@{house.settings.mel.expediteur.rpartition('@')[2]}>"


def _summary(house: House, night: Night, violations: Sequence[Violation]) -> Summary:
    hours, found = house.settings.deversement, status.overview(house)
    listed = breaches(found, house.settings.now(), hours.ouverture, hours.fermeture)
    late = [breach for breach in listed if breach.urgency is Urgency.PAST]
    with house.store.begin() as tx:
        uncertain, refused, head = _uncertain(tx), len(addresses.refused(tx)), journal.head(tx)
    return Summary(
        day=night.day,
        opened=night.opened,
        ended=night.ended or night.opened,
        counts=night.counts,
        late=[_lacks(breach) for breach in late],
        soon=[_lacks(breach) for breach in listed if breach not in late],
        uncertain=uncertain,
        aside=[task for task, _ in found.aside],
        questions=sum(item.questions for item in found.plis),
        refused=refused,
        violations=[(violation.invariant, violation.where) for violation in violations],
        head=head,
    )


def _uncertain(tx: Connection) -> list[str]:
    return [piece.piece for piece in deposits.due(tx) if piece.state == deposits.UNCERTAIN]


def _lacks(breach: Breach) -> tuple[str, str]:
    return breach.status.pli, ", ".join(obstacle.what for obstacle in breach.obstacles)
