"""Work to do, as rows. A task is taken under a lease; its attempt, counted at start, is the fencing token.

Every function works inside the transaction of its caller, so that a change of state, its journal entry
and the tasks that follow from it stand or fall together.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, or_, select, update

from pipeline.errors import PliError
from pipeline.store.database import one_at_a_time
from pipeline.store.schema import tache

LEASE_S = 300.0
ATTEMPTS_MAX = 3
NO_COSTS: Mapping[str, float] = MappingProxyType({})


class Kind(StrEnum):
    """The kinds of work."""

    OPEN = "open"
    READ = "read"
    CUT = "cut"
    ASK = "ask"
    SETTLE = "settle"
    COMPOSE = "compose"
    DEPOSIT = "deposit"
    NOTIFY = "notify"


COMPUTING = (Kind.OPEN, Kind.READ, Kind.CUT, Kind.ASK, Kind.SETTLE, Kind.COMPOSE)
SETTLING = (Kind.ASK, Kind.SETTLE, Kind.COMPOSE)
"""What follows from an answer: nothing is read for it."""


class State(StrEnum):
    """Where a task stands."""

    TODO = "a_faire"
    DOING = "en_cours"
    DONE = "faite"
    QUARANTINE = "quarantaine"


IS_OPEN = tache.c.etat != literal_column(f"'{State.DONE}'")
"""Of a task: it is not done. The state stands in the words of the query, so that the indexes of what is open serve."""


class LeaseLost(PliError):
    """Somebody else has taken the task since: what was done for it must not be written."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A task held for ``lease`` seconds. ``attempt``, 1 at first, fences off a late writer with the worker's name."""

    id: str
    kind: Kind
    subject: str
    attempt: int
    worker: str
    lease: float = LEASE_S


def submit(tx: Connection, kind: Kind, subject: str, rank: int) -> None:
    """Ask for work on ``subject`` (``sharing``: its rank); asking again for what was done asks for it afresh."""
    row = _fresh(kind, subject, rank)
    if tx.execute(update(tache).where(tache.c.id == row["id"]).values(**row)).rowcount == 0:
        tx.execute(tache.insert().values(**row, durees={}))


def submit_all(tx: Connection, kind: Kind, ranks: Mapping[str, int]) -> None:
    """Ask for work on many subjects that nothing was asked of before, at their ranks."""
    tx.execute(tache.insert(), [_fresh(kind, subject, rank) | {"durees": {}} for subject, rank in ranks.items()])


def _fresh(kind: Kind, subject: str, rank: int) -> dict[str, object]:
    named = {"id": f"{kind}:{subject}", "genre": kind, "sujet": subject, "rang": rank}
    free = {"etat": State.TODO, "bail": None, "ouvrier": None, "essais": 0, "pas_avant": 0.0, "raison": None}
    return {**named, **free, "soumise": time.time()}  # by the clock of this host: only people look at it


def claim(
    tx: Connection,
    kinds: Iterable[Kind],
    worker: str,
    now: float,
    since: float | None = None,
    lease: float = LEASE_S,
    plis: Collection[str] | None = None,
) -> Claim | None:
    """Take the most urgent task that is free, or return None; ``now``: seconds of the real clock.

    What somebody had begun comes first, then what was put off and whose instant has come, then the others by rank: each
    is found by an index alone, and one that another is just taking is passed over.

    ``since``: when the run began; what was put off for later than that is left to the next one. ``plis``: those
    whose tasks are meant, None for every task.
    """
    meant = [IS_OPEN, tache.c.genre.in_(list(kinds)), *([_is_about(plis)] if plis is not None else [])]
    lapsed = select(tache.c.id).where(*meant, _has_lapsed(now)).order_by(tache.c.rang, tache.c.id)
    ripe = select(tache.c.id).where(*meant, _was_put_off(), tache.c.pas_avant <= (now if since is None else since))
    fresh = select(tache.c.id).where(*meant, _is_fresh()).order_by(tache.c.rang, tache.c.id)
    each = (lapsed, ripe.order_by(tache.c.pas_avant, tache.c.rang, tache.c.id), fresh)
    first = (found.limit(1).with_for_update(skip_locked=True).scalar_subquery() for found in each)
    return _take(tx, tache.c.id == func.coalesce(*first), worker, now, lease)


def claim_named(tx: Connection, name: str, worker: str, now: float, lease: float) -> Claim | None:
    """Take the task of that name when it is free, or return None."""
    return _take(tx, and_(IS_OPEN, tache.c.id == name, _is_free(now, None)), worker, now, lease)


