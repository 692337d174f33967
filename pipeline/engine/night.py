"""Déversement: what is accepted goes to the SNE, by hand as often as one likes, and each night until it closes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from pipeline.engine.day import settle_again
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.engine.rectify import finish
from pipeline.engine.visit import Visit
from pipeline.errors import Shut
from pipeline.sne.patience import HOLDS
from pipeline.store import deposits, nights, tasks
from pipeline.store.deposits import Due

LOOK_S = 10.0
"""How often a night looks for what was accepted since, when nothing else wakes it."""

Pause = Callable[[float], bool]
"""Waits so many seconds, or less, and says whether it is time to stop: ``threading.Event().wait`` is one."""


@dataclass(frozen=True, slots=True)
class Night:
    """What a deposit run did, in pieces. ``unanswered``: the SNE did not answer, nobody knows, or never tried.

    ``withheld``: accepted pieces of plis in which something is still to be settled or was set aside.
    ``shut``: why the run ended before its end; a ``Denied`` is for a person to look at.
    """

    deposited: int = 0
    refused: int = 0
    unanswered: int = 0
    failed: int = 0
    withheld: int = 0
    shut: Shut | None = None

    @property
    def stopped(self) -> str | None:
        """Why the run ended before its end, in French."""
        return str(self.shut) if self.shut is not None else None

    def then(self, later: Night) -> Night:
        """Return both as one: what was done adds up, what is left is what is left in the end, and why."""
        shut = later.shut or (self.shut if later.unanswered else None)
        done = {"deposited": self.deposited + later.deposited, "refused": self.refused + later.refused}
        return replace(later, shut=shut, **done)


def deverse(house: House, step: Step, day: date | None = None) -> Night:
    """Deposit now all that is accepted and not yet at the SNE: a person asks for it.

    What was put off is tried at once; what stays without an answer is tried again ``HOLDS`` times in all. ``day``: the
    night in whose name it is done, counted and ended in the ledger.
    """
    finish(house)  # what is to be withdrawn comes first: the right piece may leave in the same run
    settle_again(house)  # an answer that was recorded is heeded before anything leaves
    with house.store.begin() as tx:
        deposits.hurry(tx)
        if day is not None:
            nights.begin(tx, day, house.settings.now())
    night = _visit(house, day, lambda: False, step, hurried=True)
    settle_again(house)
    with house.store.begin() as tx:
        night = replace(night, unanswered=night.unanswered + len(tasks.postponed(tx)))
    if day is not None:
        _end(house, day, night)
    return night


def night_of(house: House, day: date, step: Step, pause: Pause) -> Night:
    """Hold the night of ``day`` until it closes; return what was done since this call.

    What is accepted meanwhile is taken, what was put off is tried again at its instant; nothing begins once it has
    closed. One that was missed or cut, and has closed since, is caught up at once. When ``pause`` says to stop, what is
    under way ends, and the night stays open, for another call to go on with. Nothing is settled again nor published
    here: the day's work does it. Where time stands still, the night ends with what can be done at that instant.
    """
    deversement, now = house.settings.deversement, house.settings.now
    _, closes = nights.hours(day, deversement.ouverture, deversement.fermeture)
    is_late = now() >= closes
    with house.store.begin() as tx:
        nights.begin(tx, day, now())
    night = Night()
    while True:
        is_over = (lambda: pause(0.0)) if is_late else (lambda: pause(0.0) or now() >= closes)
        night = night.then(_visit(house, day, is_over, step, hurried=is_late))
        if pause(0.0):
            return night
        if is_late or now() >= closes or house.settings.maintenant is not None:
            _end(house, day, night)
            return night
        if pause(_rest_s(house, night.shut, closes)):
            return night


def _visit(house: House, day: date | None, is_over: Callable[[], bool], step: Step, *, hurried: bool) -> Night:
    with house.store.begin() as tx:
        unsettled = tasks.unsettled(tx)
        accepted = deposits.due(tx)
    due = [piece for piece in accepted if piece.pli not in unsettled]
    visit = Visit(house, day, hurried=hurried)
    visit.deposit(_ready(due, house.settings.now()), is_over, step)
    counted = visit.counted
    return Night(
        deposited=counted["deposited"],
        refused=counted["refused"],
        unanswered=len(due) - counted.total(),
        failed=counted["failed"],
        withheld=len(accepted) - len(due),
        shut=visit.shut,
    )


def _ready(pieces: Iterable[Due], now: datetime) -> list[Due]:
    """Return the pieces whose instant has come; one that waits keeps those of its demande that are due after it."""
    held: set[str] = set()
    ready = []
    for piece in pieces:
        if piece.not_before is not None and piece.not_before > now:
            held |= {piece.numero_unique} if piece.essais < HOLDS else set()
        elif piece.numero_unique not in held:
            ready.append(piece)
    return ready


def _rest_s(house: House, shut: Shut | None, closes: datetime) -> float:
    """Return how long nothing needs to be looked at: until the register may be asked, or a piece put off is due."""
    now = house.settings.now().astimezone(UTC)
    left_s = max((closes - now).total_seconds(), 0.0)
    if shut is not None:
        return min(shut.retry_after_s or LOOK_S, left_s)
    with house.store.begin() as tx:
        instants = [piece.not_before for piece in deposits.due(tx) if piece.not_before is not None]
    waits_s = [(instant - now).total_seconds() for instant in instants if instant > now]
    return min(LOOK_S, left_s, *waits_s)


def _end(house: House, day: date, night: Night) -> None:
    left = {"sans_reponse": night.unanswered, "en_defaut": night.failed, "retenues": night.withheld}
    with house.store.begin() as tx:
        nights.end(tx, day, house.settings.now(), **left)


def as_counts(night: Night) -> Mapping[str, int]:
    """Return a night in the words of operators."""
    return {
        "deposees": night.deposited,
        "refusees": night.refused,
        "sans_reponse": night.unanswered,
        "en_defaut": night.failed,
        "retenues": night.withheld,
    }
