"""What is deposited at the SNE, and the files that are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from pipeline.store.schema import depot, livrable, lot, pli

TO_DEPOSIT, UNCERTAIN, DEPOSITED, REFUSED = "a_deposer", "incertain", "depose", "refuse"


@dataclass(frozen=True, slots=True)
class Due:
    """A piece to deposit. ``blob``: its PDF. ``state``: ``a_deposer``, or ``incertain`` when a call was made."""

    pli: str
    piece: str
    cle: str
    numero_unique: str
    state: str
    blob: str
    octets: int
    pages: int


def is_composed(tx: Connection, cle: str) -> bool:
    """Say whether the PDF of a key was made."""
    return tx.execute(select(livrable.c.cle).where(livrable.c.cle == cle)).first() is not None


def forget_unsent(tx: Connection, cle: str) -> None:
    """Forget the PDF of a key, to be made anew, unless a call was ever made with it."""
    sent = select(depot.c.cle).where(depot.c.cle == cle, depot.c.etat != TO_DEPOSIT)
    if tx.execute(sent).first() is None:
        tx.execute(livrable.delete().where(livrable.c.cle == cle))


def keep_livrable(tx: Connection, cle: str, blob: str, octets: int, pages: int, detail: str | None = None) -> None:
    """Keep the PDF of a key, with how light it was made (``detail``); the first one stays for ever."""
    if not is_composed(tx, cle):
        tx.execute(livrable.insert().values(cle=cle, blob=blob, octets=octets, pages=pages, detail=detail))


def intend(tx: Connection, pli_name: str, piece: str, cle: str, numero_unique: str) -> None:
    """Say that a piece is to be deposited; a piece already on its way keeps its state."""
    key = (depot.c.pli == pli_name, depot.c.piece == piece)
    known = tx.execute(select(depot).where(*key)).one_or_none()
    if known is not None and (known.cle == cle or known.etat not in {TO_DEPOSIT, REFUSED}):
        return
    tx.execute(depot.delete().where(*key))
    tx.execute(
        depot.insert().values(
            pli=pli_name, piece=piece, cle=cle, numero_unique=numero_unique, etat=TO_DEPOSIT, essais=0
        )
    )


def forget_intentions(tx: Connection, pli_name: str) -> None:
    """Forget what was to be deposited of a pli that is settled anew; what was sent stays."""
    tx.execute(depot.delete().where(depot.c.pli == pli_name, depot.c.etat == TO_DEPOSIT))


def due(tx: Connection) -> list[Due]:
    """Return the pieces still to deposit, those of the oldest lots first."""
    joined = depot.join(livrable, livrable.c.cle == depot.c.cle).join(pli, pli.c.id == depot.c.pli)
    rows = tx.execute(
        select(depot, livrable.c.blob, livrable.c.octets, livrable.c.pages)
        .select_from(joined.join(lot, lot.c.id == pli.c.lot))
        .where(depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN]))
        .order_by(lot.c.echeance, lot.c.rang, depot.c.piece)
    )
    return [
        Due(row.pli, row.piece, row.cle, row.numero_unique, row.etat, row.blob, row.octets, row.pages) for row in rows
    ]


def set_state(
    tx: Connection,
    pli_name: str,
    piece: str,
    state: str,
    reference: str | None = None,
    deposited_at: str | None = None,
    reason: str | None = None,
) -> None:
    """Record where the deposit of a piece stands."""
    values = {"etat": state, "reference": reference, "depose_le": deposited_at, "raison": reason}
    tx.execute(update(depot).where(depot.c.pli == pli_name, depot.c.piece == piece).values(**values))


def last_deposit(tx: Connection, pli_name: str) -> datetime | None:
    """Return the instant of the last deposit of a pli."""
    rows = tx.execute(select(depot.c.depose_le).where(depot.c.pli == pli_name, depot.c.etat == DEPOSITED)).scalars()
    return max((datetime.fromisoformat(row) for row in rows if row), default=None)
