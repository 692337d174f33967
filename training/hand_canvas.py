"""Paper on which hands and print are drawn with their truth: which kind of writing lies where.

Real handwriting comes from pages of the corpus, cut into lines; drawn handwriting from the fonts of ``training.fonts``.
Nothing that one split draws with (writers, fonts, typefaces) serves another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from training.canvas import BLACK, Canvas, Ink
from training.desk import ACCENTS, Desk
from training.fonts import HANDS, PRINT, Faces, Family, Hand, Weight
from training.people import Household, Office, household

DAY = date(2026, 5, 6)
OFFICE = Office("10691", "057", "HABITAT DU VAL")
PRINTED, BY_HAND, SIGNED, STAMPED = range(4)
TRUTHS: tuple[Ink, ...] = ((0, 255, 255), (255, 0, 255), (255, 255, 0), (0, 0, 255))
"""The colours in which the truth of a page shows its four kinds of writing; white where there is none."""


class Split(StrEnum):
    """What a page is for."""

    LEARN = "apprendre"
    TUNE = "régler"
    TEST = "éprouver"


_KLAVER = Hand("fonts-femkeklaver", "truetype/femkeklaver/femkeklaver.ttf")
_STEVE, _KRISTI, _SCHOOL, _DANCING = HANDS[Family.B]
_DRAWN: dict[Split, tuple[tuple[Hand, ...], tuple[Faces, ...]]] = {
    Split.LEARN: (HANDS[Family.A], PRINT[Family.A]),
    Split.TUNE: ((_KLAVER, _KRISTI), PRINT[Family.B][:2]),
    Split.TEST: ((_STEVE, _SCHOOL, _DANCING), PRINT[Family.B][2:]),
}


def split_of(source: str) -> Split:
    """Return what the pages of one source (a writer's text, a typist's file) are for: half, a fifth, the rest."""
    bucket = int(hashlib.sha256(source.encode()).hexdigest(), 16) % 10
    return Split.LEARN if bucket < 5 else Split.TUNE if bucket < 7 else Split.TEST


@dataclass(frozen=True, slots=True)
class Scrap:
    """A line cut out of a real page: how dark its ink is, 0–255, and where it lay, in mm."""

    ink: NDArray[np.uint8]
    dpi: float
    x: float
    y: float

    def at(self, dpi: int) -> Image.Image:
        scale = dpi / self.dpi
        size = max(1, round(self.ink.shape[1] * scale)), max(1, round(self.ink.shape[0] * scale))
        return Image.fromarray(self.ink).resize(size, Image.Resampling.BICUBIC)


Writer = Sequence[Scrap]
"""The lines of one real page."""


@dataclass(slots=True)
class TracedCanvas(Canvas):
    """A page that notes in colour, on a second sheet, what is writing and of which kind."""

    truth: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        Canvas.__post_init__(self)
        self.truth = Image.new("RGB", self.image.size, (255, 255, 255))

    def note(self, kind: int, corners: tuple[float, float, float, float]) -> None:
        """Note writing of ``kind`` within ``corners``, in pixels."""
        ImageDraw.Draw(self.truth).rectangle(corners, TRUTHS[kind])

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        weight: Weight = "regular",
        ink: Ink = BLACK,
        anchor: str = "la",
    ) -> None:
        Canvas.text(self, x, y, words, size, weight, ink, anchor)
        if not words.strip(" ._"):
            return  # a line to write on
        width = self.width_of(words, size, weight)
        left = x - {"l": 0.0, "m": width / 2, "r": width}[anchor[0]]
        self.note(PRINTED, (self.px(left), self.px(y), self.px(left + width), self.px(y + size * 0.36)))

    def lay(self, scrap: Image.Image, x: float, y: float, ink: Ink) -> None:
        """Write a line of real handwriting, its top left at (x, y) mm."""
        place = self.px(x), self.px(y)
        self.image.paste(ink, (*place, place[0] + scrap.width, place[1] + scrap.height), scrap)
        self.note(BY_HAND, (*place, place[0] + scrap.width, place[1] + scrap.height))

    def noting(self, kind: int, draw: Callable[[], None]) -> None:
        """Note as writing of ``kind`` the smallest rectangle around what ``draw`` draws."""
        before = np.asarray(self.image).copy()
        draw()
        rows, columns = np.nonzero((np.asarray(self.image) != before).any(axis=2))
        if len(rows):
            self.note(kind, (columns.min(), rows.min(), columns.max(), rows.max()))

    def room(self, width: float, height: float, rng: Random) -> tuple[float, float] | None:
        """Return the top left, in mm, of an empty place of ``width`` × ``height`` mm, or None when none is found."""
        for _ in range(40):
            x, y = rng.uniform(8, 200 - width), rng.uniform(8, 288 - height)
            spot = self.image.crop((self.px(x), self.px(y), self.px(x + width), self.px(y + height)))
            if np.asarray(spot.convert("L")).min() > 200:
                return x, y
        return None


@dataclass(frozen=True, slots=True)
class TracedDesk(Desk):
    """A desk whose pages note what is written on them."""

    pages: list[TracedCanvas] = field(default_factory=list)

    def page(self) -> TracedCanvas:
        self.pages.append(TracedCanvas.blank(self.dpi, self.faces))
        return self.pages[-1]

    def another(self) -> TracedDesk:
        """Return the desk of another issuer, of the same split."""
        return replace(self, accent=self.rng.choice(ACCENTS))


def desk_for(split: Split, rng: Random, dpi: int) -> tuple[TracedDesk, Household]:
    """Return a desk with the typefaces and hands of ``split``, and a household that it writes about."""
    hands, faces = _DRAWN[split]
    family = Family.A if split is Split.LEARN else Family.B
    desk = TracedDesk(family, rng, DAY, dpi, rng.choice(faces), rng.choice(hands), rng.choice(ACCENTS))
    return desk, household(family, rng, DAY, OFFICE)
