"""Risk and coverage of the types given, drawn."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.insight.evaluate.figures import interval
from pipeline.insight.evaluate.risk import Point

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZE = (11.0, 3.2)  # inches
ACCENT, ALARM = "#1f3d8a", "#b3261e"


def risk_svg(points: Sequence[Point], salt: str) -> str:
    """Draw risk against coverage, then each against the threshold, as one SVG element.

    ``salt`` keeps its inner names apart from those of other drawings in a page; the same points give the same bytes.
    """
    from matplotlib import rc_context  # noqa: PLC0415 - half a second, spared to other commands
    from matplotlib.figure import Figure  # noqa: PLC0415 - same

    with rc_context({"svg.hashsalt": salt, "svg.fonttype": "none", "font.size": 9.0}):
        figure = Figure(figsize=SIZE, layout="constrained")
        risk, coverage, errors = figure.subplots(1, 3)
        _draw_risk(risk, points)
        _draw_steps(coverage, points, [point.settled.count for point in points], "pièces qui reçoivent un type", ACCENT)
        _draw_steps(errors, points, [point.wrong.count for point in points], "dont un type faux", ALARM)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    drawn = out.getvalue()
    return drawn[drawn.index("<svg") :]


def _draw_risk(axes: Axes, points: Sequence[Point]) -> None:
    covered = [100 * (point.settled.value or 0.0) for point in points]
    rates = [100 * (point.wrong.value or 0.0) for point in points]
    bounds = [interval(point.wrong) or (0.0, 1.0) for point in points]
    axes.fill_between(covered, [100 * b[0] for b in bounds], [100 * b[1] for b in bounds], color=ACCENT, alpha=0.15)
    axes.plot(covered, rates, color=ACCENT, marker=".")
    axes.set(xlabel="pièces qui reçoivent un type (%)", ylabel="types faux (%)", xlim=(0, 100))
    axes.set_ylim(0, min(100.0, max([5.0, *rates, 110 * bounds[-1][1]])))
    _plain(axes)


def _draw_steps(axes: Axes, points: Sequence[Point], counts: Sequence[int], label: str, colour: str) -> None:
    thresholds = [point.threshold for point in points]
    axes.step(thresholds, counts, where="post", color=colour)
    axes.plot(thresholds, counts, color=colour, linestyle="none", marker=".")
    axes.set(xlabel="confiance d'au moins", ylabel=label)
    axes.set_ylim(0, 1.1 * max(5, *counts))
    _plain(axes)


def _plain(axes: Axes) -> None:
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:g}".replace(".", ","))
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)
