"""The runs that touch the world: the deposit of what is accepted, and the mails that follow."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.engine.day import settle_again
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.publish import publish
from pipeline.errors import Defect, Unavailable
from pipeline.sne.port import Deposited, DepositOutcome, Refused
from pipeline.stages.deverse import deposit
from pipeline.stages.notify import Told, notify
from pipeline.store import deposits, plis, tasks

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Night:
    """What a deposit run did, in pieces. ``unanswered``: the SNE did not answer, or nobody knows."""

    deposited: int
    refused: int
    unanswered: int
    failed: int


@dataclass(frozen=True, slots=True)
class Post:
    """What a run of mails did. ``unanswered``: could not leave; ``failed``: our own defect, one pli each."""

    told: tuple[Told, ...]
    unanswered: int
    failed: int


def deverse(house: House, step: Step) -> Night:
    """Deposit everything that is accepted and not yet at the SNE."""
    settle_again(house)  # an answer that was recorded is heeded before anything leaves
    with house.store.begin() as tx:
        unsettled = tasks.unsettled(tx)
        due = [piece for piece in deposits.due(tx) if piece.pli not in unsettled]
    counted: Counter[str] = Counter()
    for done, piece in enumerate(due, start=1):
        try:
            outcome = deposit(piece, house.store, house.sne, house.rules.plan, house.settings.now())
            counted[_outcome(outcome)] += 1
        except Unavailable:
            counted["unanswered"] += 1
        except Defect as defect:
            log.error("deposit of %s: %s", piece.piece, defect)  # noqa: TRY400 - its text tells all
            counted["failed"] += 1
        step(done, len(due))
    settle_again(house)
    return Night(counted["deposited"], counted["refused"], counted["unanswered"], counted["failed"])


def _outcome(outcome: DepositOutcome) -> str:
    match outcome:
        case Deposited():
            return "deposited"
        case Refused():
            return "refused"
        case _:
            return "unanswered"


def tell(house: House, step: Step) -> Post:
    """Send the mails that are due; one that fails does not keep the others."""
    with house.store.begin() as tx:
        names = plis.names(tx)
    done: list[Told] = []
    unanswered = failed = 0
    for count, name in enumerate(names, start=1):
        try:
            told = notify(name, house.store, house.transport, house.settings, house.rules)
            done += [told] if told.mail is not None else []
        except Unavailable:
            unanswered += 1
        except Defect as defect:
            log.error("mail about %s: %s", name, defect)  # noqa: TRY400 - its text tells all
            failed += 1
        step(count, len(names))
    publish(house)
    return Post(tuple(done), unanswered, failed)


def as_counts(night: Night) -> Mapping[str, int]:
    """Return a night in the words of operators."""
    return {
        "deposees": night.deposited,
        "refusees": night.refused,
        "sans_reponse": night.unanswered,
        "en_defaut": night.failed,
    }
