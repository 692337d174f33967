"""Which plis may have something to be told about: a few queries, whose cost follows what is due, not what is past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import Connection, Exists, Select, and_, exists, func, or_, select, union

from pipeline.domain.receipt import Canal
from pipeline.store.deposits import TO_DEPOSIT, UNCERTAIN
from pipeline.store.kept import is_kept
from pipeline.store.mails import FINAL, NOT_TOLD, PARTIAL, REFUSED, TO_SEND, rectified, written
from pipeline.store.rectifications import TO_WITHDRAW, withdrawn_since
from pipeline.store.schema import demande, depot, envoi, lot, pli, rectification

SETTLED = frozenset({"termine", "rejete", "quarantaine"})
DOUBTFUL = "a_verifier"
LOOK_AGAIN = timedelta(days=1)
"""After which it is looked whether somebody that could not be told can be by now."""
_BY_GUICHET = (Canal.PAPIER_GUICHET, Canal.PWP, Canal.SERVICES_WEB, Canal.MEL_SECURISE)
"""The channels that are told at addresses which people may repair in ``guichets.toml``."""


def due(tx: Connection, now: datetime, *, patient: bool) -> list[str]:
    """Return the plis to look at, in order of receipt; those of which something is to be withdrawn first, later.

    ``patient``: what was put off waits for its instant, and what could reach nobody for its day.
    """
    waiting, unreached = select(envoi.c.pli).where(envoi.c.etat == TO_SEND), _unreached()
    if patient:
        is_ripe = or_(envoi.c.pas_avant.is_(None), envoi.c.pas_avant <= written(now))
        waiting, unreached = waiting.where(is_ripe), unreached.where(is_ripe)
    others = [*_late(tx, now), *_rectified(tx)]
    found = union(_untold(), waiting, unreached, select(pli.c.id).where(pli.c.id.in_(others)))
    wanted = select(pli.c.id).join(lot, lot.c.id == pli.c.lot).where(pli.c.id.in_(found), is_kept(), ~_withdrawing())
    return list(tx.execute(wanted.order_by(lot.c.rang, pli.c.premiere)).scalars())


def _untold() -> Select[tuple[str]]:
    """Plis that are settled, with nothing on its way to the SNE, and that nobody was told of."""
    told = exists().where(envoi.c.pli == pli.c.id, envoi.c.nature == FINAL)
    on_its_way = exists().where(depot.c.pli == pli.c.id, depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN]))
    return select(pli.c.id).where(pli.c.etat.in_(SETTLED), ~told, ~on_its_way)


def _unreached() -> Select[tuple[str]]:
    """Plis whose message reached nobody, where another address may be known by now."""
    held = demande.c.contenu["courriel"].as_string().is_not(None)
    somebody = or_(lot.c.canal.in_(_BY_GUICHET), exists().where(demande.c.pli == envoi.c.pli, held))
    return (
        select(envoi.c.pli)
        .join(pli, pli.c.id == envoi.c.pli)
        .join(lot, lot.c.id == pli.c.lot)
        .where(
            or_(envoi.c.etat == REFUSED, and_(envoi.c.etat == NOT_TOLD, somebody)),
            or_(envoi.c.nature == FINAL, envoi.c.nature.startswith(rectified("")), pli.c.etat == DOUBTFUL),
        )
    )


def _late(tx: Connection, now: datetime) -> Iterator[str]:
    """Yield the plis still in doubt after their deadline, and that nobody was told of yet."""
    told = exists().where(envoi.c.pli == pli.c.id, envoi.c.nature.in_([PARTIAL, FINAL]))
    doubtful = select(pli.c.id, lot.c.echeance).join(lot, lot.c.id == pli.c.lot).where(pli.c.etat == DOUBTFUL, ~told)
    yield from (row.id for row in tx.execute(doubtful) if datetime.fromisoformat(row.echeance) < now)


def _withdrawing() -> Exists:
    return exists().where(rectification.c.pli == pli.c.id, rectification.c.etat == TO_WITHDRAW)


def _rectified(tx: Connection) -> Iterator[str]:
    """Yield the plis of which something was withdrawn since they were told, and told nothing of it: that is rare."""
    counted = select(rectification.c.pli, func.count().label("n")).group_by(rectification.c.pli)
    for row in tx.execute(counted).all():
        told = {it.nature: it.le for it in tx.execute(select(envoi.c.nature, envoi.c.le).where(envoi.c.pli == row.pli))}
        if FINAL in told and rectified(row.n) not in told:
            final = datetime.fromisoformat(told[FINAL])
            yield from [row.pli] if withdrawn_since(tx, row.pli, final) else []
