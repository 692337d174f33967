"""Fits what predicts the share of a page's words that are read right: ``python -m training.legibility [--pages N]``.

Printed pages of known words are spoilt on purpose (soft focus, faint ink, few dots, grain, compression, a cut edge, a
stain), read as any other, and a logistic model that never falls when a measure improves is fitted on one family of
typefaces (``benchmarks.legibility`` measures it on the other, and on ways of spoiling that it has not seen).
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import cycle
from random import Random
from statistics import fmean

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from pipeline.classifiers.legibility import Weights, flaws
from pipeline.classifiers.legibility import recall as predicted
from pipeline.domain.reading import Reading
from pipeline.stages.read import read
from training.canvas import Canvas
from training.documents.lease import CLAUSES, fill
from training.fonts import Family, pick_faces
from training.scanner import GRADES, Grade, scan

Pixels = npt.NDArray[np.uint8]
DRAWN_DPI = 200
START = Weights(3.0, 5.0, 1.0, 0.5, 0.5, 0.5, 1.0, 0.5)
FINEST = 0.004


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that was spoilt ``how``, what was read of it, and the share of its words that were read right."""

    how: str
    reading: Reading
    recall: float


def samples(count: int, family: Family, seed: int, ways: Sequence[str]) -> Iterator[Sample]:
    """Draw, spoil and read ``count`` pages, each way in turn."""
    for index, how in zip(range(count), cycle(ways), strict=False):
        rng = Random(f"legibility-{seed}-{index}")
        page, words = _page(family, rng)
        content, dpi = _spoilt(page, how, rng)
        reading = read(content, "jpeg", float(dpi), lambda _: False)
        yield Sample(how, reading, recall(words, [word.text for word in reading.words]))


def recall(drawn: Sequence[str], got: Sequence[str]) -> float:
    """Return the share of the words drawn that were read, punctuation and case aside."""
    meant = Counter(word for word in map(_bare, drawn) if len(word) > 1)
    return (meant & Counter(map(_bare, got))).total() / meant.total()


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word)).casefold()


def _page(family: Family, rng: Random) -> tuple[Image.Image, list[str]]:
    """Draw a page of 6 to 30 lines; return it with its words."""
    canvas = Canvas.blank(DRAWN_DPI, pick_faces(family, rng))
    top, size, bottom = rng.uniform(15, 60), rng.uniform(8, 12), rng.uniform(90, 200)
    clauses = rng.sample(CLAUSES, len(CLAUSES))
    bare = (f"{title}. {clause}".replace("{", "").replace("}", "") for title, clause in clauses)
    return canvas.image, fill(canvas, bare, top, bottom, size)


def _spoilt(page: Image.Image, how: str, rng: Random) -> tuple[bytes, int]:
    """Return a page as received, and its dots per inch."""
    grey, dpi = _worn(np.asarray(page.convert("L")), how, rng), DRAWN_DPI
    grade, quality = GRADES["bureau"], rng.randint(45, 65)
    match how:
        case "coarse":
            dpi = rng.choice((60, 72, 85, 100, 120))
        case "grain":
            grade = replace(grade, noise=rng.uniform(8, 45))
        case "poor JPEG":
            quality, grey = rng.randint(4, 18), _faint(grey, rng.uniform(0.4, 1.0))
    return _received(grey, grade, dpi, quality, rng), dpi


def _worn(grey: Pixels, how: str, rng: Random) -> Pixels:
    """Spoil the page before it is scanned."""
    match how:
        case "blur":
            grey = np.asarray(cv2.GaussianBlur(grey, (0, 0), rng.uniform(1.0, 5.0)), np.uint8)
        case "motion":
            length = rng.randint(3, 17)
            grey = np.asarray(cv2.blur(grey, (length, 1) if rng.random() < 0.5 else (1, length)), np.uint8)
        case "faint":
            grey = _faint(grey, rng.uniform(0.1, 0.5))
        case "cut":
            grey = _cut(grey, rng)
        case "stain":
            grey = _stained(grey, rng)
        case "copies":
            for _ in range(rng.randint(1, 4)):
                soft = cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.8, 1.6))
                grey = np.asarray(np.where(soft < rng.randint(110, 215), 10, 250), np.uint8)
    return grey


def _received(grey: Pixels, grade: Grade, dpi: int, quality: int, rng: Random) -> bytes:
    scanned = np.asarray(scan(Image.fromarray(np.asarray(grey, np.uint8)), grade, rng))
    if dpi != DRAWN_DPI:
        scale = dpi / DRAWN_DPI
        scanned = cv2.resize(scanned, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    out = io.BytesIO()
    Image.fromarray(scanned).save(out, "JPEG", quality=quality, dpi=(dpi, dpi))
    return out.getvalue()


def _faint(grey: Pixels, share: float) -> Pixels:
    return np.asarray(255 - (255 - grey.astype(np.float32)) * share, np.uint8)


def _cut(grey: Pixels, rng: Random) -> Pixels:
    """Shift the page out of the frame, to the left or to the right."""
    by = round(DRAWN_DPI / 25.4 * rng.uniform(10, 110)) * rng.choice((-1, 1))
    shifted = np.full_like(grey, 255)
    if by > 0:
        shifted[:, by:] = grey[:, :-by]
    else:
        shifted[:, :by] = grey[:, -by:]
    return shifted


def _stained(grey: Pixels, rng: Random) -> Pixels:
    """Smear a part of the page."""
    places = np.zeros(grey.shape, np.uint8)
    for _ in range(rng.randint(1, 4)):
        middle = (rng.randint(200, grey.shape[1] - 200), rng.randint(200, grey.shape[0] // 2 + 300))
        cv2.ellipse(places, middle, (rng.randint(150, 500), rng.randint(80, 300)), rng.uniform(0, 180), 0, 360, 1, -1)
    mask = cv2.GaussianBlur(places.astype(np.float32), (0, 0), 12)
    return np.asarray(grey * (1 - mask) + cv2.GaussianBlur(grey, (0, 0), rng.uniform(4, 9)) * mask, np.uint8)


def fitted(seen: Sequence[Sample]) -> Weights:
    """Return the weights, none negative, that predict recall best (least squares, one at a time, finer and finer)."""
    measures = [(flaws(sample.reading, sample.reading.look), sample.recall) for sample in seen if sample.reading.look]

    def loss(weights: Weights) -> float:
        return fmean((predicted(flaw, weights) - wanted) ** 2 for flaw, wanted in measures)

    best, step = START, 0.5
    least = loss(best)
    while step > FINEST:
        tries = [_moved(best, name, by) for name in asdict(best) for by in (step, -step)]
        nearest, weights = min(((loss(tried), tried) for tried in tries), key=lambda item: item[0])
        if nearest < least:
            least, best = nearest, weights
        else:
            step /= 2
    return best


def _moved(weights: Weights, name: str, by: float) -> Weights:
    return replace(weights, **{name: max(0.0, round(getattr(weights, name) + by, 4))})


TRAINED = ("clean", "blur", "faint", "coarse", "grain", "stain", "cut")
UNSEEN = (*TRAINED, "motion", "poor JPEG", "copies")


def main() -> None:
    """Fit on family A, and print the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=280)
    parser.add_argument("--seed", type=int, default=61)
    asked = parser.parse_args()
    print(fitted(list(samples(asked.pages, Family.A, asked.seed, TRAINED))))


if __name__ == "__main__":
    main()
