"""The measures for a program: the content of ``mesures.json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.insight.evaluate.confusion import confusion
from pipeline.insight.evaluate.evaluation import Cost, Evaluation, Source
from pipeline.insight.evaluate.figures import Fault, Interval, Share, interval
from pipeline.insight.evaluate.measures import Measures
from pipeline.insight.evaluate.risk import Point
from pipeline.insight.evaluate.settlement import Rejections
from pipeline.insight.evaluate.spots import SHOWN, Spot, gathered
from pipeline.insight.evaluate.strangers import Fates

SCHEMA = "mesures/1"
PAGE_NAME = "mesures.html"
DIGITS = 4

Json = dict[str, Any]


def as_json(evaluation: Evaluation) -> Json:
    """Return the content of ``mesures.json``: shares are in 0–1 beside their counts, null where nothing was counted.

    The first source stands at the top; others, never added to it, under ``autres_sources``.
    """
    first, *others = evaluation.sources
    spots = gathered(evaluation.faults)
    return {
        "schema": SCHEMA,
        **_source(first, spots),
        "cout": _cost(evaluation.cost),
        "autres_sources": [_source(source, spots) for source in others],
    }


def _source(source: Source, spots: list[Spot]) -> Json:
    anchors = {(spot.pli, spot.pages): f"{PAGE_NAME}#e{rank}" for rank, spot in enumerate(spots[:SHOWN], start=1)}
    return {
        "source": source.name,
        **_measures(source.whole),
        "par_grade": {grade: _measures(measures) for grade, measures in source.grades.items()},
        "erreurs": [_fault(fault, anchors) for fault in source.whole.faults],
    }


def _fault(fault: Fault, anchors: Mapping[tuple[str, tuple[int, ...]], str]) -> Json:
    return {
        "pli": fault.pli,
        "pages": list(fault.pages),
        "genre": fault.genre,
        "raison": fault.reason,
        "attendu": fault.expected,
        "trouve": fault.found,
        "image": anchors.get((fault.pli, fault.pages)),
    }


def _measures(measures: Measures) -> Json:
    return {
        "lots": measures.lots,
        "plis": measures.plis,
        "pages": measures.pages,
        **_pages(measures),
        **_dossiers(measures),
        **_pieces(measures),
        **_decisions(measures),
        "livrables": {
            "octets": measures.weight.octets,
            "pages": measures.weight.pages,
            "octets_par_page": _rounded(measures.weight.per_page),
        },
    }


def _pages(measures: Measures) -> Json:
    separators, roles = measures.separators, measures.roles
    return {
        "separateurs": {
            "trouves": _share(separators.found),
            "manques": separators.missed,
            "inventes": separators.invented,
        },
        "roles": {
            "justes": _share(roles.right),
            "perdues": roles.lost,
            "confusions": _confusions(roles.confusions, "pages"),
        },
        "registres_justes": _share(measures.registers.balanced),
        "recto_verso_justes": _share(measures.pairs.right),
    }


def _dossiers(measures: Measures) -> Json:
    wrong, forged, strangers = measures.wrong_dossier, measures.forged_codes, measures.strangers
    return {
        "mauvais_dossier": {
            "pieces": wrong.wrong.count,
            "acceptees": wrong.wrong.total,
            "borne_95": round(wrong.bound, DIGITS),
            "intervalle_95": _bounds(interval(wrong.wrong)),
            "part_decidee": _share(wrong.settled),
        },
        "codes_faux": {
            "refuses": _share(forged.refused),
            "nommes": forged.named,
            "pieces_acceptees": forged.accepted,
        },
        "etrangers": {"avec_nom": _fates(strangers.named), "sans_nom": _fates(strangers.nameless)},
    }


def _pieces(measures: Measures) -> Json:
    cuts, filed, bounds = measures.cuts, measures.filed, measures.intervals
    table = confusion(filed.answers)
    return {
        "decoupe": {
            "exactes": _share(cuts.exact),
            "pieces_trouvees": cuts.found,
            "qualite_panoptique": _rounded(cuts.panoptic.quality),
            "qualite_panoptique_intervalle_95": _bounds(bounds.panoptic),
            "appariees": cuts.panoptic.matched,
            "manquees": cuts.panoptic.missed,
            "inventees": cuts.panoptic.invented,
            "deplacements": cuts.drags,
            "pages": cuts.pages,
        },
        "types": {
            "nommees": _share(filed.named),
            "justes_parmi_nommees": _share(filed.right),
            "macro_f1": _rounded(filed.macro_f1),
            "macro_f1_intervalle_95": _bounds(bounds.macro_f1),
            "macro_f1_nommees": _rounded(filed.macro_f1_named),
            "macro_f1_nommees_intervalle_95": _bounds(bounds.macro_f1_named),
            "confusions": _confusions(filed.confusions, "pieces"),
            "table": {
                "trouves": list(table.columns),
                "lignes": [{"vrai": row.true, "pieces": list(row.counts)} for row in table.rows],
            },
            "risque": [_point(point) for point in measures.risk],
        },
    }


def _decisions(measures: Measures) -> Json:
    settled = measures.settlement
    return {
        "rejets": {name: _rejections(rejections) for name, rejections in settled.rejections.items()},
        "questions": _share(settled.questions) | {"pour_100_pieces": _per_hundred(settled.questions)},
        "questions_superflues": _share(settled.needless) | {"pour_100_pieces": _per_hundred(settled.needless)},
        "plis_sans_question": _share(settled.untouched),
        "decisions_fausses": _share(settled.wrong),
    }


def _cost(cost: Cost) -> Json:
    return {
        "secondes": round(cost.seconds, 2),
        "secondes_processeur": round(cost.cpu_seconds, 2),
        "pages_par_seconde": _rounded(cost.pages_per_second),
        "secondes_processeur_par_page": _rounded(cost.cpu_seconds_per_page),
    }


def _share(share: Share) -> Json:
    bounds = _bounds(interval(share))
    return {"compte": share.count, "sur": share.total, "part": _rounded(share.value), "intervalle_95": bounds}


def _fates(fates: Fates) -> Json:
    return {
        "acceptees": _share(fates.accepted),
        "a_verifier": _share(fates.asked),
        "rejetees": _share(fates.rejected),
    }


def _point(point: Point) -> Json:
    return {"seuil": point.threshold, "decidees": _share(point.settled), "fausses": _share(point.wrong)}


def _rejections(rejections: Rejections) -> Json:
    return {"precision": _share(rejections.precision), "rappel": _share(rejections.recall)}


def _confusions(confusions: Mapping[tuple[str, str], int], unit: str) -> list[Json]:
    return [{"vrai": true, "trouve": given, unit: count} for (true, given), count in confusions.items()]


def _bounds(bounds: Interval | None) -> list[float] | None:
    return [round(bound, DIGITS) for bound in bounds] if bounds is not None else None


def _rounded(value: float | None) -> float | None:
    return round(value, DIGITS) if value is not None else None


def _per_hundred(share: Share) -> float | None:
    return round(100 * share.value, 1) if share.value is not None else None
