"""The measures as one HTML file that asks nothing of the network and runs no script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment
from markupsafe import Markup

from pipeline.insight.evaluate.confusion import Confusion, confusion
from pipeline.insight.evaluate.evaluation import Evaluation, Source
from pipeline.insight.evaluate.figures import interval, listed
from pipeline.insight.evaluate.lines import Line, between, cost_lines, decimal, lines
from pipeline.insight.evaluate.plot import risk_svg
from pipeline.insight.evaluate.risk import Point, at
from pipeline.insight.evaluate.spots import GENRES, SHOWN, gathered
from pipeline.insight.evaluate.tables import THRESHOLDS, title_of
from pipeline.templates import templates


@dataclass(frozen=True, slots=True)
class Shown:
    """A source as it is shown. ``grades``: each line of the measures as every grade has it, none of a single grade."""

    title: str
    lines: tuple[Line, ...]
    grade_names: tuple[str, ...]
    grades: tuple[tuple[Line, ...], ...]
    table: Confusion
    curve: Markup | None
    points: tuple[Point, ...]


def render(evaluation: Evaluation) -> str:
    """Return the measures as HTML, the gravest errors with their pages."""
    spots = gathered(evaluation.faults)
    return (
        _environment()
        .get_template("mesures.html.j2")
        .render(
            sources=[_shown(source) for source in evaluation.sources],
            cost=list(cost_lines(evaluation.cost)),
            spots=spots[:SHOWN],
            others=spots[SHOWN:],
            pictures=evaluation.pictures,
        )
    )


def _shown(source: Source) -> Shown:
    whole = source.whole
    points = (at(whole.risk, threshold) for threshold in THRESHOLDS)
    # our own drawing, whose texts matplotlib has escaped
    curve = Markup(risk_svg(whole.risk, source.name)) if whole.risk else None  # noqa: S704
    return Shown(
        title=title_of(source),
        lines=tuple(lines(whole)),
        grade_names=tuple(source.grades),
        grades=tuple(zip(*(lines(measures) for measures in source.grades.values()), strict=True))
        if source.mixed
        else (),
        table=confusion(whole.filed.answers),
        curve=curve,
        points=tuple(point for point in points if point is not None),
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    filters: Mapping[str, Callable[..., object]] = {
        "percent": lambda share: f"{100 * share:.2f}%",
        "decimal": decimal,
        "between": between,
        "interval": interval,
        "listed": listed,
        "genre": GENRES.__getitem__,
    }
    return templates("pipeline.insight.evaluate", filters)
