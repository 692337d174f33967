"""Before a restored workspace sends anything: ask the register what it has, and see what was decided since the backup.

Everything is asked first, then written at once: a register that stops answering half-way has changed nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.engine.day import settle_again
from pipeline.engine.house import House
from pipeline.engine.pool import Step
from pipeline.errors import Shut
from pipeline.sne.port import ACTIVE, Acknowledgement, Deposited, HeldPiece, Refusal, Refused
from pipeline.stages.deverse import Intent, record
from pipeline.store import deposits, lots, plis, rectifications, restored, tasks, unasked
from pipeline.store.deposits import Due
from pipeline.store.rectifications import Sent
from pipeline.store.tasks import Kind
from pipeline.upkeep.backup.own_pages import pieces_of

Held = Mapping[str, Sequence[HeldPiece]]
"""What the register has, by demande."""

SLACK = timedelta(hours=1)
"""By how much the clock of the register may differ from ours."""
SINCE = "retirée du registre depuis la sauvegarde"
WITHDRAWN = "elle a été déposée, puis retirée du registre, depuis la sauvegarde"
OTHERWISE = "le registre la tient autrement depuis la sauvegarde"
PASSED_OVER = "ce qui devait partir après elle est parti, et pas elle : elle a pu être décidée autrement depuis"
LOST = (
    "le registre ne connaît aucun des dépôts de la sauvegarde : vérifiez PLI_SNE_URL "
    "(connecteur fichier : remettez outbox/sne en place)"
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """A piece that the register has, and the backup has not. ``pieces``: ours that have its pages, if any."""

    numero_unique: str
    held: HeldPiece
    pieces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the register told. ``asked``: how many demandes it was asked about.

    ``found``: pieces that were deposited since. ``absent``: pieces said to be deposited, that it has not.
    ``questions``: pieces that a person is asked about, with why, in French.
    """

    asked: int
    found: tuple[str, ...]
    absent: tuple[str, ...]
    questions: Mapping[str, str]
    unknown: tuple[Unknown, ...]


def reconcile(house: House, since: datetime, head: str, step: Step) -> Reconciled:
    """Bring what a restored workspace believes up to what the register has.

    ``since``: when the backup was taken; ``head``: of its journal, which parts there from what was written after.
    Raises Unavailable, nothing changed, when the register does not answer, and Shut when it is not the same.
    """
    held = _ask(house, step)
    with house.store.begin() as tx:
        sorting = _Sorting(tx, house, held, since)
        sorting.look_at_deposited()
        sorting.look_at_unknown()
        sorting.look_at_due()
        found = sorting.found()
        counts = {"retrouvees": len(found.found), "questions": len(found.questions), "inconnues": len(found.unknown)}
        unasked.over(tx, house.settings.now(), since, head, **counts)
    settle_again(house, sorting.unsettled)
    return found


def _ask(house: House, step: Step) -> Held:
    with house.store.begin() as tx:
        wanted, believed = restored.numbers(tx), restored.deposited(tx)
    held: dict[str, Sequence[HeldPiece]] = {}
    for count, number in enumerate(wanted, start=1):
        held[number] = house.sne.pieces(number)
        step(count, len(wanted))
    there = {piece.cle for piece in chain.from_iterable(held.values())}
    if believed and not any(one.cle in there for one in believed):
        raise Shut(LOST)
    return held


