"""Mails: written down before they leave, with what each address's server answered after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from pipeline.store.schema import envoi

TO_SEND, SENT, REFUSED, NOT_TOLD = "a_envoyer", "envoye", "refuse", "non_notifiable"
FINAL, PARTIAL = "final", "partiel"
BARRED, GIVEN_UP = "adresse_refusee", "abandonne"
"""Of one address: it refuses whatever we send it; nobody took the message in time."""
_FINAL_ANSWERS = frozenset({SENT, REFUSED, BARRED, GIVEN_UP})


@dataclass(frozen=True, slots=True)
class Mail:
    """One message about a pli. ``detail``: why nobody is told. ``at``: when it was first tried.

    ``answers``: by address, what was last answered (``envoye``, ``refuse``, ``adresse_refusee``, ``abandonne``, or
    anything else: to be tried again) and in what words. ``tries``: how many times it was about to leave.
    ``not_before``: the instant before which nobody looks at it by themselves.
    """

    pli: str
    nature: str
    message_id: str
    to: tuple[str, ...]
    state: str
    detail: str | None
    at: datetime
    answers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    tries: int = 0
    not_before: datetime | None = None

    @property
    def waiting(self) -> tuple[str, ...]:
        """The addresses that have no final answer yet."""
        return tuple(address for address in self.to if self.answer(address) not in _FINAL_ANSWERS)

    @property
    def proof(self) -> str:
        """What the servers answered, address by address, or why nobody is told."""
        return self.detail or " ; ".join(f"{address} : {words}" for address, (_, words) in self.answers.items())

    @property
    def outcome(self) -> str:
        """The state that the answers make: sent once every address is settled and one at least took it."""
        if self.waiting:
            return TO_SEND
        return SENT if SENT in {said for said, _ in self.answers.values()} else REFUSED

    def answer(self, address: str) -> str | None:
        """Return what was last answered for ``address``; None when nothing was."""
        return self.answers[address][0] if address in self.answers else None

    def with_answers(self, answers: Mapping[str, tuple[str, str]]) -> Mail:
        """Return the message as these answers make it."""
        told = replace(self, answers={**self.answers, **answers})
        return replace(told, state=told.outcome)


def again(rank: int | str) -> str:
    """Name the nature of the ``rank``-th message that repeats a first one."""
    return f"renvoi-{rank}"


def rectified(rank: int | str) -> str:
    """Name the nature of the message that says what was put right, once it was so many times."""
    return f"rectif-{rank}"


def of_pli(tx: Connection, pli: str) -> list[Mail]:
    """Return the messages about a pli, oldest first."""
    return [_mail(row) for row in tx.execute(select(envoi).where(envoi.c.pli == pli).order_by(envoi.c.id))]


def named(tx: Connection, message_id: str) -> Mail | None:
    """Return the message that bears this ``Message-ID``, or None."""
    row = tx.execute(select(envoi).where(envoi.c.message_id == message_id)).one_or_none()
    return _mail(row) if row is not None else None


def _mail(row: Row[Any]) -> Mail:
    return Mail(
        pli=row.pli,
        nature=row.nature,
        message_id=row.message_id,
        to=tuple(row.destinataires),
        state=row.etat,
        detail=row.detail,
        at=datetime.fromisoformat(row.le),
        answers={address: (said, words) for address, (said, words) in row.reponses.items()},
        tries=row.essais,
        not_before=datetime.fromisoformat(row.pas_avant) if row.pas_avant is not None else None,
    )


def write_down(tx: Connection, mail: Mail) -> None:
    """Keep a message that is about to leave; one of that nature that is there already stays, or is told anew."""
    key = (envoi.c.pli == mail.pli, envoi.c.nature == mail.nature)
    values = {
        "message_id": mail.message_id,
        "destinataires": list(mail.to),
        "detail": mail.detail,
        "le": mail.at.isoformat(),
        "essais": mail.tries,
        **_standing(mail),
    }
    if tx.execute(update(envoi).where(*key, envoi.c.etat != SENT).values(**values)).rowcount:
        return
    if tx.execute(select(envoi.c.id).where(*key)).first() is None:
        tx.execute(envoi.insert().values(pli=mail.pli, nature=mail.nature, **values))


def answered(tx: Connection, mail: Mail) -> None:
    """Keep how a message stands after it was answered, or came back."""
    tx.execute(update(envoi).where(envoi.c.pli == mail.pli, envoi.c.nature == mail.nature).values(**_standing(mail)))


def _standing(mail: Mail) -> dict[str, object]:
    return {
        "etat": mail.state,
        "reponses": {address: list(said) for address, said in mail.answers.items()},
        "pas_avant": written(mail.not_before) if mail.not_before is not None else None,
    }


def written(instant: datetime) -> str:
    """Write an instant so that later ones sort after it."""
    return instant.astimezone(UTC).isoformat(timespec="seconds")
