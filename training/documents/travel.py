"""Passports and residence permits."""

from __future__ import annotations

from datetime import timedelta

from training import mrz
from training.codes import token
from training.desk import Desk, Draft
from training.documents.cards import ROSE_TINT, card, copied
from training.documents.parts import machine_zone, portrait
from training.people import Household


def passport(desk: Desk, home: Household) -> Draft:
    """IDE-PAS: the page of data of a passport."""
    who = desk.rng.choice(home.adults)
    issued = desk.day - timedelta(days=desk.rng.randint(30, 3000))
    expiry = issued.replace(year=issued.year + 10, day=min(issued.day, 28))
    number = (
        f"{desk.rng.randint(10, 24)}{token(desk.rng, 2).translate(str.maketrans('23456789', 'ABCDEFGH'))}"
        f"{desk.rng.randint(10000, 99999)}"
    )
    leaf = card(desk, 125, 88, ROSE_TINT)
    leaf.text(5, 4, "PASSEPORT / PASSPORT", 8, "bold")
    leaf.text(120, 4, "UNION EUROPÉENNE – RÉPUBLIQUE FRANÇAISE", 7, "bold", anchor="ra")
    leaf.text(46, 10, f"Type / Type : P     Code du pays : FRA     Passeport n° : {number}", 6.5)
    leaf.paste(portrait(leaf, 34, 44, desk.rng), 6, 14)
    rows = (
        ("Nom / Surname (1)", who.nom.upper()),
        ("Prénoms / Given names (2)", ", ".join(who.prenoms.split(" "))),
        ("Nationalité / Nationality (3)", "Française"),
        ("Date de naissance / Date of birth (4)", f"{who.naissance:%d %m %Y}"),
        ("Sexe / Sex (5)   Lieu de naissance / Place of birth (6)", f"{who.sexe}   {who.lieu.upper()}"),
        ("Date de délivrance / Date of issue (7)", f"{issued:%d %m %Y}"),
        ("Date d'expiration / Date of expiry (8)", f"{expiry:%d %m %Y}"),
        ("Autorité / Authority (9)", f"PRÉFECTURE DE {home.commune}"),
    )
    for row, (label, value) in enumerate(rows):
        leaf.text(46, 15 + 6.6 * row, label, 4.8)
        leaf.text(46, 17.3 + 6.6 * row, value, 7.5, "bold")
    machine_zone(leaf, 4, 75, mrz.td3(number, who.naissance, who.sexe, expiry, "FRA", who.nom, who.prenoms), 10.3)
    page = desk.page()
    page.paste(leaf.image, 38 if desk.family == "A" else 55, 40 if desk.family == "A" else 96)
    return Draft("IDE-PAS", who.role, (page.image,))


def residence_permit(desk: Desk, home: Household) -> Draft:
    """SEJ-RES: a card of resident, both faces."""
    who = home.demandeur
    nation = who.nation if who.nation != "FRA" else desk.rng.choice(("MLI", "SEN", "DZA", "BRA"))
    issued = desk.day - timedelta(days=desk.rng.randint(60, 2000))
    expiry, number = issued.replace(year=issued.year + 10, day=min(issued.day, 28)), token(desk.rng, 9)
    recto, verso = card(desk, 85.6, 54, ROSE_TINT), card(desk, 85.6, 54, ROSE_TINT)
    recto.text(3, 3, "TITRE DE SÉJOUR", 8, "bold")
    recto.text(82, 3, "FRA", 8, "bold", anchor="ra")
    recto.paste(portrait(recto, 24, 31, desk.rng), 3, 12)
    rows = (
        ("NOM / Name", f"{who.nom.upper()} {who.prenoms.upper()}"),
        ("SEXE   NATIONALITÉ   DATE DE NAISSANCE", f"{who.sexe}     {nation}     {who.naissance:%d %m %Y}"),
        ("CATÉGORIE DU TITRE", "CARTE DE RÉSIDENT"),
        ("DATE D'EXPIRATION", f"{expiry:%d %m %Y}"),
        ("REMARQUES", "AUTORISE SON TITULAIRE À TRAVAILLER"),
    )
    for row, (label, value) in enumerate(rows):
        recto.text(30, 10 + 8 * row, label, 4.8)
        recto.text(30, 12.4 + 8 * row, value, 7, "bold")
    verso.text(4, 4, f"DÉLIVRÉ LE : {issued:%d %m %Y}   PRÉFECTURE DE {home.commune}", 5.5)
    verso.text(4, 9, f"ADRESSE : {home.rue.upper()}", 6)
    verso.text(4, 13, home.ville, 6)
    stranger = f"{desk.rng.randint(10**9, 10**10 - 1)}"
    machine_zone(
        verso,
        4,
        36,
        mrz.td1("IRFRA", number, stranger, who.naissance, who.sexe, expiry, nation, who.nom, who.prenoms),
        9.7,
    )
    return copied(desk, "SEJ-RES", who.role, recto.image, verso.image)
