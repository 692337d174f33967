"""Cards and booklets as they are photocopied: enlarged, both faces on one page or back to back."""

from __future__ import annotations

from PIL import Image

from training.canvas import Canvas, Ink
from training.desk import Desk, Draft
from training.documents.parts import guilloche

BLUE_TINT: Ink = (196, 216, 236)
ROSE_TINT: Ink = (236, 206, 214)


def card(desk: Desk, width: float, height: float, tint: Ink) -> Canvas:
    """Return a card enlarged as photocopiers do."""
    enlarged = round(desk.dpi * (1.25 if desk.family == "A" else 1.12))
    drawn = Canvas.blank(enlarged, desk.faces, width, height, (246, 248, 250))
    guilloche(drawn, tint, desk.rng)
    drawn.box(0.3, 0.3, width - 0.6, height - 0.6, (150, 160, 175), 0.3)
    return drawn


def copied(desk: Desk, kind: str, role: str, recto: Image.Image, verso: Image.Image) -> Draft:
    """Lay both faces of a card on one page, or on the two sides of a sheet."""
    if desk.rng.random() < 0.6:
        page = desk.page()
        page.paste(recto, desk.rng.uniform(20, 45), 30)
        page.paste(verso, desk.rng.uniform(20, 45), 150)
        return Draft(kind, role, (page.image,))
    sides: list[Image.Image] = []
    for face in (recto, verso):
        page = desk.page()
        page.paste(face, 38, 60 if desk.family == "A" else 90)
        sides.append(page.image)
    return Draft(kind, role, tuple(sides), back_to_back=True)
