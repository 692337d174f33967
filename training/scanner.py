"""The scanner: a drawn page in, the image that an office machine would have made of it out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]


class Tint(StrEnum):
    """What the scanner was set to."""

    GREY = "gris"
    COLOUR = "couleur"
    BITONAL = "noir et blanc"


@dataclass(frozen=True, slots=True)
class Grade:
    """How rough a batch is.

    ``skew``: largest angle in degrees; ``noise``, ``blur``: deviations in grey levels and in pixels at 200 dpi;
    ``faded``: largest loss of contrast, in 0-1; ``marks``: chance of each of staple, holes, fold, edge shadow;
    ``turned``: chance that a sheet went in upside down or sideways; ``quality``: range of JPEG quality.
    """

    name: str
    skew: float
    noise: float
    blur: float
    faded: float
    marks: float
    turned: float
    quality: tuple[int, int]
    resolutions: tuple[int, ...]


GRADES = {
    grade.name: grade
    for grade in (
        Grade("propre", 0.4, 1.0, 0.35, 0.04, 0.03, 0.02, (60, 75), (200, 300)),
        Grade("bureau", 1.3, 2.6, 0.6, 0.12, 0.15, 0.05, (45, 65), (200, 200, 240)),
        Grade("difficile", 2.0, 6.0, 1.0, 0.28, 0.35, 0.08, (28, 45), (150, 200)),
    )
}


def scan(
    page: Image.Image,
    grade: Grade,
    rng: Random,
    *,
    tint: Tint = Tint.GREY,
    turned: int = 0,
    behind: Image.Image | None = None,
    ruined: bool = False,
) -> Image.Image:
    """Return the scan of ``page``, lying ``turned`` degrees clockwise; ``behind`` shows through from the other side.

    ``ruined``: nobody can read it any more, smeared and faded.
    """
    pixels = _pixels(page, tint)
    dpi = page.width / 8.27
    if behind is not None:
        pixels = _show_through(pixels, _pixels(behind, tint), dpi, rng)
    if ruined:
        pixels = _ruin(pixels, dpi, rng)
    pixels = _mark(pixels, grade, dpi, rng)
    pixels = _expose(_lay_down(pixels, grade, rng), grade, dpi, rng)
    turned %= 360
    if turned:
        pixels = np.ascontiguousarray(np.rot90(pixels, -turned // 90))
    if tint is Tint.BITONAL:
        return Image.fromarray(_threshold(pixels)).convert("1", dither=Image.Dither.NONE)
    return Image.fromarray(pixels)


def photograph(page: Image.Image, rng: Random) -> Image.Image:
    """Return ``page`` as a telephone sees it on a table: perspective, uneven light, soft focus."""
    paper = np.asarray(page.convert("RGB"))
    height, width = paper.shape[:2]
    size = (round(width * 1.08), round(height * 1.06))
    wander = width * 0.025
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    middle = np.array([(size[0] - width) / 2, (size[1] - height) / 2])
    seen = corners + middle + np.array([[rng.uniform(-wander, wander) for _ in "xy"] for _ in corners])
    warp = cv2.getPerspectiveTransform(corners, seen.astype(np.float32))
    view = cv2.warpPerspective(paper, warp, size, borderValue=(126, 98, 72))
    light = np.linspace(rng.uniform(0.78, 0.9), 1.04, size[0], dtype=np.float32)[None, :, None]
    dim = np.clip(cv2.GaussianBlur(view, (0, 0), 0.7).astype(np.float32) * light + _grain(view.shape, 2.0, rng), 0, 255)
    return Image.fromarray(dim.astype(np.uint8))


def _pixels(page: Image.Image, tint: Tint) -> Pixels:
    return np.asarray(page if tint is Tint.COLOUR else page.convert("L"), np.uint8)


def _show_through(front: Pixels, back: Pixels, dpi: float, rng: Random) -> Pixels:
    """Darken ``front`` where the other side, mirrored and softened by the paper, has ink."""
    mirrored = cv2.GaussianBlur(np.ascontiguousarray(back[:, ::-1]), (0, 0), dpi / 140)
    drift = np.array([[1, 0, rng.uniform(-3, 3)], [0, 1, rng.uniform(-3, 3)]], np.float32)
    border = (255, 255, 255)
    mirrored = cv2.warpAffine(mirrored, drift, (front.shape[1], front.shape[0]), borderValue=border)
    shadow = (255 - mirrored.astype(np.float32)) * rng.uniform(0.07, 0.16)
    return _levels(front - shadow)


def _ruin(pixels: Pixels, dpi: float, rng: Random) -> Pixels:
    smeared = cv2.GaussianBlur(pixels, (0, 0), dpi * rng.uniform(0.045, 0.06), sigmaY=dpi * rng.uniform(0.03, 0.04))
    faint = 244 - (255 - smeared.astype(np.float32)) * rng.uniform(0.25, 0.4)
    return _levels(faint)


def _mark(pixels: Pixels, grade: Grade, dpi: float, rng: Random) -> Pixels:
    """Staple, punch, fold and shade the paper, each by chance."""
    marked = pixels.copy()
    for leave in (_staple, _holes, _fold, _edge):
        if rng.random() < grade.marks:
            leave(marked, dpi, rng)
    return marked


def _staple(pixels: Pixels, dpi: float, rng: Random) -> None:
    x, y = round(dpi * rng.uniform(0.25, 0.5)), round(dpi * rng.uniform(0.25, 0.5))
    end = (x + round(dpi * 0.4), y + round(dpi * rng.uniform(-0.15, 0.15)))
    cv2.line(pixels, (x, y + 3), (end[0], end[1] + 3), (190, 190, 190), max(2, round(dpi / 40)))
    cv2.line(pixels, (x, y), end, (70, 70, 75), max(2, round(dpi / 60)))


def _holes(pixels: Pixels, dpi: float, rng: Random) -> None:
    x, middle, half = round(dpi * rng.uniform(0.4, 0.5)), pixels.shape[0] // 2, round(dpi * 1.575)
    shade = rng.choice((30, 60, 215))
    for y in (middle - half, middle + half):
        cv2.circle(pixels, (x, y), round(dpi * 0.11), (shade, shade, shade), -1)


def _fold(pixels: Pixels, dpi: float, rng: Random) -> None:
    y, thick = round(pixels.shape[0] * rng.choice((0.333, 0.5, 0.667))), max(2, round(dpi * 0.03))
    band = pixels[y - thick : y + thick].astype(np.float32)
    ramp = np.linspace(-26, 14, len(band), dtype=np.float32).reshape(-1, *([1] * (band.ndim - 1)))
    pixels[y - thick : y + thick] = np.clip(band + ramp, 0, 255).astype(np.uint8)


def _edge(pixels: Pixels, dpi: float, rng: Random) -> None:
    width = round(dpi * rng.uniform(0.03, 0.1))
    side = (slice(None), slice(0, width)) if rng.random() < 0.5 else (slice(None), slice(-width, None))
    pixels[side] = (pixels[side] * 0.3).astype(np.uint8)


def _lay_down(pixels: Pixels, grade: Grade, rng: Random) -> Pixels:
    """Turn the page by the small angle at which it went in."""
    angle = rng.uniform(-grade.skew, grade.skew)
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    lid = (250, 250, 250)
    return np.asarray(cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=lid), np.uint8)


def _expose(pixels: Pixels, grade: Grade, dpi: float, rng: Random) -> Pixels:
    """Soften, fade and grain the image as optics, lamp and sensor do."""
    softness = grade.blur * dpi / 200 * rng.uniform(0.6, 1.1)
    soft = cv2.GaussianBlur(pixels, (0, 0), max(softness, 0.2)).astype(np.float32)
    fading = grade.faded * rng.random()
    white, black = 255 - 60 * fading * rng.random(), 150 * fading
    lit = black + soft * ((white - black) / 255)
    # Scanners push paper beyond white, so most grain on it is clipped.
    return _levels(lit + 4 + _grain(pixels.shape, grade.noise, rng))


def _levels(values: NDArray[np.float32]) -> Pixels:
    return np.asarray(np.clip(values, 0, 255), np.uint8)


def _grain(shape: tuple[int, ...], deviation: float, rng: Random) -> NDArray[np.float32]:
    dice = np.random.default_rng(rng.randrange(2**32))
    grain = dice.standard_normal(shape[:2], dtype=np.float32) * deviation
    return grain if len(shape) == 2 else grain[:, :, None]


def _threshold(pixels: Pixels) -> Pixels:
    around = cv2.GaussianBlur(pixels, (0, 0), 25).astype(np.float32)
    return np.asarray(np.where(pixels < np.minimum(around - 22, 205), 0, 255), np.uint8)
