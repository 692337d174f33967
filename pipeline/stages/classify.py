"""Name the type of each piece, or abstain."""

from __future__ import annotations

from pipeline.classifiers import filing
from pipeline.classifiers.filing import Candidate, Hit, Kind
from pipeline.domain.corrections import Corrections
from pipeline.domain.pli import Cut, Filing, Named, Page, Pieces
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Evidence, Genre

CANDIDATES_SHOWN = 3


def classify(pieces: Pieces, said: Corrections, rules: Rules) -> Named:
    """Name every piece; what a person said wins."""
    return Named(pieces, tuple(_name(cut, said, rules) for cut in pieces.cuts))


def _name(cut: Cut, said: Corrections, rules: Rules) -> Filing:
    ranked = filing.candidates([page.reading for page in cut.pages], rules.plan)
    shown = tuple((candidate.code, round(candidate.confidence, 4)) for candidate in ranked[:CANDIDATES_SHOWN])
    told = said.types.get(cut.pages[0].n)
    if told is not None:
        return Filing(cut, told, 1.0, shown, (), said=True)
    best = ranked[0] if ranked else None
    if best is None:
        return Filing(cut, None, 0.0, (), ())
    settled = best.confidence >= rules.thresholds.type_confidence
    return Filing(cut, best.code if settled else None, best.confidence, shown, _evidence(cut, best))


def _evidence(cut: Cut, best: Candidate) -> tuple[Evidence, ...]:
    placed = [_placed(hit, cut.pages[hit.page]) for hit in best.hits if hit.kind is not Kind.CUE]
    cues = [hit.text for hit in best.hits if hit.kind is Kind.CUE]
    words = [Evidence(Genre.TEXT, "mots : " + ", ".join(cues), cut.pages[0].n)] if cues else []
    return (*placed, *words)


def _placed(hit: Hit, page: Page) -> Evidence:
    zone = hit.box.turned(-page.reading.rotation) if hit.box is not None else None
    if hit.kind is Kind.ZONE:
        held = ", chiffres de contrôle justes" if hit.prominent else ""
        return Evidence(Genre.MRZ, f"bande de lecture « {hit.text} »{held}", page.n, zone)
    return Evidence(Genre.TEXT, f"titre « {hit.text} »", page.n, zone)
