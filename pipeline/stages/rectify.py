"""rectify: withdraw a deposit from the SNE; the intent was committed before the call, the outcome is after it.

A call whose outcome is not known is asked about; until the SNE shows that it holds the piece no more, the deposit
stands. Withdrawing again is harmless, so that a death at any point only means to do it again.
"""

from __future__ import annotations

from datetime import datetime

from pipeline.domain.facts import DemandeState
from pipeline.sne.port import ACTIVE, Sne, Uncertain, WithdrawalOutcome, Withdrawn
from pipeline.store import journal, lots, plis, rectifications, tasks
from pipeline.store.rectifications import Rectification
from pipeline.store.store import Store
from pipeline.store.tasks import Kind


def withdraw(asked: Rectification, store: Store, sne: Sne, now: datetime) -> WithdrawalOutcome:
    """Withdraw what one key stands for, once, and have the plis that it came from settled again.

    Raises Unavailable, the intent as before, when the SNE does not answer.
    """
    with store.begin() as tx:
        journal.note(tx, now, asked.piece, "retrait_tente", cle=asked.cle)
    outcome = _outcome(asked, sne)
    with store.begin() as tx:
        journal.note(tx, now, asked.piece, "retrait", issue=type(outcome).__name__)
        if not isinstance(outcome, Withdrawn):
            return outcome
        for done in rectifications.withdrawn(tx, asked.cle, now):
            journal.note(tx, now, done.piece, "retiree", cle=done.cle, violation=int(done.breach))
            plis.touch(tx, done.pli)
            tasks.submit(tx, Kind.ASK, done.pli, lots.rank(tx, plis.receipt(tx, done.pli).lot))
    return outcome


def _outcome(asked: Rectification, sne: Sne) -> WithdrawalOutcome:
    """Believe an answer that is about this deposit; else ask what is there."""
    said = sne.withdraw(asked.numero_unique, asked.cle, asked.motif)
    match said:
        case Withdrawn(reference) if reference == asked.reference:
            return said
        case Withdrawn():
            return _gone(asked, sne) or Uncertain("réponse au sujet d'une autre pièce")
    return _gone(asked, sne) or said


def _gone(asked: Rectification, sne: Sne) -> Withdrawn | None:
    """Ask what is there: the piece must show as withdrawn, or not at all under a demande that the SNE knows."""
    held = [piece for piece in sne.pieces(asked.numero_unique) if piece.cle == asked.cle]
    if any(piece.etat == ACTIVE for piece in held) or not (held or _is_known(asked.numero_unique, sne)):
        return None
    return Withdrawn(asked.reference or "")


def _is_known(numero_unique: str, sne: Sne) -> bool:
    """Say whether the SNE knows the demande: one that knows nothing may be a wrong address, and proves nothing."""
    told = sne.ask(numero_unique)
    return told is None or told.state is not DemandeState.UNKNOWN
