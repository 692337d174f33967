"""The answers in words and figures, wherever they are shown: terminal, page, JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.domain.receipt import Canal
from pipeline.insight.day_page.words import CANALS
from pipeline.insight.evaluate.lines import decimal
from pipeline.insight.report.said import FIRM, NONE, delay, number
from pipeline.insight.simulate.outcome import CENTILES, Outcome
from pipeline.insight.simulate.study import Study, Trial


@dataclass(frozen=True, slots=True)
class Usage:
    """How busy the means are in the peak, in 0–1; ``persons``: who hold the posts in turn, of a working day."""

    workers: float
    posts: float
    persons: int
    machines: int


def usage(study: Study) -> Usage:
    """Return how busy the means are in the first draw of the peak, the days around it included."""
    outcome, means, people = study.trials[0].outcomes[0], study.sizing.means, study.world.supposed.personnes
    return Usage(
        workers=outcome.worked_s / (outcome.time_s * means.workers),
        posts=outcome.answered_s / (outcome.open_s * means.posts),
        persons=math.ceil(means.posts * people.ouverture_h / people.heures_par_personne),
        machines=-(-means.workers // study.world.supposed.machines.coeurs),
    )


def share(bounds: tuple[float, float]) -> str:
    """Write ``99,6 %``, or ``98,9 à 99,6 %`` where draws differ; 100 % is said of all of them only."""
    low, high = (f"{decimal(_floored(value), 2)}" for value in bounds)
    return f"{low}{FIRM}%" if low == high else f"{low} à {high}{FIRM}%"


def _floored(value: float) -> float:
    return 100.0 if value == 1 else min(100 * value, 99.99)


def late_pieces(trial: Trial) -> str:
    """Write how many pieces were late, draw by draw the least and the most."""
    counts = sorted(outcome.over(Canal).late_pieces for outcome in trial.outcomes)
    return number(counts[0]) if counts[0] == counts[-1] else f"{number(counts[0])} à {number(counts[-1])}"


def worst_day(trial: Trial) -> str:
    """Write the worst day of reception of all draws, with its share."""
    worst = [found for outcome in trial.outcomes if (found := outcome.worst_day()) is not None]
    if not worst:
        return NONE
    day, seen = min(worst, key=lambda found: found[1].value or 0.0)
    value = seen.value or 0.0
    return f"le {day:%d/%m}{FIRM}: {share((value, value))}"


def by_channel(outcome: Outcome) -> Iterator[Sequence[str]]:
    """Yield a row by channel, then one of all: plis, pieces, pages, share in time, and delays to the mail."""
    rows = [(CANALS[canal], outcome.channels[canal]) for canal in CANALS if canal in outcome.channels]
    for name, tally in (*rows, ("En tout", outcome.over(Canal))):
        value = tally.share.value
        in_time = share((value, value)) if value is not None else NONE
        delays = (delay(hours) for hours in tally.percentiles(CENTILES) or (None,) * len(CENTILES))
        yield (name, *map(number, (tally.plis, tally.pieces, tally.pages)), in_time, *delays)


def of_trials(study: Study) -> Iterator[Sequence[str]]:
    """Yield a row by trial of the peak, then that of the year: share in time, late pieces, the worst day."""
    for trial in (*study.trials, study.year):
        yield (trial.name, share(trial.share), late_pieces(trial), worst_day(trial))


def summary(study: Study) -> Iterator[tuple[str, str]]:
    """Yield what is asked and answered, a line each."""
    world, means, used = study.world, study.sizing.means, usage(study)
    people, wanted = world.supposed.personnes, study.asked.wanted
    whole = study.year.outcomes[0].over(Canal)
    peak = study.trials[0].outcomes[0].over(Canal)
    yield "Où", study.asked.place
    yield "Une année", f"{number(whole.plis)} plis, {number(whole.pieces)} pièces, {number(whole.pages)} pages"
    yield (
        f"La pointe, du {study.peak.first:%d/%m} au {study.peak.last:%d/%m}",
        f"{number(peak.plis)} plis, {number(peak.pieces)} pièces, {number(peak.pages)} pages",
    )
    yield "Objectif", f"{share((wanted.target, wanted.target))} des plis réglés à l'échéance, à la pointe"
    yield "Au mieux, moyens sans limite", share((study.sizing.ceiling, study.sizing.ceiling))
    busy = f"{means.workers}, occupés à {100 * used.workers:.0f}{FIRM}%"
    cores = world.supposed.machines.coeurs
    yield f"Cœurs {_origin(wanted.workers)}", f"{busy} ; machines de {cores} cœurs : {used.machines}"
    busy = f"{means.posts}, occupés à {100 * used.posts:.0f}{FIRM}% de leurs {decimal(people.ouverture_h, 0)} h"
    persons = f"{used.persons} personnes de {decimal(people.heures_par_personne, 0)} h"
    yield f"Postes d'opérateur {_origin(wanted.posts)}", f"{busy} ; {persons}"
    yield "Erreur du raccourci (un pli lu d'une traite)", f"{decimal(100 * study.grain_error, 3)} point"


def _origin(given: int | None) -> str:
    return "nécessaires" if given is None else "donnés"
