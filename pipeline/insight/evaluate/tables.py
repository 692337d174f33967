"""The measures as they are shown to people in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from pipeline.insight.evaluate.confusion import confusion
from pipeline.insight.evaluate.evaluation import Cost, Evaluation, Source
from pipeline.insight.evaluate.figures import Fault
from pipeline.insight.evaluate.lines import between, cost_lines, decimal, lines
from pipeline.insight.evaluate.measures import Measures
from pipeline.insight.evaluate.risk import at

SOURCES = {"synthetique": "plis synthétiques", "reel": "plis réels"}
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999)


def as_tables(evaluation: Evaluation) -> list[Table]:
    """Return the measures of each source, then the errors if there are any."""
    tables = [table for source in evaluation.sources for table in _of_source(source, evaluation.cost)]
    return [*tables, *([_errors(evaluation.faults)] if evaluation.faults else [])]


def _of_source(source: Source, cost: Cost) -> Iterator[Table]:
    yield _figures(source, cost)
    if source.mixed:
        yield _grades(source)
    if source.whole.filed.answers:
        yield _types(source.whole)
        yield _risk(source.whole)


def title_of(source: Source) -> str:
    """Say in French what lots a source is made of."""
    whole = source.whole
    return f"{SOURCES[source.name].capitalize()} : {whole.lots} lots, {whole.plis} plis, {whole.pages} pages"


def _figures(source: Source, cost: Cost) -> Table:
    """Show every percentage beside its counts and its interval."""
    table = Table("Mesure", "Valeur", "Intervalle à 95 %", title=title_of(source), title_justify="left")
    for line in (*lines(source.whole), *cost_lines(cost)):
        table.add_row(f"  {line.label}" if line.detail else line.label, line.value, between(line.bounds))
    return table


def _grades(source: Source) -> Table:
    table = Table("Mesure", *source.grades, title="Par qualité de numérisation", title_justify="left")
    for row in zip(*(lines(measures) for measures in source.grades.values()), strict=True):
        label = f"  {row[0].label}" if row[0].detail else row[0].label
        table.add_row(label, *(line.value for line in row))
    return table


def _types(measures: Measures) -> Table:
    table = Table("Vrai type", "Pièces", "Justes", "Sans type", "Prises pour", title="Types", title_justify="left")
    for row in confusion(measures.filed.answers).rows:
        others = ", ".join(f"{said} ({count})" for said, count in row.others)
        table.add_row(row.true, str(row.total), str(row.right), str(row.abstained), others)
    return table


def _risk(measures: Measures) -> Table:
    """Show what would be settled, were only types of a given confidence taken."""
    table = Table("Confiance d'au moins", "Types donnés", "Faux", title="Risque et couverture", title_justify="left")
    for threshold in THRESHOLDS:
        point = at(measures.risk, threshold)
        if point is not None:
            table.add_row(decimal(threshold, 3), str(point.settled), str(point.wrong))
    return table


def _errors(faults: list[Fault]) -> Table:
    """Show the errors by pli and page, and nothing of what a page says."""
    table = Table("Pli", "Pages", "Mesure", "Erreur", "Attendu", "Trouvé", title=f"{len(faults)} erreurs")
    table.title_justify = "left"
    for fault in faults:
        pages = ", ".join(map(str, fault.pages))
        table.add_row(fault.pli, pages, fault.genre, fault.reason, fault.expected, fault.found)
    return table
