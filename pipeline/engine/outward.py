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
from pipeline.errors import Defect, Denied, Unavailable
from pipeline.sne.port import Deposited, Refused, Uncertain
from pipeline.stages.deverse import deposit
from pipeline.stages.notify import Told, notify
from pipeline.store import deposits, mails, plis, tasks
from pipeline.store.deposits import Due

log = logging.getLogger(__name__)


PATIENCE = 5
"""Calls in a row without an answer after which the rest waits for the next run."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a deposit run did, in pieces. ``unanswered``: the SNE did not answer, nobody knows, or never tried.

    ``stopped``: why the run ended before its end, in French.
    """

    deposited: int
    refused: int
    unanswered: int
    failed: int
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """What a run of mails did. ``unanswered``: could not leave; ``failed``: our own defect, one pli each.

    ``stopped``: why the run ended before its end, in French.
    """

    told: tuple[Told, ...]
    unanswered: int
    failed: int
    stopped: str | None = None


class _Silence:
    """Counts the calls in a row that were not answered, to stop asking what does not answer any more."""

    def __init__(self) -> None:
        self._calls = 0
        self.stopped: str | None = None

    def broken(self) -> None:
        self._calls = 0

    def kept(self, why: str) -> None:
        self._calls += 1
        if self._calls >= PATIENCE:
            self.stopped = why

    def denied(self, why: str) -> None:
        self.stopped = why


def deverse(house: House, step: Step) -> Night:
    """Deposit everything that is accepted and not yet at the SNE, until it stops answering."""
    settle_again(house)  # an answer that was recorded is heeded before anything leaves
    with house.store.begin() as tx:
        unsettled = tasks.unsettled(tx)
        due = [piece for piece in deposits.due(tx) if piece.pli not in unsettled]
    counted: Counter[str] = Counter()
    silence = _Silence()
    for done, piece in enumerate(due, start=1):
        counted[_deposit(piece, house, silence)] += 1
        step(done, len(due))
        if silence.stopped is not None:
            break
    settle_again(house)
    settled = counted["deposited"] + counted["refused"] + counted["failed"]
    unanswered = len(due) - settled
    return Night(counted["deposited"], counted["refused"], unanswered, counted["failed"], silence.stopped)


def _deposit(piece: Due, house: House, silence: _Silence) -> str:
    try:
        outcome = deposit(piece, house.store, house.sne, house.rules.plan, house.settings.now())
    except Denied as denied:
        silence.denied(str(denied))
        return "unanswered"
    except Unavailable as error:
        silence.kept(str(error))
        return "unanswered"
    except Defect as defect:
        log.error("deposit of %s: %s", piece.piece, defect)  # noqa: TRY400 - its text tells all
        return "failed"
    match outcome:
        case Deposited():
            silence.broken()
            return "deposited"
        case Refused():
            silence.broken()
            return "refused"
        case Uncertain(detail):
            silence.kept(detail)
            return "unanswered"


def tell(house: House, step: Step) -> Post:
    """Send the mails that are due, until nobody takes them any more; one that fails does not keep the others."""
    with house.store.begin() as tx:
        names = plis.names(tx)
    done: list[Told] = []
    silence = _Silence()
    unanswered = failed = 0
    for count, name in enumerate(names, start=1):
        try:
            told = notify(name, house.store, house.transport, house.settings, house.rules)
            if told.mail is not None:
                done.append(told)
                silence.broken()
                unanswered += told.mail.state == mails.TO_SEND
        except Denied as denied:
            unanswered += 1
            silence.denied(str(denied))
        except Unavailable as error:
            unanswered += 1
            silence.kept(str(error))
        except Defect as defect:
            log.error("mail about %s: %s", name, defect)  # noqa: TRY400 - its text tells all
            failed += 1
        step(count, len(names))
        if silence.stopped is not None:
            break
    publish(house)
    return Post(tuple(done), unanswered, failed, silence.stopped)


def as_counts(night: Night) -> Mapping[str, int]:
    """Return a night in the words of operators."""
    return {
        "deposees": night.deposited,
        "refusees": night.refused,
        "sans_reponse": night.unanswered,
        "en_defaut": night.failed,
    }
