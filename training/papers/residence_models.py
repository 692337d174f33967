"""The models of four years of residence permits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PIL import Image

from training import mrz
from training.canvas import Canvas
from training.desk import Desk
from training.doc2d import symbol
from training.documents.parts import machine_zone, portrait
from training.marks import signature, stamp
from training.papers.card_faces import ID_1, ID_2, beside, dotted, plastic, spaced, under
from training.papers.nationalities import ADJECTIVES
from training.people import Household, Someone

ROSE, BLUE, SAND = (236, 206, 214), (200, 214, 236), (226, 218, 198)


@dataclass(frozen=True, slots=True)
class Permit:
    """A permit as it is named on the card. ``ground``: why it was given; ``years``: how long it is valid."""

    name: str
    ground: str
    years: int


@dataclass(frozen=True, slots=True)
class Given:
    """A permit given to somebody. ``agdref``: the ten digits by which the prefecture knows the person."""

    permit: Permit
    who: Someone
    home: Household
    number: str
    agdref: str
    issued: date
    expiry: date

    @property
    def place(self) -> str:
        return f"PRÉFECTURE {self.home.ville[:2]} - {self.home.commune}"

    @property
    def zone(self) -> list[str]:
        who = self.who
        return mrz.td1(
            "IRFRA", self.number, self.agdref, who.naissance, who.sexe, self.expiry, who.nation, who.nom, who.prenoms
        )


Model = Callable[[Desk, Given], tuple[Image.Image, ...]]


def of_2020(desk: Desk, card: Given) -> tuple[Image.Image, ...]:
    who, front, back = card.who, plastic(desk, ID_1, ROSE), plastic(desk, ID_1, ROSE)
    front.text(3, 2.6, "TITRE DE SÉJOUR / RESIDENCE PERMIT", 6.8, "bold")
    front.text(82, 2.6, "FRA", 7, "bold", anchor="ra")
    front.paste(portrait(front, 24, 31, desk.rng), 3, 12)
    front.text(30, 7, card.number, 8, "bold")
    rows = (
        ("NOM Prénoms / NAME Forenames", f"{who.nom.upper()} {who.prenoms}"),
        ("SEXE/SEX  NATIONALITÉ/NATIONALITY  DATE DE NAISS./DATE OF BIRTH", _line(who)),
        ("CATÉGORIE DU TITRE / TYPE OF PERMIT", card.permit.name),
        ("N° PERSONNEL / PERSONAL NO     DATE D'EXPIR./EXPIRY DATE", f"{card.agdref}        {spaced(card.expiry)}"),
        ("REMARQUES / REMARKS", card.permit.ground),
    )
    under(front, 30, 11, rows, 8, 4.2, 6.4)
    back.box(4, 5, 11, 9, (150, 130, 60), 0.3, (214, 190, 110))
    overleaf = (
        ("DATE, LIEU DE DÉLIVRANCE / DATE, PLACE OF ISSUE", f"{spaced(card.issued)}  {card.place}"),
        ("LIEU DE NAISSANCE / PLACE OF BIRTH", who.lieu.upper()),
        ("ADRESSE / ADDRESS", f"{card.home.rue} {card.home.ville}".upper()),
    )
    under(back, 20, 4, overleaf, 8.5, 4.2, 5.6)
    return front.image, _zoned(back, card)


def of_2011(desk: Desk, card: Given) -> tuple[Image.Image, ...]:
    who, front, back = card.who, plastic(desk, ID_1, BLUE), plastic(desk, ID_1, BLUE)
    front.text(42, 2.2, "RÉPUBLIQUE FRANÇAISE", 5.5, anchor="ma")
    front.text(42, 5, "TITRE DE SÉJOUR", 9, "bold", anchor="ma")
    front.text(82, 2.6, card.number, 7, "bold", anchor="ra")
    front.paste(portrait(front, 22, 28, desk.rng), 4, 12)
    rows = (
        ("NOM :", f"{who.nom.upper()} {who.prenom}"),
        ("VALABLE JUSQU'AU :", dotted(card.expiry)),
        ("DÉLIVRÉ LE :", f"{dotted(card.issued)} À {card.home.commune}"),
        ("TYPE DE TITRE :", ""),
    )
    y = beside(front, 29, 11.5, rows, 6, 18, 4.6, 6.4)
    front.text(29, y - 2, card.permit.name, 6.6, "bold")
    front.text(29, y + 3, "REMARQUES :", 4.6)
    front.paragraph(29, y + 5.6, 53, card.permit.ground, 5.6, "bold", leading=1.2)
    signature(front, 8, 47, 16, desk.rng)
    overleaf = (
        ("SEXE", who.sexe),
        ("DATE ET LIEU DE NAISSANCE", f"{dotted(who.naissance)}  {who.lieu.upper()}"),
        ("NATIONALITÉ", ADJECTIVES[who.nation].upper()),
        ("ADRESSE", f"{card.home.rue} {card.home.ville}".upper()),
    )
    beside(back, 4, 4, overleaf, 5.2, 30, 4.6, 5.8)
    back.text(4, 27, f"N° ÉTRANGER {card.agdref}     DATE D'ENTRÉE EN FRANCE {dotted(card.home.depot)}", 4.8)
    return front.image, _zoned(back, card)


def of_2024(desk: Desk, card: Given) -> tuple[Image.Image, ...]:
    """With a code of the state on its back, captions after their values, and the photograph at the right."""
    who, front, back = card.who, plastic(desk, ID_1, SAND), plastic(desk, ID_1, SAND)
    front.box(3, 2.5, 7, 5, thick=0, fill=(40, 60, 140))
    front.text(6.5, 3.4, "FR", 6.5, "bold", (250, 230, 90), "ma")
    front.text(12, 2.2, "RÉPUBLIQUE FRANÇAISE", 6, "bold")
    front.text(12, 5, "Titre de séjour · Residence permit · Aufenthaltstitel", 4.8)
    front.paste(portrait(front, 26, 33, desk.rng), 57, 9)
    rows = (
        ("Nom / Surname", who.nom.upper()),
        ("Prénom(s) / Given name(s)", who.prenoms.replace(" ", ", ")),
        ("Sexe · Nationalité · Date de naissance", _line(who)),
        ("Nature du titre / Kind of permit", card.permit.name),
        ("Observations", card.permit.ground),
        ("Fin de validité · N° du document", f"{spaced(card.expiry)}   {card.number}"),
    )
    under(front, 4, 10, rows, 7, 4, 6)
    code = symbol(f"ANTS{card.number}{card.agdref}", back.px(0.5))
    back.paste(code, 82 - back.mm(code.width), 3)
    overleaf = (
        ("Numéro étranger / Foreigner number", card.agdref),
        ("Délivré le · par / Issued on · by", f"{spaced(card.issued)}  {card.place}"),
        ("Lieu de naissance", who.lieu.upper()),
        ("Domicile / Address", card.home.ville.upper()),
    )
    under(back, 4, 3, overleaf, 7.4, 4, 5.6)
    return front.image, _zoned(back, card)


def of_2002(desk: Desk, card: Given) -> tuple[Image.Image, ...]:
    """Laminated paper, larger than cards are now: typed, stamped, one face with all that matters."""
    who, front, back = card.who, plastic(desk, ID_2, ROSE, (250, 240, 240)), plastic(desk, ID_2, ROSE, (250, 240, 240))
    front.text(52, 3, "RÉPUBLIQUE FRANÇAISE", 7, anchor="ma")
    front.text(52, 7, card.permit.name, 8.5, "bold", anchor="ma")
    front.text(101, 12.5, f"N° {card.agdref}", 7.5, "bold", anchor="ra")
    front.paste(portrait(front, 28, 36, desk.rng), 5, 15)
    rows = (
        ("Nom", who.nom.upper()),
        (who.gendered("Prénoms, née le", "Prénoms, né le"), f"{who.prenom}, {dotted(who.naissance)}"),
        ("à", who.lieu.upper()),
        ("Nationalité", ADJECTIVES[who.nation]),
        ("Motif du séjour", ""),
        ("", card.permit.ground),
        ("Du", f"{dotted(card.issued)}  au  {dotted(card.expiry)}"),
    )
    beside(front, 37, 18, rows, 5.6, 22, 6.2, 7)
    signature(front, 8, 66, 22, desk.rng)
    stamp(front, 45, 57, ["PRÉFECTURE", card.home.commune], desk.rng, (150, 40, 60))
    overleaf = (
        ("Domicile", card.home.rue),
        ("", card.home.ville),
        ("Entrée en France", dotted(card.home.depot)),
        ("Profession", "toutes professions sauf réglementées"),
    )
    beside(back, 6, 6, overleaf, 6, 26, 6.2, 7)
    back.text(6, 34, "Tout changement de résidence doit être déclaré dans les huit jours.", 5.6, "italic")
    machine_zone(back, 8, 54, card.zone, 10.4)
    return front.image, back.image


def _zoned(back: Canvas, card: Given) -> Image.Image:
    machine_zone(back, 4, 36.5, card.zone, 9.7)
    return back.image


def _line(who: Someone) -> str:
    return f"{who.sexe}     {who.nation}     {spaced(who.naissance)}"
