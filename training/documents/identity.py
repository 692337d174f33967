"""Identity cards, old and electronic."""

from __future__ import annotations

from datetime import date, timedelta

from PIL import Image

from training import mrz
from training.codes import drawn, token
from training.desk import Desk, Draft, short_date
from training.documents.cards import BLUE_TINT, card, copied
from training.documents.parts import machine_zone, portrait
from training.marks import signature
from training.people import Household, Someone

TALL = {"F": (155, 172), "M": (166, 188)}


def old_card(desk: Desk, home: Household) -> Draft:
    """IDE-CNA: the laminated card of 1995, both faces photocopied."""
    who = desk.rng.choice(home.adults)
    return copied(desk, "IDE-CNA", who.role, *old_faces(desk, home, who))


def old_faces(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, Image.Image]:
    """Draw both faces of somebody's card of 1995."""
    issued = date(desk.rng.randint(2009, 2020), desk.rng.randint(1, 12), desk.rng.randint(1, 28))
    return _old_recto(desk, who, issued), _old_verso(desk, home, issued)


def _old_recto(desk: Desk, who: Someone, issued: date) -> Image.Image:
    number = f"{issued:%y%m}{'579' if desk.family == 'A' else '599'}{desk.rng.randint(100, 99999):05d}"
    face = card(desk, 105, 74, BLUE_TINT)
    face.text(52, 3, "RÉPUBLIQUE FRANÇAISE", 8.5, "bold", anchor="ma")
    face.text(4, 8.5, f"CARTE NATIONALE D'IDENTITÉ N° : {number}", 7.5, "bold")
    face.text(74, 13, "Nationalité Française", 7, "italic")
    face.paste(portrait(face, 26, 33, desk.rng), 4, 16)
    rows = (
        ("Nom", who.nom.upper()),
        ("Prénom(s)", ", ".join(who.prenoms.split(" "))),
        ("Sexe", who.sexe),
        (who.gendered("Née le", "Né le"), f"{short_date(who.naissance)}"),
        ("à", who.lieu.upper()),
        ("Taille", f"{desk.rng.randint(*TALL[who.sexe]) / 100:.2f}".replace(".", ",") + " m"),
    )
    for row, (label, value) in enumerate(rows):
        face.text(33, 17 + 5.4 * row, f"{label} :", 6.5, "italic")
        face.text(50, 16.6 + 5.4 * row, value, 8, "bold")
    face.text(62, 49, "Signature du titulaire", 5.5, "italic")
    signature(face, 66, 56, 24, desk.rng)
    machine_zone(face, 4, 60, mrz.old_card(who.nom, who.prenoms, who.naissance, who.sexe, number), 10.6)
    return face.image


def _old_verso(desk: Desk, home: Household, issued: date) -> Image.Image:
    face = card(desk, 105, 74, BLUE_TINT)
    expiry = issued.replace(year=issued.year + (10 if issued.year < 2014 else 15))
    rows = (
        (f"Adresse : {home.rue.upper()}", home.ville),
        (f"Carte valable jusqu'au : {short_date(expiry)}", ""),
        (f"Délivrée le : {short_date(issued)}", f"par : PRÉFECTURE DE {home.commune}"),
    )
    y = 8.0
    for first, second in rows:
        face.text(5, y, first, 8)
        face.text(5, y + 5, second, 8)
        y += 14
    face.text(5, y + 2, "Signature de l'autorité :", 7, "italic")
    signature(face, 48, y + 8, 30, desk.rng)
    return face.image


def electronic_card(desk: Desk, home: Household) -> Draft:
    """IDE-CNN: the card of 2021, both faces."""
    who = desk.rng.choice(home.adults)
    return copied(desk, "IDE-CNN", who.role, *new_faces(desk, home, who))


def new_faces(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, Image.Image]:
    """Draw both faces of somebody's card of 2021."""
    issued = desk.day - timedelta(days=desk.rng.randint(30, 1300))
    expiry, number = issued.replace(year=issued.year + 10, day=min(issued.day, 28)), "X" + token(desk.rng, 8)
    return _new_recto(desk, who, number, expiry), _new_verso(desk, home, who, number, issued, expiry)


def _new_recto(desk: Desk, who: Someone, number: str, expiry: date) -> Image.Image:
    face = card(desk, 85.6, 54, (206, 226, 226))
    face.box(3, 3, 9, 6, thick=0, fill=(40, 60, 140))
    face.text(7.5, 4.2, "FR", 7, "bold", (250, 230, 90), "ma")
    face.text(14, 3, "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", 6.4, "bold")
    face.text(14, 6.6, "RÉPUBLIQUE FRANÇAISE", 5.6)
    face.paste(portrait(face, 24, 30, desk.rng), 3, 13)
    rows = (
        ("NOM / Surname", who.nom.upper()),
        ("Prénoms / Given names", ", ".join(who.prenoms.split(" "))),
        (
            "SEXE / Sex   NATIONALITÉ / Nationality   DATE DE NAISS.",
            f"{who.sexe}         FRA         {who.naissance:%d %m %Y}",
        ),
        ("LIEU DE NAISSANCE / Place of birth", who.lieu.upper()),
        ("N° DU DOCUMENT / Document No   DATE D'EXPIR.", f"{number}   {expiry:%d %m %Y}"),
    )
    for row, (label, value) in enumerate(rows):
        face.text(30, 11 + 7.2 * row, label, 4.4)
        face.text(30, 13.2 + 7.2 * row, value, 7.5, "bold")
    signature(face, 66, 52, 14, desk.rng)
    return face.image


def _new_verso(desk: Desk, home: Household, who: Someone, number: str, issued: date, expiry: date) -> Image.Image:
    face = card(desk, 85.6, 54, (206, 226, 226))
    tall = desk.rng.randint(*TALL[who.sexe]) / 100
    rows = (
        ("TAILLE / Height", f"{tall:.2f} m"),
        ("DATE DE DÉLIVRANCE / Date of issue", f"{issued:%d %m %Y}"),
        ("ADRESSE / Address", f"{home.rue.upper()} {home.ville}"),
    )
    for row, (label, value) in enumerate(rows):
        face.text(4, 4 + 8 * row, label, 4.6)
        face.text(4, 6.4 + 8 * row, value[:44], 6.8, "bold")
    lines = mrz.td1("IDFRA", number, "", who.naissance, who.sexe, expiry, "FRA", who.nom, who.prenoms)
    machine_zone(face, 4, 36, lines, 9.7)
    mark = drawn(f"ANTS{number}", face.dpi, "m").resize((face.px(14), face.px(14)), Image.Resampling.NEAREST)
    face.paste(mark, 68, 15)
    return face.image
