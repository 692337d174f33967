"""Name the type of each piece, or abstain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.classifiers import filing
from pipeline.classifiers.filing import Candidate, Hit, Kind
from pipeline.classifiers.seal import against_page
from pipeline.domain.corrections import Corrections
from pipeline.domain.doc2d import Doc2d
from pipeline.domain.doc2d_evidence import type_of
from pipeline.domain.geometry import Box
from pipeline.domain.pli import Cut, Filing, Named, Page, Pieces
from pipeline.domain.reading import Symbology
from pipeline.domain.rules import Rules
from pipeline.domain.verdict import Evidence, Genre
from pipeline.recognition import doc2d
from pipeline.recognition.trust import shipped

CANDIDATES_SHOWN = 3
SEALED = 0.999  # the code is verified: what is left is a page that is not what bears it


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A 2D-Doc on a page of a piece. ``zone`` lies on the received page."""

    doc: Doc2d
    page: int
    zone: Box

    @property
    def evidence(self) -> Evidence:
        return Evidence(Genre.DOC2D, f"2D-Doc « {self.doc.label} » : {self.doc.reason}", self.page, self.zone)


def classify(pieces: Pieces, said: Corrections, rules: Rules) -> Named:
    """Name every piece; what a person said wins, then what a signed code says."""
    on = pieces.sheets.cut.receipt.recu_le.date()
    return Named(pieces, tuple(_with_seals(_name(cut, said, rules), _seals(cut, on)) for cut in pieces.cuts))


def _with_seals(filing: Filing, seals: Sequence[_Sealed]) -> Filing:
    """Add what the signed codes of a piece say; two that settle different types settle none."""
    evidence = (*(sealed.evidence for sealed in seals), *filing.evidence)
    suspect = any(sealed.doc.outcome is not None and sealed.doc.outcome.suspect for sealed in seals)
    types = {code for sealed in seals if (code := type_of(sealed.doc)) is not None}
    if filing.said or len(types) != 1:
        return replace(filing, evidence=evidence, suspect=suspect)
    return replace(filing, type=types.pop(), confidence=SEALED, evidence=evidence, suspect=suspect, sealed=True)


def _seals(cut: Cut, on: date) -> list[_Sealed]:
    found = []
    for page in cut.pages:
        codes = [code for code in page.reading.codes if code.symbology is Symbology.DATAMATRIX]
        for payload in doc2d.join(code.payload for code in codes):
            doc = doc2d.verify(payload, on, shipped())
            if doc is not None:
                zone = next((code.box for code in codes if code.payload == payload), codes[0].box)
                found.append(_Sealed(against_page(doc, page.reading.words), page.n, zone))
    return found


def _name(cut: Cut, said: Corrections, rules: Rules) -> Filing:
    ranked = filing.candidates([page.reading for page in cut.pages], rules.plan)
    shown = tuple((code, round(share, 4)) for code, share in _shares(ranked[:CANDIDATES_SHOWN]))
    told = said.types.get(cut.pages[0].n)
    if told is not None:
        return Filing(cut, told, 1.0, shown, (), said=True)
    best = ranked[0] if ranked else None
    if best is None:
        return Filing(cut, None, 0.0, (), ())
    settled = filing.settles(best, rules.thresholds.misfiled)
    return Filing(cut, best.code if settled else None, filing.believed(best), shown, _evidence(cut, best))


def _shares(ranked: Sequence[Candidate]) -> Iterator[tuple[str, float]]:
    """Yield how far each candidate is believed: what the first leaves is shared by the others."""
    if ranked:
        first, *others = ranked
        believed = filing.believed(first)
        yield first.code, believed
        left = (1 - believed) / max(1 - first.confidence, 1e-9)
        yield from ((other.code, other.confidence * left) for other in others)


def _evidence(cut: Cut, best: Candidate) -> tuple[Evidence, ...]:
    placed = [_placed(hit, cut.pages[hit.page]) for hit in best.hits if hit.kind in {Kind.TITLE, Kind.ZONE}]
    cues = [hit.text for hit in best.hits if hit.kind in {Kind.CUE, Kind.WORDING}]
    words = [Evidence(Genre.TEXT, "mots : " + ", ".join(cues), cut.pages[0].n)] if cues else []
    return (*placed, *words)


def _placed(hit: Hit, page: Page) -> Evidence:
    zone = hit.box.turned(-page.reading.rotation) if hit.box is not None else None
    if hit.kind is Kind.ZONE:
        held = ", chiffres de contrôle justes" if hit.prominent else ""
        return Evidence(Genre.MRZ, f"bande de lecture « {hit.text} »{held}", page.n, zone)
    return Evidence(Genre.TEXT, f"titre « {hit.text} »", page.n, zone)
