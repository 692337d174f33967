"""The telephone: a drawn page in, what a hurried hand photographs of it on a table out, with where the sheet lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]
Shades = NDArray[np.float32]
Corners = NDArray[np.float32]

LONG_SIDE = 2600  # pixels of a picture as it is sent
RATIO = 4 / 3  # of a telephone's sensor
DISTANCE = 2.0  # half lengths of the sheet: at which the lens of a telephone sees all of it
WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Hold:
    """How the telephone was held. ``tilt``, ``roll``: largest degrees; ``fill``: range of the share of the frame.

    ``curl``: largest bulge of the sheet, in its widths; ``dim``: darkest corner, 0–1; ``blur``: pixels; ``noise``:
    shades.
    """

    tilt: float
    roll: float
    fill: tuple[float, float]
    curl: float
    dim: float
    blur: float
    noise: float


HOLDS: Mapping[str, Hold] = MappingProxyType(
    {
        "soigne": Hold(7.0, 4.0, (0.84, 0.94), 0.0, 0.8, 0.8, 2.0),
        "courant": Hold(15.0, 9.0, (0.74, 0.92), 0.004, 0.62, 1.0, 3.5),
        "penche": Hold(26.0, 22.0, (0.64, 0.86), 0.008, 0.5, 1.2, 5.0),
    }
)
TABLES = ((64, 46, 34), (126, 98, 72), (40, 42, 46), (168, 140, 108), (96, 110, 120), (188, 186, 180))


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph; ``corners``: of the sheet, clockwise from its own top left, 4 × (x, y), pixels."""

    image: Image.Image
    corners: Corners


def shoot(
    page: Image.Image,
    hold: Hold,
    rng: Random,
    *,
    table: tuple[int, int, int] | None = None,
    long_side: int = LONG_SIDE,
) -> Shot:
    """Photograph ``page`` lying on a table, of any colour unless told; ``long_side``: pixels of the picture."""
    paper = _curled(np.asarray(page.convert("RGB")), rng.uniform(-hold.curl, hold.curl))
    height, width = paper.shape[:2]
    short_side = round(long_side / RATIO)
    frame = (short_side, long_side) if height >= width else (long_side, short_side)
    corners = _seen_corners(width, height, frame, hold, rng)
    sheet = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    warp = cv2.getPerspectiveTransform(sheet, corners)
    view = _table(frame, table or rng.choice(TABLES), rng)
    shadow = cv2.fillConvexPoly(np.zeros(view.shape[:2], np.float32), (corners + 9).astype(np.int32), 1.0)
    view *= (1 - 0.35 * cv2.GaussianBlur(shadow, (0, 0), 8))[:, :, None]
    covered = cv2.warpPerspective(np.full((height, width), 255, np.uint8), warp, frame, flags=cv2.INTER_AREA)
    laid = cv2.warpPerspective(paper, warp, frame, flags=cv2.INTER_AREA, borderValue=WHITE).astype(np.float32)
    share = covered.astype(np.float32)[:, :, None] / 255
    return Shot(_exposed(laid * share + view * (1 - share), hold, rng), corners)


def _seen_corners(width: int, height: int, frame: tuple[int, int], hold: Hold, rng: Random) -> Corners:
    """Lean and roll a sheet before a camera, then fit it in the frame."""
    lean, turn, roll = (np.radians(rng.uniform(-most, most)) for most in (hold.tilt, hold.tilt / 2, hold.roll))
    flat = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [width / height, 1.0]
    spun = flat @ np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
    across = [np.cos(turn), 0.0, np.sin(turn)]
    down = [-np.sin(turn) * np.sin(lean), np.cos(lean), np.cos(turn) * np.sin(lean)]
    space = spun @ np.array([across, down])
    seen = space[:, :2] / (DISTANCE + space[:, 2:])
    low, high = seen.min(axis=0), seen.max(axis=0)
    scale = float((np.array(frame) / (high - low)).min()) * rng.uniform(*hold.fill)
    room = np.array(frame) - (high - low) * scale
    place = room * [rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.7)]
    return np.asarray((seen - low) * scale + place, np.float32)


def _curled(paper: Pixels, bulge: float) -> Pixels:
    """Raise the middle of the lines of a sheet that was folded or rolled; ``bulge`` in widths of it."""
    height, width = paper.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    down = y + bulge * width * np.sin(np.pi * x / width, dtype=np.float32)
    return np.asarray(cv2.remap(paper, x, down, cv2.INTER_LINEAR, borderValue=WHITE), np.uint8)


def _table(frame: tuple[int, int], colour: tuple[int, int, int], rng: Random) -> Shades:
    """Return a table with a grain that runs along it, as wood or cloth has."""
    dice = np.random.default_rng(rng.randrange(2**32))
    width, height = frame
    coarse = dice.standard_normal((height // 6, max(2, width // rng.choice((6, 60, 240)))), dtype=np.float32)
    grain = cv2.resize(coarse, frame, interpolation=cv2.INTER_CUBIC) * rng.uniform(2, 12)
    return np.asarray(np.array(colour, np.float32) + grain[:, :, None], np.float32)


def _exposed(view: Shades, hold: Hold, rng: Random) -> Image.Image:
    """Light the scene from one side, throw the hand's shadow on it, and take the picture."""
    height, width = view.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32))
    angle = rng.uniform(0, 2 * np.pi)
    across = (x * np.cos(angle) + y * np.sin(angle)) / np.sqrt(2)
    dim = rng.uniform(hold.dim, 1.0)
    light = 1.0 - (1.0 - dim) * (across + 1) / 2
    if rng.random() < 0.4:
        edge = rng.uniform(-0.3, 0.9)
        light *= 1.0 - (1.0 - hold.dim) * 0.5 / (1 + np.exp(-(x * np.sin(angle) - y * np.cos(angle) - edge) * 30))
    dice = np.random.default_rng(rng.randrange(2**32))
    soft = cv2.GaussianBlur(
        view * (light * rng.uniform(0.86, 1.0))[:, :, None], (0, 0), rng.uniform(0.5, 1) * hold.blur
    )
    grain = dice.standard_normal((height, width, 1), dtype=np.float32) * hold.noise
    return Image.fromarray(np.clip(soft + grain, 0, 255).astype(np.uint8))
