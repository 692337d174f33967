"""Lines of print that the engine passed over: of ruled tables it leaves out whole columns, names and all.

They are cut out, laid one below the other on a page without rules, and read once more, all together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np

from pipeline.domain.geometry import Box
from pipeline.domain.reading import Look, Word
from pipeline.recognition import lines
from pipeline.recognition.look import READ_CONFIDENCE
from pipeline.recognition.ocr import Engine, Straight
from pipeline.recognition.raster import Pixels

FEW_READ = 5  # words read with confidence, without which nothing shows that there is print to be read
MOST = 60  # lines read again: more are no table
PRINTED, BELIEVED = 0.5, 0.5
DARKER, RULED = 30, 0.9  # shades below the paper; share of a row or of a column
_GAP_MM = 4.0
_SAME_ROW = 0.5  # of the height of a line


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line cut out of a straight page, in its pixels, and how far down it is laid."""

    left: int
    top: int
    right: int
    bottom: int
    down: int


def overlooked(look: Look, words: Sequence[Word]) -> list[Box]:
    """Return the lines that seem printed and of which no word was read with confidence, on a page that was read."""
    if look.lines is None or sum(word.confidence >= READ_CONFIDENCE for word in words) < FEW_READ:
        return []
    printed = [line.box for line in look.lines if line.printed >= PRINTED]
    return sorted(lines.unread(printed, words, READ_CONFIDENCE), key=lambda line: (line.y0, line.x0))[:MOST]


def read_again(
    page: Straight, boxes: Sequence[Box], words: Sequence[Word], skew: float, engine: Engine
) -> tuple[Word, ...]:
    """Return the words of a page with those of the lines ``boxes``, which lie on the page as its words do.

    What is believed goes to the line that it stands on, behind a label, or to a line of its own after the others.
    """
    gap = round(_GAP_MM / 25.4 * page.dpi)
    cuts = _laid(page, boxes, gap)
    found: list[list[Word]] = [[] for _ in cuts]
    for seen in engine(_sheet(page.pixels, cuts, gap), page.dpi):
        for cut, own in zip(cuts, found, strict=True):
            if cut.down <= (seen.box[1] + seen.box[3]) / 2 < cut.down + cut.bottom - cut.top:
                own.append(page.word(seen, (cut.left - gap, cut.top - cut.down)))
    kept = list(words)
    for box, own in zip(boxes, found, strict=True):
        if _is_believed(own):
            kept = _joined([word for word in kept if not lines.holds(box, *word.box.centre)], own, page, skew)
    return tuple(kept)


def _laid(page: Straight, boxes: Sequence[Box], gap: int) -> list[_Cut]:
    """Return where lines lie on a straight page."""
    forth = cv2.invertAffineTransform(page.back)
    rows, columns = page.pixels.shape
    cuts: list[_Cut] = []
    for box in boxes:
        width, height = (box.x1 - box.x0) * page.width, (box.y1 - box.y0) * page.height
        x, y = forth @ np.array([box.centre[0] * page.width, box.centre[1] * page.height, 1.0])
        left, right = max(0, round(x - width / 2)), min(columns, round(x + width / 2))
        top, bottom = max(0, round(y - height / 2)), min(rows, round(y + height / 2))
        down = cuts[-1].down + cuts[-1].bottom - cuts[-1].top + gap if cuts else gap
        cuts.append(_Cut(left, top, right, bottom, down))
    return cuts


def _sheet(straight: Pixels, cuts: Sequence[_Cut], gap: int) -> Pixels:
    """Lay lines one below the other on bare paper."""
    paper = int(np.median(straight[::8, ::8]))
    tall = cuts[-1].down + cuts[-1].bottom - cuts[-1].top + gap
    wide = max(cut.right - cut.left for cut in cuts) + 2 * gap
    sheet = np.full((tall, wide), paper, np.uint8)
    for cut in cuts:
        part = _without_rules(straight[cut.top : cut.bottom, cut.left : cut.right], paper)
        sheet[cut.down : cut.down + part.shape[0], gap : gap + part.shape[1]] = part
    return sheet


def _without_rules(part: Pixels, paper: int) -> Pixels:
    """Return a part of a straight page without the rules of its table: no row of letters is dark from end to end."""
    dark = part < paper - DARKER
    bare = part.copy()
    bare[dark.mean(axis=1) > RULED] = paper
    bare[:, dark.mean(axis=0) > RULED] = paper
    return bare


def _is_believed(words: Sequence[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    return letters > 0 and sum(word.confidence * len(word.text) for word in words) >= BELIEVED * letters


def _joined(words: Sequence[Word], own: Sequence[Word], page: Straight, skew: float) -> list[Word]:
    """Add the words of one line, on the line at their height that leaves them room, or else after all others."""
    rise = math.tan(math.radians(skew)) * page.width / page.height
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    last = max(by_line, default=-1) + 1
    at = next((line for line, others in by_line.items() if _have_room(others, own, rise)), last)
    by_line[at] = sorted(
        (*by_line.get(at, ()), *(replace(word, line=at) for word in own)), key=lambda word: word.box.x0
    )
    return [word for line in sorted(by_line) for word in by_line[line]]


def _have_room(others: Sequence[Word], own: Sequence[Word], rise: float) -> bool:
    """Say whether words stand at the height of others, before, between or behind them."""
    height = min(np.median([word.box.height for word in some]) for some in (others, own))
    levels = [np.mean([word.box.centre[1] + rise * word.box.centre[0] for word in some]) for some in (others, own)]
    if abs(levels[0] - levels[1]) > _SAME_ROW * height:
        return False
    across = sorted((*others, *own), key=lambda word: word.box.x0)
    return all(one.box.x1 <= other.box.x0 + _SAME_ROW * height for one, other in pairwise(across))
