"""Photographs of sheets: whether a page is one, and how the sheet lies in it.

A sheet is looked for that is brighter than what is around it, on all of its four sides, each straight and inside the
picture. Of those, only one that lies as no scanner lays it (seen from the side, or leaning further than the skew of a
scan goes) is called a photograph: a scan with a dark lid needs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.domain.geometry import Box
from pipeline.recognition.orientation import MAX_SKEW
from pipeline.recognition.raster import A4_LENGTH, Pixels

Points = npt.NDArray[np.float64]
Quad = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

COARSE, FINE = 384, 1152  # pixels of the long side: to find the sheet, to find its edges
TEXT = 7  # pixels of the coarse page: wider than the strokes of print
RIM = 3  # pixels of the coarse page
AS_PAPER = 30  # shades that paper may lie below the page's brightest
PAPER_RIM = 0.72  # share of the rim that is paper, on a page that has nothing around it
LEAST_AREA, MOST_AREA = 0.12, 0.985  # of the picture
SAMPLES, ENDS = 64, 0.05  # places along a side; share left out at either end
REACH = 28  # pixels of the fine page, to either side of the coarse edge
STEP, STEP_WIDTH = 14.0, 4  # shades between table and sheet; pixels on either side that are compared
ASTRAY, ON_LINE = 3.5, 0.7  # pixels of the fine page, share of the samples of a straight side
FLAT = 0.025  # largest lack of parallelism and squareness of a sheet that was scanned
SLENDEREST, SHARPEST = 2.6, 50.0  # ratio of its sides, angle of a corner in degrees
LIGHT_DPI, PRINT = 25.0, 13  # where shadows are looked for; pixels of that: wider than a title's strokes
WHITE = 250.0
FOCAL = 0.75  # long sides of the picture: the usual lens of telephones
A4_RATIO, NEARLY_A4 = 2**0.5, 0.15


@dataclass(frozen=True, slots=True)
class Photograph:
    """A sheet in a picture. ``corners``: (x, y) in 0–1 of the page as received, clockwise, the top left one first.

    ``width`` × ``height``: pixels that the sheet fills once it is seen from above.
    """

    corners: Quad
    width: int
    height: int

    @property
    def dpi(self) -> float:
        """How many pixels go to the inch once straight, if the sheet is A4."""
        return max(self.width, self.height) / A4_LENGTH

    def straightened(self, received: Pixels) -> Pixels:
        """Return the sheet as seen from above. ``received``: the page, of any resolution, grey or coloured."""
        height, width = received.shape[:2]
        back, flags = self._onto(width, height), cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpPerspective(received, back, (self.width, self.height), flags=flags), dtype=np.uint8)

    def on_page(self, box: Box) -> Box:
        """Return the box (0–1 of the page as received) that holds ``box`` (0–1 of the straightened sheet)."""
        x, y = (box.x0, box.x1, box.x1, box.x0), (box.y0, box.y0, box.y1, box.y1)
        sheet = np.array([x, y], np.float64).T * (self.width, self.height)
        seen = cv2.perspectiveTransform(sheet[None], self._onto(1, 1))[0]
        (x0, y0), (x1, y1) = seen.min(axis=0).clip(0, 1), seen.max(axis=0).clip(0, 1)
        return Box(round(float(x0), 5), round(float(y0), 5), round(float(x1), 5), round(float(y1), 5))

    def _onto(self, width: int, height: int) -> Points:
        """Return the 3 × 3 matrix from pixels of the sheet to a page of ``width`` × ``height``."""
        seen = np.array(self.corners) * (width, height)
        return np.asarray(cv2.getPerspectiveTransform(_rectangle(self.width, self.height), seen.astype(np.float32)))


def photograph(grey: Pixels) -> Photograph | None:
    """Find the sheet that a page as received is a photograph of; None when it is a scan, or when that is not sure."""
    coarse = _reduced(grey, COARSE)
    paper = np.asarray(cv2.dilate(coarse, np.ones((TEXT, TEXT), np.uint8)), np.uint8)
    if _fills_the_page(paper):
        return None
    fine = np.asarray(cv2.GaussianBlur(_reduced(grey, FINE), (0, 0), 1.0), np.uint8)
    for corners in _candidates(paper):
        edges = _refined(fine, corners * (np.array(fine.shape[::-1]) / coarse.shape[::-1]))
        if edges is not None and _is_plausible(edges, fine.shape) and not _lies_as_scanned(edges):
            return _of(edges * (np.array(grey.shape[::-1]) / fine.shape[::-1]), grey)
    return None


def evenly_lit(grey: Pixels, dpi: float) -> Pixels:
    """Return a straightened sheet as if its paper were white all over, without the shadows on it.

    It is for reading print only: it bleaches cards too, and brings out the grain of a table around the sheet.
    """
    small = np.asarray(cv2.resize(grey, None, fx=LIGHT_DPI / dpi, fy=LIGHT_DPI / dpi, interpolation=cv2.INTER_AREA))
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((PRINT, PRINT), np.uint8))
    calm = cv2.resize(cv2.GaussianBlur(paper, (0, 0), PRINT / 4), grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(calm, 1), scale=WHITE), dtype=np.uint8)


def _reduced(grey: Pixels, side: int) -> Pixels:
    """Reduce a page to ``side`` pixels at its longest; dropping pixels first is several times faster."""
    step = max(1, max(grey.shape) // (2 * side))
    scale = side * step / max(grey.shape)
    if scale >= 1.0:
        return grey
    thinned = np.ascontiguousarray(grey[::step, ::step])
    return np.asarray(cv2.resize(thinned, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _fills_the_page(paper: Pixels) -> bool:
    """Say whether paper, or a scanner's white lid, reaches the rim of the page."""
    rim = np.concatenate([side.ravel() for side in (paper[:RIM], paper[-RIM:], paper[:, :RIM], paper[:, -RIM:])])
    return float((rim > np.percentile(paper, 90) - AS_PAPER).mean()) > PAPER_RIM


