"""Deposit accepted pieces at the SNE: the intent is written before the call, the outcome after it.

``intend`` and ``record`` work in the transaction of their caller, ``call`` outside any, perhaps in a thread: so that
the outcomes of some calls and the intents of the next ones may share one write to the disk. A call whose outcome is
not known leaves the piece ``incertain``; the way out is to ask what is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from pipeline.domain.bilan import BilanPiece
from pipeline.domain.facts import OTHER_BYTES, Demande, DemandeState
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.working_calendar import PARIS
from pipeline.errors import Defect, Shut, Unavailable
from pipeline.sne.lost import check_ever_right, check_right_place
from pipeline.sne.patience import wait_after
from pipeline.sne.port import (
    ACTIVE,
    Acknowledgement,
    Deposit,
    Deposited,
    DepositOutcome,
    HeldPiece,
    Refusal,
    Refused,
    Sne,
    Uncertain,
)
from pipeline.stages.compose import cle_of
from pipeline.store import deposits, journal, lots, plis, tasks
from pipeline.store.blobs import Blobs
from pipeline.store.deposits import Due
from pipeline.store.tasks import Kind

GONE: Mapping[Refusal, DemandeState] = {
    Refusal.UNKNOWN_DEMANDE: DemandeState.UNKNOWN,
    Refusal.STRUCK_OFF: DemandeState.STRUCK_OFF,
}
ROLES = {"D": "du demandeur", "C": "du conjoint ou co-titulaire", "A": "d'un autre adulte", "E": "d'un enfant"}


@dataclass(frozen=True, slots=True)
class Absent:
    """A piece that is accepted no more, and that the register does not hold: it is due no more either."""


Outcome = DepositOutcome | Absent | Unavailable | Defect
"""How a call ended. ``Unavailable``: surely nothing happened; ``Defect``: ours, before anything was sent."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A call that is about to be made, and that the memory knows of.

    ``piece``: as its bilan accepts it; None when it does no more, and it is only asked what an earlier call did.
    """

    due: Due
    piece: BilanPiece | None
    canal: str
    received: datetime


def intend(tx: Connection, due: Due, now: datetime) -> Intent | None:
    """Write that a piece is about to be deposited; None, and nothing written, when it is not due any more.

    Raises ``Defect``, nothing written either, when it is due otherwise than its bilan accepts it; unless a call was
    made when it was accepted so: then nothing is sent, and what became of that call is asked.
    """
    if not deposits.is_as_found(tx, due):
        return None
    bilan = plis.bilan(tx, due.pli)
    pieces = bilan.pieces if bilan is not None else ()
    piece = next((piece for piece in pieces if piece.id == due.piece and piece.verdict == "acceptee"), None)
    if bilan is not None and piece is not None and not _is_due(tx, due, bilan.lot, piece):
        piece = None
    if bilan is None or (piece is None and due.state != deposits.UNCERTAIN):
        raise Defect(f"piece {due.piece} is due otherwise than its bilan accepts it")
    deposits.set_state(tx, due.pli, due.piece, deposits.UNCERTAIN)
    journal.note(tx, now, due.piece, "depot_tente", cle=due.cle)
    return Intent(due, piece, bilan.canal, bilan.recu_le)


def call(intent: Intent, blobs: Blobs, sne: Sne, plan: FilingPlan, witnesses: Sequence[str]) -> Outcome:
    """Deposit a piece, once, and say how that ended. ``witnesses``: other demandes that the register knows."""
    due, piece = intent.due, intent.piece
    try:
        if piece is None:
            return _there(due, sne) or Absent()
        return _outcome(due, _deposit(intent, piece, plan, _content(due, blobs)), sne, witnesses)
    except (Unavailable, Defect) as error:
        return error


def record(tx: Connection, intent: Intent, outcome: Outcome, now: datetime) -> bool:
    """Write how a call ended; say whether it has the pli settled again.

    What nobody answered is put off, and so is what is wrong with us.
    """
    due, settles_again = intent.due, False
    match outcome:
        case Deposited() | Refused():
            settles_again = _settle(tx, intent, outcome, now)
        case Absent():
            deposits.set_state(tx, due.pli, due.piece, deposits.TO_DEPOSIT)  # the settling that follows forgets it
            settles_again = _submit(tx, due.pli)
        case Uncertain():
            put_off(tx, replace(due, state=deposits.UNCERTAIN), now)
        case Shut():
            deposits.set_state(tx, due.pli, due.piece, due.state)
        case Unavailable(retry_after_s=asked_s):
            put_off(tx, due, now, asked_s)
        case Defect():
            put_off(tx, due, now)
    journal.note(tx, now, due.piece, "depot", issue=type(outcome).__name__)
    plis.touch(tx, due.pli)
    return settles_again


def put_off(tx: Connection, due: Due, now: datetime, asked_s: float | None = None) -> None:
    """Have a piece wait, for longer each time, in the state that ``due`` says.

    Its instant is counted in UTC: a civil hour of Paris may last no time or two hours.
    """
    until = now.astimezone(UTC) + wait_after(due.cle, due.essais + 1, asked_s)
    deposits.put_off(tx, due, due.state, until.astimezone(PARIS))


def _content(due: Due, blobs: Blobs) -> bytes:
    try:
        return blobs.get(due.blob)
    except OSError as error:
        raise Defect(f"the file of piece {due.piece} cannot be read: {error.strerror}") from error


def _outcome(due: Due, wanted: Deposit, sne: Sne, witnesses: Sequence[str]) -> DepositOutcome:
    """Ask first when a call was already made, and whenever what is answered does not suffice."""
    known = _there(due, sne) if due.state == deposits.UNCERTAIN else None
    if known is not None:
        return known
    outcome = sne.deposit(wanted)
    match outcome:
        case Refused(Refusal.UNKNOWN_DEMANDE):
            return _unknown(outcome, due, sne, witnesses)
        case Refused(Refusal.CONFLICT) | Deposited(already=True):
            return _taken(outcome, due, sne)
    return outcome


def _taken(outcome: DepositOutcome, due: Due, sne: Sne) -> DepositOutcome:
    """Look at what is there under a key that is said to be taken. From here on, a call was made: there is doubt."""
    try:
        shown = _shown(due, sne)
    except Unavailable as error:
        return Uncertain(str(error))
    there = _active(shown)
    if not isinstance(outcome, Deposited):
        return there or outcome
    if there is None and not shown:  # a list that lacks it does not say that it was withdrawn
        return Uncertain("le SNE dit tenir une pièce qu'il ne montre pas")
    return outcome if there is not None else Refused(Refusal.WITHDRAWN, "cette pièce avait été retirée du registre")


def _unknown(refused: Refused, due: Due, sne: Sne, witnesses: Sequence[str]) -> DepositOutcome:
    """Believe that a demande is unknown when the register says so by its own call, and still knows another.

    A wrong address, or a gateway, says 404 to everything, in JSON too: nobody's piece is rejected on that.
    """
    told = sne.ask(due.numero_unique)
    if told is None:
        return refused
    if told.state is DemandeState.STRUCK_OFF:
        return Refused(Refusal.STRUCK_OFF, "demande radiée")
    if told.state is DemandeState.ACTIVE:
        return Uncertain("le SNE dit inconnue une demande qu'il connaît")
    check_ever_right(witnesses)
    check_right_place(due.numero_unique, sne, witnesses)
    return refused


def _is_due(tx: Connection, due: Due, lot: str, piece: BilanPiece) -> bool:
    """Say whether a piece is to be deposited where its bilan accepts it, under its key."""
    return piece.dossier == due.numero_unique and _cle(tx, lot, piece) == due.cle


def _cle(tx: Connection, lot: str, piece: BilanPiece) -> str:
    """Return the key of a piece; only its own pages are looked at, of a lot that may hold thousands."""
    stored = {page.n: page.blob for page in lots.pages(tx, lot, min(piece.pages), max(piece.pages))}
    return cle_of(piece.dossier or "", piece.type or "", [stored[n] for n in piece.pages])


def _there(due: Due, sne: Sne) -> Deposited | None:
    """Ask whether the SNE holds a piece under its key, whatever its bytes: one key is one piece."""
    return _active(_shown(due, sne))


def _shown(due: Due, sne: Sne) -> list[HeldPiece]:
    """Return what the SNE shows under the key of a piece, withdrawn or not."""
    return [held for held in sne.pieces(due.numero_unique) if held.cle == due.cle]


def _active(shown: Sequence[HeldPiece]) -> Deposited | None:
    acknowledged = (Acknowledgement(it.reference, it.cle, it.sha256, it.depose_le) for it in shown if it.etat == ACTIVE)
    return next((Deposited(acknowledgement) for acknowledgement in acknowledged), None)


def _deposit(intent: Intent, piece: BilanPiece, plan: FilingPlan, content: bytes) -> Deposit:
    due = intent.due
    kind = plan[piece.type or ""]
    whose = f" {ROLES[piece.role]}" if piece.role in ROLES else ""
    return Deposit(
        numero_unique=due.numero_unique,
        cle=due.cle,
        type=kind.code,
        categorie=kind.category,
        libelle=kind.label + whose,
        role=piece.role,
        pages=due.pages,
        octets=due.octets,
        sha256=due.blob,
        sensible=kind.sensitive,
        canal=intent.canal,
        pli=due.pli,
        recu_le=intent.received,
        content=content,
    )


def _settle(tx: Connection, intent: Intent, outcome: Deposited | Refused, now: datetime) -> bool:
    due, piece = intent.due, intent.piece
    match outcome:
        case Deposited(acknowledgement):
            when = acknowledgement.depose_le.isoformat()
            deposits.set_state(tx, due.pli, due.piece, deposits.DEPOSITED, acknowledgement.reference, when)
            if acknowledgement.sha256 == due.blob or piece is None:
                return False
            plis.keep_refusal(tx, due.pli, piece, OTHER_BYTES, now)
        case Refused(reason, detail):
            deposits.set_state(tx, due.pli, due.piece, deposits.REFUSED, reason=f"{reason} : {detail}")
            if reason in GONE:
                nothing = Demande(due.numero_unique, GONE[reason])
                known = plis.facts(tx, due.pli).demandes.get(due.numero_unique, nothing)
                plis.keep_demande(tx, due.pli, replace(known, state=GONE[reason]), now)
            elif piece is not None:
                plis.keep_refusal(tx, due.pli, piece, reason, now)
    return _submit(tx, due.pli)


def _submit(tx: Connection, pli: str) -> bool:
    """Have a pli settled again."""
    tasks.submit(tx, Kind.SETTLE, pli, lots.rank(tx, plis.receipt(tx, pli).lot))
    return True
