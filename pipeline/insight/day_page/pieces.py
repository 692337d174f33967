"""A piece in words: what it is, what became of it, why, and what is still asked. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.domain.bilan import BilanPage, BilanPiece, Depot
from pipeline.domain.corrections import Corrections
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Evidence
from pipeline.insight.day_page import words
from pipeline.insight.day_page.fates import OF_VERDICT, outcome_of
from pipeline.insight.day_page.shown import Doubt, Proof, ShownPiece
from pipeline.mail.french import one_line, typeset
from pipeline.mail.letter import ROLES
from pipeline.store.plis import Asked

LEAST_LIKELY = 0.01  # what is said to be 0 % likely is no proposal


def piece_shown(
    piece: BilanPiece, pages: Mapping[int, BilanPage], asked: Asked | None, said: Corrections, rules: Rules
) -> ShownPiece:
    """Put a piece in words; ``pages``: those of its pli, by number."""
    motif = rules.motifs[piece.motif] if piece.motif is not None else None
    known = rules.plan[piece.type] if piece.type is not None and piece.type in rules.plan else None
    return ShownPiece(
        id=piece.id,
        name=typeset(known.label) if known is not None else piece.type or "Pièce non identifiée",
        code=piece.type,
        whose=ROLES[piece.role] if piece.role is not None else None,
        confidence=piece.confiance,
        answered=any(piece.pages[0] in answers for answers in (said.types, said.rejections, said.dossiers)),
        fate=OF_VERDICT[piece.verdict],
        said=outcome_of(piece),
        motif=typeset(f"{motif.code} : {motif.label}") if motif is not None else None,
        advice=typeset(motif.advice) if motif is not None else None,
        alerts=tuple(typeset(f"{code} : {rules.motifs[code].label}") for code in piece.alertes),
        deposit=_deposit(piece.depot) if piece.depot is not None else None,
        doubt=_doubt(asked, rules) if asked is not None else None,
        proofs=tuple(_proof(number, found, pages[found.page]) for number, found in enumerate(piece.preuves, start=1)),
    )


def _deposit(depot: Depot) -> str:
    return depot.reference or words.DEPOSITS[depot.etat]


def _doubt(asked: Asked, rules: Rules) -> Doubt:
    likely = ((code, confidence) for code, confidence in asked.candidates if confidence >= LEAST_LIKELY)
    guesses = tuple((_named(code, rules), confidence) for code, confidence in likely)
    return Doubt(typeset(words.QUESTIONS[asked.question]), typeset(asked.why[:1].upper() + asked.why[1:]), guesses)


def _named(code: str, rules: Rules) -> str:
    return f"{code} {rules.plan[code].label}" if code in rules.plan else code


def _proof(number: int, found: Evidence, page: BilanPage) -> Proof:
    zone = found.zone.turned(page.rotation) if found.zone is not None else None
    return Proof(number, words.GENRES[found.genre], typeset(one_line(found.detail)), found.page, zone)
