"""The measures in words and figures: one line each, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.insight.evaluate.evaluation import Cost
from pipeline.insight.evaluate.figures import Interval, Share, interval
from pipeline.insight.evaluate.measures import Measures
from pipeline.insight.evaluate.strangers import Fates

FAMILY_NAMES: Mapping[str, str] = MappingProxyType({"hors_perimetre": "hors périmètre"})  # others read as they are


@dataclass(frozen=True, slots=True)
class Line:
    """A measure in French. ``bounds``: its 95 % interval, if it has one; ``detail``: it details the one before."""

    label: str
    value: str
    bounds: Interval | None = None
    detail: bool = False


def lines(measures: Measures) -> Iterator[Line]:
    """Yield the measures of lots of one kind, the one that must be 0 first."""
    yield from _dossier_lines(measures)
    yield from _page_lines(measures)
    yield from _piece_lines(measures)
    yield from _settlement_lines(measures)
    yield Line("Octets par page livrée", decimal(measures.weight.per_page, 0))


def cost_lines(cost: Cost) -> Iterator[Line]:
    """Yield what the run took."""
    yield Line("Pages par seconde", decimal(cost.pages_per_second, 2))
    yield Line("Secondes de processeur par page", decimal(cost.cpu_seconds_per_page, 2))


def _dossier_lines(measures: Measures) -> Iterator[Line]:
    wrong, forged = measures.wrong_dossier, measures.forged_codes
    yield Line(
        "Mauvais dossier", f"{wrong.wrong.count} sur {wrong.wrong.total} pièces acceptées", interval(wrong.wrong)
    )
    yield Line("borne supérieure à 95 %", percent(wrong.bound), detail=True)
    yield _line("pièces décidées sans personne", wrong.settled, detail=True)
    yield _line("Codes faux refusés", forged.refused)
    yield Line("nommés, pièces acceptées dessous", f"{forged.named}, {forged.accepted}", detail=True)
    yield from _stranger_lines("avec un nom lisible", measures.strangers.named)
    yield from _stranger_lines("sans nom", measures.strangers.nameless)


def _stranger_lines(kind: str, fates: Fates) -> Iterator[Line]:
    yield _line(f"Pièces d'étrangers {kind}, acceptées", fates.accepted)
    yield _line("laissées à une personne", fates.asked, detail=True)
    yield _line("rejetées", fates.rejected, detail=True)


def _page_lines(measures: Measures) -> Iterator[Line]:
    separators = measures.separators
    yield _line("Registres justes", measures.registers.balanced)
    yield _line("Séparateurs trouvés", separators.found)
    yield Line("manqués, inventés", f"{separators.missed}, {separators.invented}", detail=True)
    yield _line("Rôles de page justes", measures.roles.right)
    yield Line("pages perdues", str(measures.roles.lost), detail=True)
    yield _line("Recto et verso bien appariés", measures.pairs.right)


def _piece_lines(measures: Measures) -> Iterator[Line]:
    cuts, filed, bounds = measures.cuts, measures.filed, measures.intervals
    yield _line("Pièces découpées exactement", cuts.exact)
    yield Line("qualité panoptique", decimal(cuts.panoptic.quality, 3), bounds.panoptic, detail=True)
    yield Line("déplacements pour réparer", f"{cuts.drags} sur {cuts.pages} pages", detail=True)
    yield _line("Type donné (pièces bien découpées)", filed.named)
    yield _line("juste parmi les types donnés", filed.right, detail=True)
    yield Line("macro-F1, abstention comptée fausse", decimal(filed.macro_f1, 3), bounds.macro_f1, detail=True)
    yield Line("macro-F1 parmi les types donnés", decimal(filed.macro_f1_named, 3), bounds.macro_f1_named, detail=True)


def _settlement_lines(measures: Measures) -> Iterator[Line]:
    settled = measures.settlement
    for name, rejections in settled.rejections.items():
        family = f"Rejets « {FAMILY_NAMES.get(name, name)} »"
        yield _line(f"{family} : précision", rejections.precision)
        yield _line(f"{family} : rappel", rejections.recall)
    yield _line("Questions à une personne", settled.questions)
    yield _line("dont la vérité n'en attend pas", settled.needless, detail=True)
    yield _line("Plis finis sans question", settled.untouched)
    yield _line("Décisions fausses parmi les décidées", settled.wrong)


def _line(label: str, share: Share, *, detail: bool = False) -> Line:
    return Line(label, str(share), interval(share), detail)


def decimal(value: float | None, digits: int) -> str:
    """Write a figure as the French do, a dash when there is none."""
    return "–" if value is None else f"{value:.{digits}f}".replace(".", ",")


def percent(value: float) -> str:
    """Write a share in 0–1 as a percentage."""
    return f"{decimal(100 * value, 1)} %"


def between(bounds: Interval | None) -> str:
    """Write an interval of shares in 0–1: ``64,2 – 99,9 %``; nothing when there is none."""
    return "" if bounds is None else f"{decimal(100 * bounds[0], 1)} – {percent(bounds[1])}"
