"""What the scanner, the punch and the stapler leave on a page: nothing that anybody wrote."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.recognition.raster import Pixels

Mask = npt.NDArray[np.bool_]
Marks = npt.NDArray[np.int32]
Labels = npt.NDArray[np.int32]
Lengths = npt.NDArray[np.float64]

EDGE_MM = 3.0
_EDGE_DEPTH_MM, _SHADOW_MM = 15.0, 8.0
_SPECK_MM = 1.0
_HOLE_MM, _HOLE_MARGIN_MM = (4.0, 9.0), 22.0
_STAPLE_MM, _STAPLE_THICK_MM, _CORNER_MM = (6.0, 16.0), 1.6, 28.0
_RULE_MM, _STREAK_MM = 14.0, 0.8
_SKIP = 8  # pixels: a rule is longer than several of them
_COARSE_DPI = 50.0  # at which writing is no longer solid, and holes and folds still are
_PALE, _FOLD, _AROUND_MM = 12, 3, 10.0  # shades
_DISC_MM, _HOLE_RIM_MM = 3.5, 2.0
_FOLD_GAP_MM, _FOLD_THICK_MM = 30.0, 2.5
_CROSSING, _WEAK, _GAPS = 0.7, 0.4, 0.04  # shares: of the page, of the usual darkness, of the columns
LEFT, TOP, WIDTH, HEIGHT, AREA = range(5)  # columns of marks, in pixels


def components(dark: Pixels) -> tuple[npt.NDArray[np.int32], Marks]:
    """Return the label of each pixel, 0 for none, and the box and area of each label; those of 0 mean nothing."""
    count, found = cv2.connectedComponents(dark, connectivity=8)
    labels = np.asarray(found, dtype=np.int32)
    return labels, _boxes(labels, dark, count)


def _boxes(labels: Labels, dark: Pixels, count: int) -> Marks:
    """Measure marks by their runs along the rows, far fewer than pixels."""
    height, width = dark.shape
    walled = cv2.copyMakeBorder(dark, 0, 0, 1, 1, cv2.BORDER_CONSTANT, value=0)
    turns = np.flatnonzero(walled[:, 1:] != walled[:, :-1])
    row, left = np.divmod(turns[::2], width + 1)
    right = turns[1::2] - row * (width + 1)
    label = labels[row, left]
    marks = np.zeros((count, 5), dtype=np.int32)
    marks[:, [LEFT, TOP]] = width, height
    end = np.zeros((count, 2), dtype=np.int32)
    np.minimum.at(marks[:, LEFT], label, left)
    np.maximum.at(end[:, 0], label, right)
    marks[label[::-1], TOP] = row[::-1]  # runs come from the top: the first of a mark has the last word
    end[label, 1] = row + 1
    marks[:, [WIDTH, HEIGHT]] = end - marks[:, [LEFT, TOP]]
    marks[:, AREA] = np.bincount(label, weights=right - left, minlength=count)
    return marks


def where(kept: Mask, labels: Labels) -> Mask:
    """Return where the labels that are ``kept`` lie; 0 never is."""
    found = labels > 0
    places = np.flatnonzero(found)
    found.flat[places[~kept[labels.flat[places]]]] = False
    return found


def rules_of(dark: Pixels, dpi: float) -> Pixels:
    """Return the long straight lines, across or down: forms, tables, ruled paper, streaks of the scanner."""
    length = round(_RULE_MM / 25.4 * dpi)
    rules = np.zeros_like(dark)
    rows, columns = _with_runs(dark[:, ::_SKIP].T, length), _with_runs(dark[::_SKIP], length)
    if rows.size:
        rules[rows] = cv2.morphologyEx(dark[rows], cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    if columns.size:
        across = np.ascontiguousarray(dark[:, columns])
        rules[:, columns] |= np.asarray(cv2.morphologyEx(across, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8)))
    return rules


def _with_runs(dots: Pixels, length: int) -> npt.NDArray[np.int64]:
    """Return the columns that may hold a run of ``length`` pixels, of which every ``_SKIP``-th row is given."""
    run, window = dots, 1
    while window < length // _SKIP:
        step = min(window, length // _SKIP - window)
        run, window = run[:-step] & run[step:], window + step
    return np.flatnonzero(run.any(axis=0))


def own_rules(rules: Pixels, dpi: float) -> Mask:
    """Drop the lines that the scanner drew: along an edge, or through the whole page and next to nothing wide."""
    if not rules.any():
        return np.zeros(rules.shape, dtype=np.bool_)
    labels, stats = components(rules)
    shape = np.array([rules.shape[1], rules.shape[0]])
    size = stats[:, [WIDTH, HEIGHT]]
    streak = ((size >= 0.95 * shape).any(axis=1)) & (size.min(axis=1) <= _STREAK_MM / 25.4 * dpi)
    return where(~(is_debris(stats, rules.shape, dpi) | streak), labels)


def clear_edges(dark: Pixels, dpi: float) -> None:
    """Whiten the rim of the page, deeper where the scanner left a dark band."""
    least, most = (max(1, round(mm / 25.4 * dpi)) for mm in (EDGE_MM, _EDGE_DEPTH_MM))
    for _ in range(4):
        full = dark[:most].mean(axis=1) > 0.5
        band = int(np.flatnonzero(full).max()) + 1 if full.any() else 0
        dark[: max(least, band)] = 0
        dark = np.rot90(dark)


def is_debris(stats: Marks, shape: tuple[int, ...], dpi: float) -> Mask:
    """Say which marks are specks, shadows of the edge, punched holes or staples."""
    mm = 25.4 / dpi
    width, height = stats[:, WIDTH] * mm, stats[:, HEIGHT] * mm
    longest, shortest = np.maximum(width, height), np.minimum(width, height)
    speck = longest < _SPECK_MM
    across, down = _reach(stats, shape, dpi)
    round_ = (shortest > 0.8 * longest) & (stats[:, AREA] * mm * mm > 0.6 * width * height)
    hole = round_ & (longest > _HOLE_MM[0]) & (longest < _HOLE_MM[1]) & (np.minimum(across, down) < _HOLE_MARGIN_MM)
    thin = stats[:, AREA] * mm * mm < _STAPLE_THICK_MM * longest
    long_and_thin = (longest > _STAPLE_MM[0]) & (longest < _STAPLE_MM[1]) & thin
    staple = long_and_thin & (across < _CORNER_MM) & (down < _CORNER_MM)
    return np.asarray(speck | hole | staple | is_edge_shadow(stats, shape, dpi), dtype=bool)


def is_edge_shadow(stats: Marks, shape: tuple[int, ...], dpi: float) -> Mask:
    """Say which marks touch the rim of the page without reaching far into it."""
    mm = 25.4 / dpi
    across, down = _reach(stats, shape, dpi)
    near = np.minimum(across - stats[:, WIDTH] * mm, down - stats[:, HEIGHT] * mm)
    return np.asarray((near < EDGE_MM + 1.0) & ((across < _SHADOW_MM) | (down < _SHADOW_MM)), dtype=bool)


def _reach(stats: Marks, shape: tuple[int, ...], dpi: float) -> tuple[Lengths, Lengths]:
    """Return how far, in mm, marks reach into the page from the nearest side, and from its head or foot."""
    mm = 25.4 / dpi
    left, right = stats[:, LEFT] * mm, (shape[1] - stats[:, LEFT] - stats[:, WIDTH]) * mm
    top, bottom = stats[:, TOP] * mm, (shape[0] - stats[:, TOP] - stats[:, HEIGHT]) * mm
    return np.minimum(left, right) + stats[:, WIDTH] * mm, np.minimum(top, bottom) + stats[:, HEIGHT] * mm


def holes_and_folds(darkness: Pixels, dpi: float) -> Mask:
    """Return where the page was punched or folded, be it faintly, and whatever shows through there."""
    scale = min(1.0, _COARSE_DPI / dpi)
    coarse = cv2.resize(darkness, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = np.asarray(coarse, dtype=np.uint8)
    around = round(_AROUND_MM / 25.4 * dpi * scale) | 1
    above = np.asarray(cv2.subtract(small, cv2.blur(small, (around, around))), dtype=np.uint8)
    rim = round(2 * _HOLE_RIM_MM / 25.4 * dpi * scale) | 1
    holes = cv2.dilate(_holes(small, dpi * scale), np.ones((rim, rim), np.uint8))
    spread = cv2.bitwise_or(holes, cv2.dilate(_folds(darkness, above, dpi * scale), np.ones((5, 5), np.uint8)))
    return np.asarray(cv2.resize(spread, darkness.shape[::-1], interpolation=cv2.INTER_NEAREST), dtype=bool)


def _holes(darkness: Pixels, dpi: float) -> Pixels:
    side = round(_DISC_MM / 25.4 * dpi) | 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    solid = cv2.morphologyEx((darkness > _PALE).astype(np.uint8), cv2.MORPH_OPEN, disc)
    if not solid.any():
        return np.zeros_like(darkness)
    labels, stats = components(np.asarray(solid, dtype=np.uint8))
    mm = 25.4 / dpi
    size, corner = stats[:, [WIDTH, HEIGHT]] * mm, stats[:, [LEFT, TOP]] * mm
    sheet = np.array([darkness.shape[1], darkness.shape[0]]) * mm
    deep = np.minimum(corner + size, sheet - corner).min(axis=1)
    round_ = (size.min(axis=1) > 0.75 * size.max(axis=1)) & (size.max(axis=1) < _HOLE_MM[1])
    return where(round_ & (deep < _HOLE_MARGIN_MM), labels).view(np.uint8)


def _folds(darkness: Pixels, above: Pixels, dpi: float) -> Pixels:
    """Return the thin lines, across or down, that run through most of the page.

    ``above``: the page at few dots per inch (``dpi``), shades below what is around.
    """
    dark = (above > _FOLD).astype(np.uint8)
    across = _across(dark, darkness, dpi)
    down = _across(np.ascontiguousarray(dark.T), darkness.T, dpi).T
    return np.asarray(cv2.bitwise_or(across, down), dtype=np.uint8)


def _across(dark: Pixels, darkness: Pixels, dpi: float) -> Pixels:
    """Return the thin lines that cross the page: in long pieces, and without the gaps that words leave."""
    run, gap, thick = (round(mm / 25.4 * dpi) for mm in (_RULE_MM, _FOLD_GAP_MM, _FOLD_THICK_MM))
    long = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    solid = cv2.morphologyEx(long, cv2.MORPH_OPEN, np.ones((thick + 1, 3), np.uint8))
    thin = np.asarray(cv2.subtract(long, cv2.dilate(solid, np.ones((3, 3), np.uint8))), dtype=np.uint8)
    found, least = np.zeros_like(thin), _CROSSING * dark.shape[1]
    if np.count_nonzero(thin.any(axis=0)) < least:
        return found
    labels, stats = components(np.asarray(cv2.dilate(thin, np.ones((7, gap), np.uint8)), dtype=np.uint8))
    lines = [(labels == label) & (thin > 0) for label in 1 + np.flatnonzero(stats[1:, WIDTH] >= least)]
    lines = [line for line in lines if np.count_nonzero(line.any(axis=0)) >= least]
    weakest = _weakest(darkness, dark.shape) if lines else darkness
    for line in lines:
        column = np.where(line, weakest, 0).max(axis=0)[line.any(axis=0)]
        gaps = column < _WEAK * np.median(column)
        if gaps.mean() < _GAPS:
            found[line] = 1
    return found


def _weakest(darkness: Pixels, shape: tuple[int, ...]) -> Pixels:
    """Return the darkness of the palest column through a row of writing or through a fold, at each coarse pixel."""
    through = cv2.dilate(np.ascontiguousarray(darkness), np.ones((9, 1), np.uint8))
    columns = cv2.erode(through, np.ones((1, 3), np.uint8))
    return np.asarray(cv2.resize(columns, shape[::-1], interpolation=cv2.INTER_NEAREST), dtype=np.uint8)