def _take(tx: Connection, which: ColumnElement[bool], worker: str, now: float, lease: float) -> Claim | None:
    taken = (
        update(tache)
        .where(which)
        .values(etat=State.DOING, essais=tache.c.essais + 1, ouvrier=worker, bail=now + lease, debut=now)
        .returning(tache.c.id, tache.c.genre, tache.c.sujet, tache.c.essais)
    )
    row = tx.execute(taken).one_or_none()
    return Claim(row.id, Kind(row.genre), row.sujet, row.essais, worker, lease) if row is not None else None


def free(tx: Connection, kinds: Iterable[Kind], now: float, most: int) -> dict[str, Kind]:
    """Return the most urgent tasks that are free, at most so many, in the order of :func:`claim`."""
    found: dict[str, Kind] = {}
    for is_free in (_has_lapsed(now), and_(_was_put_off(), tache.c.pas_avant <= now), _is_fresh()):
        meant = select(tache.c.id, tache.c.genre).where(IS_OPEN, tache.c.genre.in_(list(kinds)), is_free)
        rows = tx.execute(meant.order_by(tache.c.rang, tache.c.id).limit(most - len(found)))
        found |= {row.id: Kind(row.genre) for row in rows}
    return found


def first_rank(tx: Connection, lowest: int, below: int) -> int | None:
    """Return the rank of the first task that is free and was not begun, from ``lowest`` on and below ``below``."""
    within = (tache.c.rang >= lowest, tache.c.rang < below)
    waiting = select(tache.c.rang).where(IS_OPEN, _is_fresh(), *within)
    return tx.execute(waiting.order_by(tache.c.rang).limit(1)).scalar()


def _has_lapsed(now: float) -> ColumnElement[bool]:
    return and_(tache.c.etat == State.DOING, tache.c.bail < now)


def _was_put_off() -> ColumnElement[bool]:
    return and_(tache.c.etat == State.TODO, tache.c.pas_avant > 0.0)


def _is_fresh() -> ColumnElement[bool]:
    return and_(tache.c.etat == State.TODO, tache.c.pas_avant == 0.0)


def _is_free(now: float, since: float | None) -> ColumnElement[bool]:
    ripe = and_(tache.c.etat == State.TODO, tache.c.pas_avant <= (now if since is None else since))
    return or_(ripe, _has_lapsed(now))


def _is_about(plis: Collection[str]) -> ColumnElement[bool]:
    """Say whether a task is of one of the plis, or of one of their pieces."""
    return or_(tache.c.sujet.in_(list(plis)), *(tache.c.sujet.startswith(f"{name}/") for name in plis))


def demand(tx: Connection, kinds: Iterable[Kind], now: float, since: float | None = None) -> dict[Kind, int]:
    """Count by kind the tasks that workers do, or could take now (see ``claim``)."""
    wanted = or_(_is_free(now, since), tache.c.etat == State.DOING)
    counted = select(tache.c.genre, func.count()).where(IS_OPEN, wanted, tache.c.genre.in_(list(kinds)))
    return {Kind(kind): count for kind, count in tx.execute(counted.group_by(tache.c.genre))}


def under_way(tx: Connection, kinds: Iterable[Kind], plis: Collection[str] | None = None) -> bool:
    """Say whether a worker holds a task, of some plis or of any."""
    held = [IS_OPEN, tache.c.etat == State.DOING, tache.c.genre.in_(list(kinds))]
    if plis is not None:
        held.append(_is_about(plis))
    return tx.execute(select(tache.c.id).where(*held).limit(1)).first() is not None


def renew(tx: Connection, held: Claim, now: float) -> None:
    """Ask for as much time again for a task that is going on; raises LeaseLost when the claim is no longer ours."""
    _change(tx, held, bail=now + held.lease)


def renew_all(tx: Connection, worker: str, now: float, lease: float) -> None:
    """Ask for more time for what a worker is doing, whatever it is."""
    held = and_(IS_OPEN, tache.c.etat == State.DOING, tache.c.ouvrier == worker)
    tx.execute(update(tache).where(held).values(bail=now + lease))


def finish(tx: Connection, held: Claim, costs: Mapping[str, float] = NO_COSTS) -> None:
    """Say that the work is done, with its CPU seconds by step; raises LeaseLost when the claim is no longer ours."""
    _change(tx, held, etat=State.DONE, bail=None, ouvrier=None, raison=None, durees=dict(costs))


def postpone(tx: Connection, held: Claim, until: float, reason: str) -> None:
    """Put the task back for later: the world did not answer. This attempt does not count."""
    _change(tx, held, etat=State.TODO, bail=None, ouvrier=None, pas_avant=until, raison=reason, essais=held.attempt - 1)


def quarantine(tx: Connection, held: Claim, reason: str) -> None:
    """Set the task aside, with the reason, for a person to look at."""
    _change(tx, held, etat=State.QUARANTINE, bail=None, ouvrier=None, raison=reason)


