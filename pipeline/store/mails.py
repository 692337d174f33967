"""Mails: written down before they leave, confirmed after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from pipeline.store.schema import envoi

TO_SEND, SENT, NOT_TOLD = "a_envoyer", "envoye", "non_notifiable"
FINAL, PARTIAL, AGAIN = "final", "partiel", "renvoi"


@dataclass(frozen=True, slots=True)
class Mail:
    """One message about a pli. ``detail``: the server's answer, or why nobody was told."""

    pli: str
    nature: str
    message_id: str
    to: tuple[str, ...]
    state: str
    detail: str | None
    at: datetime


def of_pli(tx: Connection, pli: str) -> list[Mail]:
    """Return the messages about a pli, oldest first."""
    rows = tx.execute(select(envoi).where(envoi.c.pli == pli).order_by(envoi.c.id))
    return [
        Mail(
            row.pli,
            row.nature,
            row.message_id,
            tuple(row.destinataires),
            row.etat,
            row.detail,
            datetime.fromisoformat(row.le),
        )
        for row in rows
    ]


def write_down(tx: Connection, mail: Mail) -> None:
    """Keep a message that is about to leave; one of that nature that is there already stays, or is told anew."""
    key = (envoi.c.pli == mail.pli, envoi.c.nature == mail.nature)
    values = {
        "message_id": mail.message_id,
        "destinataires": list(mail.to),
        "etat": mail.state,
        "detail": mail.detail,
        "le": mail.at.isoformat(),
    }
    if tx.execute(update(envoi).where(*key, envoi.c.etat != SENT).values(**values)).rowcount:
        return
    if tx.execute(select(envoi.c.id).where(*key)).first() is None:
        tx.execute(envoi.insert().values(pli=mail.pli, nature=mail.nature, **values))


def confirm(tx: Connection, pli: str, nature: str, answer: str) -> None:
    """Say that a message left, and what was answered."""
    key = (envoi.c.pli == pli, envoi.c.nature == nature)
    tx.execute(update(envoi).where(*key).values(etat=SENT, detail=answer))
