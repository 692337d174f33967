"""What is put right after a deposit: what is withdrawn from the SNE, why, and whether it was a breach of privacy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, select, true, update

from pipeline.domain.bilan import BilanPiece
from pipeline.store import plis
from pipeline.store.deposits import DEPOSITED, REFUSED
from pipeline.store.kept import is_kept
from pipeline.store.schema import depot, lot, pli, rectification, refus

TO_WITHDRAW, WITHDRAWN = "a_retirer", "retiree"
HELD = "200"
"""Why a piece that was withdrawn waits for a person: what the SNE answers to one that it would not take again."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The deposit of a piece. ``state``: of the deposit (``a_deposer``, ``depose``…)."""

    pli: str
    piece: str
    cle: str
    numero_unique: str
    state: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class Rectification:
    """A deposit that is to be withdrawn (``a_retirer``), or that was (``retiree``): it stood under ``numero_unique``.

    ``breach``: it was in another person's file. ``motif``: in the operator's words.
    """

    pli: str
    piece: str
    cle: str
    numero_unique: str
    reference: str | None
    motif: str
    breach: bool
    state: str
    by: str
    at: datetime
    withdrawn_at: datetime | None


def deposit_of(tx: Connection, piece: str) -> Sent | None:
    """Return the deposit of a piece, wanted or made, or None."""
    return next(iter(_sent(tx, depot.c.piece == piece)), None)


def under(tx: Connection, cle: str) -> list[Sent]:
    """Return the deposits, wanted or made, that one key stands for: the SNE holds them as one. Purged ones are past."""
    return _sent(tx, and_(depot.c.cle == cle, depot.c.etat != REFUSED, is_kept()))


def _sent(tx: Connection, wanted: ColumnElement[bool]) -> list[Sent]:
    joined = depot.join(pli, pli.c.id == depot.c.pli).join(lot, lot.c.id == pli.c.lot)
    rows = tx.execute(select(depot).select_from(joined).where(wanted).order_by(depot.c.piece))
    return [Sent(row.pli, row.piece, row.cle, row.numero_unique, row.etat, row.reference) for row in rows]


def intend(tx: Connection, sent: Sent, motif: str, who: str, now: datetime, *, breach: bool) -> None:
    """Write down that a deposit is to be withdrawn; said again, the first motive stays, and a breach is added."""
    waiting = (*_of(sent.cle), rectification.c.piece == sent.piece)
    said = select(rectification.c.violation).where(*waiting)
    known = tx.execute(said).scalar_one_or_none()
    if known is not None:
        tx.execute(update(rectification).where(*waiting).values(violation=known or breach))
        return
    tx.execute(
        rectification.insert().values(
            pli=sent.pli, piece=sent.piece, cle=sent.cle, numero_unique=sent.numero_unique, reference=sent.reference,
            motif=motif, violation=breach, etat=TO_WITHDRAW, par=who, le=now.isoformat(),
        )
    )  # fmt: skip


def withdrawn(tx: Connection, cle: str, now: datetime) -> list[Rectification]:
    """Record that the SNE holds a key no more, and forget its deposits; return what that puts right."""
    done = _found(tx, *_of(cle))
    tx.execute(update(rectification).where(*_of(cle)).values(etat=WITHDRAWN, retire_le=now.isoformat()))
    pieces = [one.piece for one in done]
    tx.execute(depot.delete().where(depot.c.cle == cle, depot.c.etat == DEPOSITED, depot.c.piece.in_(pieces)))
    return done


def _of(cle: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return rectification.c.cle == cle, rectification.c.etat == TO_WITHDRAW


def hold(tx: Connection, pli: str, piece: BilanPiece, now: datetime) -> None:
    """Leave to a person what becomes of a piece that is withdrawn; whatever was said of its deposit is past."""
    tx.execute(refus.delete().filter_by(pli=pli, page=piece.pages[0], type=piece.type or ""))
    plis.keep_refusal(tx, pli, piece, HELD, now)


def release(tx: Connection, pli: str, piece: BilanPiece) -> None:
    """Let a piece that was withdrawn go on: a person says what becomes of it; its old key stays closed at the SNE."""
    held = (refus.c.pli == pli, refus.c.page == piece.pages[0], refus.c.raison == HELD)
    tx.execute(refus.delete().where(*held))


def flag(tx: Connection, piece: str, right: str | None) -> bool:
    """Record a breach that is found out after the withdrawal of a piece; say whether one was.

    ``right``: the demande that it belongs to; None when it was in a file without any right to be there.
    """
    mine = (rectification.c.piece == piece, rectification.c.violation.is_(False))
    elsewhere = rectification.c.numero_unique != right if right is not None else true()
    return tx.execute(update(rectification).where(*mine, elsewhere).values(violation=True)).rowcount > 0


def pending(tx: Connection) -> list[Rectification]:
    """Return the deposits still to be withdrawn, oldest first."""
    return _found(tx, rectification.c.etat == TO_WITHDRAW)


def is_pending(tx: Connection, name: str) -> bool:
    """Say whether a deposit of a pli is still to be withdrawn: what would be told of it changes in a moment."""
    return bool(_found(tx, rectification.c.pli == name, rectification.c.etat == TO_WITHDRAW))


def of_pli(tx: Connection, name: str) -> list[Rectification]:
    """Return what was put right of a pli, or is to be, oldest first."""
    return _found(tx, rectification.c.pli == name)


def withdrawn_since(tx: Connection, name: str, since: datetime) -> list[Rectification]:
    """Return what was withdrawn of a pli at that instant or after it, oldest first."""
    return [row for row in of_pli(tx, name) if row.withdrawn_at is not None and row.withdrawn_at >= since]


def breaches(tx: Connection) -> list[Rectification]:
    """Return the deposits made in another person's file, oldest first."""
    return _found(tx, rectification.c.violation)


def _found(tx: Connection, *wanted: ColumnElement[bool]) -> list[Rectification]:
    return _all(tx.execute(select(rectification).where(*wanted).order_by(rectification.c.id)))


def _all(rows: Iterable[Row[Any]]) -> list[Rectification]:
    return [
        Rectification(
            row.pli, row.piece, row.cle, row.numero_unique, row.reference, row.motif, row.violation, row.etat, row.par,
            datetime.fromisoformat(row.le), datetime.fromisoformat(row.retire_le) if row.retire_le else None,
        )
        for row in rows
    ]  # fmt: skip
