"""Rows that contradict one another: a hold without its holder, an effect without its entry, work that nobody does."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, exists, func, or_, select

from pipeline.store.deposits import DEPOSITED
from pipeline.store.mails import SENT
from pipeline.store.plis import IN_PROGRESS
from pipeline.store.schema import depot, envoi, journal, lot, pli, tache
from pipeline.store.tasks import Kind, State, remaining

_TAKEN = "depot"
_TOLD = "notifie"


def misheld(tx: Connection) -> list[str]:
    """Return the tasks that are under way and held by nobody, or held and not under way: no token fences them."""
    doing = tache.c.etat == State.DOING
    unheld = or_(tache.c.ouvrier.is_(None), tache.c.bail.is_(None), tache.c.essais < 1)
    kept = or_(tache.c.ouvrier.is_not(None), tache.c.bail.is_not(None))
    wrong = or_(and_(doing, unheld), and_(~doing, kept), tache.c.essais < 0)
    return list(tx.execute(select(tache.c.id).where(wrong).order_by(tache.c.id)).scalars())


def unnoted(tx: Connection) -> list[str]:
    """Return the pieces that are deposited, and the plis of which a message left, without an entry that says so."""
    filed = exists().where(journal.c.sujet == depot.c.piece, journal.c.evenement == _TAKEN)
    told = exists().where(journal.c.sujet == envoi.c.pli, journal.c.evenement == _TOLD)
    pieces = tx.execute(select(depot.c.piece).where(depot.c.etat == DEPOSITED, ~filed)).scalars()
    return sorted({*pieces, *tx.execute(select(envoi.c.pli).where(envoi.c.etat == SENT, ~told)).scalars()})


def referred_apart(tx: Connection) -> list[str]:
    """Return the keys under which the register is said to have given two references: it has one for each key."""
    grouped = select(depot.c.cle).where(depot.c.etat == DEPOSITED).group_by(depot.c.cle)
    apart = grouped.having(func.count(depot.c.reference.distinct()) > 1)
    return list(tx.execute(apart.order_by(depot.c.cle)).scalars())


def adrift(tx: Connection) -> list[str]:
    """Return the lots that are not cut, and the plis that are not settled, of which no task takes care any more."""
    uncut = tx.execute(select(lot.c.id).where(lot.c.etat.in_(["recu", "ouvert"])).order_by(lot.c.rang)).scalars()
    lost = [name for name in uncut if not _is_waited_for(tx, name, Kind.OPEN, Kind.CUT, Kind.READ)]
    unsettled = tx.execute(select(pli.c.id).where(pli.c.etat == IN_PROGRESS).order_by(pli.c.id)).scalars()
    return lost + [name for name in unsettled if not _is_waited_for(tx, name, Kind.ASK, Kind.SETTLE)]


def _is_waited_for(tx: Connection, subject: str, *kinds: Kind) -> bool:
    """Say whether a task of these kinds about ``subject``, or its pages, is still to be done or was set aside."""
    names = [f"{kind}:{subject}" for kind in kinds]
    whole = select(tache.c.id).where(tache.c.id.in_(names), tache.c.etat != State.DONE)
    if tx.execute(whole.limit(1)).first() is not None:
        return True
    return Kind.READ in kinds and remaining(tx, Kind.READ, f"{subject}/") > 0


def latest(tx: Connection) -> datetime | None:
    """Return the instant of the last thing that happened, None when nothing did."""
    when = tx.execute(select(journal.c.le).order_by(journal.c.id.desc()).limit(1)).scalar()
    return datetime.fromisoformat(when) if when is not None else None
