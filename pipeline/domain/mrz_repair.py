"""Zones that were misread by a character or two, mended by their check digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pipeline.domain.mrz import Mrz, parse_as
from pipeline.domain.mrz_layouts import Layout

MOST = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """A character that may be another: ``instead`` stands at ``column`` of line ``row``, from 0."""

    row: int
    column: int
    instead: str


def repaired(layout: Layout, lines: Sequence[str], doubts: Sequence[Doubt]) -> tuple[Mrz, int] | None:
    """Return the zone whose check digits all pass, and how many characters had to change for it (0 to ``MOST``).

    None when no such change mends it, or when several do: one check digit in ten passes by luck.
    """
    for changes in range(MOST + 1):
        mended = {zone.lines: zone for zone in _changed(layout, lines, doubts, changes) if zone.all_checks_pass}
        if mended:
            return (next(iter(mended.values())), changes) if len(mended) == 1 else None
    return None


def _changed(layout: Layout, lines: Sequence[str], doubts: Sequence[Doubt], changes: int) -> Iterator[Mrz]:
    for chosen in combinations(doubts, changes):
        if len({(doubt.row, doubt.column) for doubt in chosen}) < changes:
            continue
        rows = [list(line) for line in lines]
        for doubt in chosen:
            rows[doubt.row][doubt.column] = doubt.instead
        changed = ["".join(row) for row in rows]
        if layout.fits(changed):
            yield parse_as(layout, changed)
