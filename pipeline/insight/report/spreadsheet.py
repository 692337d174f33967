"""The figures as tables that a French spreadsheet opens with a double click.

Semicolons, decimal commas, lines that end as Windows has them, and the mark by which it knows UTF-8. One table has
a line for each day and channel where something came, the other a line for each guichet, with a column for each
motive there is, met or not: months can be laid end to end.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from pipeline.domain.filing_plan import Family
from pipeline.insight.evaluate.lines import decimal
from pipeline.insight.report.figures import Figures
from pipeline.insight.report.rejections import rate
from pipeline.insight.report.volumes import NOTHING, Volume, accounts

ENCODING = "utf-8-sig"
VOLUME = (
    "plis", "plis_non_decides", "dossiers", "pages", "separateurs", "blanches", "pages_acceptees", "pages_rejetees",
    "pages_a_verifier", "pages_hors_dossier", "pieces_acceptees", "pieces_rejetees", "pieces_a_verifier",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Cell = str | int


def by_day(found: Figures) -> bytes:
    """Return a line a day and channel; ``plis_comptes`` is empty where nobody counted at the door."""
    volumes = found.volumes
    lines = (
        [
            day.isoformat(),
            canal,
            volumes.envelopes.get((day, canal), ""),
            *_cells(volumes.came.get((day, canal), NOTHING)),
        ]
        for day, canal in volumes.rows
    )
    return _written(["jour", "canal", "plis_comptes", *VOLUME], lines)


def by_office(found: Figures) -> bytes:
    """Return a line a guichet; ``taux_de_rejet_pct`` is empty where there are too few pieces for one."""
    motifs = [code for code, motif in found.motifs.items() if motif.family is not Family.ALERT]
    lines = (
        [
            office.code,
            _text(found.names.get(office.code, "")),
            *_cells(office.volume),
            _percent(office.volume),
            office.trend,
            *(office.cases[code] for code in motifs),
        ]
        for office in sorted(found.offices.known.values(), key=lambda office: office.code)
    )
    return _written(["guichet", "nom", *VOLUME, "taux_de_rejet_pct", "tendance", *motifs], lines)


def _cells(volume: Volume) -> Sequence[Cell]:
    pieces = (volume.accepted, volume.rejected, volume.asked)
    return (volume.plis, volume.waiting, volume.dossiers, *accounts(volume.pages), *pieces)


def _percent(volume: Volume) -> str:
    share = rate(volume)
    return decimal(100 * (share.value or 0.0), 2) if share is not None else ""


def _text(words: str) -> str:
    """Keep a name from being taken for a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


def _written(head: Sequence[str], lines: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows(lines)
    return out.getvalue().encode(ENCODING)
