"""Deposit accepted pieces at the SNE: the intent is written before the call, the outcome after it.

A call whose outcome is not known leaves the piece ``incertain``; the way out is to ask what is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from pipeline.domain.bilan import BilanPiece
from pipeline.domain.facts import OTHER_BYTES, Demande, DemandeState
from pipeline.domain.filing_plan import FilingPlan
from pipeline.errors import Defect, Unavailable
from pipeline.sne.port import (
    ACTIVE,
    Acknowledgement,
    Deposit,
    Deposited,
    DepositOutcome,
    Refusal,
    Refused,
    Sne,
    Uncertain,
)
from pipeline.stages.compose import cle_of
from pipeline.store import deposits, journal, lots, plis, tasks
from pipeline.store.deposits import Due
from pipeline.store.store import Store
from pipeline.store.tasks import Kind

GONE: Mapping[Refusal, DemandeState] = {
    Refusal.UNKNOWN_DEMANDE: DemandeState.UNKNOWN,
    Refusal.STRUCK_OFF: DemandeState.STRUCK_OFF,
}
ROLES = {"D": "du demandeur", "C": "du conjoint ou co-titulaire", "A": "d'un autre adulte", "E": "d'un enfant"}


def deposit(due: Due, store: Store, sne: Sne, plan: FilingPlan, now: datetime) -> DepositOutcome:
    """Deposit one piece, once. Raises Unavailable, its state as before, when the SNE surely did nothing."""
    with store.begin() as tx:
        bilan, receipt = plis.bilan(tx, due.pli), plis.receipt(tx, due.pli)
        stored = {page.n: page.blob for page in lots.pages(tx, receipt.lot, receipt.first, receipt.last)}
        deposits.set_state(tx, due.pli, due.piece, deposits.UNCERTAIN)
        journal.note(tx, now, due.piece, "depot_tente", cle=due.cle)
    pieces = bilan.pieces if bilan is not None else ()
    piece = next((piece for piece in pieces if piece.id == due.piece and piece.verdict == "acceptee"), None)
    if piece is None or piece.dossier != due.numero_unique or _cle(piece, stored) != due.cle:
        raise Defect(f"piece {due.piece} is due otherwise than its bilan accepts it")
    wanted = _deposit(due, piece, plan, receipt.canal, receipt.recu_le, store.blobs.get(due.blob))
    try:
        outcome = _outcome(due, wanted, sne)
    except Unavailable:
        with store.begin() as tx:
            deposits.set_state(tx, due.pli, due.piece, due.state)
        raise
    with store.begin() as tx:
        _record(tx, due, piece, outcome, now)
    return outcome


def _outcome(due: Due, wanted: Deposit, sne: Sne) -> DepositOutcome:
    """Ask first when a call was already made, and whenever the key is said to be taken."""
    known = _there(due, sne) if due.state == deposits.UNCERTAIN else None
    outcome = known or sne.deposit(wanted)
    match outcome:
        case Refused(Refusal.CONFLICT):
            return _there(due, sne) or outcome
        case Deposited(already=True) if known is None and _there(due, sne) is None:
            return Refused(Refusal.WITHDRAWN, "cette pièce avait été retirée du registre")
    return outcome


def _cle(piece: BilanPiece, stored: Mapping[int, str]) -> str:
    return cle_of(piece.dossier or "", piece.type or "", [stored[n] for n in piece.pages])


def _there(due: Due, sne: Sne) -> Deposited | None:
    """Ask whether the SNE holds a piece under its key, whatever its bytes: one key is one piece."""
    for held in sne.pieces(due.numero_unique):
        if held.cle == due.cle and held.etat == ACTIVE:
            return Deposited(Acknowledgement(held.reference, held.cle, held.sha256, held.depose_le))
    return None


def _deposit(due: Due, piece: BilanPiece, plan: FilingPlan, canal: str, received: datetime, content: bytes) -> Deposit:
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
        canal=canal,
        pli=due.pli,
        recu_le=received,
        content=content,
    )


def _record(tx: Connection, due: Due, piece: BilanPiece, outcome: DepositOutcome, now: datetime) -> None:
    match outcome:
        case Deposited(acknowledgement):
            when = acknowledgement.depose_le.isoformat()
            deposits.set_state(tx, due.pli, due.piece, deposits.DEPOSITED, acknowledgement.reference, when)
            if acknowledgement.sha256 != due.blob:
                _settle_again(tx, due, piece, OTHER_BYTES, now)
        case Refused(reason, detail):
            deposits.set_state(tx, due.pli, due.piece, deposits.REFUSED, reason=f"{reason} : {detail}")
            if reason in GONE:
                nothing = Demande(due.numero_unique, GONE[reason])
                known = plis.facts(tx, due.pli).demandes.get(due.numero_unique, nothing)
                plis.keep_demande(tx, due.pli, replace(known, state=GONE[reason]), now)
            _settle_again(tx, due, piece, None if reason in GONE else reason, now)
        case Uncertain():
            deposits.set_state(tx, due.pli, due.piece, deposits.UNCERTAIN)
    journal.note(tx, now, due.piece, "depot", issue=type(outcome).__name__)
    plis.touch(tx, due.pli)


def _settle_again(tx: Connection, due: Due, piece: BilanPiece, reason: str | None, now: datetime) -> None:
    if reason is not None:
        plis.keep_refusal(tx, due.pli, piece, reason, now)
    tasks.submit(tx, Kind.SETTLE, due.pli, lots.rank(tx, plis.receipt(tx, due.pli).lot))
