"""The measures as they are shown to people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from pipeline.insight.evaluate.measures import Measures


def as_tables(measures: Measures) -> list[Table]:
    """Return the measures for a terminal, then the errors if there are any."""
    return [_figures(measures), *([_errors(measures)] if measures.faults else [])]


def _figures(measures: Measures) -> Table:
    """Show every percentage beside its counts."""
    title = f"{measures.lots} lots, {measures.plis} plis, {measures.pages} pages"
    table = Table("Mesure", "Valeur", title=title, title_justify="left")
    for label, value in _lines(measures):
        table.add_row(label, value)
    return table


def _lines(measures: Measures) -> Iterator[tuple[str, str]]:
    wrong, forged, cuts, filed = measures.wrong_dossier, measures.forged_codes, measures.cuts, measures.filed
    yield "Mauvais dossier", f"{wrong.wrong.count} sur {wrong.wrong.total} pièces acceptées"
    yield "  borne supérieure à 95 %", _percent(wrong.bound)
    yield "  pièces décidées sans personne", str(wrong.settled)
    yield "Codes faux refusés", f"{forged.refused} ; {forged.named} nommés, {forged.accepted} pièces acceptées"
    yield "Registres justes", str(measures.registers.balanced)
    yield "Séparateurs trouvés", str(measures.separators.found)
    yield "  manqués, inventés", f"{measures.separators.missed}, {measures.separators.invented}"
    yield "Rôles de page justes", f"{measures.roles.right} ; {measures.roles.lost} pages perdues"
    yield "Recto et verso bien appariés", str(measures.pairs.right)
    yield "Pièces découpées exactement", str(cuts.exact)
    yield "  qualité panoptique", _decimal(cuts.panoptic.quality, 3)
    yield "  déplacements pour réparer", f"{cuts.drags} sur {cuts.pages} pages"
    yield "Type donné (pièces bien découpées)", str(filed.named)
    yield "  juste parmi les types donnés", str(filed.right)
    yield "  macro-F1, abstention comptée fausse", _decimal(filed.macro_f1, 3)
    yield "  macro-F1 parmi les types donnés", _decimal(filed.macro_f1_named, 3)
    yield from _settlement_lines(measures)


def _settlement_lines(measures: Measures) -> Iterator[tuple[str, str]]:
    settled, cost = measures.settlement, measures.cost
    for name, rejections in settled.rejections.items():
        family = f"Rejets « {name.replace('_', ' ')} »"
        yield f"{family} : précision", str(rejections.precision)
        yield f"{family} : rappel", str(rejections.recall)
    yield "Questions à une personne", str(settled.questions)
    yield "Plis finis sans question", str(settled.untouched)
    yield "Décisions fausses parmi les décidées", str(settled.wrong)
    yield "Pages par seconde", _decimal(measures.pages / cost.seconds if cost.seconds else None, 2)
    yield "Secondes de processeur par page", _decimal(cost.cpu_seconds / measures.pages if measures.pages else None, 2)
    yield "Octets par page livrée", _decimal(measures.weight.per_page, 0)


def _errors(measures: Measures) -> Table:
    """Show the errors by pli and page, and nothing of what a page says."""
    table = Table("Pli", "Pages", "Mesure", "Erreur", title=f"{len(measures.faults)} erreurs", title_justify="left")
    for fault in measures.faults:
        table.add_row(fault.pli, ", ".join(map(str, fault.pages)), fault.genre, fault.reason)
    return table


def _decimal(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}".replace(".", ",")


def _percent(value: float) -> str:
    return f"{_decimal(100 * value, 1)} %"
