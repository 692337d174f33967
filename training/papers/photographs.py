"""Photographs that come alone, without a word: rooms with mould, fronts of houses, identity photographs (HPR-PHO)."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from training.canvas import Ink
from training.desk import Desk, Draft
from training.documents.parts import portrait
from training.papers.writers import Drawer, Drawers, by_family
from training.people import Household

Scene = Callable[[tuple[int, int], Random], Image.Image]
"""Draws a photograph of width × height pixels."""

WALLS: tuple[Ink, ...] = ((214, 206, 190), (196, 202, 208), (222, 214, 214), (204, 212, 196))


def _corner(size: tuple[int, int], rng: Random) -> Image.Image:
    """Draw the corner of a room whose walls are eaten by mould."""
    width, height = size
    wall = rng.choice(WALLS)
    image = Image.new("RGB", size, wall)
    pen = ImageDraw.Draw(image)
    edge, top, bottom = width * rng.uniform(0.3, 0.7), height * rng.uniform(0.15, 0.3), height * rng.uniform(0.7, 0.85)
    pen.polygon([(edge, top), (width, top * 0.3), (width, height), (edge, bottom)], _shade(wall, 0.86))
    pen.polygon([(0, 0), (width, 0), (width, top * 0.3), (edge, top), (0, top * 0.4)], _shade(wall, 1.08))
    pen.polygon([(0, height), (0, bottom * 1.1), (edge, bottom), (width, height)], (140, 112, 88))
    return _photographed(_stained(image, (edge / width, top / height), rng), rng)


def _window(size: tuple[int, int], rng: Random) -> Image.Image:
    """Draw a wall with a window, damp under its sill, and a radiator."""
    width, height = size
    wall = rng.choice(WALLS)
    x, y, w, h = width * rng.uniform(0.15, 0.4), height * 0.12, width * 0.42, height * 0.4
    image = _stained(Image.new("RGB", size, wall), ((x + w * 0.8) / width, 0.58), rng)
    pen = ImageDraw.Draw(image)
    pen.rectangle((x, y, x + w, y + h), (236, 240, 244), (120, 120, 118), max(3, width // 80))
    pen.line((x + w / 2, y, x + w / 2, y + h), (150, 150, 148), max(3, width // 60))
    for fin in range(9):
        left = x + w * fin / 9
        pen.rectangle((left, height * 0.64, left + w / 12, height * 0.84), (232, 232, 230), (180, 180, 178))
    pen.rectangle((0, height * 0.93, width, height), (110, 90, 74))
    return _photographed(image, rng)


def _front(size: tuple[int, int], rng: Random) -> Image.Image:
    """Draw the front of a block of flats under the sky."""
    width, height = size
    image = Image.new("RGB", size, (176, 200, 226))
    pen = ImageDraw.Draw(image)
    wall, roof = rng.choice(WALLS), height * rng.uniform(0.12, 0.25)
    pen.rectangle((width * 0.08, roof, width * 0.92, height * 0.9), wall)
    pen.rectangle((0, height * 0.9, width, height), (104, 108, 104))
    floors, bays = rng.randint(3, 6), rng.randint(4, 7)
    for floor in range(floors):
        for bay in range(bays):
            x = width * (0.12 + 0.78 * bay / bays)
            y = roof + (height * 0.88 - roof) * (floor + 0.2) / floors
            w, h = width * 0.45 / bays, (height * 0.88 - roof) * 0.5 / floors
            pen.rectangle((x, y, x + w, y + h), _shade((84, 100, 120), rng.uniform(0.6, 1.4)), (240, 240, 236), 2)
            if bay % 2:
                pen.rectangle((x - w * 0.1, y + h * 0.7, x + w * 1.1, y + h * 1.15), _shade(wall, 0.7))
    return _photographed(image, rng)


def _stained(image: Image.Image, around: tuple[float, float], rng: Random) -> Image.Image:
    """Let dark blotches grow on a wall; ``around``: shares of width and height where they are thickest."""
    width, height = image.size
    noise = np.random.default_rng(rng.randrange(2**32))
    growth = sum(
        (_grown(noise.random((grain, grain)), image.size) / level for level, grain in enumerate((7, 19, 61, 151), 1)),
        start=np.zeros((height, width)),
    )
    across, down = np.linspace(0, 1, width)[None, :], np.linspace(0, 1, height)[:, None]
    far = np.hypot(across - around[0], down - around[1])
    dark = np.clip((growth - 0.85 - far * 1.1) * 3.5, 0, 1)[..., None] * rng.uniform(0.6, 0.9)
    stain = np.array(rng.choice(((38, 42, 34), (60, 52, 40), (28, 30, 32))))
    return Image.fromarray((np.asarray(image) * (1 - dark) + stain * dark).astype(np.uint8))


def _grown(grains: NDArray[np.float64], size: tuple[int, int]) -> NDArray[np.float64]:
    smooth = Image.fromarray(grains.astype(np.float32)).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(smooth, np.float64)


def _photographed(image: Image.Image, rng: Random) -> Image.Image:
    """Return a scene as a telephone takes it: uneven light, grain, a little blur."""
    width, height = image.size
    noise = np.random.default_rng(rng.randrange(2**32)).normal(0, 6, (height, width, 1))
    across, down = np.linspace(-1, 1, width)[None, :, None], np.linspace(-1, 1, height)[:, None, None]
    light = 1 - 0.25 * np.hypot(across - rng.uniform(-0.5, 0.5), down - rng.uniform(-0.5, 0.5))
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(max(1, width // 500))), np.float32)
    return Image.fromarray(np.clip(soft * light + noise, 0, 255).astype(np.uint8))


def _shade(ink: Ink, by: float) -> Ink:
    red, green, blue = (min(255, round(part * by)) for part in ink)
    return red, green, blue


def _filling(*scenes: Scene) -> Drawer:
    """Return who draws a photograph printed over the whole page, or nearly."""

    def draw(desk: Desk, _: Household) -> Draft:
        page, margin = desk.page(), desk.rng.choice((0.0, 0.0, 10.0))
        size = page.px(210 - 2 * margin), page.px(297 - 2 * margin)
        page.paste(desk.rng.choice(scenes)(size, desk.rng), margin, margin)
        return Draft("HPR-PHO", None, (page.image,), "P01")

    return draw


def _prints(count: int, *scenes: Scene) -> Drawer:
    """Return who draws prints of 10 × 15 cm glued on a page."""

    def draw(desk: Desk, _: Household) -> Draft:
        page = desk.page()
        for place in range(count):
            shot = desk.rng.choice(scenes)((page.px(148), page.px(100)), desk.rng).convert("RGBA")
            turned = shot.rotate(desk.rng.uniform(-2, 2), Image.Resampling.BICUBIC, expand=True)
            page.paste(turned, desk.rng.uniform(18, 36), 18 + place * 122)
        return Draft("HPR-PHO", None, (page.image,), "P01")

    return draw


def _identity_photographs(desk: Desk, _: Household) -> Draft:
    """Draw a strip of identity photographs laid on the glass."""
    page, count = desk.page(), desk.rng.choice((1, 2, 4))
    shot = portrait(page, 35, 45, desk.rng)
    x, y = desk.rng.uniform(15, 110), desk.rng.uniform(20, 180)
    for place in range(count):
        page.paste(shot, x + place % 2 * 37, y + place // 2 * 47)
    return Draft("HPR-PHO", None, (page.image,), "P01")


DRAWERS: Drawers = {
    "HPR-PHO": by_family(
        first=(_filling(_corner), _prints(2, _front, _corner), _identity_photographs),
        second=(_filling(_front), _prints(1, _window), _identity_photographs),
        third=(_prints(2, _window), _filling(_window)),
    )
}
