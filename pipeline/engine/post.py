"""A run of mails: the senders are told what became of their plis."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.publish import publish
from pipeline.errors import Defect, Shut, Unavailable
from pipeline.stages.notify import Desk, Told, notify
from pipeline.store import mails, outgoing

log = logging.getLogger(__name__)

PATIENCE = 5
"""Messages in a row that no server answered for, after which the rest waits for the next run."""


@dataclass(frozen=True, slots=True)
class Post:
    """What a run of mails did. ``unanswered``: could not leave; ``failed``: our own defect, one pli each.

    ``stopped``: why the run ended before its end, in French.
    """

    told: tuple[Told, ...]
    unanswered: int
    failed: int
    stopped: str | None = None


def desk_of(house: House, *, patient: bool = False) -> Desk:
    """Return what sending stands on in a workspace."""
    return Desk(house.store, house.transport, house.settings, house.rules, patient)


def tell(house: House, step: Step, *, patient: bool = False) -> Post:
    """Send the mails that are due, until nobody takes them any more; one that fails does not keep the others.

    ``patient``: as a service that comes back does, leave what was put off to its instant; a person wants it now.
    """
    desk = desk_of(house, patient=patient)
    with house.store.begin() as tx:
        names = outgoing.due(tx, house.settings.now(), patient=patient)
    done: list[Told] = []
    unanswered = failed = silences = 0
    stopped = None
    for count, name in enumerate(names, start=1):
        try:
            told = notify(name, desk)
        except Unavailable as error:
            unanswered += 1
            silences += 1
            stopped = str(error) if silences >= PATIENCE or isinstance(error, Shut) else None
        except Defect as defect:
            log.error("mail about %s: %s", name, defect)  # noqa: TRY400 - its text tells all
            failed += 1
        else:
            if told.mail is not None:
                done.append(told)
                unanswered += told.mail.state == mails.TO_SEND
                silences = silences + 1 if told.unheard else 0
                stopped = told.mail.proof if silences >= PATIENCE else None
        step(count, len(names))
        if stopped is not None:
            break
    publish(house)
    return Post(tuple(done), unanswered, failed, stopped)
