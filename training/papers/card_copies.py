"""Copies of cards on paper: where the faces lie, how large, on one page or two, in colour or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from PIL import Image, ImageOps

from training.canvas import Canvas
from training.desk import Desk, Draft
from training.papers.writers import Drawer
from training.people import Household, Someone

Faces = Callable[[Desk, Household, Someone], tuple[Image.Image, ...]]
"""Draws the faces of somebody's card, at the desk's resolution."""
Chooser = Callable[[Desk, Household], Someone]
"""Says whose card it is."""
Spot = tuple[float, float]

ASKEW = 1.6  # degrees that a card laid on the glass may be turned by
STRAY = 0.03  # share of the free room that a card may lie off its spot


@dataclass(frozen=True, slots=True)
class Placing:
    """How a card was copied.

    ``scale``: of the copy, 1 being life size. ``spots``: where each face lies, as shares of the room that it leaves
    across and down the page. ``pages``: all faces on one page, on a page each, or on both sides of a sheet.
    ``turn``: degrees, counter-clockwise. ``grey``: without colour.
    """

    scale: float
    spots: tuple[Spot, ...]
    pages: Literal["one", "each", "sheet"] = "one"
    turn: int = 0
    grey: bool = False


# What is learnt from.
STACKED = Placing(1.25, ((0.3, 0.08), (0.3, 0.62)))
TIGHT = Placing(1.0, ((0.12, 0.04), (0.12, 0.42)), grey=True)
BACK_TO_BACK = Placing(1.4, ((0.5, 0.2), (0.5, 0.2)), "sheet")
A_PAGE_EACH = Placing(1.1, ((0.4, 0.3), (0.4, 0.3)), "each", grey=True)
FIRST = (STACKED, TIGHT, BACK_TO_BACK, A_PAGE_EACH)
# What thresholds are taken from.
CENTRED = Placing(1.15, ((0.5, 0.15), (0.5, 0.75)))
LOW = Placing(1.0, ((0.1, 0.5), (0.6, 0.95)), grey=True)
ON_BOTH_SIDES = Placing(1.2, ((0.06, 0.05), (0.94, 0.05)), "sheet")
THIRD = (CENTRED, LOW, ON_BOTH_SIDES)
# What is tested on.
SIDE_BY_SIDE = Placing(0.98, ((0.05, 0.12), (0.95, 0.12)))
ENLARGED = Placing(1.6, ((0.5, 0.06), (0.5, 0.8)))
LYING = Placing(1.05, ((0.25, 0.1), (0.6, 0.85)), turn=90)
OVERLEAF = Placing(1.3, ((0.7, 0.45), (0.7, 0.45)), "sheet", grey=True)
SECOND = (SIDE_BY_SIDE, ENLARGED, LYING, OVERLEAF)


def anyone(desk: Desk, home: Household) -> Someone:
    """The applicant or the partner, by lot."""
    return desk.rng.choice(home.adults)


def copies(
    kind: str, faces: Faces, ways: Sequence[Placing], whose: Chooser = anyone, motif: str | None = None
) -> Drawer:
    """Return who draws copies of somebody's card, placed in one of ``ways``."""

    def draw(desk: Desk, home: Household) -> Draft:
        who, way = whose(desk, home), desk.rng.choice(ways)
        return placed(kind, who.role, desk, way, faces(magnified(desk, way), home, who), motif)

    return draw


def together(kind: str, faces: Faces, way: Placing, whose: Callable[[Household], Sequence[Someone]]) -> Drawer:
    """Return who draws the fronts of two people's cards on a sheet, which is filed as the first one's."""

    def draw(desk: Desk, home: Household) -> Draft:
        holders = whose(home)
        fronts = tuple(faces(magnified(desk, way), home, who)[0] for who in holders)
        return placed(kind, holders[0].role, desk, way, fronts)

    return draw


def magnified(desk: Desk, way: Placing) -> Desk:
    """Return a desk at whose resolution a card comes out at the scale of the copy."""
    return replace(desk, dpi=round(desk.dpi * way.scale))


def placed(
    kind: str, role: str | None, desk: Desk, way: Placing, faces: Sequence[Image.Image], motif: str | None = None
) -> Draft:
    """Lay ``faces`` on paper; a card whose copy has fewer faces than spots leaves the last ones empty."""
    page, sides = desk.page(), list[Image.Image]()
    for face, spot in zip(faces, way.spots, strict=False):
        _lay(page, _seen(face, way, desk.rng), spot, desk.rng)
        if way.pages != "one":
            sides.append(page.image)
            page = desk.page()
    if way.pages == "one":
        sides.append(page.image)
    return Draft(kind, role, tuple(sides), motif, back_to_back=way.pages == "sheet" and len(sides) == 2)


def page_of(draft: Draft, desk: Desk) -> Canvas:
    """Return the first page of ``draft``, to draw more on it."""
    side = draft.sides[0]
    if isinstance(side, bytes):
        raise TypeError("what never was on paper cannot be drawn on")
    return Canvas(desk.dpi, desk.faces, side)


def _seen(face: Image.Image, way: Placing, rng: Random) -> Image.Image:
    """Return a face as the glass of the copier saw it."""
    if way.grey:
        face = ImageOps.autocontrast(ImageOps.grayscale(face), cutoff=(1, 4)).convert("RGB")
    turn = way.turn + rng.uniform(-ASKEW, ASKEW)
    return face.convert("RGBA").rotate(turn, Image.Resampling.BICUBIC, expand=True)


def _lay(page: Canvas, face: Image.Image, spot: Spot, rng: Random) -> None:
    free = page.image.width - face.width, page.image.height - face.height
    shares = (min(max(share + rng.uniform(-STRAY, STRAY), 0.0), 1.0) for share in spot)
    x, y = (round(room * share) for room, share in zip(free, shares, strict=True))
    page.paste(face, page.mm(x), page.mm(y))
