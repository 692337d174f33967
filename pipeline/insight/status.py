"""Where things stand, pli by pli, and what people are asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.insight.envelopes import Unscanned, unscanned
from pipeline.store import lots, mails, plis, serial, standing, tasks
from pipeline.store.plis import Asked

RECENT = timedelta(days=3)
"""How long a pli is still shown once everything is done and told."""
FORGOTTEN = timedelta(days=90)
"""How long an envelope that is not scanned is named without being asked for."""


@dataclass(frozen=True, slots=True)
class Status:
    """One pli. ``verdicts`` and ``deposits`` count pieces; ``told``: the state of its last mail.

    ``guichet``: the code of the sender, when it is known; ``answerable``: whether the companion gives an address.
    """

    pli: str
    lot: str
    canal: str
    nom: str
    recu_le: datetime
    echeance: datetime
    etat: str
    pages: int
    verdicts: Counter[str]
    deposits: Counter[str]
    questions: int
    guichet: str | None
    answerable: bool
    nature: str | None
    told: str | None
    detail: str | None
    refused: bool

    def as_json(self) -> dict[str, Any]:
        """Return the status in the words of operators."""
        return {
            "pli": self.pli,
            "lot": self.lot,
            "canal": self.canal,
            "fichier": self.nom,
            "recu_le": self.recu_le.isoformat(),
            "echeance": self.echeance.isoformat(),
            "etat": self.etat,
            "pages": self.pages,
            "pieces": dict(self.verdicts),
            "depots": dict(self.deposits),
            "questions": self.questions,
            "mail": self.told,
            "mail_detail": self.detail,
        }


@dataclass(frozen=True, slots=True)
class Pending:
    """An open question, with the deadline of its pli."""

    pli: str
    echeance: datetime
    asked: Asked

    def as_json(self) -> dict[str, Any]:
        """Return the question in the words of operators."""
        return {
            "pli": self.pli,
            "piece": self.asked.piece,
            "question": self.asked.question,
            "explication": self.asked.why,
            "pages": list(self.asked.pages),
            "candidats": [{"type": code, "confiance": confidence} for code, confidence in self.asked.candidates],
            "echeance": self.echeance.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Overview:
    """The plis, the most urgent first; a lot that is not cut yet stands for its plis.

    ``aside``: tasks set aside, with why; ``waiting``: tasks that wait for an outside system, with why;
    ``unscanned``: envelopes that were counted and have not come in.
    """

    plis: tuple[Status, ...]
    aside: tuple[tuple[str, str], ...]
    waiting: tuple[tuple[str, str], ...]
    unscanned: tuple[Unscanned, ...] = ()


def overview(house: House, *, everything: bool = False) -> Overview:
    """Return where things stand: what is open or was told of late, or ``everything`` since the beginning."""
    now = house.settings.now()
    with house.store.begin() as tx:
        names = plis.names(tx) if everything else standing.unfinished(tx, now - RECENT)
        since = None if everything else (now - FORGOTTEN).date()
        return Overview(
            tuple(_statuses(tx, names)),
            tuple(tasks.set_aside(tx)),
            tuple(tasks.postponed(tx)),
            unscanned(tx, house.settings, since),
        )


def bilan_of(house: House, name: str) -> Bilan:
    """Return the bilan of a pli; raises Misuse when there is none yet."""
    with house.store.begin() as tx:
        bilan = plis.bilan(tx, name)
    if bilan is None:
        raise Misuse(f"{name} : pli inconnu ou pas encore décidé ; « pli etat » donne leurs noms.")
    return bilan


def public(bilan: Bilan) -> dict[str, Any]:
    """Return a bilan as the outside reads it."""
    return serial.public_bilan(bilan)


def _statuses(tx: Connection, names: list[str]) -> list[Status]:
    known = [_status(tx, name) for name in names]
    waiting = [_uncut(tx, lot) for state in ("recu", "ouvert") for lot in lots.in_state(tx, state)]
    return sorted(known + waiting, key=lambda status: (status.echeance, status.recu_le, status.pli))


def _status(tx: Connection, name: str) -> Status:
    receipt, bilan, sent = plis.receipt(tx, name), plis.bilan(tx, name), mails.of_pli(tx, name)
    pieces = bilan.pieces if bilan is not None else ()
    return Status(
        pli=name,
        lot=receipt.lot,
        canal=receipt.canal,
        nom=receipt.source.nom,
        recu_le=receipt.recu_le,
        echeance=receipt.echeance,
        etat=bilan.etat if bilan is not None else plis.IN_PROGRESS,
        pages=bilan.registre.recues if bilan is not None else receipt.last - receipt.first + 1,
        verdicts=Counter(piece.verdict for piece in pieces),
        deposits=Counter(piece.depot.etat for piece in pieces if piece.depot is not None),
        questions=len(plis.questions(tx, name)),
        guichet=bilan.guichet.code if bilan is not None and bilan.guichet is not None else None,
        answerable=receipt.companion.courriel is not None,
        nature=sent[-1].nature if sent else None,
        told=sent[-1].state if sent else None,
        detail=sent[-1].proof or None if sent else None,
        refused=lots.is_refused(tx, receipt.lot),
    )


def _uncut(tx: Connection, lot: str) -> Status:
    receipt = lots.receipt(tx, lot)
    return Status(
        pli=lot,
        lot=lot,
        canal=receipt.canal,
        nom=receipt.source.nom,
        recu_le=receipt.recu_le,
        echeance=receipt.echeance,
        etat=plis.IN_PROGRESS,
        pages=receipt.last,
        verdicts=Counter(),
        deposits=Counter(),
        questions=0,
        guichet=None,
        answerable=receipt.companion.courriel is not None,
        nature=None,
        told=None,
        detail=None,
        refused=False,
    )


def pending(house: House) -> list[Pending]:
    """Return the open questions, the most urgent first."""
    with house.store.begin() as tx:
        found = [
            Pending(name, plis.receipt(tx, name).echeance, asked)
            for name in standing.to_check(tx)
            for asked in plis.questions(tx, name)
        ]
    return sorted(found, key=lambda item: (item.echeance, item.pli, item.asked.pages))
