"""Pages to tell hands from print with: documents, filled forms, signed pages and letters, each with its truth.

Real handwriting comes from pages of the corpus, cut into lines; drawn handwriting from the fonts of ``training.fonts``.
Nothing that one split draws with (writers, fonts, typefaces) serves another.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from training.canvas import BLACK, BLUE, GREY, Canvas, Ink
from training.desk import ACCENTS, Desk, Draft, long_date
from training.documents import DRAWERS
from training.documents.income import payslips
from training.documents.lease import CLAUSES
from training.fonts import HANDS, PRINT, Faces, Family, Hand, Weight
from training.handwriting import DARK, handwritten_page, write
from training.marks import seal, signature, stamp
from training.people import Household, Office, household

DAY = date(2026, 5, 6)
OFFICE = Office("10691", "057", "HABITAT DU VAL")
PLACEHOLDER = re.compile(r"\{\w+\}")
PRINTED, BY_HAND, SIGNED, STAMPED = range(4)
TRUTHS: tuple[Ink, ...] = ((0, 255, 255), (255, 0, 255), (255, 255, 0), (0, 0, 255))
"""The colours in which the truth of a page shows its four kinds of writing; white where there is none."""
LABELS = ("Nom de naissance", "Prénom(s)", "Né(e) le", "Commune", "Adresse actuelle", "Code postal", "Téléphone",
          "Courriel", "Situation", "Employeur", "Profession", "Date d'entrée", "Montant mensuel", "Nom du bailleur",
          "Nombre de personnes", "N° d'allocataire", "Fait à", "Observations")  # fmt: skip


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


def document(desk: TracedDesk, home: Household, _writer: Writer, kind: str | None = None) -> TracedCanvas:
    """A printed document as it comes: cards, tables, forms, payslips; some of its issuers sign and stamp."""
    kind = kind or desk.rng.choice((*sorted(DRAWERS), "RES-BUL"))
    draft: Draft = payslips(desk, home, 1)[0] if kind == "RES-BUL" else DRAWERS[kind](desk, home)
    drawn = [page for page in desk.pages if any(page.image is side for side in draft.sides)]
    return desk.rng.choice(drawn or desk.pages)


def signed(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """A printed document on which somebody signed, stamped and noted something in the margin."""
    page, rng = document(desk, home, writer), desk.rng
    _sign(page, rng)
    for scrap in rng.sample(list(writer), min(len(writer), rng.randint(0, 3))):
        cut = scrap.at(page.dpi)
        place = page.room(page.mm(cut.width), page.mm(cut.height), rng)
        if place is not None:
            page.lay(cut, *place, rng.choice((BLUE, DARK)))
    return page


def form(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """A printed form that a household filled in by hand, dated and signed."""
    page, rng = desk.page(), desk.rng
    page.text(105, 12, rng.choice(("Demande de logement social", "Déclaration de situation", "Attestation")), 15,
              "bold", anchor="ma")  # fmt: skip
    y, ink, size = 26.0, rng.choice((BLUE, DARK)), rng.uniform(8.5, 10.5)
    lines = _answers(writer, page.dpi, rng)
    for label in rng.sample(LABELS, rng.randint(8, len(LABELS))):
        page.text(16, y, f"{label} :", size, ink=rng.choice((BLACK, GREY)))
        left = 18 + page.width_of(f"{label} :", size)
        page.line(left, y + 4.5, 196, y + 4.5, GREY, 0.15)
        if rng.random() < 0.85:
            _answer(page, desk.hand, lines, left + 2, y, home, ink)
        y += rng.uniform(8.5, 10.5)
    for title, clause in rng.sample(list(CLAUSES), rng.randint(1, 3)):
        words = f"{title}. {PLACEHOLDER.sub('convenu', clause)}"
        y = page.paragraph(16, y + 2, 178, words, size - 1)
    page.text(120, min(y + 6, 250), f"Fait le {long_date(desk.day)}, signature :", size)
    _sign(page, rng)
    return page


def _answers(writer: Writer, dpi: int, rng: Random) -> list[Image.Image]:
    """Return short pieces of real lines, low enough to stand on a form."""
    pieces = []
    for scrap in rng.sample(list(writer), min(len(writer), 20)):
        line = scrap.at(dpi)
        tall = dpi / 25.4 * rng.uniform(6.0, 8.5)
        line = line.resize((max(1, round(line.width * tall / line.height)), round(tall)))
        pieces.append(line.crop((0, 0, min(line.width, round(dpi / 25.4 * rng.uniform(20, 95))), line.height)))
    return pieces


def _answer(
    page: TracedCanvas, hand: Hand, lines: list[Image.Image], x: float, y: float, home: Household, ink: Ink
) -> None:
    """Fill in one field: with a real line while there are some, else with a font."""
    if lines:
        page.lay(lines.pop(), x, y - 2.5, ink)
        return
    rng = Random(f"{x}{y}")
    words = rng.choice((home.demandeur.full, home.rue, home.ville, home.employeur, home.metier))
    page.noting(BY_HAND, lambda: write(page, hand, x, y - 2, words[:40], 13, rng, ink))


def _sign(page: TracedCanvas, rng: Random) -> None:
    """Sign where there is room, and stamp now and then."""
    ink, place = rng.choice((BLUE, DARK)), page.room(45, 16, rng)
    if place is not None:
        page.noting(SIGNED, lambda: signature(page, place[0] + 3, place[1] + 12, rng.uniform(22, 38), rng, ink))
    spot = page.room(46, 34, rng) if rng.random() < 0.6 else None
    if spot is not None and rng.random() < 0.4:
        page.noting(STAMPED, lambda: seal(page, *spot, "MAIRIE DE VALMOREL · ÉTAT CIVIL ·", rng, ink))
    elif spot is not None:
        lines = ["HABITAT DU VAL", "SERVICE LOCATION", long_date(DAY)]
        page.noting(STAMPED, lambda: stamp(page, spot[0] + 2, spot[1] + 6, lines, rng, ink))


def letter(desk: TracedDesk, _home: Household, writer: Writer) -> TracedCanvas:
    """A page written wholly by a real hand, its lines laid on new paper, plain or ruled."""
    page, rng, ink = desk.page(), desk.rng, desk.rng.choice((BLUE, DARK, BLACK))
    if rng.random() < 0.5:
        for rule in range(30):
            page.line(8, 20 + rule * 9, 202, 20 + rule * 9, (196, 206, 228), 0.15)
    for scrap in writer:
        page.lay(scrap.at(page.dpi), scrap.x, scrap.y, ink)
    return page


def drawn_letter(desk: TracedDesk, home: Household, _writer: Writer) -> TracedCanvas:
    """A page written wholly in a script font."""
    image = handwritten_page(desk, home).sides[0]
    page = next(page for page in desk.pages if page.image is image)
    page.note(BY_HAND, (0, 0, page.image.width, page.image.height))
    return page


KINDS: dict[str, tuple[Callable[[TracedDesk, Household, Writer], TracedCanvas], bool]] = {
    "document": (document, False),
    "signed": (signed, False),
    "form": (form, False),
    "letter": (letter, True),
    "drawn letter": (drawn_letter, True),
}
"""How each kind of page is drawn, and whether it is handwritten."""
