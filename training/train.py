"""Rebuilds what filing has learnt: ``python -m training.train --lectures DIR`` (see ``training.scanned`` for DIR).

Learns on family A. What words weigh against titles, and from which confidence a type is settled, is taken from layouts
that were not learnt: those of A by folds, each judged by a model that met none of them, and those of family C. Measures
on family B, and writes parameters with their card. A model that files worse than the shipped one on B is not written.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zlib import crc32

import numpy as np
from scipy.optimize import minimize

from pipeline.classifiers import filing, wording
from pipeline.classifiers.wording import OTHER, Wording
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.rules import Thresholds
from pipeline.settings import load
from training.certify import Judged, bound, certified
from training.corrections import corrected
from training.fonts import Family
from training.learn_wording import Told, learnt
from training.samples import Sample, each
from training.scanned import kept

MODELS = Path(wording.__file__).parent / "models"
TO_LEARN, TO_CERTIFY, FOLDS = 12, 300, 5  # papers of each layout, written without a scanner
MISFILED = Thresholds().misfiled
FEW_MARKS = 15  # a photograph is not known by its words
UNTOLD = frozenset({"HPR-PIH", "FIS-PAR"})  # a card, a tax notice like any other: whose it is makes its type


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Réapprend le classement et écrit ses paramètres avec leur fiche.")
    parser.add_argument("--lectures", type=Path, required=True, help="dossier des lectures gardées")
    parser.add_argument("--corrections", type=Path, help="espace de travail dont les réponses sont apprises aussi")
    asked = parser.parse_args()
    started, shipped_plan = time.monotonic(), load(Path(), {}).rules().plan
    plan = replace(shipped_plan, types=dict(shipped_plan.types))  # sent to other processes
    told = list(corrected(asked.corrections)) if asked.corrections is not None else []
    scanned = [Told.of(plan, one) for one in (*kept(asked.lectures, Family.A), *told)]
    papers = [*filter(_is_told, each(Family.A, TO_LEARN, partial(Told.of, plan))), *filter(_is_told, scanned)]
    print(f"{len(papers)} papiers à apprendre ({time.monotonic() - started:.0f} s)", flush=True)
    model = learnt(papers)
    folds = _by_folds(papers)
    print(f"appris ({time.monotonic() - started:.0f} s)", flush=True)
    looks = (*each(Family.C, TO_CERTIFY, partial(look, model, plan)), *_scanned(model, plan, asked.lectures, Family.C))
    apart = [one for one in looks if one.true not in UNTOLD]
    model = weighed(model, [*folds, *apart])
    model = replace(model, certified=certified(filed(model, apart)))
    tried = Score.of(filed(model, apart), model)
    if (most := bound(tried.wrong, tried.settled)) > MISFILED:
        print(f"{tried} : jusqu'à {most:.2%} d'erreurs, plus que les {MISFILED:.2%} permis ; rien n'est écrit")
        return 1
    mine = Score.of(filed(model, _scanned(model, plan, asked.lectures, Family.B)), model)
    print(f"appris en {time.monotonic() - started:.0f} s ; épreuve : {mine}")
    if (MODELS / "filing.npz").exists():
        old = wording.shipped()
        shipped = Score.of(filed(old, _scanned(old, plan, asked.lectures, Family.B)), old)
        if mine < shipped:
            print(f"moins bon que le modèle livré ({shipped}) : rien n'est écrit")
            return 1
    write(model, (len(papers), len(told)), tried, mine)
    return 0


def _is_told(paper: Told) -> bool:
    """Leave out what no words tell."""
    return paper.code not in UNTOLD and len(paper.marks) >= FEW_MARKS


def _by_folds(papers: Sequence[Told]) -> list[Seen]:
    """Look at each paper with a model that never met its layout, if it met its class."""
    looks = []
    for fold in range(FOLDS):
        model = learnt([one for one in papers if _fold(one) != fold])
        looks += [_seen(model, one) for one in papers if _fold(one) == fold and one.code in model.classes]
    return looks


def _fold(paper: Told) -> int:
    return crc32(paper.writer.encode()) % FOLDS


def _scanned(model: Wording, plan: FilingPlan, lectures: Path, family: Family) -> list[Seen]:
    return [look(model, plan, sample) for sample in kept(lectures, family)]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one paper: its class, what its words say of each class, and what its titles do."""

    true: str
    words: dict[str, float]
    heads: dict[str, float]


def look(model: Wording, plan: FilingPlan, sample: Sample) -> Seen:
    """Look at a paper, before words are weighed against titles."""
    return _seen(model, Told.of(plan, sample))


