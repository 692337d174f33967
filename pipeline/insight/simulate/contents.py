"""The answers for a program: what ``pli simuler --json`` prints. Shares are in 0–1, delays in hours."""

from __future__ import annotations

from typing import Any

from pipeline.domain.receipt import Canal
from pipeline.insight.simulate.answers import usage
from pipeline.insight.simulate.outcome import CENTILES, Outcome, Tally
from pipeline.insight.simulate.study import Study, Trial

SCHEMA = "simulation/1"
DIGITS = 5

Json = dict[str, Any]


def as_json(study: Study) -> Json:
    """Return the answers; each list of ``tirages`` is in the order of ``graines``."""
    asked, used, means = study.asked, usage(study), study.sizing.means
    return {
        "schema": SCHEMA,
        "ou": asked.place,
        "annee": asked.year,
        "graines": list(asked.wanted.seeds),
        "objectif": asked.wanted.target,
        "ordre": asked.rule,
        "hypotheses": study.world.supposed.model_dump(mode="json"),
        "pointe": {"du": study.peak.first.isoformat(), "au": study.peak.last.isoformat()},
        "plafond": _rounded(study.sizing.ceiling),
        "coeurs": {"nombre": means.workers, "machines": used.machines, "occupation": _rounded(used.workers)},
        "postes": {"nombre": means.posts, "personnes": used.persons, "occupation": _rounded(used.posts)},
        "essais": [_trial(trial) for trial in study.trials],
        "an": _trial(study.year),
        "erreur_du_raccourci": _rounded(study.grain_error),
    }


def _trial(trial: Trial) -> Json:
    return {"nom": trial.name, "tirages": [_outcome(outcome) for outcome in trial.outcomes]}


def _outcome(outcome: Outcome) -> Json:
    worst = outcome.worst_day()
    return {
        **_tally(outcome.over(Canal)),
        "pire_jour": {"jour": worst[0].isoformat(), "part": _rounded(worst[1].value)} if worst is not None else None,
        "par_canal": {canal: _tally(outcome.channels[canal]) for canal in Canal if canal in outcome.channels},
    }


def _tally(tally: Tally) -> Json:
    return {
        "plis": tally.plis,
        "pieces": tally.pieces,
        "pages": tally.pages,
        "plis_a_temps": tally.in_time,
        "part_a_temps": _rounded(tally.share.value),
        "pieces_en_retard": tally.late_pieces,
        "heures_jusqu_au_mail": {
            f"p{rank}": _rounded(hours)
            for rank, hours in zip(CENTILES, tally.percentiles(CENTILES) or (), strict=False)
        },
    }


def _rounded(value: float | None) -> float | None:
    return round(value, DIGITS) if value is not None else None
