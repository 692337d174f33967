"""French passports: the page of data alone or enlarged, the booklet open, a page of stamps beside it (IDE-PAS)."""

from __future__ import annotations

from datetime import date

from PIL import Image

from training import mrz
from training.canvas import Canvas
from training.desk import Desk, short_date
from training.documents.parts import machine_zone, portrait
from training.marks import signature, stamp
from training.papers.card_copies import Placing, copies
from training.papers.card_faces import beside, figures, given, letters, plastic, spaced, under
from training.papers.nationalities import french
from training.papers.writers import Drawers, by_family
from training.people import Household, Someone

PAGE, OPEN = (125.0, 88.0), (125.0, 176.0)  # mm
ROSE, LILAC = (236, 206, 214), (216, 210, 232)
EYES = ("MARRON", "NOIR", "BLEU", "VERT", "NOISETTE")


def _open_booklet(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw pages 2 and 3, one above the other as the booklet opens."""
    both = plastic(desk, OPEN, ROSE)
    both.line(0, 88, 125, 88, (120, 100, 110), 0.5)
    both.text(62, 5, "Ce passeport contient 32 pages / This passport contains 32 pages", 6, anchor="ma")
    rows = (
        ("Domicile / Residence (11)", f"{home.rue} {home.ville}".upper()),
        ("Taille / Height (12)", f"1,{desk.rng.randint(55, 92)} m"),
        ("Couleur des yeux / Colour of eyes (13)", desk.rng.choice(EYES)),
        ("Nom d'usage / Alternate name", ""),
    )
    under(both, 10, 16, rows, 9, 5, 7.5)
    both.text(10, 58, "Signature du titulaire / Holder's signature (10)", 5)
    signature(both, 22, 74, 34, desk.rng)
    _data(both, desk, home, who, 88)
    return (both.image,)


def _page_of_data(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    page = plastic(desk, PAGE, ROSE)
    _data(page, desk, home, who, 0)
    return (page.image,)


def _data(page: Canvas, desk: Desk, home: Household, who: Someone, top: float) -> None:
    """Draw what page 3 of the passport of 2009 says, from ``top`` mm."""
    number, issued, expiry = _given(desk)
    page.text(5, top + 3.5, "PASSEPORT", 8, "bold")
    page.text(5, top + 7, "PASSPORT", 6)
    page.text(120, top + 3.5, "RÉPUBLIQUE FRANÇAISE", 7.5, "bold", anchor="ra")
    page.text(46, top + 8, "Type / Type     Code du pays / Country code     Passeport n° / Passport No", 4.6)
    page.text(46, top + 10.4, f"P            FRA                    {number}", 7.5, "bold")
    page.paste(portrait(page, 34, 44, desk.rng), 6, top + 14)
    rows = (
        ("Nom / Surname (1)", who.nom.upper()),
        ("Prénoms / Given names (2)", ", ".join(who.prenoms.split(" "))),
        ("Nationalité / Nationality (3)", "Française"),
        ("Date de naissance / Date of birth (4)", spaced(who.naissance)),
        ("Sexe / Sex (5)     Lieu de naissance / Place of birth (6)", f"{who.sexe}     {who.lieu.upper()}"),
        ("Date de délivrance (7)     Date d'expiration (8)", f"{spaced(issued)}     {spaced(expiry)}"),
        ("Autorité / Authority (9)", f"Préfecture de {home.commune.title()}"),
    )
    under(page, 46, top + 15, rows, 7.6, 4.6, 7.2)
    zone = mrz.td3(number, who.naissance, who.sexe, expiry, "FRA", who.nom, who.prenoms)
    machine_zone(page, 5, top + 75, zone, 10.2)


def _polycarbonate(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the stiff page of a recent passport: the photograph at the right, few captions, in capitals."""
    number, issued, expiry = _given(desk)
    page = plastic(desk, PAGE, LILAC)
    page.text(62, 3, "UNION EUROPÉENNE · RÉPUBLIQUE FRANÇAISE", 7, "bold", anchor="ma")
    page.text(6, 9, f"PASSEPORT / PASSPORT     P     FRA     {number}", 8, "bold")
    page.paste(portrait(page, 33, 42, desk.rng), 86, 18)
    rows = (
        ("NOM / SURNAME", who.nom.upper()),
        ("PRÉNOMS / GIVEN NAMES", who.prenoms.upper()),
        ("SEXE / SEX · NATIONALITÉ", f"{who.sexe} · FRANÇAISE"),
        ("NAISSANCE / BIRTH", f"{spaced(who.naissance)} · {who.lieu.upper()}"),
        ("DÉLIVRÉ / ISSUED", f"{spaced(issued)} · PRÉF. {home.commune}"),
        ("EXPIRE / EXPIRY", spaced(expiry)),
        ("TAILLE · YEUX", f"1,{desk.rng.randint(55, 92)} m · {desk.rng.choice(EYES)}"),
    )
    beside(page, 6, 20, rows, 7.2, 26, 4.6, 6.8)
    zone = mrz.td3(number, who.naissance, who.sexe, expiry, "FRA", who.nom, who.prenoms)
    machine_zone(page, 5, 75, zone, 10.2)
    return (page.image,)


def _with_stamps(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the page of data, and one on which borders stamped."""
    (data,) = _page_of_data(desk, home, who)
    visas = plastic(desk, PAGE, ROSE)
    visas.text(62, 4, "VISAS", 7, "bold", anchor="ma")
    for x, y in ((8, 14), (62, 22), (14, 52)):
        day = short_date(given(desk, 5)[0])
        ink = desk.rng.choice(((150, 30, 40), (30, 60, 130), (40, 110, 60)))
        stamp(visas, x, y, [desk.rng.choice(("ENTRY", "SORTIE", "IMMIGRATION")), day], desk.rng, ink)
    visas.text(118, 81, f"{desk.rng.randint(6, 31)}", 7, anchor="ra")
    return data, visas.image


def _given(desk: Desk) -> tuple[str, date, date]:
    """Return number, day of issue and expiry."""
    issued, expiry = given(desk, 10)
    return figures(desk.rng, 2) + letters(desk.rng, 2) + figures(desk.rng, 5), issued, expiry


_AS_OPENED = Placing(1.0, ((0.2, 0.1),))
_OPEN_GREY = Placing(1.15, ((0.6, 0.3),), grey=True)
_ALONE = Placing(1.25, ((0.5, 0.15),))
_FILLING = Placing(2.25, ((0.5, 0.5),), turn=90)
_BOTTOM = Placing(1.0, ((0.85, 0.9),), grey=True)
_LYING_PAIR = Placing(1.0, ((0.1, 0.2), (0.9, 0.2)), turn=90)
_ABOVE_EACH_OTHER = Placing(1.2, ((0.5, 0.1), (0.5, 0.85)), grey=True)
DRAWERS: Drawers = {
    "IDE-PAS": by_family(
        first=(
            copies("IDE-PAS", _open_booklet, (_AS_OPENED, _OPEN_GREY), french),
            copies("IDE-PAS", _page_of_data, (_ALONE, _BOTTOM), french),
        ),
        second=(copies("IDE-PAS", _polycarbonate, (_FILLING, Placing(1.1, ((0.1, 0.6),), grey=True)), french),),
        third=(copies("IDE-PAS", _with_stamps, (_LYING_PAIR, _ABOVE_EACH_OTHER), french),),
    )
}