def _candidates(paper: Pixels) -> Iterator[Points]:
    """Give four corners of what may be the sheet, at several levels between table and paper: 4 × (x, y), pixels."""
    calm = np.asarray(cv2.medianBlur(paper, 5), np.uint8)
    split, _ = cv2.threshold(calm, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    low, high = (float(calm[mask].mean()) for mask in (calm <= split, calm > split))
    for level in (split, (split + low) / 2, (split + high) / 2):
        bright = cv2.threshold(calm, level, 255, cv2.THRESH_BINARY)[1]
        bright = cv2.erode(cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((9, 9), np.uint8)), np.ones((TEXT, TEXT)))
        contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        largest = max(contours, key=cv2.contourArea, default=None)
        if largest is not None and (corners := _four_corners(largest)) is not None:
            yield corners


def _four_corners(contour: cv2.typing.MatLike) -> Points | None:
    """Return the quadrilateral that a shape nearly is, clockwise from its top left."""
    hull = cv2.convexHull(contour)
    around = cv2.arcLength(hull, closed=True)
    for tolerance in (0.01, 0.02, 0.035, 0.05):
        corners = cv2.approxPolyDP(hull, tolerance * around, closed=True)
        if len(corners) == 4:
            return _from_top_left(corners.reshape(4, 2).astype(np.float64))
    return None


def _from_top_left(corners: Points) -> Points:
    """Put corners clockwise, beginning with the one nearest to the page's top left."""
    middle = corners - corners.mean(axis=0)
    clockwise = corners[np.argsort(np.arctan2(middle[:, 1], middle[:, 0]))]
    return np.roll(clockwise, -int(clockwise.sum(axis=1).argmin()), axis=0)


def _refined(fine: Pixels, corners: Points) -> Points | None:
    """Move each side onto the edge that is really there; None when one is not there, or not straight."""
    sides = [_edge(fine, start, end) for start, end in zip(corners, np.roll(corners, -1, axis=0), strict=True)]
    found = [side for side in sides if side is not None]
    if len(found) < 4:
        return None
    met = [np.cross(found[index - 1], side) for index, side in enumerate(found)]
    return np.array([[x / w, y / w] for x, y, w in met]) if all(abs(point[2]) > 1e-9 for point in met) else None


