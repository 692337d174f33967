"""What is kept for ever of what is purged: hashes, dates, outcomes, references. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pipeline.domain.bilan import BilanPiece
from pipeline.domain.receipt import Receipt
from pipeline.store.mails import Mail
from pipeline.store.purges import Told
from pipeline.upkeep.purge.terms import Stand


def of_lot(receipt: Receipt, stands: Sequence[Stand]) -> dict[str, Any]:
    """Return the proof of a lot: what came, and what became of it."""
    return {
        "canal": receipt.canal,
        "recu_le": receipt.recu_le.isoformat(),
        "echeance": receipt.echeance.isoformat(),
        "sha256": receipt.source.sha256,
        "octets": receipt.source.octets,
        "plis": [_of_pli(stand) for stand in stands],
    }


def of_mail(told: Told, sha256: str | None) -> dict[str, Any]:
    """Return the proof of a message; ``sha256``: of the file that it left as, if it did."""
    return {
        "pli": told.pli,
        "nature": told.nature,
        "etat": told.state,
        "le": told.at.isoformat(),
        "reponses": list(told.answers),
        "sha256": sha256,
    }


def _of_pli(stand: Stand) -> dict[str, Any]:
    bilan = stand.bilan
    return {
        "pli": bilan.pli,
        "etat": bilan.etat,
        "registre": asdict(bilan.registre),
        "dernier_depot": stand.acknowledged.isoformat() if stand.acknowledged is not None else None,
        "pieces": [_of_piece(piece) for piece in bilan.pieces],
        "mels": [_of_sent(mail) for mail in stand.mails],
    }


def _of_piece(piece: BilanPiece) -> dict[str, Any]:
    depot, livrable = piece.depot, piece.livrable
    return {
        "piece": piece.id,
        "pages": list(piece.pages),
        "verdict": piece.verdict,
        "motif": piece.motif,
        "sha256": livrable.sha256 if livrable is not None else None,
        "depot": depot.etat if depot is not None else None,
        "cle": depot.cle if depot is not None else None,
        "reference": depot.reference if depot is not None else None,
    }


def _of_sent(mail: Mail) -> dict[str, Any]:
    return {"nature": mail.nature, "message_id": mail.message_id, "etat": mail.state, "le": mail.at.isoformat()}
