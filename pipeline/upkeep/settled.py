"""Is a pli over and done with? What says that it is not, in French. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.store import deposits, mails
from pipeline.store.mails import Mail

ASKED, UNFILED, UNTOLD = "une question est ouverte", "une pièce acceptée n'est pas déposée", "le mel n'est pas parti"


def undecided(bilan: Bilan) -> str | None:
    """Say what is open in the account of a pli itself."""
    if bilan.etat == "a_verifier":
        return ASKED
    states = [piece.depot.etat if piece.depot is not None else None for piece in accepted(bilan)]
    return UNFILED if any(state != deposits.DEPOSITED for state in states) else None


def untold(told: Sequence[Mail]) -> str | None:
    """Say whether a message is still to leave."""
    counted = finals(told)
    gone = mails.FINAL in {mail.nature for mail in counted} and mails.TO_SEND not in {mail.state for mail in counted}
    return None if gone else UNTOLD


def finals(told: Sequence[Mail]) -> list[Mail]:
    """Return the messages that count in the end: a partial one is behind as soon as the final one is due."""
    return [mail for mail in told if mail.nature != mails.PARTIAL]


def accepted(bilan: Bilan) -> list[BilanPiece]:
    """Return the pieces of a pli that are to be filed."""
    return [piece for piece in bilan.pieces if piece.verdict == "acceptee"]