def _edge(fine: Pixels, start: Points, end: Points) -> Points | None:
    """Return the line a·x + b·y + c = 0 where the page brightens, coming from the left of ``start`` → ``end``."""
    along = (end - start) / np.linalg.norm(end - start)
    inwards = np.array([-along[1], along[0]])
    places = start + np.linspace(ENDS, 1 - ENDS, SAMPLES)[:, None] * (end - start)
    depths = np.arange(-REACH, REACH + 1)
    grid = (places[:, None, :] + depths[None, :, None] * inwards).astype(np.float32)
    x, y = np.ascontiguousarray(grid[..., 0]), np.ascontiguousarray(grid[..., 1])
    profiles = cv2.remap(fine, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    means = cv2.blur(profiles.astype(np.float32), (STEP_WIDTH, 1), anchor=(0, 0))[:, : 1 - STEP_WIDTH]
    rise = means[:, STEP_WIDTH:] - means[:, :-STEP_WIDTH]
    depth = rise.argmax(axis=1) + STEP_WIDTH - 0.5 - REACH
    points = (places + depth[:, None] * inwards)[rise.max(axis=1) >= STEP]
    return _line_through(points) if len(points) >= ON_LINE * SAMPLES else None


def _line_through(points: Points) -> Points | None:
    """Fit a line to most of ``points``; None when they do not lie on one."""
    for _ in range(3):
        dx, dy, x, y = (float(v) for v in cv2.fitLine(points.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel())
        line = np.array([-dy, dx, dy * x - dx * y])
        near = points[np.abs(points @ line[:2] + line[2]) <= ASTRAY]
        if len(near) < ON_LINE * SAMPLES:
            return None
        points = near
    return line


def _sides(corners: Points) -> Points:
    """Return the vectors of the four sides: top, right, bottom, left."""
    return np.roll(corners, -1, axis=0) - corners


def _is_plausible(corners: Points, shape: tuple[int, ...]) -> bool:
    """Say whether corners lie inside the picture, and are those of a sheet."""
    frame = np.array(shape[::-1])
    if (corners < 0).any() or (corners > frame).any() or not cv2.isContourConvex(corners.astype(np.float32)):
        return False
    lengths = np.linalg.norm(_sides(corners), axis=1)
    share = cv2.contourArea(corners.astype(np.float32)) / float(frame.prod())
    sharp = np.degrees(np.arccos(np.clip(np.abs(_cosines(corners)), 0, 1))).min() < SHARPEST
    return LEAST_AREA <= share <= MOST_AREA and float(lengths.max() / lengths.min()) <= SLENDEREST and not sharp


def _cosines(corners: Points) -> Points:
    """Return the cosines of the four angles."""
    ways = _sides(corners) / np.linalg.norm(_sides(corners), axis=1)[:, None]
    return np.asarray((ways * np.roll(ways, 1, axis=0)).sum(axis=1))


def _lies_as_scanned(corners: Points) -> bool:
    """Say whether a sheet is a rectangle that leans so little that a scanner may have laid it so."""
    sides = _sides(corners)
    lengths = np.linalg.norm(sides, axis=1)
    uneven = max(abs(float(np.log(lengths[0] / lengths[2]))), abs(float(np.log(lengths[1] / lengths[3]))))
    lean = abs(float(np.degrees(np.arctan2(sides[0, 1], sides[0, 0]))))
    return max(uneven, float(np.abs(_cosines(corners)).max())) < FLAT and min(lean, 90 - lean) < MAX_SKEW


def _of(corners: Points, grey: Pixels) -> Photograph:
    """Describe the sheet, whose corners are pixels of the page: what is nearly of the ratio of A4 is A4."""
    ratio = _ratio(corners, grey.shape)
    long = max(ratio, 1 / ratio)
    if abs(long - A4_RATIO) <= NEARLY_A4:
        ratio = A4_RATIO if ratio > 1 else 1 / A4_RATIO
    top, right, bottom, left = (float(side) for side in np.linalg.norm(_sides(corners), axis=1))
    width = max(top, bottom, max(right, left) * ratio)
    (a, b), (c, d), (e, f), (g, h) = np.round(corners / grey.shape[::-1], 6).tolist()
    return Photograph(((a, b), (c, d), (e, f), (g, h)), round(width), round(width / ratio))


def _ratio(corners: Points, shape: tuple[int, ...]) -> float:
    """Return the width of a sheet over its height, as a telephone's lens saw it (Zhang and He, 2007, eq. 14 and 20)."""
    middle = (corners - np.array(shape[::-1]) / 2) / (FOCAL * max(shape))
    start, right, far, left = np.column_stack([middle, np.ones(4)])
    across = float(np.cross(start, far) @ left / (np.cross(right, far) @ left)) * right - start
    down = float(np.cross(start, far) @ right / (np.cross(left, far) @ right)) * left - start
    return float(np.linalg.norm(across) / np.linalg.norm(down))


def _rectangle(width: int, height: int) -> npt.NDArray[np.float32]:
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
