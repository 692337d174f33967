"""What was rejected: by motive, and week by week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.domain.filing_plan import Motif
from pipeline.insight.evaluate.figures import Share
from pipeline.insight.report.course import Case, Course
from pipeline.insight.report.period import monday
from pipeline.insight.report.said import ENOUGH
from pipeline.insight.report.volumes import NOTHING, Volume, volume_of


def rate(volume: Volume) -> Share | None:
    """Return the share of decided pieces that were rejected, None where these are too few."""
    return Share(volume.rejected, volume.decided) if volume.decided >= ENOUGH else None


@dataclass(frozen=True, slots=True)
class Rejected:
    """What a motive rejected. A case is a piece, the pages of a pli that no fiche announces, or a whole file."""

    cases: int = 0
    pieces: int = 0
    pages: int = 0
    files: int = 0

    def __add__(self, other: Case) -> Rejected:
        return Rejected(self.cases + 1, self.pieces + other.pieces, self.pages + other.pages, self.files + other.files)


@dataclass(slots=True)
class Rejections:
    """The rejections of a period. ``weeks``: by Monday; ``by_week``: cases by Monday and motive."""

    motifs: dict[str, Rejected] = field(default_factory=dict)
    weeks: dict[date, Volume] = field(default_factory=dict)
    by_week: Counter[tuple[date, str]] = field(default_factory=Counter)

    def add(self, course: Course) -> None:
        """Count one more pli."""
        week = monday(course.day)
        self.weeks[week] = self.weeks.get(week, NOTHING) + volume_of(course)
        for case in course.cases():
            self.motifs[case.motif] = self.motifs.get(case.motif, Rejected()) + case
            self.by_week[week, case.motif] += 1

    @property
    def cases(self) -> int:
        return sum(rejected.cases for rejected in self.motifs.values())

    def ranked(self) -> list[tuple[str, Rejected]]:
        """Return the motives, the most frequent first."""
        return sorted(self.motifs.items(), key=lambda item: (-item[1].cases, item[0]))


@dataclass(frozen=True, slots=True)
class Advice:
    """What would have saved ``saved`` of the cases of a guichet."""

    motif: Motif
    saved: Share


def advice(cases: Mapping[str, int], motifs: Mapping[str, Motif], wanted: int = 2) -> Sequence[Advice]:
    """Return the advice that would have saved most cases, the most useful first; motives unknown by now say nothing."""
    whole = sum(cases.values())
    known = sorted((code for code in cases if code in motifs), key=lambda code: (-cases[code], code))
    return [Advice(motifs[code], Share(cases[code], whole)) for code in known[:wanted]]