def _seen(model: Wording, paper: Told) -> Seen:
    return Seen(paper.code, model.said(paper.marks), paper.heads)


def filed(model: Wording, looks: Iterable[Seen]) -> list[Judged]:
    """File papers as the program does; one that words alone would file otherwise has no confidence."""
    return [_filed(model, one) for one in looks]


def _filed(model: Wording, one: Seen) -> Judged:
    scores = {code: filing.score(model, one.words, one.heads, code) for code in {*one.words, *one.heads}}
    best = max((code for code in scores if code != OTHER), key=lambda code: (scores[code], code))
    if best != max(one.words, key=lambda code: (one.words[code], code)):
        return Judged(one.true, best, 0.0)
    headed = filing.headed(one.heads) == best
    highest = max(scores.values())
    total = sum(math.exp(score - highest) for score in scores.values())
    return Judged(one.true, best, math.exp(scores[best] - highest) / total, headed)


@dataclass(frozen=True, slots=True)
class Score:
    """How a model files papers that it never met: all, settled without a person, and wrong among those."""

    papers: int
    right: int
    settled: int
    wrong: int

    @classmethod
    def of(cls, tried: Sequence[Judged], model: Wording) -> Score:
        settled = [one for one in tried if _settled(one, model)]
        wrong = sum(one.said != one.true for one in settled)
        return cls(len(tried), sum(one.said == one.true for one in tried), len(settled), wrong)

    def __lt__(self, other: Score) -> bool:
        """A model is worse that settles more papers wrong; then one that settles fewer."""
        return (-self.wrong, self.settled) < (-other.wrong, other.settled)

    def __str__(self) -> str:
        return f"{self.right}/{self.papers} justes ; {self.settled} classés seuls, dont {self.wrong} faux"


def _settled(one: Judged, model: Wording) -> bool:
    least = model.settles_from(one.said, MISFILED, headed=one.headed)
    return least is not None and one.confidence >= least


def weighed(model: Wording, tries: Sequence[Seen]) -> Wording:
    """Return the model with what words and titles count for, by the likelihood of what ``tries`` truly are."""
    codes = sorted({code for one in tries for code in (one.true, *one.words, *one.heads)})
    place = {code: at for at, code in enumerate(codes)}
    words = np.full((len(tries), len(codes)), math.log(filing.UNTAUGHT))
    heads = np.zeros_like(words)
    heads[:, place[OTHER]] = filing.NOTHING
    for row, one in enumerate(tries):
        words[row, [place[code] for code in one.words]] = list(one.words.values())
        heads[row, [place[code] for code in one.heads]] = list(one.heads.values())
    true = np.array([place[one.true] for one in tries])

    def surprise(logs: tuple[float, float]) -> float:
        scores = math.exp(logs[0]) * words + math.exp(logs[1]) * heads
        scores -= scores.max(axis=1, keepdims=True)
        return float((np.log(np.exp(scores).sum(axis=1)) - scores[np.arange(len(true)), true]).mean())

    best = minimize(surprise, (0.0, 0.0), method="Nelder-Mead").x
    return replace(model, trust_words=math.exp(best[0]), trust_titles=math.exp(best[1]))


def write(model: Wording, papers: tuple[int, int], tried: Score, score: Score) -> None:
    """Write the parameters and their card; ``papers``: learnt, and those of them that operators named."""
    learned, told = papers
    MODELS.mkdir(exist_ok=True)
    np.savez_compressed(
        MODELS / "filing.npz",
        marks=np.frombuffer("\n".join(model.marks).encode(), dtype=np.uint8),
        rarity=model.rarity,
        types=model.types.weights,
        types_scale=np.float32(model.types.scale),
        types_bias=model.types.bias,
        opening=model.opening.weights,
        opening_scale=np.float32(model.opening.scale),
        opening_bias=model.opening.bias,
    )
    card = {
        "made": f"{datetime.now(UTC):%Y-%m-%d}",
        "data": {
            "origin": "synthetic world of training/, and corrections where told",
            "learnt": {"family": "A", "papers": learned, "of which corrections": told},
            "certified": {"family": "C", **asdict(tried), "bound": round(bound(tried.wrong, tried.settled), 5)},
            "measured": {"family": "B", **asdict(score)},
        },
        "trust": {"words": round(model.trust_words, 4), "titles": round(model.trust_titles, 4)},
        "certified": [
            {
                "headed": group.headed,
                "type": group.type,
                "curve": [{"from": at, "bound": most} for at, most in group.curve],
            }
            for group in model.certified
        ],
        "classes": list(model.classes),
    }
    (MODELS / "filing.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
