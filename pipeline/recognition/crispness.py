"""Whether some strokes of a pale page are crisper than the rest: pale print over what shows through from behind.

Paper diffuses the ink of its other face, so all that shows through is softened alike; what was put on this face is not.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.recognition.ink import Ink

Energy = npt.NDArray[np.float32]  # shades²

_PALE = 0.5  # contrast; darker ink was never seen through paper
_FINE_MM, _MIDDLE_MM, _COARSE_MM = 0.1, 0.2, 0.4  # deviations: crisp strokes have their edges between the first two
_CELL = 8  # pixels
_WINDOW_MM = (6.0, 3.0)  # a word of one line
_RIM_MM = 6.0
_HALO = 9  # pixels; the edge of a hole is crisp
_PAPER, _GRAIN = 40, 95  # percentiles: share of the page without strokes, and how rough that is at most
_LEAST, _GRAINS = 2.0, 10.0  # shades², times the grain: below, strokes are not told from paper
_ENOUGH, _AGREEING = 5, 2  # windows; a word is seen by two that overlap, a lump of grain by one
_USUAL = 75  # percentile
_DULLEST = 0.05  # share of the fine detail in the softest of shadows
_STEPS = 2  # parts of a shade; blurs in whole numbers are quick, and pale ink leaves room for them


def crispness(ink: Ink) -> float:
    """Return how many times crisper than usual the crispest strokes are; 0 when ink is dark or there is none to tell.

    The crispness of a word is the share of its contrast that is in its finest detail, whatever that contrast is.
    """
    is_scrap = min(ink.darkness.shape) <= 3 * _RIM_MM / 25.4 * ink.dpi
    if is_scrap or ink.bears_nothing() or ink.contrast > _PALE:
        return 0.0
    fine, coarse = _energies(ink)
    paper = coarse <= np.percentile(coarse, _PAPER)
    grain = float(np.percentile(fine[paper], _GRAIN))
    fine, coarse = fine - np.median(fine[paper]), coarse - np.median(coarse[paper])
    strokes = coarse > max(_LEAST, _GRAINS * grain)
    if np.count_nonzero(strokes) < _ENOUGH:
        return 0.0
    shares = fine[strokes] / (coarse[strokes] + _GRAINS * grain)
    crispest = np.partition(shares, -_AGREEING)[-_AGREEING]
    return max(0.0, float(crispest / max(_DULLEST, np.percentile(shares, _USUAL))))


def _energies(ink: Ink) -> tuple[Energy, Energy]:
    """Return what is in fine detail and in coarser detail around each cell, the rim and the litter left out."""
    rows, columns = (side - side % _CELL for side in ink.darkness.shape)
    mm = ink.dpi / 25.4
    shades = cv2.convertScaleAbs(ink.darkness[:rows, :columns], alpha=_STEPS)
    first = _softened(shades, _FINE_MM * mm)
    second = _softened(first, mm * (_MIDDLE_MM**2 - _FINE_MM**2) ** 0.5)
    half = cv2.resize(second, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    third = _softened(half, mm * (_COARSE_MM**2 - _MIDDLE_MM**2) ** 0.5 / 2)
    litter = cv2.dilate(ink.litter[:rows, :columns].view(np.uint8), np.ones((_HALO, _HALO), np.uint8))
    cells = cv2.resize(litter, (columns // _CELL, rows // _CELL), interpolation=cv2.INTER_AREA)
    return _around(first, second, cells, mm), _around(half, third, cells, mm)


def _softened(shades: cv2.typing.MatLike, deviation: float) -> cv2.typing.MatLike:
    reach = 2 * max(1, round(3 * deviation)) + 1
    return cv2.GaussianBlur(shades, (reach, reach), deviation)


def _around(finer: cv2.typing.MatLike, softer: cv2.typing.MatLike, litter: cv2.typing.MatLike, mm: float) -> Energy:
    """Return the mean square of the difference in a window around each cell. ``mm``: pixels of the page in one."""
    detail = cv2.absdiff(finer, softer)
    energy = cv2.multiply(detail, detail, scale=1 / _STEPS**2, dtype=cv2.CV_32F)
    cells = cv2.resize(energy, litter.shape[::-1], interpolation=cv2.INTER_AREA)
    cells[litter > 0] = 0
    width, height = (max(1, round(side * mm / _CELL)) for side in _WINDOW_MM)
    rim, (rows, columns) = round(_RIM_MM * mm / _CELL), litter.shape
    return np.asarray(cv2.blur(cells, (width, height))[rim : rows - rim, rim : columns - rim], dtype=np.float32)
