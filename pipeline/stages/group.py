"""Find where one piece ends and the next begins, within each dossier."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.classifiers import boundary
from pipeline.classifiers.boundary import Sight
from pipeline.domain.corrections import Corrections
from pipeline.domain.filing_plan import Scope
from pipeline.domain.pli import Cut, Page, Pieces, Section, Sheets
from pipeline.domain.rules import Rules


def group(sheets: Sheets, said: Corrections, rules: Rules) -> Pieces:
    """Cut the content of each section into pieces; blanks and separator sheets belong to none."""
    return Pieces(
        sheets,
        tuple(
            cut
            for index, section in enumerate(sheets.cut.sections)
            if not section.outside
            for cut in _cuts(index, section, sheets, said, rules)
            if not _is_interleaf(cut, said, rules)
        ),
    )


def _is_interleaf(cut: Cut, said: Corrections, rules: Rules) -> bool:
    """Say whether a person named a cut as a letter, an envelope or a patch sheet: no piece, a sheet between pieces."""
    told = said.types.get(cut.pages[0].n)
    return told is not None and rules.plan[told].scope is Scope.TRANSMISSION


def _cuts(index: int, section: Section, sheets: Sheets, said: Corrections, rules: Rules) -> Iterator[Cut]:
    pages: list[Page] = []
    sights: list[Sight] = []
    doubt: str | None = None
    for page in section.content:
        if page.n in sheets.blanks:
            continue
        seen = boundary.sight(page, rules)
        verdict = _judge(pages, sights, page, seen, sheets, said, rules)
        if verdict.begins and pages:
            yield Cut(index, tuple(pages), doubt)
            pages, sights, doubt = [], [], None
        pages.append(page)
        sights.append(seen)
        doubt = doubt or verdict.doubt
    if pages:
        yield Cut(index, tuple(pages), doubt)


def _judge(
    pages: list[Page], sights: list[Sight], page: Page, seen: Sight, sheets: Sheets, said: Corrections, rules: Rules
) -> boundary.Verdict:
    if page.n in said.cuts:
        return boundary.Verdict(begins=said.cuts[page.n])
    if not pages:
        return boundary.first(seen)
    same_sheet = sheets.sides[pages[-1].n].sheet == sheets.sides[page.n].sheet
    return boundary.judge(pages, sights, seen, rules.plan, same_sheet=same_sheet)
