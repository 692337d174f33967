"""Rebuilds what filing has learnt: ``python -m training.train --lectures DIR`` (see ``training.scanned`` for DIR).

Learns on every layout of family A. What words weigh against titles, and from which confidence a type is settled, is
taken from papers of layouts that were not learnt: those of A by folds, each judged by a model that met none of them,
and the cards of family C. Measures on family B, and writes parameters with their card. A model that files worse than
the shipped one on B is not written.
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
from typing import Any
from zlib import crc32

import numpy as np
from scipy.optimize import minimize

from pipeline.classifiers import filing, wording
from pipeline.classifiers.belief import Belief, Judgement
from pipeline.classifiers.wording import OTHER, Wording
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.rules import Thresholds
from pipeline.settings import load
from training.certify import SPLITS, Judged, believed_apart, certified, rate, weights
from training.corrections import corrected
from training.fonts import Family
from training.learn_wording import Told, learnt
from training.papers import from_plan
from training.samples import Sample, each
from training.scanned import kept
from training.world import sent

MODELS = Path(wording.__file__).parent / "models"
TO_LEARN, TO_CERTIFY, FOLDS = 12, 80, 5  # papers of each layout, written without a scanner
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
    model, by_fold = learnt(papers), _by_folds(papers)
    print(f"appris ({time.monotonic() - started:.0f} s)", flush=True)
    looks = (
        *each(Family.A, TO_CERTIFY, partial(_look_apart, by_fold, plan)),
        *(_seen_apart(by_fold, paper) for paper in scanned),
        *_scanned(model, plan, asked.lectures, Family.C),
    )
    apart = [one for one in looks if one is not None and one.true not in UNTOLD]
    model = weighed(model, apart)
    judged = filed(model, apart)
    model = replace(model, belief=certified(judged, sent()))
    tried = Tried.of(judged, model)
    print(f"appris en {time.monotonic() - started:.0f} s ; mises en page tenues à part : {tried}", flush=True)
    if tried.rate > MISFILED:
        print(f"plus que les {MISFILED:.2%} permis : rien n'est écrit")
        return 1
    mine = _tried(model, plan, asked.lectures)
    print(f"épreuve : {mine}")
    if (MODELS / "filing.npz").exists():
        shipped = _tried(wording.shipped(), plan, asked.lectures)
        if mine < shipped:
            print(f"moins bon que le modèle livré ({shipped}) : rien n'est écrit")
            return 1
    write(model, (len(papers), len(told)), tried, mine)
    return 0


def _is_told(paper: Told) -> bool:
    """Leave out what no words tell."""
    return paper.code not in UNTOLD and len(paper.marks) >= FEW_MARKS


def _by_folds(papers: Sequence[Told]) -> tuple[Wording, ...]:
    """Return, for each fold of the layouts, a model that met none of them."""
    return tuple(learnt([one for one in papers if _fold(one.writer) != fold]) for fold in range(FOLDS))


def _fold(writer: str) -> int:
    return crc32(writer.encode()) % FOLDS


def _look_apart(by_fold: Sequence[Wording], plan: FilingPlan, sample: Sample) -> Seen | None:
    if f":{from_plan.MODULE}." in sample.writer:  # no layout of anybody's
        return None
    return _seen_apart(by_fold, Told.of(plan, sample))


def _seen_apart(by_fold: Sequence[Wording], paper: Told) -> Seen | None:
    """Look at a paper with the model that never met its layout, if it met its class."""
    model = by_fold[_fold(paper.writer)]
    return _seen(model, paper) if paper.code in model.classes else None


def _tried(model: Wording, plan: FilingPlan, lectures: Path) -> Score:
    """Measure a model on papers that nobody learnt from, but for those whose type only their owner tells."""
    looks = _scanned(model, plan, lectures, Family.B)
    return Score.of(filed(model, [one for one in looks if one.true not in UNTOLD]), model)


def _scanned(model: Wording, plan: FilingPlan, lectures: Path, family: Family) -> list[Seen]:
    return [_seen(model, Told.of(plan, sample)) for sample in kept(lectures, family)]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of one paper: its class and layout, what its words say of each class, and what its titles do."""

    true: str
    writer: str
    words: dict[str, float]
    heads: dict[str, float]


