"""What a database that was restored believes of the register, and where it was wrong since."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Connection, Select, select, union

from pipeline.store.deposits import DEPOSITED, TO_DEPOSIT, Due, set_state
from pipeline.store.holders import parts
from pipeline.store.kept import is_kept
from pipeline.store.rectifications import Sent
from pipeline.store.schema import demande, depot, lot, pli, rectification


def numbers(tx: Connection) -> list[str]:
    """Return every numéro unique that something kept is about, in order."""
    found = union(*(_about(table.c.numero_unique, table.c.pli) for table in (depot, demande, rectification)))
    return sorted(str(row[0]) for row in tx.execute(found))


def plis_about(tx: Connection, numero_unique: str) -> list[str]:
    """Return the plis kept that are about a demande, in order of their names."""
    tables = (depot, demande, rectification)
    found = union(*(_about(it.c.pli, it.c.pli).where(it.c.numero_unique == numero_unique) for it in tables))
    return sorted(str(row[0]) for row in tx.execute(found))


def deposited(tx: Connection) -> list[Sent]:
    """Return the deposits that are said to be in the register; those of purged lots are past."""
    joined = depot.join(pli, pli.c.id == depot.c.pli).join(lot, lot.c.id == pli.c.lot)
    rows = tx.execute(
        select(depot).select_from(joined).where(depot.c.etat == DEPOSITED, is_kept()).order_by(depot.c.piece)
    )
    return [Sent(row.pli, row.piece, row.cle, row.numero_unique, row.etat, row.reference) for row in rows]


def known(tx: Connection, keys: Iterable[str]) -> set[str]:
    """Return those of these keys that a deposit of ours bears, or bore, purged ones included."""
    found: set[str] = set()
    for part in parts(keys):
        for table in (depot, rectification):
            found.update(tx.execute(select(table.c.cle).where(table.c.cle.in_(part))).scalars())
    return found


def unsend(tx: Connection, due: Due) -> None:
    """Say that no call was made for a piece, as the register says: settled anew, it leaves nothing to deposit."""
    set_state(tx, due.pli, due.piece, TO_DEPOSIT)


def _about(what: Column[str], whose: Column[str]) -> Select[str]:
    return select(what).join(pli, pli.c.id == whose).join(lot, lot.c.id == pli.c.lot).where(is_kept())
