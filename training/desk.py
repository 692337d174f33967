"""What a document is drawn with, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from PIL import Image

from training.canvas import BLACK, Canvas, Ink
from training.fonts import Faces, Family, Hand, pick_faces, pick_hand

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
ACCENTS: tuple[Ink, ...] = (BLACK, (24, 56, 120), (120, 30, 40), (20, 90, 70), (70, 70, 80))


@dataclass(frozen=True, slots=True)
class Desk:
    """An issuer's ways: layout family, typeface, accent colour, day of writing, resolution, chance."""

    family: Family
    rng: Random
    day: date
    dpi: int
    faces: Faces
    hand: Hand
    accent: Ink

    @classmethod
    def of(cls, family: Family, rng: Random, day: date, dpi: int) -> Desk:
        return cls(family, rng, day, dpi, pick_faces(family, rng), pick_hand(family, rng), rng.choice(ACCENTS))

    def another(self) -> Desk:
        """Return the desk of another issuer."""
        faces, hand = pick_faces(self.family, self.rng), pick_hand(self.family, self.rng)
        return replace(self, faces=faces, hand=hand, accent=self.rng.choice(ACCENTS))

    def page(self) -> Canvas:
        return Canvas.blank(self.dpi, self.faces)


Side = Image.Image | bytes
"""A drawn side of paper; or, as a one-page PDF, a page that never was on paper."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A piece before any scanner. ``motif``: why it should be refused, None when it should be filed.

    ``sides`` follow each other; ``back_to_back``: each odd one and the next share a sheet. ``owner``: the numéro
    unique of whom it belongs to, when it does not lie in that dossier. ``asked``: only a person can say what it is.
    """

    type: str
    role: str | None
    sides: tuple[Side, ...]
    motif: str | None = None
    back_to_back: bool = False
    owner: str | None = None
    asked: bool = False


def long_date(day: date) -> str:
    return f"{day.day}{'er' if day.day == 1 else ''} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def months_back(day: date, count: int) -> date:
    """Return the first day of the month ``count`` months before that of ``day``."""
    index = day.year * 12 + day.month - 1 - count
    return date(index // 12, index % 12 + 1, 1)


def euros(amount: float) -> str:
    return f"{amount:,.2f}".replace(",", " ").replace(".", ",")
