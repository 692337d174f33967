"""Which plis somebody still has to do something about, found without a look at those that are over and done with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, exists, func, or_, select, union

from pipeline.store.deposits import TO_DEPOSIT, UNCERTAIN
from pipeline.store.mails import NOT_TOLD, PARTIAL, REFUSED, TO_SEND
from pipeline.store.plis import IN_PROGRESS
from pipeline.store.schema import depot, envoi, lot, pli

TO_CHECK = "a_verifier"
NO_GUICHET = "guichet inconnu"
"""How the reason begins for which a message waits until somebody says whose address it is."""


def unfinished(tx: Connection, since: datetime) -> list[str]:
    """Return the plis that are not settled, deposited and told, and those told since, in their order of receipt."""
    last = select(func.max(envoi.c.id)).group_by(envoi.c.pli)
    waits = or_(
        envoi.c.etat.in_([TO_SEND, REFUSED]), and_(envoi.c.etat == NOT_TOLD, envoi.c.detail.startswith(NO_GUICHET))
    )
    told = exists().where(envoi.c.pli == pli.c.id, envoi.c.nature != PARTIAL)
    found = union(
        select(pli.c.id).where(pli.c.etat.in_([IN_PROGRESS, TO_CHECK])),
        select(pli.c.id).where(~told),
        select(depot.c.pli).where(depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN])),
        select(envoi.c.pli).where(envoi.c.id.in_(last), waits),
        select(envoi.c.pli).where(envoi.c.le >= since.isoformat()),
    )
    ordered = select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(pli.c.id.in_(found))
    return list(tx.execute(ordered.order_by(lot.c.rang, pli.c.premiere)).scalars())


def to_check(tx: Connection) -> list[str]:
    """Return the plis with a question open, in their order of receipt."""
    asked = select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(pli.c.etat == TO_CHECK)
    return list(tx.execute(asked.order_by(lot.c.rang, pli.c.premiere)).scalars())
