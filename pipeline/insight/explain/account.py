"""Why a piece was filed or rejected: what was seen, where, what else it could have been, what decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.domain import bilan as bilans
from pipeline.domain.bilan import Bilan, BilanPiece
from pipeline.domain.geometry import Box
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Evidence
from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.insight.explain.decided import decided_by
from pipeline.insight.explain.place import place
from pipeline.insight.replay.changes import questions_of, stand_of
from pipeline.insight.replay.kept import Kept, kept_of
from pipeline.store import plis
from pipeline.store.plis import Asked

LEAST_LIKELY = 0.01


@dataclass(frozen=True, slots=True)
class Seen:
    """An evidence. ``zone``: where on the upright page, if anywhere; ``place``: the same in French."""

    evidence: Evidence
    zone: Box | None
    place: str

    def as_json(self) -> dict[str, Any]:
        """Return the evidence for a program; the zone is that of the bilan, on the page as received."""
        found = self.evidence
        zone = [found.zone.x0, found.zone.y0, found.zone.x1, found.zone.y1] if found.zone is not None else None
        return {"genre": found.genre, "detail": found.detail, "page": found.page, "lieu": self.place, "zone": zone}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A piece of a pli explained.

    ``decided``: the rule or the score that decided, or the question that is open. ``reasons``: what else counts. Both
    in French. ``guesses``: the types that it could be, with the probability of each, best first.
    """

    bilan: Bilan
    piece: BilanPiece
    label: str | None
    decided: str
    reasons: tuple[str, ...]
    seen: tuple[Seen, ...]
    guesses: tuple[tuple[str, float], ...]

    @property
    def likely(self) -> list[tuple[str, float]]:
        """The guesses worth a person's while: what is all but impossible is no proposal."""
        return [(code, confidence) for code, confidence in self.guesses if confidence >= LEAST_LIKELY]

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
            "decide_par": self.decided,
            "raisons": list(self.reasons),
            "preuves": [seen.as_json() for seen in self.seen],
            "candidats": [{"type": code, "confiance": confidence} for code, confidence in self.guesses],
        }


def explain(house: House, piece_id: str) -> Explanation:
    """Explain a piece; raises Misuse when there is none of that name."""
    with house.store.begin() as tx:
        name = plis.with_piece(tx, piece_id)
        kept = kept_of(tx, name, house.reader) if name is not None else None
    piece = next((piece for piece in kept.bilan.pieces if piece.id == piece_id), None) if kept is not None else None
    if kept is None or piece is None:
        raise Misuse(f"{piece_id} : pièce inconnue ; « pli etat PLI » donne les pièces d'un pli.")
    return explained(kept, piece, house.rules)


def explained(kept: Kept, piece: BilanPiece, rules: Rules) -> Explanation:
    """Explain a piece of a pli. Pure.

    What a bilan does not keep (the scores, the types that were not retained) is computed again; a score is told as
    long as today's rules come to what the bilan says of the piece.
    """
    asked, obstacle = kept.asked.get(piece.id), kept.obstacle(rules)
    again = _again(kept, piece, rules) if obstacle is None else NOTHING_ALIKE
    notes = [f"les règles d'aujourd'hui ne peuvent pas en décider : {obstacle}"] if obstacle is not None else []
    if obstacle is None and again.decided is None:
        notes.append(f"il en serait décidé autrement aujourd'hui : « pli rejouer {kept.bilan.pli} » dit comment")
    return Explanation(
        bilan=kept.bilan,
        piece=piece,
        label=_label(piece.type, rules),
        decided=_decided(asked, again.decided),
        reasons=(*_reasons(kept.bilan, piece, rules), *notes),
        seen=_seen(kept.bilan, piece),
        guesses=asked.candidates if asked is not None else again.guesses,
    )


@dataclass(frozen=True, slots=True)
class _Again:
    """A piece judged today. ``decided``: by what, None when it comes to something else than its bilan says."""

    decided: str | None
    guesses: tuple[tuple[str, float], ...]


NOTHING_ALIKE = _Again(None, ())


def _again(kept: Kept, piece: BilanPiece, rules: Rules) -> _Again:
    """Judge again the piece of the same pages, if these still make one."""
    judged = kept.judged_by(rules)
    now = bilans.of(kept.receipt, judged)
    pairs = zip(judged.pieces, now.pieces, strict=True)
    found = next(((own, drawn) for own, drawn in pairs if drawn.pages == piece.pages), None)
    if found is None:
        return NOTHING_ALIKE
    (own, drawn), asked = found, kept.asked.get(piece.id)
    before = stand_of(piece, asked.question if asked is not None else None)
    if stand_of(drawn, questions_of(judged, now).get(drawn.id)) != before:
        return _Again(None, own.filing.candidates)
    section = judged.named.pieces.sheets.cut.sections[own.filing.cut.section]
    return _Again(decided_by(own, section, kept.said, rules), own.filing.candidates)


def _decided(asked: Asked | None, score: str | None) -> str:
    """Say what decided; an open question was kept as it was asked, and its score stands beside it."""
    if asked is None:
        return score or "les règles et les modèles d'alors, dont les scores ne sont pas gardés"
    return f"question ouverte ({asked.question}) : {asked.why}" + (f" ; {score}" if score else "")


def _seen(bilan: Bilan, piece: BilanPiece) -> tuple[Seen, ...]:
    turns = {page.n: page.rotation for page in bilan.pages}
    zones = [found.zone.turned(turns[found.page]) if found.zone is not None else None for found in piece.preuves]
    return tuple(Seen(found, zone, place(found.page, zone)) for found, zone in zip(piece.preuves, zones, strict=True))


def _label(code: str | None, rules: Rules) -> str | None:
    return rules.plan[code].label if code is not None and code in rules.plan else None


def _reasons(bilan: Bilan, piece: BilanPiece, rules: Rules) -> list[str]:
    reasons = [f"motif {_motif(piece.motif, rules)}"] if piece.motif is not None else []
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
    return reasons + [f"alerte {_motif(code, rules)}" for code in piece.alertes]


def _motif(code: str, rules: Rules) -> str:
    known = rules.motifs.get(code)
    return f"{code} : {known.label}" if known is not None else code


def _counts(documents: int | None, pages: int | None) -> str:
    return f"{'?' if documents is None else documents} document(s), {'?' if pages is None else pages} page(s)"