class _Sorting:
    """What is believed, held against what the register has, in one transaction. ``unsettled``: plis to settle again."""

    def __init__(self, tx: Connection, house: House, held: Held, since: datetime) -> None:
        self._tx = tx
        self._now = house.settings.now()
        self._held = held
        self._since = since
        self._due = deposits.due(tx)
        self._there = {
            (number, piece.cle): piece
            for number, pieces in held.items()
            for piece in sorted(pieces, key=lambda piece: piece.etat == ACTIVE)  # one that is active counts
        }
        self.unsettled: set[str] = set()
        self._found: list[str] = []
        self._absent: list[str] = []
        self._questions: dict[str, str] = {}
        self._unknown: list[Unknown] = []

    def found(self) -> Reconciled:
        """Return what was found."""
        told = (tuple(self._found), tuple(self._absent), dict(self._questions), tuple(self._unknown))
        return Reconciled(len(self._held), *told)

    def look_at_deposited(self) -> None:
        """See what was withdrawn since: it is nowhere, until a person says what becomes of it."""
        waiting = {one.cle for one in rectifications.pending(self._tx)}
        gone: dict[str, list[Sent]] = {}
        for sent in restored.deposited(self._tx):
            piece = self._there.get((sent.numero_unique, sent.cle))
            if piece is None:
                self._absent.append(sent.piece)
            elif piece.etat != ACTIVE and sent.cle not in waiting:
                gone.setdefault(sent.cle, []).append(sent)
        for cle, sharing in gone.items():
            self._withdrawn(cle, sharing)

    def look_at_unknown(self) -> None:
        """See what the register has that is not in the backup; of our own pages, it was decided otherwise since."""
        known = restored.known(self._tx, {cle for _, cle in self._there})
        for (number, cle), held in sorted(self._there.items()):
            if cle in known or held.etat != ACTIVE:
                continue
            ours = pieces_of(self._tx, number, held)
            if ours or held.depose_le >= self._since - SLACK:
                self._unknown.append(Unknown(number, held, ours))
            for due in self._due:
                if due.piece in ours and (due.numero_unique, due.cle) not in self._there:
                    self._ask_a_person(due, OTHERWISE)

    def look_at_due(self) -> None:
        """See what was deposited since, in its order: what was passed over may have been decided otherwise."""
        pieces = [self._there.get((due.numero_unique, due.cle)) for due in self._due]
        before = {sent.cle for sent in restored.deposited(self._tx)}
        since = (due.state == deposits.TO_DEPOSIT and due.cle not in before for due in self._due)
        told = enumerate(zip(since, pieces, strict=True))
        reached = max((rank for rank, (is_since, piece) in told if is_since and piece is not None), default=-1)
        for rank, (due, held) in enumerate(zip(self._due, pieces, strict=True)):
            if held is not None:
                self._record(due, held)
            elif rank < reached:
                self._ask_a_person(due, PASSED_OVER)

    def _record(self, due: Due, held: HeldPiece) -> None:
        """Record what the register answers of a piece that the backup believed still to be deposited."""
        bilan, piece = self._piece(due.pli, due.piece)
        if bilan is None or piece is None:
            return
        answer = Deposited(Acknowledgement(held.reference, held.cle, held.sha256, held.depose_le), already=True)
        outcome = answer if held.etat == ACTIVE else Refused(Refusal.WITHDRAWN, SINCE)
        if record(self._tx, Intent(due, piece, bilan.canal, bilan.recu_le), outcome, self._now):
            self.unsettled.add(due.pli)
        if held.etat == ACTIVE:
            self._found.append(due.piece)
        else:
            self._questions[due.piece] = WITHDRAWN

    def _withdrawn(self, cle: str, sharing: Sequence[Sent]) -> None:
        """Record a withdrawal that was made since, as it would have been then, and leave the rest to a person."""
        for sent in sharing:
            rectifications.intend(self._tx, sent, SINCE, unasked.WHO, self._now, breach=False)
        rectifications.withdrawn(self._tx, cle, self._now)
        for sent in sharing:
            self._hold(sent.pli, sent.piece, WITHDRAWN)

    def _ask_a_person(self, due: Due, why: str) -> None:
        restored.unsend(self._tx, due)
        self._hold(due.pli, due.piece, why)

    def _hold(self, name: str, piece_id: str, why: str) -> None:
        """Have a piece wait for a person; its pli is settled again, and is told of by nobody meanwhile."""
        bilan, piece = self._piece(name, piece_id)
        if bilan is not None and piece is not None:
            rectifications.hold(self._tx, name, piece, self._now)
            plis.touch(self._tx, name)
            tasks.submit(self._tx, Kind.SETTLE, name, lots.rank(self._tx, bilan.lot))
            self.unsettled.add(name)
            self._questions.setdefault(piece_id, why)

    def _piece(self, name: str, piece_id: str) -> tuple[Bilan | None, BilanPiece | None]:
        bilan = plis.bilan(self._tx, name)
        pieces = bilan.pieces if bilan is not None else ()
        return bilan, next((piece for piece in pieces if piece.id == piece_id), None)
