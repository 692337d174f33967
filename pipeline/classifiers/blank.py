"""Is this side blank? When unsure, no: a blank taken for content costs a glance, the reverse loses a page."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.domain.reading import INK_COLUMNS, INK_ROWS, Look, Reading
from pipeline.domain.rules import Thresholds

Cells = npt.NDArray[np.float64]

CONFIDENT, CERTAIN = 0.6, 0.8
ENOUGH_WORDS = 3
MARKED_CELL = 0.006  # mean darkness of a cell that bears a stroke of light pencil
LEFT_OVER_CELL = 0.012  # the same, where show-through was taken away as well as it can be
SHOW_THROUGH_CONTRAST = 0.21  # what stands out more is taken for own ink, be it pencil
SHOW_THROUGH_GAIN = 0.45
ALIKE = 0.80


def judge(reading: Reading, other_side: Reading | None, thresholds: Thresholds) -> bool | None:
    """Say whether a side bears nothing of its own; None when it could not be looked at.

    ``other_side``: the reading of the other face of the sheet, whose ink may show through.
    """
    look = reading.look
    if look is None:
        return None
    if reading.codes or reading.unread_codes:
        return False
    own = _cells(look)
    if not _says(reading, letters=2, confidence=CONFIDENT) and _is_clean(look.ink, own, thresholds):
        return True
    if other_side is None or other_side.look is None or look.contrast > SHOW_THROUGH_CONTRAST:
        return False
    # Print seen from behind is read too, as short words and numbers that the engine half believes in.
    if _says(reading, letters=4, confidence=CERTAIN):
        return False
    return _only_shows_through(own, _cells(other_side.look))


def _says(reading: Reading, letters: int, confidence: float) -> bool:
    """Say whether enough words of so many letters were read with such confidence."""
    sure = (word for word in reading.words if word.confidence >= confidence)
    return sum(1 for word in sure if sum(map(str.isalpha, word.text)) >= letters) >= ENOUGH_WORDS


def _is_clean(ink: float, own: Cells, thresholds: Thresholds) -> bool:
    """Little ink in all, and nowhere enough of it together to be a stroke that someone made."""
    return ink == 0 or (ink <= thresholds.blank_ink and float(own.max()) < MARKED_CELL)


def _cells(look: Look) -> Cells:
    """Return the map of a page without its outermost cells (6 mm), where the scanner's edge casts its shadow."""
    return np.array(look.ink_map, dtype=np.float64).reshape(INK_ROWS, INK_COLUMNS)[1:-1, 1:-1]


def _only_shows_through(own: Cells, other: Cells) -> bool:
    """Say whether all that is seen is the other side, mirrored as a sheet turned on either edge shows it."""
    return any(_explains(mirrored, own) for mirrored in (other[:, ::-1], other[::-1, :]))


def _explains(behind: Cells, own: Cells) -> bool:
    blurred, seen = _soft(behind), _soft(own)
    if blurred.std() == 0 or seen.std() == 0:
        return False
    alike = float(np.corrcoef(blurred.ravel(), seen.ravel())[0, 1])
    gain = float((blurred * seen).sum() / (blurred * blurred).sum())
    if alike < ALIKE or gain > SHOW_THROUGH_GAIN:
        return False
    left_over = own - 1.6 * gain * _widest(behind)
    return float(left_over.max()) < LEFT_OVER_CELL


def _soft(cells: Cells) -> Cells:
    """Blur by one cell: two faces are never scanned exactly alike."""
    return np.asarray(sum(_shifts(cells)) / 9.0)


def _widest(cells: Cells) -> Cells:
    return np.asarray(np.max(_shifts(cells), axis=0))


def _shifts(cells: Cells) -> list[Cells]:
    padded = np.pad(cells, 1, mode="edge")
    rows, columns = cells.shape
    return [padded[down : down + rows, right : right + columns] for down in range(3) for right in range(3)]
