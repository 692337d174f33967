"""What the work costs where it was done: the profile that a workspace's own tasks give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import fmean, pstdev

from pipeline.engine.house import House
from pipeline.errors import Misuse
from pipeline.insight.simulate.hypotheses import HypothesesFile, Mesures
from pipeline.store import costs
from pipeline.store.tasks import Kind

ENOUGH = 30
"""Pages read under which a profile would say more of those pages than of the machine."""
DECIDING = (Kind.CUT, Kind.ASK, Kind.SETTLE)


def timed_by(house: House, supposed: HypothesesFile) -> HypothesesFile:
    """Return the same, with what the finished tasks of a workspace cost; raises Misuse when too few pages were read.

    ``frottement`` is no matter of CPU seconds, and stays as it was supposed.
    """
    with house.store.begin() as tx:
        spent = list(costs.spent(tx))
    source = f"l'espace de travail {house.racine.resolve().name}"
    return supposed.model_copy(update={"mesures": mesures(spent, source, supposed.mesures.frottement)})


def mesures(spent: Iterable[tuple[Kind, float]], source: str, frottement: float) -> Mesures:
    """Return the profile of some tasks (kind, CPU seconds), by page read."""
    by_kind: dict[Kind, list[float]] = defaultdict(list)
    for kind, seconds in spent:
        by_kind[kind].append(seconds)
    pages = by_kind[Kind.READ]
    if len(pages) < ENOUGH:
        raise Misuse(f"--mesures : {len(pages)} pages lues dans {source} ; il en faut {ENOUGH} pour mesurer.")
    mean = fmean(pages)

    def a_page(*kinds: Kind) -> float:
        return round(sum(sum(by_kind[kind]) for kind in kinds) / len(pages), 5)

    return Mesures(
        source=f"{source} : {len(pages)} pages lues",
        ouvrir=a_page(Kind.OPEN),
        lire=round(mean, 5),
        dispersion=max(round(pstdev(pages) / mean, 3), 0.01),
        decider=a_page(*DECIDING),
        composer=a_page(Kind.COMPOSE),
        frottement=frottement,
    )
