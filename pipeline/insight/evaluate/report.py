"""The measures as a file: ``mesures.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.durable import write_durably
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.measures import Measures
from pipeline.insight.evaluate.settlement import Rejections

SCHEMA = "mesures/1"
FILE_NAME = "mesures.json"
DIGITS = 4

Json = dict[str, Any]


def write(measures: Measures, folder: Path) -> None:
    """Write ``mesures.json`` in ``folder``, which is made if it is missing."""
    content = json.dumps(as_json(measures), ensure_ascii=False, indent=1)
    write_durably(folder / FILE_NAME, content.encode())


def as_json(measures: Measures) -> Json:
    """Return the content of ``mesures.json``: shares are in 0–1 beside their counts, null where nothing was counted."""
    return {
        "schema": SCHEMA,
        "lots": measures.lots,
        "plis": measures.plis,
        "pages": measures.pages,
        **_pages(measures),
        **_dossiers(measures),
        **_pieces(measures),
        **_decisions(measures),
        **_effort(measures),
        "erreurs": [
            {"pli": fault.pli, "pages": list(fault.pages), "genre": fault.genre, "raison": fault.reason}
            for fault in measures.faults
        ],
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
    wrong, forged = measures.wrong_dossier, measures.forged_codes
    return {
        "mauvais_dossier": {
            "pieces": wrong.wrong.count,
            "acceptees": wrong.wrong.total,
            "borne_95": round(wrong.bound, DIGITS),
            "part_decidee": _share(wrong.settled),
        },
        "codes_faux": {
            "refuses": _share(forged.refused),
            "nommes": forged.named,
            "pieces_acceptees": forged.accepted,
        },
    }


def _pieces(measures: Measures) -> Json:
    cuts, filed = measures.cuts, measures.filed
    return {
        "decoupe": {
            "exactes": _share(cuts.exact),
            "pieces_trouvees": cuts.found,
            "qualite_panoptique": _rounded(cuts.panoptic.quality),
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
            "macro_f1_nommees": _rounded(filed.macro_f1_named),
            "confusions": _confusions(filed.confusions, "pieces"),
        },
    }


def _decisions(measures: Measures) -> Json:
    settled = measures.settlement
    return {
        "rejets": {name: _rejections(rejections) for name, rejections in settled.rejections.items()},
        "questions": _share(settled.questions) | {"pour_100_pieces": _per_hundred(settled.questions)},
        "plis_sans_question": _share(settled.untouched),
        "decisions_fausses": _share(settled.wrong),
    }


def _effort(measures: Measures) -> Json:
    cost, weight = measures.cost, measures.weight
    return {
        "cout": {
            "secondes": round(cost.seconds, 2),
            "secondes_processeur": round(cost.cpu_seconds, 2),
            "pages_par_seconde": _rounded(measures.pages / cost.seconds if cost.seconds else None),
            "secondes_processeur_par_page": _rounded(cost.cpu_seconds / measures.pages if measures.pages else None),
        },
        "livrables": {
            "octets": weight.octets,
            "pages": weight.pages,
            "octets_par_page": _rounded(weight.per_page),
        },
    }


def _share(share: Share) -> Json:
    return {"compte": share.count, "sur": share.total, "part": _rounded(share.value)}


def _rejections(rejections: Rejections) -> Json:
    return {"precision": _share(rejections.precision), "rappel": _share(rejections.recall)}


def _confusions(confusions: Mapping[tuple[str, str], int], unit: str) -> list[Json]:
    return [{"vrai": true, "trouve": given, unit: count} for (true, given), count in confusions.items()]


def _rounded(value: float | None) -> float | None:
    return round(value, DIGITS) if value is not None else None


def _per_hundred(share: Share) -> float | None:
    return round(100 * share.value, 1) if share.value is not None else None
