"""What is deposited at the SNE, and the files that are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, or_, select, update

from pipeline.domain.facts import DemandeState
from pipeline.store.schema import demande, depot, livrable, lot, pli, tache
from pipeline.store.tasks import Kind, State

TO_DEPOSIT, UNCERTAIN, DEPOSITED, REFUSED = "a_deposer", "incertain", "depose", "refuse"


@dataclass(frozen=True, slots=True)
class Due:
    """A piece to deposit. ``blob``: its PDF. ``state``: ``a_deposer``, or ``incertain`` when a call was made.

    ``essais``: tries that came to nothing since the last answer. ``not_before``: the instant, with its offset, before
    which it is not tried again by itself.
    """

    pli: str
    piece: str
    cle: str
    numero_unique: str
    state: str
    blob: str
    octets: int
    pages: int
    essais: int = 0
    not_before: datetime | None = None


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
    """Return the pieces still to deposit, the most urgent first; those that are put off have their place too."""
    joined = depot.join(livrable, livrable.c.cle == depot.c.cle).join(pli, pli.c.id == depot.c.pli)
    rows = tx.execute(
        select(depot, livrable.c.blob, livrable.c.octets, livrable.c.pages)
        .select_from(joined.join(lot, lot.c.id == pli.c.lot))
        .where(depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN]))
        .order_by(lot.c.echeance, lot.c.rang, depot.c.piece)
    )
    return [
        Due(
            pli=row.pli,
            piece=row.piece,
            cle=row.cle,
            numero_unique=row.numero_unique,
            state=row.etat,
            blob=row.blob,
            octets=row.octets,
            pages=row.pages,
            essais=row.essais,
            not_before=datetime.fromisoformat(row.pas_avant) if row.pas_avant is not None else None,
        )
        for row in rows
    ]


def is_as_found(tx: Connection, piece: Due) -> bool:
    """Say whether a piece is still to be deposited as it was when it was found due."""
    key = (depot.c.pli == piece.pli, depot.c.piece == piece.piece)
    same = (depot.c.cle == piece.cle, depot.c.etat == piece.state, depot.c.numero_unique == piece.numero_unique)
    return tx.execute(select(depot.c.piece).where(*key, *same)).first() is not None


def is_unsettled(tx: Connection, pli_name: str) -> bool:
    """Say whether something is to be asked or settled about a pli: what is due of it may change."""
    about = tache.c.id.in_([f"{Kind.ASK}:{pli_name}", f"{Kind.SETTLE}:{pli_name}"])
    return tx.execute(select(tache.c.id).where(about, tache.c.etat != State.DONE)).first() is not None


def hurry(tx: Connection) -> None:
    """Let what is put off be tried at once, and its calls be counted afresh: a person asks for it now."""
    put_off = or_(depot.c.pas_avant.is_not(None), depot.c.essais > 0)
    tx.execute(update(depot).where(put_off).values(pas_avant=None, essais=0))


def put_off(tx: Connection, piece: Due, state: str, until: datetime) -> None:
    """Record a try that came to nothing, in what doubt it leaves the piece, and when it is tried again."""
    key = (depot.c.pli == piece.pli, depot.c.piece == piece.piece)
    values = {"etat": state, "essais": piece.essais + 1, "pas_avant": until.isoformat()}
    tx.execute(update(depot).where(*key).values(**values))


def witnesses(tx: Connection, count: int) -> list[str]:
    """Return up to ``count`` demandes that the register surely knows: those of its last deposits, else told active."""
    deposited = (
        select(depot.c.numero_unique)
        .where(depot.c.etat == DEPOSITED)
        .group_by(depot.c.numero_unique)
        .order_by(func.max(depot.c.depose_le).desc())
    )
    told = (
        select(demande.c.numero_unique)
        .where(demande.c.contenu["state"].as_string() == DemandeState.ACTIVE)
        .group_by(demande.c.numero_unique)
        .order_by(func.max(demande.c.le).desc())
    )
    known = [*tx.execute(deposited.limit(count)).scalars(), *tx.execute(told.limit(count)).scalars()]
    return list(dict.fromkeys(known))[:count]


def set_state(
    tx: Connection,
    pli_name: str,
    piece: str,
    state: str,
    reference: str | None = None,
    deposited_at: str | None = None,
    reason: str | None = None,
) -> None:
    """Record where the deposit of a piece stands; once it is answered, nothing puts it off any more."""
    values: dict[str, str | int | None] = {"etat": state, "reference": reference, "depose_le": deposited_at}
    values["raison"] = reason
    if state in {DEPOSITED, REFUSED}:
        values |= {"essais": 0, "pas_avant": None}
    tx.execute(update(depot).where(depot.c.pli == pli_name, depot.c.piece == piece).values(**values))


def last_deposit(tx: Connection, pli_name: str) -> datetime | None:
    """Return the instant of the last deposit of a pli."""
    rows = tx.execute(select(depot.c.depose_le).where(depot.c.pli == pli_name, depot.c.etat == DEPOSITED)).scalars()
    return max((datetime.fromisoformat(row) for row in rows if row), default=None)
