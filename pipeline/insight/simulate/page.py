"""The simulation as one HTML file that asks nothing of the network and runs no script, dressed as the report is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from pipeline.insight.simulate.answers import by_channel, of_trials, share, summary, usage
from pipeline.insight.simulate.study import Study
from pipeline.mail.french import typeset
from pipeline.templates import templates


def render(study: Study, drawings: Mapping[str, Markup]) -> str:
    """Return the page."""
    return (
        _environment()
        .get_template("simulation.html.j2")
        .render(
            study=study,
            summary=list(summary(study)),
            channels=list(by_channel(study.trials[0].outcomes[0])),
            trials=list(of_trials(study)),
            usage=usage(study),
            drawings=drawings,
            dress=files("pipeline.insight.report").joinpath("templates", "rapport.css").read_text(encoding="utf-8"),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return templates("pipeline.insight.simulate", {"share": share, "typeset": typeset})
