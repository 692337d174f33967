"""The drawings of a report. What each shows is also in a table beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from markupsafe import Markup

from pipeline.domain.receipt import Canal
from pipeline.insight.day_page.words import CANALS
from pipeline.insight.evaluate.figures import Share, interval
from pipeline.insight.evaluate.lines import decimal
from pipeline.insight.report.delays import Delays
from pipeline.insight.report.drawing import ACCENT, ALARM, INK, SOFT, counts_only, dated, drawn, plain
from pipeline.insight.report.figures import Figures
from pipeline.insight.report.offices import Office, Offices
from pipeline.insight.report.rejections import Rejections, rate
from pipeline.insight.report.volumes import NOTHING, Volume
from pipeline.store.nights import Night

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = dict(zip(Canal, ("#1f3d8a", "#6b93d6", "#1a7350", "#8fc7a9", "#c78500", "#8a4f9e", "#c2185b"), strict=True))
BIN_H, EARLIEST_H, LATEST_H = 6, -72, 48
SHOWN_MOTIFS, SHOWN_OFFICES, LABEL = 8, 25, 52


def volumes_chart(found: Figures) -> Markup:
    """Draw plis and pages received, by channel, day by day or week by week."""
    steps, volumes = found.period.steps, found.volumes
    by_step = volumes.by(found.period.step)
    envelopes: Counter[int] = Counter()
    for (day, _), count in volumes.envelopes.items():
        envelopes[steps.index(found.period.step(day))] += count

    def stacked(axes: Axes, title: str, measure: Callable[[Volume], int]) -> None:
        bottom = [0] * len(steps)
        for canal in volumes.canals:
            heights = [measure(by_step.get((step, canal), NOTHING)) for step in steps]
            axes.bar(range(len(steps)), heights, bottom=bottom, color=COLOURS[canal], label=CANALS[canal], width=0.8)
            bottom = [below + height for below, height in zip(bottom, heights, strict=True)]
        axes.set_title(title, loc="left", fontsize=10)

    def paint(figure: Figure) -> None:
        left, right = figure.subplots(1, 2)
        stacked(left, "plis reçus", lambda volume: volume.plis)
        stacked(right, "pages reçues", lambda volume: volume.pages.recues)
        if envelopes:
            counted = "comptés à l'arrivée"
            left.scatter(
                list(envelopes), list(envelopes.values()), marker="D", s=14, color=INK, label=counted, zorder=3
            )
        for axes in (left, right):
            _time(axes, steps)
        _legend(figure)

    unit = "jour" if len(steps) == len(found.period) else "semaine"
    said = f"Plis et pages reçus par {unit} et par canal ; les totaux sont dans le tableau qui suit."
    return drawn("volumes", said, 3.1, paint)


def margins_chart(delays: Delays) -> Markup:
    """Draw when plis were settled against their deadlines, paper and the rest apart."""
    kinds = (("papier", True), ("numérique", False))
    clocks = [(name, delays.over(c for c in Canal if c.is_paper is paper)) for name, paper in kinds]
    shown = [(name, clock.margins) for name, clock in clocks if clock.margins]
    edges = range(EARLIEST_H, LATEST_H + 1, BIN_H)

    def paint(figure: Figure) -> None:
        for axes, (name, margins) in zip(figure.subplots(1, len(shown), squeeze=False)[0], shown, strict=True):
            hours = [min(max(-margin, EARLIEST_H), LATEST_H - 0.01) for margin in margins]
            early, late = [h for h in hours if h <= 0], [h for h in hours if h > 0]
            axes.hist(early, bins=list(edges), color=ACCENT, rwidth=0.9, label="à temps")
            axes.hist(
                late, bins=list(edges), color=ALARM, rwidth=0.9, hatch="///", edgecolor="white", label="en retard"
            )
            axes.axvline(0, color=INK, linewidth=1.2)
            axes.set_title(f"{name} : plis réglés", loc="left", fontsize=10)
            axes.set_xlabel("heures avant (–) ou après (+) l'échéance")
            axes.set_xticks(range(EARLIEST_H, LATEST_H + 1, 24))
            axes.set_xticklabels([_signed(hour) for hour in range(EARLIEST_H, LATEST_H + 1, 24)])
            axes.set_xlim(EARLIEST_H, LATEST_H)
            counts_only(axes)
            plain(axes)
        _legend(figure)

    whole = delays.whole.in_time
    said = f"Moment où les plis ont été réglés, par rapport à leur échéance : {whole} à temps."
    return drawn("delais", said, 2.7, paint)


def _signed(hour: int) -> str:
    edge = {EARLIEST_H: "≤ ", LATEST_H: "≥ "}.get(hour, "")
    return f"{edge}{hour:+d}".replace("-", "–") if hour else "0"


def rejections_chart(rejections: Rejections, labels: Sequence[tuple[str, str, int]]) -> Markup:
    """Draw the rate of rejection week by week, and the most frequent motives (``labels``: code, words, cases)."""
    weeks = sorted(rejections.weeks)
    top = labels[:SHOWN_MOTIFS]

    def paint(figure: Figure) -> None:
        trend, motifs = figure.subplots(1, 2, width_ratios=(1, 1))
        _draw_rates(trend, weeks, [rejections.weeks[week] for week in weeks])
        motifs.barh(
            [_cut(f"{code} {words.partition(' (')[0]}") for code, words, _ in top],
            [cases for *_, cases in top],
            color=ACCENT,
        )
        for place, (*_, cases) in enumerate(top):
            motifs.text(cases, place, f" {cases}", va="center", color=INK)
        motifs.invert_yaxis()
        motifs.set_xticks([])
        motifs.spines[["top", "right", "bottom"]].set_visible(False)
        motifs.tick_params(axis="y", length=0)
        motifs.set_title("rejets par motif", loc="left", fontsize=10)

    said = "Taux de rejet semaine par semaine, avec son intervalle à 95 %, et motifs les plus fréquents."
    return drawn("rejets", said, 3.0, paint)


def _draw_rates(axes: Axes, weeks: Sequence[date], volumes: Sequence[Volume]) -> None:
    """Draw rates in percent where there are enough pieces, with the band of chance around them."""
    rates = [(place, share) for place, volume in enumerate(volumes) if (share := rate(volume)) is not None]
    places = [place for place, _ in rates]
    bounds = [interval(share) or (0.0, 1.0) for _, share in rates]
    spread = [[100 * (_value(s) - low) for (_, s), (low, _) in zip(rates, bounds, strict=True)],
              [100 * (high - _value(s)) for (_, s), (_, high) in zip(rates, bounds, strict=True)]]  # fmt: skip
    values = [100 * _value(share) for _, share in rates]
    axes.errorbar(places, values, yerr=spread, color=ACCENT, ecolor="#9fb0d8", elinewidth=4, marker="o", linewidth=1.5)
    axes.set_title("taux de rejet des pièces, par semaine (%)", loc="left", fontsize=10)
    axes.set_ylim(0, max([10.0, *(110 * high for _, high in bounds)]))
    dated(axes, weeks)
    axes.set_xlabel("semaine du")
    plain(axes)


def _value(share: Share) -> float:
    return share.value or 0.0


def offices_chart(offices: Offices, names: Mapping[str, str]) -> Markup:
    """Draw the rate of rejection of the guichets that sent most, with its interval, and the median."""
    rated = [office for office in offices.known.values() if office.rate is not None]
    shown = sorted(rated, key=lambda office: -office.volume.decided)[:SHOWN_OFFICES]
    shown.sort(key=lambda office: (_rate(office), office.code))
    median = offices.median()

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        for place, office in enumerate(shown):
            low, high = interval(office.rate or Share(0, 0)) or (0.0, 1.0)
            axes.plot([100 * low, 100 * high], [place, place], color="#9fb0d8", linewidth=4, solid_capstyle="butt")
            axes.plot([100 * _rate(office)], [place], marker="o", color=ACCENT)
        if median is not None:
            axes.axvline(100 * median, color=SOFT, linestyle="--", linewidth=1)
            axes.text(100 * median, len(shown) - 0.4, f" médiane {decimal(100 * median, 1)} %", color=SOFT, va="bottom")
        axes.set_yticks(range(len(shown)), [_cut(f"{o.code} {names.get(o.code, '')}".strip()) for o in shown])
        axes.set_ylim(-0.6, len(shown) - 0.2)
        axes.set_xlim(left=0)
        axes.set_xlabel("pièces rejetées (%), et leur intervalle à 95 %")
        axes.tick_params(axis="y", length=0)
        plain(axes, grid="x")

    said = "Taux de rejet des guichets, avec leur intervalle à 95 % ; les valeurs sont dans le tableau qui suit."
    return drawn("guichets", said, 1.0 + 0.24 * len(shown), paint)


def _rate(office: Office) -> float:
    return _value(office.rate) if office.rate is not None else 0.0


def nights_chart(nights: Sequence[Night]) -> Markup:
    """Draw what each night deposited, was refused and left without an answer."""
    parts = (("deposees", "déposées", ACCENT, ""), ("refusees", "refusées", ALARM, "///"),
             ("sans_reponse", "sans réponse", "#c78500", "..."))  # fmt: skip

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        bottom = [0] * len(nights)
        for key, label, colour, hatch in parts:
            heights = [night.counts.get(key, 0) for night in nights]
            axes.bar(
                range(len(nights)), heights, bottom=bottom, color=colour, hatch=hatch, edgecolor="white", label=label
            )
            bottom = [below + height for below, height in zip(bottom, heights, strict=True)]
        axes.set_title("pièces, nuit par nuit", loc="left", fontsize=10)
        _time(axes, [night.day for night in nights])
        _legend(figure)

    return drawn("nuits", "Pièces déposées, refusées et restées sans réponse, nuit par nuit.", 2.4, paint)


def _time(axes: Axes, days: Sequence[date]) -> None:
    dated(axes, days)
    counts_only(axes)
    plain(axes)


def _legend(figure: Figure) -> None:
    """Name the colours once, above the drawing."""
    handles, labels = figure.axes[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper left", ncols=5, frameon=False)


def _cut(words: str) -> str:
    return words if len(words) <= LABEL else f"{words[: LABEL - 1].rstrip()}…"
