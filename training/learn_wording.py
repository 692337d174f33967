"""Learns what words say of types: a multinomial logistic regression over the marks of written papers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from pipeline.classifiers import titles
from pipeline.classifiers.vocabulary import counted
from pipeline.classifiers.wording import Linear, Wording
from pipeline.domain.filing_plan import FilingPlan
from pipeline.domain.text import fold
from training.fonts import Family
from training.names import wide
from training.samples import Sample

SEEN_IN, MOST_MARKS = 8, 60_000
CLASSES_SHARE = 0.95
STRENGTH, STRENGTH_OF_OPENING = 4.0, 30.0
"""Inverse of the regularisation: of types, tried on layouts kept apart from 0.3 to 100; of first pages."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper says: the marks of the whole piece and of each page, and what its titles say of each type."""

    code: str
    writer: str
    marks: Counter[str]
    pages: tuple[Counter[str], ...]
    heads: dict[str, float]

    @classmethod
    def of(cls, plan: FilingPlan, sample: Sample) -> Told:
        heads = {code: said for code, (_, said) in titles.found(sample.readings, plan).items()}
        pages = tuple(counted([reading]) for reading in sample.readings)
        return cls(sample.code, sample.writer, counted(sample.readings), pages, heads)


def learnt(papers: Sequence[Told]) -> Wording:
    """Return the model learnt on ``papers``, each as a whole and page by page."""
    views = [(paper.code, marks) for paper in papers for marks in _views(paper)]
    counts = [marks for _, marks in views]
    marks = _chosen(counts)
    rarity = _rarity(counts, marks)
    classes = sorted({code for code, _ in views})
    matrix = _matrix(counts, marks, rarity)
    model = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3)
    model.fit(matrix, [classes.index(code) for code, _ in views])
    return Wording(
        marks={mark: row for row, mark in enumerate(marks)},
        rarity=rarity,
        types=_linear(model),
        classes=tuple(classes),
        opening=_opening(papers, marks, rarity),
    )


def _views(paper: Told) -> Iterable[Counter[str]]:
    return (paper.marks,) if len(paper.pages) == 1 else (paper.marks, *paper.pages)


def _opening(papers: Sequence[Told], marks: Sequence[str], rarity: npt.NDArray[np.float32]) -> Linear:
    """Learn what tells the first page of a paper from those that go on."""
    pages = [(rank == 0, page) for paper in papers for rank, page in enumerate(paper.pages)]
    model = LogisticRegression(C=STRENGTH_OF_OPENING, max_iter=200, tol=1e-3, class_weight="balanced")
    model.fit(_matrix([count for _, count in pages], marks, rarity), [is_first for is_first, _ in pages])
    return _linear(model)


def _linear(model: LogisticRegression) -> Linear:
    weights = model.coef_.T
    scale = float(np.abs(weights).max() / 127)
    return Linear(np.round(weights / scale).astype(np.int8), scale, model.intercept_.astype(np.float32))


def _chosen(counts: Sequence[Counter[str]]) -> list[str]:
    """Return the marks seen often enough, but for those that hold a name of the world."""
    frequency = Counter(mark for count in counts for mark in count)
    names = _names()
    kept = [mark for mark, times in frequency.most_common() if times >= SEEN_IN and names.isdisjoint(_parts(mark))]
    return sorted(kept[:MOST_MARKS])


def _parts(mark: str) -> list[str]:
    return mark.lstrip("^").split(" ")


def _names() -> set[str]:
    pool = wide(Family.A)
    world = pool.world
    said = (
        *pool.noms, *pool.femmes, *pool.hommes, *(place for place, _ in pool.naissances), *world.villes,
        *world.employeurs, *world.banques, *world.energies, *world.medecins, *world.tiers, *world.bailleurs,
    )  # fmt: skip
    return {token for text in said for token in fold(text).split() if len(token) > 3} - _words_too()


def _words_too() -> set[str]:
    """Names of firms are made of words that papers use as well."""
    return {"ASSOCIATION", "SERVICES", "AGENCE", "CENTRE", "CLINIQUE", "TRANSPORTS", "BANQUE", "CREDIT", "HABITAT"}


def _rarity(counts: Sequence[Counter[str]], marks: Sequence[str]) -> npt.NDArray[np.float32]:
    wanted = set(marks)
    frequency = Counter(mark for count in counts for mark in count if mark in wanted)
    return np.array([math.log((1 + len(counts)) / (1 + frequency[mark])) + 1 for mark in marks], dtype=np.float32)


def _matrix(counts: Sequence[Counter[str]], marks: Sequence[str], rarity: npt.NDArray[np.float32]) -> csr_matrix:
    rows = {mark: row for row, mark in enumerate(marks)}
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for count in counts:
        known = [(rows[mark], times) for mark, times in count.items() if mark in rows]
        strengths = np.array([(1 + math.log(times)) * rarity[row] for row, times in known])
        data += list(strengths / (np.linalg.norm(strengths) or 1.0))
        columns += [row for row, _ in known]
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(counts), len(marks)), dtype=np.float32)
