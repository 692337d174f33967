"""How a drawing of the report is made: one SVG element with a sentence for those who do not see it."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from pipeline.insight.report.said import short_day

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ACCENT, ALARM, SOFT, INK = "#1f3d8a", "#b3261e", "#5a6475", "#1b2130"
WIDTH = 11.0  # inches
TICKS = 9


def drawn(name: str, said: str, height: float, paint: Callable[[Figure], None]) -> Markup:
    """Return what ``paint`` draws as SVG; ``said`` tells it in French. The same figures give the same bytes.

    ``name`` keeps its inner names apart from those of other drawings in a page; ``height``: inches.
    """
    from matplotlib import rc_context  # noqa: PLC0415 - half a second, spared to other commands
    from matplotlib.figure import Figure  # noqa: PLC0415 - same

    with rc_context({"svg.hashsalt": name, "svg.fonttype": "none", "font.size": 9.0, "hatch.linewidth": 0.6}):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        paint(figure)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    svg = out.getvalue()
    body = svg[svg.index("<svg") + len("<svg") :]
    # our own drawing, whose texts matplotlib has escaped
    return Markup('<svg role="img" aria-label="{}"').format(said) + Markup(body)  # noqa: S704


def plain(axes: Axes, *, grid: Literal["x", "y"] = "y") -> None:
    """Leave of the frame what helps to read."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis=grid, alpha=0.3, linewidth=0.6)
    axes.set_axisbelow(True)


def dated(axes: Axes, days: Sequence[date]) -> None:
    """Name some of the days, which stand at 0, 1, 2 and so on."""
    every = max(1, -(-len(days) // TICKS))
    places = range(0, len(days), every)
    axes.set_xticks(list(places), [short_day(days[place]) for place in places])
    axes.set_xlim(-0.6, len(days) - 0.4)


def counts_only(axes: Axes) -> None:
    """Count up from nothing, in whole numbers."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator  # noqa: PLC0415 - see above

    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}".replace(",", " ")))
    axes.set_ylim(bottom=0)
