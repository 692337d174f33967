"""What faces of cards are made of: plastic, captions with their values, dates and numbers as cards write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from training.canvas import BLACK, Canvas, Ink
from training.desk import Desk
from training.documents.parts import guilloche
from training.fonts import Weight

Rows = Iterable[tuple[str, str]]
ID_1 = (85.6, 54.0)  # mm, of a bank card
ID_2 = (105.0, 74.0)  # mm, of the old identity card
WHITE: Ink = (247, 249, 250)
_CONSONANTS = "CFGHJKLMNPRTVWXYZ"


def plastic(desk: Desk, size: tuple[float, float], tint: Ink, paper: Ink = WHITE) -> Canvas:
    """Return the empty face of a card of ``size`` mm, with its waves and its edge."""
    face = Canvas.blank(desk.dpi, desk.faces, *size, paper)
    guilloche(face, tint, desk.rng)
    face.box(0.3, 0.3, size[0] - 0.6, size[1] - 0.6, (150, 160, 175), 0.3)
    return face


def fitted(
    face: Canvas, x: float, y: float, words: str, size: float, weight: Weight = "bold", ink: Ink = BLACK
) -> None:
    """Write a line from ``x``, smaller where it would otherwise run over the right edge."""
    room = face.mm(face.image.width) - x - 2.5
    if (width := face.width_of(words, size, weight)) > room:
        size *= room / width
    face.text(x, y, words, size, weight, ink)


def under(
    face: Canvas, x: float, y: float, rows: Rows, step: float, caption: float = 4.6, value: float = 7, ink: Ink = BLACK
) -> float:
    """Write captions, each with its value under it; return the y below. ``step``: mm from one to the next."""
    for label, said in rows:
        fitted(face, x, y, label, caption, "regular", ink)
        fitted(face, x, y + caption * 0.36 + 0.7, said, value)
        y += step
    return y


def beside(
    face: Canvas, x: float, y: float, rows: Rows, step: float, gap: float, caption: float = 5, value: float = 7
) -> float:
    """Write captions, each with its value ``gap`` mm to its right; return the y below."""
    for label, said in rows:
        face.text(x, y, label, caption)
        fitted(face, x + gap, y - (value - caption) * 0.25, said, value)
        y += step
    return y


def spaced(day: date) -> str:
    return f"{day:%d %m %Y}"


def dotted(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def given(desk: Desk, years: int) -> tuple[date, date]:
    """Return when a card valid ``years`` years was given, and when it ends: most are still valid."""
    issued = desk.day - timedelta(days=desk.rng.randint(20, round(years * 340)))
    return issued, later(issued, years)


def later(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28))


def figures(rng: Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def letters(rng: Random, count: int) -> str:
    return "".join(rng.choices(_CONSONANTS, k=count))
