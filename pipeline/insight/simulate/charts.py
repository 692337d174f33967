"""The drawings of a simulation. What each says is also in a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from markupsafe import Markup

from pipeline.domain.receipt import Canal
from pipeline.domain.working_calendar import PARIS
from pipeline.insight.day_page.words import CANALS
from pipeline.insight.report.charts import COLOURS
from pipeline.insight.report.drawing import ACCENT, ALARM, INK, SOFT, counts_only, dated, drawn, plain
from pipeline.insight.report.period import monday
from pipeline.insight.simulate.outcome import Outcome
from pipeline.insight.simulate.season import ONE_DAY
from pipeline.insight.simulate.study import Study

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

TRIAL_COLOURS = (ACCENT, ALARM, "#1a7350", "#c78500")
LONGEST_H = 120
RANKS = [rank / 4 for rank in range(401)]


def charts(study: Study) -> dict[str, Markup]:
    """Draw the year, the waiting lines of the peak, and its delays: by the names of their files."""
    return {
        "annee": _year_chart(study.year.outcomes[0]),
        "attente": _lines_chart(study),
        "delais": _delays_chart(study.trials[0].outcomes[0]),
    }


def _year_chart(outcome: Outcome) -> Markup:
    """Draw the plis received week by week, and the share told in time."""
    weeks: dict[date, list[int]] = {}
    for day, (came, in_time) in sorted(outcome.by_day.items()):
        week = weeks.setdefault(monday(day), [0, 0])
        week[0] += came
        week[1] += in_time
    days = list(weeks)

    def paint(figure: Figure) -> None:
        came, shares = figure.subplots(1, 2)
        came.bar(range(len(days)), [week[0] for week in weeks.values()], color=ACCENT, width=0.8)
        came.set_title("plis reçus par semaine", loc="left", fontsize=10)
        counts_only(came)
        rates = [100 * in_time / count for count, in_time in weeks.values()]
        shares.plot(range(len(days)), rates, color=ACCENT, marker=".")
        shares.axhline(99, color=SOFT, linestyle="--", linewidth=1)
        shares.set_title("plis réglés à l'échéance, par semaine de réception (%)", loc="left", fontsize=10)
        shares.set_ylim(min([95.0, *rates]) - 0.5, 100.5)
        for axes in (came, shares):
            dated(axes, days)
            axes.set_xlabel("semaine du")
            plain(axes)

    return drawn(
        "simulation-annee", "L'année simulée : plis reçus par semaine, et part réglée à l'échéance.", 2.9, paint
    )


def _lines_chart(study: Study) -> Markup:
    """Draw hour by hour what waits for the machine and for people in the peak, under each fault."""

    def paint(figure: Figure) -> None:
        left, right = figure.subplots(1, 2)
        for trial, colour in zip(study.trials, TRIAL_COLOURS, strict=False):
            outcome = trial.outcomes[0]
            instants = [(hour - outcome.hours[0]) / 86_400 for hour in outcome.hours]
            left.plot(instants, outcome.unread, color=colour, linewidth=1.2, label=trial.name)
            right.plot(instants, outcome.unanswered, color=colour, linewidth=1.2)
        left.set_title("plis qui attendent la machine", loc="left", fontsize=10)
        right.set_title("plis qui attendent une personne", loc="left", fontsize=10)
        for axes in (left, right):
            _days(axes, study.trials[0].outcomes[0].hours)
            counts_only(axes)
            plain(axes)
        figure.legend(*left.get_legend_handles_labels(), loc="outside upper left", ncols=2, frameon=False)

    return drawn("simulation-attente", "Plis en attente, heure par heure, à la pointe, avec et sans panne.", 3.1, paint)


def _days(axes: Axes, hours: Sequence[float]) -> None:
    first = datetime.fromtimestamp(hours[0], PARIS).date()
    places = range(0, len(hours) // 24, 2)
    axes.set_xticks(list(places), [f"{first + place * ONE_DAY:%d/%m}" for place in places])


def _delays_chart(outcome: Outcome) -> Markup:
    """Draw the share of each channel's plis that were told within so many hours."""

    def paint(figure: Figure) -> None:
        axes = figure.subplots()
        for canal in Canal:
            tally = outcome.channels.get(canal)
            if tally is not None and (hours := tally.percentiles(RANKS)) is not None:
                axes.plot(hours, RANKS, color=COLOURS[canal], linewidth=1.6, label=CANALS[canal])
        axes.axvline(24, color=INK, linewidth=0.6, alpha=0.4)
        axes.set_xlim(0, LONGEST_H)
        axes.set_xticks(range(0, LONGEST_H + 1, 12))
        axes.set_xlabel("heures de la réception au mail")
        axes.set_ylabel("plis (%)")
        plain(axes)
        figure.legend(*axes.get_legend_handles_labels(), loc="outside upper left", ncols=4, frameon=False)

    return drawn("simulation-delais", "Délais de la réception au mail, par canal, à la pointe.", 3.1, paint)
