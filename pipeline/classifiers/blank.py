"""Is this side blank? When unsure, no: a blank taken for content costs a glance, the reverse loses a page.

Three witnesses must agree: the ink, once the border, holes, specks and the other face showing through are taken away;
the detector of text lines, called as soon as anything is seen; and the marks too faint to be ink. Where the other face
shows through, a fourth one speaks: strokes too crisp to have come through the paper.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.classifiers.show_through import Cells, Shadow, face, over_lines, shadow
from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Look, Reading
from pipeline.domain.rules import Thresholds

CONFIDENT = 0.6
ENOUGH_WORDS = 3
MARKED_CELL = 0.006  # mean darkness of a cell of the ink map that bears a stroke of light pencil
GAIN, DARKEST = 0.45, 0.5  # what comes through more than this, of all or of the darkest ink, is no shadow
ALIKE = 0.65
CRISPER = 2.25  # times the usual of the page; what stands out so is pale print over the shadow of the other face
SLACK = 1.6
FAINTEST, GRAINS, USUAL = 1.0, 3.0, 60  # shades, times the grain, percentile of the cells out of the shadow
ROUGHEST = 0.3  # shades; what seems a coarser grain is a page of faint print
LEFT_OVER = 18.0  # shades² × cells in one group: the least digit, or a stroke of light pencil
OVER_LINES = 180.0  # shades × cells: a few words over a fold; no fold is even, so a stroke is not to be seen there
SHADOW = 3  # cells; the shadow of the edge is no thicker, once the rim is off, and longer than that


def judge(reading: Reading, other_side: Reading | None, thresholds: Thresholds) -> bool | None:
    """Say whether a side bears nothing of its own; None when it could not be looked at.

    ``other_side``: the reading of the other face of the sheet, whose ink may show through.
    """
    look = reading.look
    if look is None:
        return None
    if _is_bare(reading, look, thresholds):
        return True
    if other_side is None or other_side.look is None:
        return False
    # Paper softens all that it lets through alike.
    if look.crisp > CRISPER or look.contrast > DARKEST * other_side.look.contrast:
        return False
    # Decoders read a code from behind too.
    if {code.payload for code in reading.codes} - {code.payload for code in other_side.codes}:
        return False
    own, other = face(look), face(other_side.look)
    if own is None or other is None:
        return False
    seen = shadow(own, other, SLACK)
    return seen is not None and _is_all(seen)


def _is_bare(reading: Reading, look: Look, thresholds: Thresholds) -> bool:
    """Say whether all witnesses saw next to nothing, whatever the other face is."""
    seen = reading.codes or reading.unread_codes or look.faint or look.text_lines or _says(reading)
    return not seen and _is_clean(look, thresholds) and not _is_written_over(look)


def _is_written_over(look: Look) -> bool:
    """Say whether a fold bears more than a fold does; a side of which nothing was kept in little has none."""
    side = face(look)
    return side is not None and over_lines(side) > OVER_LINES


def _says(reading: Reading) -> bool:
    sure = (word for word in reading.words if word.confidence >= CONFIDENT)
    return sum(1 for word in sure if sum(map(str.isalpha, word.text)) > 1) >= ENOUGH_WORDS


def _is_clean(look: Look, thresholds: Thresholds) -> bool:
    """Little ink in all, and nowhere enough of it together to be a stroke that someone made."""
    ink_map = np.array(look.ink_map).reshape(INK_ROWS, INK_COLUMNS)
    inside = ink_map[1:-1, 1:-1]  # the scanner's edge casts its shadow on the outermost 6 mm
    return look.ink == 0 or (look.ink <= thresholds.blank_ink and float(inside.max()) < MARKED_CELL)


def _is_all(seen: Shadow) -> bool:
    """Say whether the shadow of the other face accounts for everything.

    Print seen from behind is sometimes read as words, and seen as lines: where nothing is left over, there are none.
    """
    if seen.likeness < ALIKE or seen.gain > GAIN or seen.over_lines > OVER_LINES:
        return False
    return not _marks(seen.left_over)


def _marks(left_over: Cells) -> bool:
    """Say whether what is left over lies together, as writing does, otherwise than as a shadow along the edge."""
    inside = left_over[left_over > -FAINTEST]
    grain = min(ROUGHEST, float(np.percentile(np.maximum(inside, 0.0), USUAL))) if inside.size else 0.0
    dark = (left_over > FAINTEST + GRAINS * grain).astype(np.uint8)
    _, labels, groups, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    stats = np.asarray(groups, dtype=np.int32)
    weight = np.bincount(labels.ravel(), weights=np.square(left_over).ravel(), minlength=len(stats))
    return bool(((weight > LEFT_OVER) & ~_along_edge(stats, left_over.shape))[1:].any())


def _along_edge(stats: npt.NDArray[np.int32], shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Say which groups are long and thin, and lie against an edge."""
    left, top, width, height = stats[:, 0], stats[:, 1], stats[:, 2], stats[:, 3]
    upright = (width <= SHADOW) & (height > SHADOW) & ((left == 0) | (left + width == shape[1]))
    flat = (height <= SHADOW) & (width > SHADOW) & ((top == 0) | (top + height == shape[0]))
    return np.asarray(upright | flat, dtype=bool)
