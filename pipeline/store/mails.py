"""Mails: written down before they leave, with what each address's server answered after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from pipeline.store.schema import envoi

TO_SEND, SENT, REFUSED, NOT_TOLD = "a_envoyer", "envoye", "refuse", "non_notifiable"
FINAL, PARTIAL, AGAIN = "final", "partiel", "renvoi"


@dataclass(frozen=True, slots=True)
class Mail:
    """One message about a pli. ``detail``: why nobody is told.

    ``answers``: by address, what was last answered (``envoye``, ``refuse``, or anything else: to be tried again)
    and in what words.
    """

    pli: str
    nature: str
    message_id: str
    to: tuple[str, ...]
    state: str
    detail: str | None
    at: datetime
    answers: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The addresses that have no final answer yet."""
        return tuple(address for address in self.to if self._answer(address) not in {SENT, REFUSED})

    @property
    def proof(self) -> str:
        """What the servers answered, address by address, or why nobody is told."""
        return self.detail or " ; ".join(f"{address} : {words}" for address, (_, words) in self.answers.items())

    def _answer(self, address: str) -> str | None:
        return self.answers[address][0] if address in self.answers else None

    @property
    def outcome(self) -> str:
        """The state that the answers make: sent once every address is settled and one at least took it."""
        if self.waiting:
            return TO_SEND
        return SENT if SENT in {said for said, _ in self.answers.values()} else REFUSED


def of_pli(tx: Connection, pli: str) -> list[Mail]:
    """Return the messages about a pli, oldest first."""
    return [_mail(row) for row in tx.execute(select(envoi).where(envoi.c.pli == pli).order_by(envoi.c.id))]


def _mail(row: Row[Any]) -> Mail:
    answers = {address: (said, words) for address, (said, words) in row.reponses.items()}
    at = datetime.fromisoformat(row.le)
    return Mail(row.pli, row.nature, row.message_id, tuple(row.destinataires), row.etat, row.detail, at, answers)


def write_down(tx: Connection, mail: Mail) -> None:
    """Keep a message that is about to leave; one of that nature that is there already stays, or is told anew."""
    key = (envoi.c.pli == mail.pli, envoi.c.nature == mail.nature)
    values = {
        "message_id": mail.message_id,
        "destinataires": list(mail.to),
        "etat": mail.state,
        "detail": mail.detail,
        "reponses": _written(mail.answers),
        "le": mail.at.isoformat(),
    }
    if tx.execute(update(envoi).where(*key, envoi.c.etat != SENT).values(**values)).rowcount:
        return
    if tx.execute(select(envoi.c.id).where(*key)).first() is None:
        tx.execute(envoi.insert().values(pli=mail.pli, nature=mail.nature, essais=0, **values))


def answered(tx: Connection, mail: Mail, answers: Mapping[str, tuple[str, str]]) -> Mail:
    """Keep what was answered to a message; return it as it now stands."""
    told = replace(mail, answers={**mail.answers, **answers})
    told = replace(told, state=told.outcome)
    values = {"etat": told.state, "reponses": _written(told.answers)}
    tx.execute(update(envoi).where(envoi.c.pli == mail.pli, envoi.c.nature == mail.nature).values(**values))
    return told


def _written(answers: Mapping[str, tuple[str, str]]) -> dict[str, list[str]]:
    return {address: list(said) for address, said in answers.items()}