def _seen(model: Wording, paper: Told) -> Seen:
    return Seen(paper.code, paper.writer, model.said(paper.marks), paper.heads)


def filed(model: Wording, looks: Iterable[Seen]) -> list[Judged]:
    """File papers as the program does."""
    return [_filed(model, one) for one in looks]


def _filed(model: Wording, one: Seen) -> Judged:
    scores = {code: filing.score(model, one.words, one.heads, code) for code in {*one.words, *one.heads}}
    best = max((code for code in scores if code != OTHER), key=lambda code: (scores[code], code))
    agreed = best == max(one.words, key=lambda code: (one.words[code], code))
    highest = max(scores.values())
    total = sum(math.exp(score - highest) for score in scores.values())
    confidence = math.exp(scores[best] - highest) / total
    return Judged(one.true, one.writer, Judgement(best, confidence, filing.titled(one.heads, best), agreed))


@dataclass(frozen=True, slots=True)
class Tried:
    """What certifying is worth, judgements being believed by other layouts than those that are counted.

    ``share``: what is settled of all, each type counting as often as it is sent; ``rate``: what is wrong of that.
    ``wrong_layouts``: of ``layouts`` that had a paper settled, those of which one was wrong.
    """

    papers: int
    share: float
    rate: float
    layouts: int
    wrong_layouts: int

    @classmethod
    def of(cls, judged: Sequence[Judged], model: Wording) -> Tried:
        """Count what of ``judged`` reaches the confidence from which the model settles types."""
        of_a_paper = weights(judged, sent())
        certain, least = model.belief.certified, model.belief.settles_from(MISFILED) or 2.0
        apart = (one for one in believed_apart(judged) if one.judged.judgement.is_of(certain))
        done = [one.judged for one in apart if one.belief >= least]
        of_a_type = [one for one in judged if one.true != OTHER]
        return cls(
            papers=len(of_a_type),
            share=sum(of_a_paper[one.true] for one in done) / SPLITS / sum(of_a_paper[one.true] for one in of_a_type),
            rate=rate(done, of_a_paper),
            layouts=len({one.writer for one in done}),
            wrong_layouts=len({one.writer for one in done if not one.right}),
        )

    def __str__(self) -> str:
        return (
            f"{self.share:.0%} classés seuls, comme ils sont envoyés, dont {self.rate:.2%} faux ; "
            f"une erreur au moins sur {self.wrong_layouts} mises en page de {self.layouts} ({self.papers} papiers)"
        )


@dataclass(frozen=True, slots=True)
class Score:
    """How a model files papers that it never met: those of a type, settled without a person, and wrong among those."""

    papers: int
    right: int
    settled: int
    wrong: int

    @classmethod
    def of(cls, tried: Sequence[Judged], model: Wording) -> Score:
        done = [one for one in tried if model.belief.settles(one.judgement, MISFILED)]
        wrong, right = sum(not one.right for one in done), sum(one.right for one in tried)
        return cls(sum(one.true != OTHER for one in tried), right, len(done), wrong)

    def __lt__(self, other: Score) -> bool:
        """A model is worse that settles more papers wrong; then one that settles fewer."""
        return (-self.wrong, self.settled) < (-other.wrong, other.settled)

    def __str__(self) -> str:
        return f"{self.right}/{self.papers} justes ; {self.settled} classés seuls, dont {self.wrong} faux"


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


def write(model: Wording, papers: tuple[int, int], tried: Tried, score: Score) -> None:
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
            "certified": {"apart": "A by folds, C", **asdict(tried)},
            "measured": {"family": "B", **asdict(score)},
        },
        "trust": {"words": round(model.trust_words, 4), "titles": round(model.trust_titles, 4)},
        "belief": _told(model.belief),
        "classes": list(model.classes),
    }
    (MODELS / "filing.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _told(belief: Belief) -> dict[str, Any]:
    return {
        "slopes": [{"titled": titled, "slope": round(slope, 4)} for titled, slope in belief.slopes.items()],
        "starts": [
            {"titled": titled, "agreed": agreed, "start": round(start, 4)}
            for (titled, agreed), start in belief.starts.items()
        ],
        "types": {code: round(more, 4) for code, more in belief.types.items()},
        "certified": sorted(belief.certified),
        "curve": [{"from": at, "bound": most} for at, most in belief.curve],
    }


if __name__ == "__main__":
    sys.exit(main())
