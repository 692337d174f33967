"""Pages of somebody who has no dossier in the pli, slipped among the papers of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.insight.evaluate.account import STRANGER, Case, PieceAccount
from pipeline.insight.evaluate.figures import Share

NAMELESS = "sans_nom"
WORST_FIRST = ("acceptee", "a_verifier", "rejetee")


@dataclass(frozen=True, slots=True)
class Fates:
    """Strangers' pieces accepted in another's file, left to a person, rejected; the rest is in no piece found."""

    accepted: Share
    asked: Share
    rejected: Share


@dataclass(frozen=True, slots=True)
class Strangers:
    """``named``: those on which a name can be read; ``nameless``: those that say nothing of whose they are."""

    named: Fates
    nameless: Fates


def strangers(cases: Iterable[Case]) -> Strangers:
    """Follow every stranger's piece, those with a readable name apart from the others."""
    fates: dict[bool, Counter[str | None]] = {True: Counter(), False: Counter()}
    for case in cases:
        for piece in case.truth.pieces:
            if piece.tags & STRANGER:
                fates[NAMELESS in piece.tags][_fate(case, piece)] += 1
    return Strangers(named=_fates(fates[False]), nameless=_fates(fates[True]))


def _fate(case: Case, piece: PieceAccount) -> str | None:
    """Return the worst verdict on a page of the piece, None when they are in no piece found."""
    verdicts = {case.found.piece_of[n].verdict for n in piece.pages if n in case.found.piece_of}
    return next((verdict for verdict in WORST_FIRST if verdict in verdicts), None)


def _fates(seen: Counter[str | None]) -> Fates:
    accepted, asked, rejected = (Share(seen[verdict], seen.total()) for verdict in WORST_FIRST)
    return Fates(accepted, asked, rejected)
