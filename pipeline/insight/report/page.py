"""The report as one HTML file that asks nothing of the network and runs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from pipeline.insight.day_page.words import CANALS
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.evaluate.lines import decimal
from pipeline.insight.report import said
from pipeline.insight.report.charts import (
    margins_chart,
    nights_chart,
    offices_chart,
    rejections_chart,
    volumes_chart,
)
from pipeline.insight.report.delays import percentile
from pipeline.insight.report.figures import Figures
from pipeline.insight.report.rejections import Rejected, advice, rate
from pipeline.insight.report.volumes import Volume
from pipeline.mail.french import instant, typeset
from pipeline.store.rectifications import Rectification
from pipeline.templates import templates

LATE_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure at the top: ``value`` in large, what it is, and what it stands on."""

    value: str
    noun: str
    detail: str


def render(found: Figures) -> str:
    """Return the report as HTML."""
    return (
        _environment()
        .get_template("rapport.html.j2")
        .render(
            found=found,
            headlines=tuple(_headlines(found)),
            charts=_charts(found),
            canals=CANALS,
            late=sorted(found.delays.late, key=lambda late: (late.lacks is None, -late.by)),
            late_shown=LATE_SHOWN,
            advice=lambda office: advice(office.cases, found.motifs),
        )
    )


def _headlines(found: Figures) -> Iterator[Headline]:
    whole, in_time, alone = found.volumes.total, found.delays.whole.in_time, found.hands.whole
    rejected = rate(whole)
    yield Headline(
        said.number(whole.plis), "plis reçus" if whole.plis > 1 else "pli reçu",
        f"{said.counted(whole.pages.recues, 'page')}, {said.counted(whole.pieces, 'pièce')}",
    )  # fmt: skip
    yield Headline(said.share(in_time), "réglés à temps", f"{said.out_of(in_time)} plis, déposés et expéditeur prévenu")
    decided = f"{said.counted(whole.decided, 'pièce')} : trop peu pour un taux"
    yield Headline(
        said.percent(rejected), "des pièces rejetées", f"{said.out_of(rejected)} pièces" if rejected else decided
    )
    yield Headline(said.share(alone), "réglés sans personne", f"{said.out_of(alone)} plis, sans question ni correction")
    yield Headline(
        said.number(len(found.breaches)), "violations" if len(found.breaches) > 1 else "violation",
        _breaches(found.breaches),
    )  # fmt: skip


def _breaches(found: Sequence[Rectification]) -> str:
    if not found:
        return "aucune pièce trouvée dans un mauvais dossier"
    held = sum(breach.withdrawn_at is not None for breach in found)
    return f"{said.counted(len(found), 'pièce trouvée')} dans un mauvais dossier, {said.counted(held, 'retirée')}"


def _charts(found: Figures) -> dict[str, Markup]:
    """Draw what there is to draw."""
    ranked = [
        (code, found.motifs[code].label if code in found.motifs else "", rejected.cases)
        for code, rejected in found.rejections.ranked()
    ]
    charts = {}
    if found.volumes.came:
        charts["volumes"] = volumes_chart(found)
    if found.delays.whole.margins:
        charts["delais"] = margins_chart(found.delays)
    if ranked:
        charts["rejets"] = rejections_chart(found.rejections, ranked)
    if any(office.rate is not None for office in found.offices.known.values()):
        charts["guichets"] = offices_chart(found.offices, found.names)
    if len(found.nights) > 1:
        charts["nuits"] = nights_chart(found.nights)
    return charts


def _part_of(rejected: Rejected, whole: Volume) -> Share | None:
    """Return the share of decided pieces that a motive rejected, None when it rejects no piece, or of too few."""
    return Share(rejected.pieces, whole.decided) if rejected.pieces and rate(whole) is not None else None


@lru_cache(maxsize=1)
def _environment() -> Environment:
    filters: Mapping[str, Callable[..., object]] = {
        "between": said.between,
        "counted": said.counted,
        "decimal": decimal,
        "delay": said.delay,
        "instant": instant,
        "number": said.number,
        "out_of": said.out_of,
        "part_of": lambda rejected, whole: (
            Share(rejected.pieces, whole.decided) if rejected.pieces and rate(whole) else None
        ),
        "p50": lambda hours: percentile(hours, 0.5),
        "p95": lambda hours: percentile(hours, 0.95),
        "percent": said.percent,
        "rate": rate,
        "share": said.share,
        "short_day": said.short_day,
        "short_instant": said.short_instant,
        "typeset": typeset,
        "weight": said.weight,
    }
    return templates("pipeline.insight.report", filters)
