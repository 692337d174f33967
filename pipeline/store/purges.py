"""What was purged, with its proof: nothing personal, for ever. And what still stands in the way of a purge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from pipeline.errors import Misuse
from pipeline.store import mails, rectifications
from pipeline.store.deposits import TO_DEPOSIT, UNCERTAIN
from pipeline.store.kept import OF_LOTS, Genre, is_kept
from pipeline.store.schema import depot, envoi, lot, pli, purge, tache
from pipeline.store.tasks import IS_OPEN


@dataclass(frozen=True, slots=True)
class Told:
    """A message that was settled, and whose addresses are still kept."""

    message_id: str
    pli: str
    nature: str
    state: str
    at: datetime
    answers: tuple[str, ...]


def keep(tx: Connection, genre: Genre, subject: str, rule: str, proof: Mapping[str, object], now: datetime) -> None:
    """Record that something is purged, in the transaction that erases what it said of people."""
    tx.execute(purge.insert().values(genre=genre, sujet=subject, regle=rule, preuve=proof, le=now.isoformat()))


def lot_purged(tx: Connection, lot_id: str) -> datetime | None:
    """Return when a lot was purged, or None while all of it is kept."""
    said = select(purge.c.le).where(purge.c.genre.in_(OF_LOTS), purge.c.sujet == lot_id)
    when = tx.execute(said).scalar_one_or_none()
    return datetime.fromisoformat(when) if when is not None else None


def pli_purged(tx: Connection, name: str) -> datetime | None:
    """Return when a pli was purged with its lot, or None."""
    lot_id = tx.execute(select(pli.c.lot).where(pli.c.id == name)).scalar_one_or_none()
    return lot_purged(tx, lot_id) if lot_id is not None else None


def check_kept(tx: Connection, name: str) -> None:
    """Raise Misuse, in French, when a pli was purged: nothing can be done about it any more."""
    when = pli_purged(tx, name)
    if when is not None:
        raise Misuse(f"{name} : {sentence(when)} ; il n'en reste que le compte.")


def sentence(when: datetime) -> str:
    """Say in French that something was purged."""
    return f"ses images et ses textes ont été effacés le {when:%d/%m/%Y}, au terme de leur conservation"


def kept_lots(tx: Connection, before: date) -> list[str]:
    """Return the lots received before that day and not purged, in their order of receipt."""
    wanted = select(lot.c.id).where(lot.c.recu_le < before.isoformat(), is_kept())
    return list(tx.execute(wanted.order_by(lot.c.rang)).scalars())


def hindered(tx: Connection) -> dict[str, str]:
    """Return the lots and plis that something is still to be done about, with what it is, in French."""
    depositing = select(depot.c.pli).where(depot.c.etat.in_([TO_DEPOSIT, UNCERTAIN]))
    subjects = tx.execute(select(tache.c.sujet).where(IS_OPEN)).scalars()
    return {
        **dict.fromkeys((asked.pli for asked in rectifications.pending(tx)), "une rectification n'est pas finie"),
        **dict.fromkeys(tx.execute(depositing).scalars(), "un dépôt n'est pas fini"),
        **{subject.partition("/")[0]: "un travail n'est pas fini" for subject in subjects},
    }


def mails_told(tx: Connection) -> list[Told]:
    """Return the messages that were settled and not purged: those that left, and those of lots that were purged."""
    joined = envoi.join(pli, pli.c.id == envoi.c.pli).join(lot, lot.c.id == pli.c.lot)
    settled = or_(envoi.c.etat == mails.SENT, and_(envoi.c.etat != mails.NOT_TOLD, ~is_kept()))
    rows = tx.execute(select(envoi).select_from(joined).where(settled, _is_whole()).order_by(envoi.c.id))
    return [
        Told(
            row.message_id, row.pli, row.nature, row.etat, datetime.fromisoformat(row.le),
            tuple(sorted(said for said, _ in row.reponses.values())),
        )
        for row in rows
    ]  # fmt: skip


def kept_messages(tx: Connection) -> set[str]:
    """Return the Message-IDs that are not purged."""
    return set(tx.execute(select(envoi.c.message_id).where(_is_whole())).scalars())


def kept_addresses(tx: Connection) -> set[str]:
    """Return the addresses that a message not purged is for, in lower case."""
    rows = tx.execute(select(envoi.c.destinataires).where(_is_whole())).scalars()
    return {address.lower() for addresses in rows for address in addresses}


def _is_whole() -> ColumnElement[bool]:
    return ~exists().where(purge.c.genre == Genre.MAIL, purge.c.sujet == envoi.c.message_id)
