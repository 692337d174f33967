"""Is a paper ever put in another person's file? Thousands of papers of the world, read as an OCR could, never scanned.

``python -m benchmarks.wrong_dossier [--plis 700] [--seed 61]``; a share of the papers are strangers', fiches are
forgotten, slipped, torn or forged, and couples part. Cards and handwriting are left out (``training/noted_world.py``).
"""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from benchmarks import show
from pipeline.domain.rules import Rules
from pipeline.insight.evaluate.account import Case, case
from pipeline.insight.evaluate.measures import measure
from pipeline.settings import load
from training.noted_world import settled


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--plis", type=int, default=700)
    parser.add_argument("--seed", type=int, default=61)
    parser.add_argument("--processus", type=int, default=2)
    asked, _ = parser.parse_known_args()
    seeds = range(asked.seed * 100_000, asked.seed * 100_000 + asked.plis)
    with ProcessPoolExecutor(asked.processus) as pool:
        cases = list(pool.map(_case, seeds, chunksize=8))
    _show(cases)


@cache
def _rules() -> Rules:
    return load(Path(), {}).rules()


def _case(seed: int) -> Case:
    done = settled(seed, _rules())
    return case(done.name, done.truth, done.bilans)


def _show(cases: list[Case]) -> None:
    found = measure(cases)
    wrong, strangers = found.wrong_dossier, found.strangers
    verdicts = Counter(piece.verdict for one in cases for piece in one.found.pieces)
    rows = (
        ("pieces", sum(verdicts.values())),
        ("accepted", verdicts["acceptee"]),
        ("**in a wrong dossier**", f"{wrong.wrong.count} of {wrong.wrong.total}, at most {wrong.bound:.3%}"),
        ("settled without a person", f"{wrong.settled.count} of {wrong.settled.total}"),
        ("strangers' papers accepted", f"{strangers.named.accepted.count} of {strangers.named.accepted.total}"),
        ("registers that balance", f"{found.registers.balanced.count} of {found.registers.balanced.total}"),
    )
    show(f"{len(cases)} envelopes, {found.pages} pages", ("", ""), rows)


if __name__ == "__main__":
    main()
