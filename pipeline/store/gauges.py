"""How much there is of what is not over yet: counts, read at a price that does not follow how much was ever done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Select, and_, case, exists, func, literal_column, or_, select, union

from pipeline.store.deposits import TO_DEPOSIT, UNCERTAIN
from pipeline.store.mails import NOT_TOLD, PARTIAL, REFUSED, SENT, TO_SEND
from pipeline.store.plis import IN_PROGRESS
from pipeline.store.schema import depot, envoi, lot, pli, tache
from pipeline.store.standing import NO_GUICHET, TO_CHECK
from pipeline.store.tasks import COMPUTING, IS_OPEN, Kind, State

PUT_OFF = "en_attente"
"""Of a task that is to be done, once the world answers."""
SEASON = timedelta(days=90)
"""A pli that nothing was ever said of is looked for among those received since."""
_NOT_SENT = envoi.c.etat != literal_column(f"'{SENT}'")  # in these words an index serves
_OPEN_LOTS = ("recu", "ouvert")


@dataclass(frozen=True, slots=True)
class Backlog:
    """The tasks of a kind that are not done: how many in each state, and when the oldest to be done was asked for.

    ``oldest``: seconds of the real clock; None when none is to be done.
    """

    counts: Mapping[str, int]
    oldest: float | None


def backlog(tx: Connection) -> dict[Kind, Backlog]:
    """Return what is left of the tasks of each kind, those in quarantine included."""
    is_put_off = and_(tache.c.etat == State.TODO, tache.c.pas_avant > 0.0)
    state = case((is_put_off, PUT_OFF), else_=tache.c.etat).label("ou")
    counted = select(tache.c.genre, state, func.count().label("nombre"), func.min(tache.c.soumise).label("depuis"))
    rows = tx.execute(counted.where(IS_OPEN).group_by(tache.c.genre, state)).all()
    found = {kind: {row.ou: (row.nombre, row.depuis) for row in rows if row.genre == kind} for kind in COMPUTING}
    return {kind: _backlog(states) for kind, states in found.items()}


def _backlog(found: Mapping[str, tuple[int, float | None]]) -> Backlog:
    waiting = [since for state, (_, since) in found.items() if state in {State.TODO, PUT_OFF} and since is not None]
    return Backlog({state: count for state, (count, _) in found.items()}, min(waiting, default=None))


def deadlines(tx: Connection, now: datetime) -> Counter[datetime]:
    """Count by deadline the plis that are not settled, deposited and told; a lot not cut yet stands for its plis."""
    names = union(
        select(pli.c.id).where(pli.c.etat.in_([IN_PROGRESS, TO_CHECK])),
        select(depot.c.pli).where(depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN])),
        _waiting_mails(),
        _untold(now),
    )
    plis = select(lot.c.echeance).join(pli, pli.c.lot == lot.c.id).where(pli.c.id.in_(names))
    counted: Counter[datetime] = Counter()
    for found in (plis, select(lot.c.echeance).where(lot.c.etat.in_(_OPEN_LOTS))):
        each = found.subquery()
        rows = tx.execute(select(each.c.echeance, func.count().label("nombre")).group_by(each.c.echeance))
        counted.update({datetime.fromisoformat(row.echeance): row.nombre for row in rows})
    return counted


def _waiting_mails() -> Select[tuple[str]]:
    """Return the plis whose last message waits for a server, or for a person."""
    later = envoi.alias()
    is_last = ~exists().where(later.c.pli == envoi.c.pli, later.c.id > envoi.c.id)
    for_a_person = and_(envoi.c.etat == NOT_TOLD, envoi.c.detail.startswith(NO_GUICHET))
    waits = or_(envoi.c.etat.in_([TO_SEND, REFUSED]), for_a_person)
    return select(envoi.c.pli).where(_NOT_SENT, waits, is_last)


def _untold(now: datetime) -> Select[tuple[str]]:
    """Return the plis, of those received of late, about which no final message was ever written."""
    told = exists().where(envoi.c.pli == pli.c.id, envoi.c.nature != PARTIAL)
    recent = lot.c.recu_le >= (now - SEASON).isoformat()
    return select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(recent, ~told)


def deposits(tx: Connection) -> dict[str, int]:
    """Count the pieces that are still to be deposited, or of which nobody knows whether they are."""
    counted = select(depot.c.etat, func.count().label("nombre")).where(depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN]))
    found = {row.etat: row.nombre for row in tx.execute(counted.group_by(depot.c.etat))}
    return {state: found.get(state, 0) for state in (TO_DEPOSIT, UNCERTAIN)}


def mails(tx: Connection) -> dict[str, int]:
    """Count the messages that wait for a server, and those that were refused."""
    counted = select(envoi.c.etat, func.count().label("nombre")).where(_NOT_SENT, envoi.c.etat.in_([TO_SEND, REFUSED]))
    found = {row.etat: row.nombre for row in tx.execute(counted.group_by(envoi.c.etat))}
    return {state: found.get(state, 0) for state in (TO_SEND, REFUSED)}
