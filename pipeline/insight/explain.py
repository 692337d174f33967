"""Why a piece was filed or rejected: what was seen, where, what else it could have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Evidence
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.store import plis

VERDICTS = {"acceptee": "acceptée", "rejetee": "rejetée", "a_verifier": "à vérifier"}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A piece explained. ``reasons``: sentences in French, the decisive one first."""

    piece: BilanPiece
    label: str | None
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    guesses: tuple[tuple[str, float], ...]

    def as_json(self) -> dict[str, Any]:
        """Return the explanation for a program."""
        piece = self.piece
        return {
            "piece": piece.id,
            "verdict": piece.verdict,
            "type": piece.type,
            "libelle": self.label,
            "motif": piece.motif,
            "confiance": piece.confiance,
            "pages": list(piece.pages),
            "raisons": list(self.reasons),
            "preuves": [f"{found.genre}, page {found.page} : {found.detail}" for found in self.evidence],
            "candidats": [{"type": code, "confiance": confidence} for code, confidence in self.guesses],
        }


def explain(house: House, piece_id: str) -> Explanation:
    """Explain a piece; raises Misuse when there is none of that name."""
    with house.store.begin() as tx:
        return _explain(tx, piece_id, house.rules)


def _explain(tx: Connection, piece_id: str, rules: Rules) -> Explanation:
    name = plis.with_piece(tx, piece_id)
    bilan = plis.bilan(tx, name) if name is not None else None
    piece = next((piece for piece in bilan.pieces if piece.id == piece_id), None) if bilan is not None else None
    if name is None or bilan is None or piece is None:
        raise Misuse(f"{piece_id} : pièce inconnue ; « pli etat PLI » donne les pièces d'un pli.")
    asked = next((asked for asked in plis.questions(tx, name) if asked.piece == piece_id), None)
    guesses = asked.candidates if asked is not None else ()
    label = rules.plan[piece.type].label if piece.type is not None else None
    doubt = (f"question ouverte ({asked.question}) : {asked.why}",) if asked is not None else ()
    return Explanation(piece, label, (*doubt, *_reasons(bilan, piece, rules)), piece.preuves, guesses)


def _reasons(bilan: Bilan, piece: BilanPiece, rules: Rules) -> list[str]:
    reasons = []
    if piece.motif is not None:
        reasons.append(f"motif {piece.motif} : {rules.motifs[piece.motif].label}")
    opened = next((d for d in bilan.dossiers if (d.numero_unique, d.rang) == (piece.dossier, piece.rang)), None)
    if opened is not None:
        known = {
            "signed": "par un code signé",
            "unsigned": "par un code non signé que le texte confirme",
            "ocr": "par son numéro imprimé et le SNE",
            "fourni": "par l'expéditeur ou un opérateur",
        }
        reasons.append(f"dossier connu {known[opened.code]}")
        reasons.append(
            f"annoncé : {_counts(opened.annonce.documents, opened.annonce.pages)} ; "
            f"compté : {_counts(opened.compte.documents, opened.compte.pages)}"
        )
    reasons += [f"alerte {code} : {rules.motifs[code].label}" for code in piece.alertes]
    return reasons


def _counts(documents: int | None, pages: int | None) -> str:
    return f"{'?' if documents is None else documents} document(s), {'?' if pages is None else pages} page(s)"
