"""What the invariants ask of the memory: what does not hold, or a part of it at a time."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, exists, func, or_, select

from pipeline.store import deposits, tasks
from pipeline.store.kept import is_kept
from pipeline.store.schema import depot, envoi, livrable, lot, pli, tache
from pipeline.store.tasks import State

AT_ONCE = 200
"""Demandes in memory at a time."""


def deposited(tx: Connection, after: str) -> dict[str, list[tuple[str, str]]]:
    """Return the pieces said to be in the register, with their keys, of the demandes that follow ``after``.

    A part of the demandes, in order, and none when there is none left; purged lots are left out.
    """
    joined = depot.join(pli, pli.c.id == depot.c.pli).join(lot, lot.c.id == pli.c.lot)
    wanted = (depot.c.etat == deposits.DEPOSITED, depot.c.numero_unique > after, is_kept())
    numbers = select(depot.c.numero_unique).distinct().select_from(joined).where(*wanted)
    part = list(tx.execute(numbers.order_by(depot.c.numero_unique).limit(AT_ONCE)).scalars())
    found: dict[str, list[tuple[str, str]]] = {number: [] for number in part}
    rows = select(depot.c.numero_unique, depot.c.piece, depot.c.cle).select_from(joined)
    for number, piece, cle in tx.execute(rows.where(*wanted, depot.c.numero_unique.in_(part)).order_by(depot.c.piece)):
        found[number].append((piece, cle))
    return found


def without_pdf(tx: Connection) -> list[str]:
    """Return the pieces that are in the register or on their way, and whose PDF is not kept any more."""
    joined = depot.join(pli, pli.c.id == depot.c.pli).join(lot, lot.c.id == pli.c.lot)
    lost = ~exists().where(livrable.c.cle == depot.c.cle)
    rows = tx.execute(
        select(depot.c.pli, depot.c.piece, depot.c.etat)
        .select_from(joined)
        .where(depot.c.etat != deposits.REFUSED, lost, is_kept())
        .order_by(depot.c.piece)
    )
    being_made = tasks.unsettled(tx)
    return [row.piece for row in rows if row.etat != deposits.TO_DEPOSIT or row.pli not in being_made]


def told_twice(tx: Connection) -> list[str]:
    """Return the plis with two messages of one nature, and the Message-IDs that two messages bear."""
    same = select(envoi.c.pli).group_by(envoi.c.pli, envoi.c.nature).having(func.count() > 1)
    alike = select(envoi.c.message_id).group_by(envoi.c.message_id).having(func.count() > 1)
    return sorted({*tx.execute(same).scalars(), *tx.execute(alike).scalars()})


def forsaken(tx: Connection, before: float) -> list[str]:
    """Return the tasks that somebody holds, and whose lease ended before that second of the real clock."""
    held = (tache.c.etat == State.DOING, or_(tache.c.bail.is_(None), tache.c.bail < before))
    return list(tx.execute(select(tache.c.id).where(*held).order_by(tache.c.id)).scalars())


def uncut_since(tx: Connection, now: datetime) -> list[str]:
    """Return the lots, late at that instant, of which it is not known yet which plis they hold."""
    rows = tx.execute(select(lot.c.id, lot.c.echeance).where(lot.c.etat.in_(["recu", "ouvert"])).order_by(lot.c.rang))
    return [row.id for row in rows if datetime.fromisoformat(row.echeance) < now]


def known_lots(tx: Connection, names: set[str]) -> set[str]:
    """Return those of these names that a lot bears."""
    return {name for name in names if tx.execute(select(lot.c.id).where(lot.c.id == name)).first() is not None}
