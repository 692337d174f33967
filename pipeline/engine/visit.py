"""A visit to the register: several deposits under way at once, what came of them written as they end.

One thread alone writes to the memory. What some calls gave and the intents of the next share a transaction: the disk
is waited for once, and no call is made whose intent is not on it.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection

from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.turns import Turns
from pipeline.errors import Defect, Shut, Unavailable
from pipeline.sne.breaker import leave_alone, resting
from pipeline.sne.lost import WITNESSES
from pipeline.sne.patience import HOLDS
from pipeline.sne.port import Deposited, Refused, Uncertain
from pipeline.stages.deverse import Absent, Intent, Outcome, call, intend, put_off, record
from pipeline.store import deposits, nights
from pipeline.store.deposits import Due

log = logging.getLogger(__name__)

Landed = tuple[Intent, Outcome]


class Visit:
    """What a visit did. ``counted``: pieces by outcome; ``shut``: why it ended before its end.

    ``hurried``: a person waits for it, so that a piece without an answer is tried again at once, ``HOLDS`` times in
    all, unless the register asked for time. Else it waits for its instant, and those of its demande that are due later
    wait with it. What is deposited and refused is counted in the night of ``day`` too, if any.

    The first call goes alone, and so does the one that follows a silence; each answer doubles those under way: a
    register that denies us, or has trouble, is not asked by all at once.
    """

    def __init__(self, house: House, day: date | None, *, hurried: bool) -> None:
        self.counted: Counter[str] = Counter()
        self.shut: Shut | None = resting(house.sne)
        self._house = house
        self._day = day
        self._hurried = hurried
        self._most = house.settings.deversement.simultanes
        self._room = 1
        self._sent_back: set[str] = set()

    def deposit(self, pieces: Sequence[Due], is_over: Callable[[], bool], step: Step) -> None:
        """Deposit ``pieces`` in their order until none is left, ``is_over()``, or the register is shut."""
        if not pieces:
            return
        turns = Turns(pieces)
        with self._house.store.begin() as tx:
            witnesses = deposits.witnesses(tx, WITNESSES)
        flying: dict[Future[Outcome], Intent] = {}
        landed: list[Landed] = []
        with ThreadPoolExecutor(self._most, "deposit") as crowd:
            while True:
                for intent, outcome in landed:
                    self._heed(intent.due, outcome, turns)
                step(self.counted.total(), len(pieces))
                free = max(self._room - len(flying), 0)
                taken = [] if self.shut is not None or is_over() else turns.take(free)
                for intent in self._write(landed, taken, turns):
                    flying[crowd.submit(self._call, intent, witnesses)] = intent
                if not flying and not taken:
                    return
                ended = wait(flying, return_when=FIRST_COMPLETED).done
                landed = [(flying.pop(future), future.result()) for future in ended]

    def _call(self, intent: Intent, witnesses: Sequence[str]) -> Outcome:
        house = self._house
        return call(intent, house.store.blobs, house.sne, house.rules.plan, witnesses)

    def _heed(self, due: Due, outcome: Outcome, turns: Turns) -> None:
        """Count an outcome, and say whose turn it makes."""
        match outcome:
            case Deposited() | Refused():
                self.counted["deposited" if isinstance(outcome, Deposited) else "refused"] += 1
                self._room = min(2 * self._room, self._most)
                turns.ended(due)
            case Absent():
                self.counted["gone"] += 1
                turns.ended(due)
            case Defect():
                self._fail(due, outcome, turns)
            case Shut():
                self.shut = outcome
                leave_alone(self._house.sne, outcome)
            case Uncertain():
                self._unanswered(replace(due, state=deposits.UNCERTAIN), turns, is_asked_to_wait=False)
            case Unavailable(retry_after_s=asked_s):
                self._unanswered(due, turns, is_asked_to_wait=asked_s is not None)

    def _unanswered(self, due: Due, turns: Turns, *, is_asked_to_wait: bool) -> None:
        self._room = 1
        again = replace(due, essais=due.essais + 1)
        if again.essais >= HOLDS:
            turns.ended(again)
        elif self._hurried and not is_asked_to_wait:
            turns.later(again)
        else:
            turns.leave(again)

    def _fail(self, due: Due, defect: Defect, turns: Turns) -> None:
        log.error("deposit of %s: %s", due.piece, defect)
        self.counted["failed"] += 1
        turns.ended(due)

    def _write(self, landed: Iterable[Landed], taken: Iterable[Due], turns: Turns) -> list[Intent]:
        """Write what came of some calls, and the intents of the next; return those."""
        now = self._house.settings.now()
        with self._house.store.begin() as tx:
            for intent, outcome in landed:
                if record(tx, intent, outcome, now):
                    self._sent_back.add(intent.due.pli)
            if self._day is not None:
                ends = Counter(type(outcome) for _, outcome in landed)
                nights.add(tx, self._day, deposees=ends[Deposited], refusees=ends[Refused])
            meant = [self._intend(tx, due, now, turns) for due in taken]
        return [intent for intent in meant if intent is not None]

    def _intend(self, tx: Connection, due: Due, now: datetime, turns: Turns) -> Intent | None:
        """Write an intent, unless a person answered about the pli since, or something is wrong with the piece.

        The pli that an outcome of this visit sends back to be settled is no reason to keep its other pieces.
        """
        try:
            changed = due.pli not in self._sent_back and deposits.is_unsettled(tx, due.pli)
            intent = None if changed else intend(tx, due, now)
        except Defect as defect:
            put_off(tx, due, now)
            self._fail(due, defect, turns)
            return None
        if intent is None:
            self.counted["gone"] += 1
            turns.ended(due)
        return intent
