"""Legibility: predicted against true word recall, on typefaces and ways of spoiling that nothing was fitted on.

``python -m benchmarks.legibility [--pages 120] [--seed 4242]``
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from statistics import fmean

from benchmarks import show
from pipeline.classifiers.legibility import judge
from pipeline.domain.rules import Thresholds
from training.fonts import Family
from training.legibility import UNSEEN, samples

LOW, HIGH = 0.3, 0.8  # true recall under which a page is illegible, over which it is legible
HEAD = ("", "pages", "true recall", "error", "illegible", "not accepted", "legible", "not accepted")


def main() -> None:
    """Measure on family B, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--seed", type=int, default=4242)
    asked = parser.parse_args()
    ways: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for sample in samples(asked.pages, Family.B, asked.seed, UNSEEN):
        for name in (sample.how, "all"):
            ways[name].append((judge(sample.reading).score, sample.recall))
    order = sorted(ways, key=lambda name: (name == "all", name))
    show("Predicted against true word recall", HEAD, [_row(name, ways[name]) for name in order])


def _row(name: str, pages: list[tuple[float, float]]) -> tuple[str | int | float, ...]:
    asked = Thresholds().doubtful_legibility
    low = [score < asked for score, true in pages if true < LOW]
    high = [score < asked for score, true in pages if true > HIGH]
    error = fmean(abs(score - true) for score, true in pages)
    return (name, len(pages), fmean(true for _, true in pages), error, len(low), sum(low), len(high), sum(high))


if __name__ == "__main__":
    main()
