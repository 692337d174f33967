"""What a side owes to the other face of its sheet: the front laid, mirrored, over the back, and taken away.

The two faces are scanned askew, each in its own way, so the mirrored front is first found on the back by correlation
over small angles and shifts, then fitted to it by an affine map (Evangelidis and Psarakis' ECC, as OpenCV has it).
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.reading import SHADE_LITTER, SHADE_STEPS, Look

Cells = npt.NDArray[np.float32]  # shades below the paper, in cells of SHADE_MM

_REACH, _RIM = 4, 4  # cells: how far two faces lie apart once centred; where the edge casts its shadow
_TURNS = (np.s_[:, ::-1], np.s_[::-1])  # a sheet is turned on its long edge, or on its short one
_ANGLES = np.arange(-5.0, 5.01, 0.5)  # both faces may have been scanned askew
_ALIKE_AT_ALL = 0.3
_BRIGHTEST = 99.5  # percentile above which a stroke of own ink would lead the search astray
_SOFT = 0.8  # cells; no two scans fall alike on the grid
_ROW = np.outer((1, 2, 1), (1, 2, 1)).astype(np.float32) / 16  # a ruled line may fall on one row of cells or on two
_LONG, _THIN = 40, 4  # cells: no hole, staple or speck is that long, nor a fold so thick
_USUAL, _UNEVEN, _GRAIN = 75, 2.0, 3.0  # percentile of cells along a fold; how dark it gets, times that; shades
_STEPS, _PRECISION = 30, 1e-4
_STRAY = 2.0  # cells: the fit may mend the search, not bend the page


@dataclass(frozen=True, slots=True)
class Shadow:
    """The other face as it is seen on this one. ``likeness``: correlation of the two, -1 to 1.

    ``gain``: share of its darkness that comes through; ``left_over``: shades that it does not account for, the rim
    left out. ``over_lines``: the heaviest mark over a fold or a rule, which are no part of the rest, in shades × cells.
    """

    likeness: float
    gain: float
    left_over: Cells
    over_lines: float


@dataclass(frozen=True, slots=True)
class Face:
    """A side in little. ``shades``: its darkness; ``litter``: where that is a hole, a fold, a speck."""

    shades: Cells
    litter: npt.NDArray[np.bool_]


def face(look: Look) -> Face | None:
    """Return a side in little; None when the reading kept nothing of the kind."""
    if not look.shade:
        return None
    packed = zlib.decompress(base64.b64decode(look.shade))
    rows, columns = np.frombuffer(packed, dtype="<u2", count=2)
    kept = np.frombuffer(packed, dtype=np.uint8, offset=4).reshape(rows, columns)
    levels = (kept & ~np.uint8(SHADE_LITTER)).astype(np.float32)
    return Face(np.asarray(np.square(levels / SHADE_STEPS), dtype=np.float32), kept >= SHADE_LITTER)


def shadow(side: Face, other: Face, slack: float) -> Shadow | None:
    """Find ``other`` mirrored on ``side``, as a sheet turned on either edge shows it; None when it is not to be seen.

    ``slack``: how many times its usual darkness the shadow may have in places.
    """
    # Litter of this side is nobody's ink; that of the other one may be a logo, so it stays.
    own = np.where(side.litter, np.float32(0), side.shades)
    placed = _placed(own, other)
    if placed is None:
        return None
    core = np.s_[_RIM:-_RIM, _RIM:-_RIM]
    clear = ~side.litter[core]
    soft, seen = _softened(placed)[core], _softened(own)[core]
    widest = cv2.dilate(placed, np.ones((3, 3), np.uint8))[core]
    gain = _gain(soft[clear], seen[clear])
    # Where own ink lies over it, the shadow is not to be measured.
    gain = _gain(soft[clear], np.where(seen < 2 * gain * widest + 3, seen, gain * soft)[clear])
    shown = slack * gain * widest
    left_over = cv2.filter2D(own, -1, _ROW)[core] - shown
    over = over_lines(side, shown)
    return Shadow(_alike(soft[clear], seen[clear]), gain, np.asarray(left_over, dtype=np.float32), over)


def over_lines(side: Face, shown: Cells | None = None) -> float:
    """Return what is darkest over litter that runs across a page, beyond what is usual along it, in shades × cells.

    A fold, or a rule of the other face, may have been written over. ``shown``: what comes through, the rim left out.
    """
    core = np.s_[_RIM:-_RIM, _RIM:-_RIM]
    litter = side.litter[core]
    shades = side.shades[core] if shown is None else side.shades[core] - shown
    if not litter.any():
        return 0.0
    written = np.zeros_like(shades)
    _, labels, boxes, _ = cv2.connectedComponentsWithStats(litter.astype(np.uint8), connectivity=8)
    inside = (boxes[:, cv2.CC_STAT_TOP] > 0) & (boxes[:, cv2.CC_STAT_WIDTH] >= _LONG)
    for label in 1 + np.flatnonzero(inside[1:]):
        line = labels == label
        line &= np.count_nonzero(line, axis=0) <= _THIN
        if line.any():
            usual = max(0.0, float(np.percentile(shades[line], _USUAL)))
            written[line] = np.maximum(shades[line] - _UNEVEN * usual - _GRAIN, 0.0)
    _, groups = cv2.connectedComponents((written > 0).astype(np.uint8), connectivity=8)
    return float(np.bincount(groups.ravel(), weights=written.ravel()).max())


def _alike(behind: Cells, seen: Cells) -> float:
    return float(np.corrcoef(behind, seen)[0, 1]) if behind.size and behind.std() and seen.std() else 0.0


def _gain(behind: Cells, seen: Cells) -> float:
    return float((behind * seen).sum() / max(float((behind * behind).sum()), 1e-6))


def _softened(face: Cells) -> Cells:
    return np.asarray(cv2.GaussianBlur(face, (0, 0), _SOFT), dtype=np.float32)


def _dimmed(face: Cells) -> Cells:
    return np.minimum(face, np.float32(np.percentile(face, _BRIGHTEST)))


def _placed(own: Cells, other: Face) -> Cells | None:
    """Return the shades of ``other``, mirrored and laid where they are seen on ``own``, a side without its litter."""
    margin = _REACH + _RIM
    marks = np.where(other.litter, np.float32(0), other.shades)
    if min(own.shape) <= 3 * margin or not own.any() or not marks.any():
        return None
    inner = np.ascontiguousarray(_dimmed(own)[margin:-margin, margin:-margin])
    tries = [
        (*_tried(inner, np.ascontiguousarray(marks[turn]), float(angle), own.shape), turn)
        for turn in _TURNS
        for angle in _ANGLES
    ]
    alike, forth, turn = max(tries, key=lambda tried: tried[0])
    if alike < _ALIKE_AT_ALL:
        return None
    guess = np.asarray(cv2.invertAffineTransform(forth), dtype=np.float32)
    back = _fitted(own, np.ascontiguousarray(marks[turn]), guess)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    mirrored = np.ascontiguousarray(other.shades[turn])
    return np.asarray(cv2.warpAffine(mirrored, back, own.shape[::-1], flags=flags), dtype=np.float32)


def _tried(inner: Cells, mirrored: Cells, angle: float, shape: tuple[int, ...]) -> tuple[float, Cells]:
    """Return how well ``mirrored``, turned by ``angle``, matches at its best place, and the map that lays it there."""
    height, width = mirrored.shape
    forth = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0).astype(np.float32)
    forth[:, 2] += [(shape[1] - width) / 2, (shape[0] - height) / 2]
    turned = cv2.warpAffine(mirrored, forth, (shape[1], shape[0]))
    window = np.ascontiguousarray(turned[_RIM:-_RIM, _RIM:-_RIM])
    _, alike, _, (right, down) = cv2.minMaxLoc(cv2.matchTemplate(window, inner, cv2.TM_CCOEFF_NORMED))
    forth[:, 2] += [_REACH - right, _REACH - down]
    return float(alike), np.asarray(forth, dtype=np.float32)


def _fitted(own: Cells, mirrored: Cells, guess: Cells) -> Cells:
    """Refine the map from the cells of ``own`` to those of ``mirrored``; a search that fails leaves the guess."""
    until = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, _STEPS, _PRECISION)
    seen, behind = _softened(_dimmed(own)), _softened(mirrored)
    corners = np.array([(x, y, 1) for x in (0, own.shape[1]) for y in (0, own.shape[0])], dtype=np.float32)
    for motion in (cv2.MOTION_AFFINE, cv2.MOTION_EUCLIDEAN):
        try:
            _, found = cv2.findTransformECC(seen, behind, guess.copy(), motion, until)
        except cv2.error:  # it does not converge where there is next to nothing to hold on to
            continue
        if float(np.abs((found - guess) @ corners.T).max()) <= _STRAY:
            return np.asarray(found, dtype=np.float32)
    return guess
