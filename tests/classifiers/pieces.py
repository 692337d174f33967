"""Judged pieces built by hand, for the tests of what is told of them beside their verdict."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.domain.facts import Person
from pipeline.domain.pli import (
    Announced,
    Cut,
    Dossier,
    Filing,
    Judged,
    JudgedPiece,
    Named,
    Page,
    Pieces,
    Section,
    Sections,
    Sheets,
    Side,
    Trust,
)
from pipeline.domain.reading import Reading
from pipeline.domain.verdict import Acceptee, Verdict
from tests import papers
from tests.papers import MARTIN

CLAIRE = Person("MARTIN", "CLAIRE", None)
Told = tuple[str | None, Sequence[Reading]]


def judged(*told: Told, verdicts: Sequence[Verdict] = (), suspect: bool = False) -> Judged:
    """Return a pli of one dossier, Claire MARTIN's, whose pieces are of these types and pages."""
    pages, cuts = [], []
    for _, readings in told:
        first = len(pages) + 1
        own = tuple(Page(first + k, reading, None, reading.rotation) for k, reading in enumerate(readings))
        pages += own
        cuts.append(Cut(0, own))
    dossier = Dossier(MARTIN, 1, Trust.SIGNED, CLAIRE, Announced())
    sections = Sections(papers.receipt(len(pages)), None, (Section(tuple(pages), dossier),), ())
    sheets = Sheets(sections, {page.n: Side(page.n, None) for page in pages}, frozenset())
    filings = tuple(Filing(cut, code, 0.99, (), (), suspect=suspect) for cut, (code, _) in zip(cuts, told, strict=True))
    given = verdicts or [Acceptee()] * len(filings)
    pieces = tuple(
        JudgedPiece(filing, MARTIN, 1, None, verdict, (), ()) for filing, verdict in zip(filings, given, strict=True)
    )
    return Judged(Named(Pieces(sheets, tuple(cuts)), filings), pieces, ())
