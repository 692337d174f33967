"""The only code that runs a task, whoever woke it."""

from __future__ import annotations

import errno
import logging
import traceback
from collections.abc import Callable, Collection, Iterable, Mapping

from pipeline.engine import events, lock
from pipeline.engine.house import House
from pipeline.engine.stopwatch import Stopwatch
from pipeline.engine.work import WORK, give_up_page
from pipeline.errors import InputFault, PliError, Unavailable
from pipeline.store import calm, journal, tasks
from pipeline.store.database import DatabaseTrouble
from pipeline.store.tasks import ATTEMPTS_MAX, Claim, Kind, LeaseLost

log = logging.getLogger(__name__)

BACK_OFF_S = 30.0
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS})
FULL_WORDS = "le disque est plein ou ne répond pas"
TOO_MUCH = "elle demande plus de mémoire qu'il n'en est accordé"
KILLED = "le traitement s'est interrompu trois fois"

Works = Mapping[Kind, Callable[[Claim, House], None]]


def run_next(
    house: House,
    worker: str,
    kinds: Iterable[Kind],
    works: Works = WORK,
    since: float | None = None,
    plis: Collection[str] | None = None,
) -> Claim | None:
    """Take the most urgent task and do it; return what was taken, or None when nothing is free.

    ``since``: when the run began (``Store.instant``); what it put off itself is left to the next one.
    ``plis``: those whose tasks are meant, None for every task.
    """
    with house.store.beside() as tx:
        held = tasks.claim(tx, kinds, worker, calm.instant(tx), since, plis=plis)
    if held is None:
        house.thrift.idle()
    else:
        run(held, house, works)
    return held


def run_named(house: House, name: str, worker: str, lease_s: float) -> None:
    """Take a task that was announced, and do it; nothing when it is done, or held, or waits, or when calm is wanted."""
    with lock.beginning(house.racine) as may_begin, house.store.beside() as tx:
        is_free = may_begin and calm.may_begin(tx)
        held = tasks.claim_named(tx, name, worker, calm.instant(tx), lease_s) if is_free else None
    if held is not None:
        run(held, house)


def run(held: Claim, house: House, works: Works = WORK) -> None:
    """Do a task that is held. An error of the database goes through: the lease brings the task back."""
    with events.about(held.id):
        try:
            if held.attempt > ATTEMPTS_MAX:
                _give_up(held, house, KILLED)
            else:
                _attempt(held, house, works)
        except LeaseLost:
            log.warning("task %s was taken by another worker", held.id)
    house.thrift.after(held.kind)


def _attempt(held: Claim, house: House, works: Works) -> None:
    house.watch = Stopwatch()
    try:
        works[held.kind](held, house)
        house.pages_read += held.kind is Kind.READ
    except Unavailable as error:
        _put_off(held, house, error)
    except (LeaseLost, DatabaseTrouble):
        raise
    except InputFault as fault:
        _give_up(held, house, fault.explanation)
    except MemoryError:  # it would take as much again
        _give_up(held, house, TOO_MUCH)
    except Exception as error:  # noqa: BLE001 - the one place where the accidents of a task end
        if isinstance(error, OSError) and error.errno in FULL:
            _put_off(held, house, Unavailable(FULL_WORDS))
        else:
            _failed(held, house, error)


def _put_off(held: Claim, house: House, error: Unavailable) -> None:
    wait_s = BACK_OFF_S if error.retry_after_s is None else error.retry_after_s
    with house.store.beside() as tx:
        tasks.postpone(tx, held, calm.instant(tx) + wait_s, str(error))


def _failed(held: Claim, house: House, error: Exception) -> None:
    """Try again, or give up after too many attempts. The text of a foreign error may quote a paper: it is left out."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    reason = str(error) if isinstance(error, PliError) else f"{_name_of(error)} ({place.name}:{place.lineno})"
    log.error("task %s, attempt %d: %s", held.kind, held.attempt, reason)
    if held.attempt >= ATTEMPTS_MAX:
        _give_up(held, house, reason)
        return
    with house.store.beside() as tx:
        tasks.retry(tx, held, reason)


def _name_of(error: Exception) -> str:
    """Return the name of an error, with its library's: several call theirs ``error``."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _give_up(held: Claim, house: House, reason: str) -> None:
    """End a task that cannot be done: an unread page is a fact; anything else waits for a person."""
    if held.kind is Kind.READ:
        give_up_page(held, house, f"la page n'a pas pu être lue : {reason}")
        return
    with house.store.begin() as tx:
        tasks.quarantine(tx, held, reason)
        journal.note(tx, house.settings.now(), held.id, "quarantaine")