def retry(tx: Connection, held: Claim, reason: str) -> None:
    """Put the task back: this attempt failed, and counts."""
    _change(tx, held, etat=State.TODO, bail=None, ouvrier=None, raison=reason)


def _change(tx: Connection, held: Claim, **values: object) -> None:
    same_hold = and_(tache.c.essais == held.attempt, tache.c.ouvrier == held.worker)
    ours = and_(tache.c.id == held.id, tache.c.etat == State.DOING, same_hold)
    if tx.execute(update(tache).where(ours).values(**values)).rowcount != 1:
        raise LeaseLost(held.id)


def release(tx: Connection, worker: str) -> int:
    """Free the task of a worker that is known to be dead; its attempt counts. Return how many tasks it held."""
    held = and_(IS_OPEN, tache.c.etat == State.DOING, tache.c.ouvrier == worker)
    return tx.execute(update(tache).where(held).values(etat=State.TODO, bail=None, ouvrier=None)).rowcount


def release_all(tx: Connection) -> int:
    """Free every task of an engine that died as a whole: a power cut is no fault of theirs, and does not count."""
    free = {"etat": State.TODO, "bail": None, "ouvrier": None, "essais": tache.c.essais - 1}
    return tx.execute(update(tache).where(IS_OPEN, tache.c.etat == State.DOING).values(**free)).rowcount


def hurry(tx: Connection) -> None:
    """Let what waits for the world be tried at once: a person asks for it now."""
    tx.execute(update(tache).where(IS_OPEN, _was_put_off()).values(pas_avant=0.0))


def revive(tx: Connection) -> None:
    """Let what was set aside be tried afresh: a person says that the cause is mended."""
    again = {"etat": State.TODO, "essais": 0, "pas_avant": 0.0, "bail": None, "ouvrier": None}
    tx.execute(update(tache).where(IS_OPEN, tache.c.etat == State.QUARANTINE).values(**again))


def tally(tx: Connection, kinds: Iterable[Kind]) -> dict[tuple[Kind, State], int]:
    """Count the tasks by kind and state."""
    counted = (
        select(tache.c.genre, tache.c.etat, func.count())
        .where(tache.c.genre.in_(list(kinds)))
        .group_by(tache.c.genre, tache.c.etat)
    )
    return {(Kind(kind), State(state)): count for kind, state, count in tx.execute(counted)}


def held_by(tx: Connection, worker: str) -> tuple[str, float] | None:
    """Return the task that a worker holds and the end of its lease, or None."""
    row = tx.execute(
        select(tache.c.id, tache.c.bail).where(IS_OPEN, tache.c.etat == State.DOING, tache.c.ouvrier == worker)
    ).first()
    return (row.id, row.bail) if row is not None else None


def remaining(tx: Connection, kind: Kind, prefix: str) -> int:
    """Count the tasks of a kind, about subjects that begin with ``prefix``, that are still to be done."""
    return int(tx.execute(_left(func.count(), kind, prefix)).scalar_one())


def none_left(tx: Connection, kind: Kind, prefix: str) -> bool:
    """Say whether no task of a kind, about subjects that begin with ``prefix``, is still to be done.

    Of several that end the last of them at once, each in its transaction, one alone is told that it is so.
    """
    one_at_a_time(tx, f"{kind}:{prefix}")
    return tx.execute(_left(tache.c.id, kind, prefix).limit(1)).first() is None


def _left(what: ColumnElement[Any], kind: Kind, prefix: str) -> Select[Any]:
    first = f"{kind}:{prefix}"
    within = (tache.c.id >= first, tache.c.id < f"{first[:-1]}{chr(ord(first[-1]) + 1)}")
    return select(what).where(IS_OPEN, *within, tache.c.etat.in_([State.TODO, State.DOING]))


def set_aside(tx: Connection) -> list[tuple[str, str]]:
    """Return the tasks in quarantine with their reasons."""
    rows = tx.execute(select(tache.c.id, tache.c.raison).where(IS_OPEN, tache.c.etat == State.QUARANTINE))
    return [(row.id, row.raison or "") for row in rows]


def unsettled(tx: Connection) -> frozenset[str]:
    """Return the plis about which something is still to be asked, settled or composed."""
    open_ = (IS_OPEN, tache.c.genre.in_(SETTLING))
    return frozenset(subject.partition("/")[0] for subject in tx.execute(select(tache.c.sujet).where(*open_)).scalars())


def postponed(tx: Connection, plis: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Return the tasks, those of some plis or all, that wait for the world to answer, with the reasons."""
    wanted = [IS_OPEN, _was_put_off(), *([_is_about(plis)] if plis is not None else [])]
    rows = tx.execute(select(tache.c.id, tache.c.raison).where(*wanted))
    return [(row.id, row.raison or "") for row in rows]
