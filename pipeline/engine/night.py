"""A run of deposits: everything that is accepted goes to the SNE, until it stops answering."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.engine.day import settle_again
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.errors import Defect, Shut, Unavailable
from pipeline.sne.port import Deposited, Refused, Uncertain
from pipeline.stages.deverse import deposit
from pipeline.store import deposits, tasks
from pipeline.store.deposits import Due

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Night:
    """What a deposit run did, in pieces. ``unanswered``: the SNE did not answer, nobody knows, or never tried.

    ``withheld``: accepted pieces of plis in which something is still to be settled or was set aside.
    ``stopped``: why the run ended before its end, in French.
    """

    deposited: int
    refused: int
    unanswered: int
    failed: int
    withheld: int = 0
    stopped: str | None = None


def deverse(house: House, step: Step) -> Night:
    """Deposit everything that is accepted and not yet at the SNE, until it stops answering."""
    settle_again(house)  # an answer that was recorded is heeded before anything leaves
    with house.store.begin() as tx:
        unsettled = tasks.unsettled(tx)
        accepted = deposits.due(tx)
    due = [piece for piece in accepted if piece.pli not in unsettled]
    counted: Counter[str] = Counter()
    stopped = None
    for done, piece in enumerate(due, start=1):
        try:
            counted[_deposit(piece, house)] += 1
        except Shut as shut:
            stopped = str(shut)
            break
        step(done, len(due))
    settle_again(house)
    settled = counted["deposited"] + counted["refused"] + counted["failed"]
    with house.store.begin() as tx:
        waiting = len(tasks.postponed(tx))
    return Night(
        deposited=counted["deposited"],
        refused=counted["refused"],
        unanswered=len(due) - settled + waiting,
        failed=counted["failed"],
        withheld=len(accepted) - len(due),
        stopped=stopped,
    )


def _deposit(piece: Due, house: House) -> str:
    try:
        outcome = deposit(piece, house.store, house.sne, house.rules.plan, house.settings.now())
    except Shut:
        raise
    except Unavailable:
        return "unanswered"
    except Defect as defect:
        log.error("deposit of %s: %s", piece.piece, defect)  # noqa: TRY400 - its text tells all
        return "failed"
    match outcome:
        case Deposited():
            return "deposited"
        case Refused():
            return "refused"
        case Uncertain():
            return "unanswered"


def as_counts(night: Night) -> Mapping[str, int]:
    """Return a night in the words of operators."""
    return {
        "deposees": night.deposited,
        "refusees": night.refused,
        "sans_reponse": night.unanswered,
        "en_defaut": night.failed,
        "retenues": night.withheld,
    }
