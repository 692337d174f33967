"""Sheets with a photograph and a stamp, as prefectures print them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PIL import Image

from training.canvas import Canvas, Ink
from training.desk import Desk, long_date, short_date
from training.documents.parts import guilloche, portrait
from training.marks import seal, signature, stamp
from training.papers.card_faces import beside, figures, under
from training.papers.nationalities import ADJECTIVES
from training.people import Household, Someone

A5_UPRIGHT, A5_LYING, FOLDED = (148.0, 205.0), (205.0, 145.0), (200.0, 140.0)  # mm
PAPER: Ink = (243, 240, 226)
BEIGE, GREEN, BLUE = (228, 222, 200), (206, 224, 208), (206, 214, 232)


@dataclass(frozen=True, slots=True)
class Notice:
    """A sheet to be given. ``said``: what it states; in braces, ``who``, ``born``, ``asked``, ``ended``, ``nation``.

    ``rights``: what it lets its holder do, ``small``: what is printed under it; ``days``: how long it is valid.
    """

    title: str
    said: str
    rights: str
    small: str
    days: int


@dataclass(frozen=True, slots=True)
class Issued:
    """A sheet given to somebody. ``agdref``: the ten digits by which the prefecture knows the person."""

    notice: Notice
    who: Someone
    home: Household
    agdref: str
    since: date
    until: date

    @property
    def said(self) -> str:
        who, asked = self.who, self.since - timedelta(days=9)
        return self.notice.said.format(
            who=f"{who.civility} {who.full}",
            born=f"{who.born} le {short_date(who.naissance)} à {who.lieu}",
            nation=ADJECTIVES[who.nation],
            asked=long_date(asked),
            ended=short_date(self.since + timedelta(days=20)),
        )


Sheet = Callable[[Desk, Issued], tuple[Image.Image, ...]]


def upright(desk: Desk, given: Issued) -> tuple[Image.Image, ...]:
    """Draw half a sheet: title, photograph at the left, statement, stamp over the photograph."""
    face = _paper(desk, A5_UPRIGHT, BEIGE)
    face.text(74, 6, "RÉPUBLIQUE FRANÇAISE", 9, "bold", anchor="ma")
    face.text(74, 11, f"PRÉFECTURE DE {given.home.commune}", 9, anchor="ma")
    face.text(8, 18, f"N° étranger : {given.agdref}", 9, "bold")
    y = _heading(face, 74, 26, given.notice.title, 120)
    face.paste(portrait(face, 32, 41, desk.rng), 8, y)
    under(face, 46, y, _identity(given), 8.2, 6.5, 9)
    y = face.paragraph(8, y + 50, 132, given.said, 9.5, leading=1.4)
    y = face.paragraph(8, y + 3, 132, given.notice.rights, 9.5, "bold")
    face.text(8, y + 3, f"Valable du {short_date(given.since)} au {short_date(given.until)}", 11, "bold")
    signature(face, 96, y + 22, 28, desk.rng)
    face.text(84, y + 10, "Pour le préfet et par délégation", 7.5, "italic")
    stamp(face, 20, 58, ["PRÉFECTURE", given.home.commune], desk.rng)
    face.paragraph(8, 192, 132, given.notice.small, 6, leading=1.2)
    return (face.image,)


def lying(desk: Desk, given: Issued) -> tuple[Image.Image, ...]:
    """Draw half a sheet lengthwise, statement at the left and photograph at the right; on its back, extensions."""
    face = _paper(desk, A5_LYING, GREEN)
    face.text(8, 6, "RÉPUBLIQUE FRANÇAISE – MINISTÈRE DE L'INTÉRIEUR", 8.5, "bold")
    face.text(8, 11, f"Préfecture de {given.home.commune.title()}, bureau du séjour", 8.5)
    face.text(197, 6, f"AGDREF {given.agdref}", 9, "bold", anchor="ra")
    y = _heading(face, 80, 20, given.notice.title, 140)
    face.paste(portrait(face, 35, 45, desk.rng), 160, 18)
    y = face.paragraph(8, y, 144, given.said, 10, leading=1.5)
    y = face.paragraph(8, y + 3, 144, given.notice.rights, 10, "italic")
    dates = [("Délivré le", short_date(given.since)), ("VALABLE JUSQU'AU", short_date(given.until))]
    beside(face, 8, y + 5, dates, 7, 42, 9, 11)
    seal(face, 140, 84, f"PREFECTURE {given.home.commune} ", desk.rng)
    signature(face, 160, 112, 30, desk.rng)
    face.paragraph(8, 132, 180, given.notice.small, 6, leading=1.2)
    back = _paper(desk, A5_LYING, GREEN)
    rows = [
        ["Prolongations et changements d'adresse", "du", "au"],
        [f"{given.home.rue}, {given.home.ville}", short_date(given.since), short_date(given.until)],
        ["", "", ""],
    ]
    back.table(8, 10, (120, 34, 34), rows, 9)
    return face.image, back.image


def two_columns(desk: Desk, given: Issued) -> tuple[Image.Image, ...]:
    """Draw a sheet folded in the middle: who at the left, what at the right."""
    face = _paper(desk, FOLDED, BEIGE)
    face.line(100, 0, 100, 140, (200, 196, 184), 0.3)
    face.text(50, 6, "République Française", 9, "italic", anchor="ma")
    face.paste(portrait(face, 30, 38, desk.rng), 8, 14)
    face.text(44, 16, "PHOTOGRAPHIE DU TITULAIRE", 5)
    rows = [*_identity(given), ("Demeurant", given.home.rue), ("", given.home.ville)]
    beside(face, 8, 58, rows, 7, 26, 7, 8.5)
    signature(face, 46, 128, 26, desk.rng)
    face.text(8, 120, "Signature du titulaire", 6.5, "italic")
    y = _heading(face, 150, 8, given.notice.title, 88)
    y = face.paragraph(105, y, 90, given.said, 8.5, leading=1.35)
    y = face.paragraph(105, y + 2, 90, given.notice.rights, 8.5)
    face.text(105, y + 3, f"Fait à {given.home.commune.title()}, le {short_date(given.since)}", 8.5)
    face.text(105, y + 9, f"Expire le {short_date(given.until)}", 10, "bold")
    stamp(face, 128, 104, ["LE PRÉFET", f"({given.home.ville[:2]})"], desk.rng, (150, 30, 50))
    face.paragraph(105, 128, 90, given.notice.small, 5.5, leading=1.2)
    return (face.image,)


def form(desk: Desk, given: Issued) -> tuple[Image.Image, ...]:
    """Draw a printed sheet of today: boxes, bilingual captions, bars at the top."""
    face = _paper(desk, A5_UPRIGHT, BLUE)
    face.box(0, 0, 148, 7, thick=0, fill=(40, 60, 130))
    face.text(8, 11, "Préfecture", 7)
    face.text(8, 14.5, given.home.commune, 9, "bold")
    face.text(140, 11, f"N° {figures(desk.rng, 4)} / {given.agdref}", 8, "bold", anchor="ra")
    y = _heading(face, 74, 24, given.notice.title, 130)
    face.box(6, y - 2, 136, 56, (90, 100, 140), 0.3)
    face.paste(portrait(face, 34, 44, desk.rng), 104, y + 3)
    under(face, 10, y + 2, [*_identity(given), ("Adresse", f"{given.home.rue} {given.home.ville}"[:40])], 8.8, 5.8, 8.5)
    face.box(6, y + 56, 136, 15, (90, 100, 140), 0.3)
    validity = f"{short_date(given.since)}     →     {short_date(given.until)}"
    under(face, 10, y + 58, [("Début et fin de validité / Valid from, until", validity)], 6, 6, 11)
    y = face.paragraph(8, y + 76, 132, given.said, 9, leading=1.4)
    face.paragraph(8, y + 2, 132, given.notice.rights, 9, "bold")
    seal(face, 90, 150, f"* {given.home.commune} * PREFECTURE ", desk.rng, (40, 50, 110))
    face.paragraph(8, 194, 132, given.notice.small, 5.5, leading=1.2)
    return (face.image,)


def _paper(desk: Desk, size: tuple[float, float], tint: Ink) -> Canvas:
    face = Canvas.blank(desk.dpi, desk.faces, *size, PAPER)
    guilloche(face, tint, desk.rng)
    face.box(0.2, 0.2, size[0] - 0.4, size[1] - 0.4, (190, 186, 170), 0.2)
    return face


def _heading(face: Canvas, middle: float, y: float, title: str, width: float) -> float:
    """Write the title on as many lines as it needs; return the y below."""
    for line in face.wrap(title, width, 11, "bold"):
        face.text(middle, y, line, 11, "bold", anchor="ma")
        y += 5.6
    return y + 3


def _identity(given: Issued) -> list[tuple[str, str]]:
    who = given.who
    return [
        ("Nom", who.nom.upper()),
        ("Prénom(s)", who.prenoms.replace(" ", ", ")),
        (who.gendered("Née le", "Né le"), f"{short_date(who.naissance)} à {who.lieu}"),
        ("Nationalité", ADJECTIVES[who.nation]),
    ]
