"""What the invariants ask of the memory: what does not hold, or a part of it at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, exists, func, or_, select, union

from pipeline.store import deposits, tasks
from pipeline.store.kept import is_kept
from pipeline.store.rectifications import TO_WITHDRAW, WITHDRAWN
from pipeline.store.schema import depot, envoi, livrable, lot, pli, rectification, tache
from pipeline.store.tasks import State

AT_ONCE = 200
"""Demandes in memory at a time."""


@dataclass(frozen=True, slots=True)
class Believed:
    """What is said of one demande in the register: pieces, each with its key.

    ``filed``: they are there, and nobody withdraws them; ``withdrawn``: they were taken out, and sent under that key by
    nobody since.
    """

    filed: tuple[tuple[str, str], ...] = ()
    withdrawn: tuple[tuple[str, str], ...] = ()


def demandes(tx: Connection, after: str) -> list[str]:
    """Return the demandes of which something is said, those that follow ``after``, in order: a part, or none left."""
    found = union(
        *(
            select(table.c.numero_unique).where(table.c.numero_unique > after, table.c.etat == state)
            for table, state in ((depot, deposits.DEPOSITED), (rectification, WITHDRAWN))
        )
    ).subquery()
    return list(tx.execute(select(found.c.numero_unique).order_by(found.c.numero_unique).limit(AT_ONCE)).scalars())


def believed(tx: Connection, numbers: Sequence[str]) -> dict[str, Believed]:
    """Return what is said of these demandes; purged lots are left out, and so is what is being withdrawn."""
    withdrawing = exists().where(rectification.c.cle == depot.c.cle, rectification.c.etat == TO_WITHDRAW)
    sent_again = exists().where(depot.c.cle == rectification.c.cle, depot.c.etat != deposits.REFUSED)
    filed = _of(tx, depot, numbers, depot.c.etat == deposits.DEPOSITED, ~withdrawing)
    withdrawn = _of(tx, rectification, numbers, rectification.c.etat == WITHDRAWN, ~sent_again)
    return {number: Believed(tuple(filed[number]), tuple(withdrawn[number])) for number in numbers}


def _of(
    tx: Connection, table: Table, numbers: Sequence[str], *wanted: ColumnElement[bool]
) -> dict[str, list[tuple[str, str]]]:
    """Return the pieces of a table that are wanted, and kept, with their keys, by demande."""
    joined = table.join(pli, pli.c.id == table.c.pli).join(lot, lot.c.id == pli.c.lot)
    rows = select(table.c.numero_unique, table.c.piece, table.c.cle).select_from(joined)
    found: dict[str, list[tuple[str, str]]] = {number: [] for number in numbers}
    kept = rows.where(*wanted, table.c.numero_unique.in_(numbers), is_kept()).order_by(table.c.piece)
    for number, piece, cle in tx.execute(kept):
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
