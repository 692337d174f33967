"""A run over a golden set: what is synthetic apart from what is real, and each by grade of scan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.insight.evaluate.account import Case
from pipeline.insight.evaluate.figures import Fault
from pipeline.insight.evaluate.measures import Measures, measure
from pipeline.insight.evaluate.spots import Place

REAL, SYNTHETIC = "reel", "synthetique"
GRADES = ("propre", "bureau", "difficile")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run over ``pages`` took: seconds on the clock, and of processor over all its processes."""

    seconds: float
    cpu_seconds: float
    pages: int

    @property
    def pages_per_second(self) -> float | None:
        return self.pages / self.seconds if self.seconds else None

    @property
    def cpu_seconds_per_page(self) -> float | None:
        return self.cpu_seconds / self.pages if self.pages else None


@dataclass(frozen=True, slots=True)
class Source:
    """Lots of one origin. ``grades``: the same measures over those of each grade; a lot may tell none."""

    name: str
    whole: Measures
    grades: Mapping[str, Measures]

    @property
    def mixed(self) -> bool:
        """Whether some of the lots are not of the same grade as others: then each grade is worth showing."""
        return any(measures.lots < self.whole.lots for measures in self.grades.values())


@dataclass(frozen=True, slots=True)
class Evaluation:
    """``sources``: one at least, never added up. ``pictures``: pages with errors, as data URIs."""

    sources: tuple[Source, ...]
    cost: Cost
    pictures: Mapping[Place, str] = field(default_factory=dict)

    @property
    def faults(self) -> list[Fault]:
        """The errors of all sources."""
        return [fault for source in self.sources for fault in source.whole.faults]


def evaluation(cases: Sequence[Case], seconds: float, cpu_seconds: float) -> Evaluation:
    """Measure a run, source by source; the synthetic one comes first, and alone stands for an empty set."""
    real = [case for case in cases if REAL in case.tags]
    made = [case for case in cases if REAL not in case.tags]
    sources = [_source(SYNTHETIC, made)] if made or not real else []
    sources += [_source(REAL, real)] if real else []
    return Evaluation(tuple(sources), Cost(seconds, cpu_seconds, sum(source.whole.pages for source in sources)))


def _source(name: str, cases: Sequence[Case]) -> Source:
    of_grade = {grade: [case for case in cases if grade in case.tags] for grade in GRADES}
    return Source(name, measure(cases), {grade: measure(own) for grade, own in of_grade.items() if own})
