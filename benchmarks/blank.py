"""Blank sides: whether content is ever called blank, and how many blank backs are found under what shows through.

``python -m benchmarks.blank [--contents 1000] [--blanks 300] [--seed 5077] [--family B] [--papers DIR]``

Sides are judged without their words, which could only speak for content. The pictures under ``--papers`` all bear
something; each is judged alone, then as the back of the one before.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import show
from benchmarks._sides import Scanned, blanks, contents
from pipeline.classifiers import blank
from pipeline.domain.reading import Reading, TextSource
from pipeline.domain.rules import Thresholds
from pipeline.recognition.codes import codes
from pipeline.recognition.ink import ink_of
from pipeline.recognition.look import is_coloured, look_of_blank
from pipeline.recognition.raster import raster
from training.fonts import Family

THRESHOLDS = Thresholds()


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contents", type=int, default=1000)
    parser.add_argument("--blanks", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5077)
    parser.add_argument("--family", type=Family, default=Family.B, choices=list(Family))
    parser.add_argument("--papers", type=Path)
    asked = parser.parse_args()
    head = ("", "sides", "called blank", "CPU ms: to look", "to judge")
    _table("Sides that bear something", head, contents(asked.contents, asked.family, asked.seed))
    _table("Blank sides", head, blanks(asked.blanks, asked.family, asked.seed))
    if asked.papers is not None:
        _papers(asked.papers)


def _table(title: str, head: tuple[str, ...], sides: Iterable[Scanned]) -> None:
    tallies: dict[str, list[tuple[bool, float, float]]] = defaultdict(list)
    for side in sides:
        name = f"{side.kind}{' over a front' if side.behind else ''}"
        tallies[name].append(_judged(side))
    rows = []
    for name, tally in sorted(tallies.items()):
        called, looking, judging = (sum(column) for column in zip(*tally, strict=True))
        rows.append((name, len(tally), int(called), 1000 * looking / len(tally), 1000 * judging / len(tally)))
    show(title, head, rows)


def _judged(side: Scanned) -> tuple[bool, float, float]:
    """Say whether a side is called blank, and the CPU seconds that it took to look at it and to judge it."""
    other = looked(side.behind, side.dpi) if side.behind is not None else None
    start = time.process_time()
    own = looked(side.content, side.dpi)
    seen = time.process_time()
    called = blank.judge(own, other, THRESHOLDS)
    return bool(called), seen - start, time.process_time() - seen


def looked(content: bytes, dpi: float | None) -> Reading:
    """Return what is seen of a page without reading its text."""
    page = raster(content, "jpeg", dpi)
    height, width = page.pixels.shape[:2]
    seen, look = codes(page.grey(), page.dpi), look_of_blank(ink_of(page.grey(), page.dpi), coloured=is_coloured(page))
    return Reading(width, height, page.dpi, 0, 0.0, seen.decoded, seen.unread, (), TextSource.NONE, look, None)


def _papers(folder: Path) -> None:
    called, before = 0, None
    pages = list(_pictures(folder))
    for path in pages:
        page = looked(path.read_bytes(), None)
        found = any(blank.judge(page, other, THRESHOLDS) for other in (None, before))
        called += found
        before = page
        if found:
            print(f"called blank: {path.name}")
    show("Real pages, all bearing something", ("", "pages", "called blank"), [(folder.name, len(pages), called)])


def _pictures(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.rglob("*.jpg"))


if __name__ == "__main__":
    main()
