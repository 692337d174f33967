"""Driving licences, pink or of plastic, and registration certificates: HPR-PER, HPR-CGR."""

from __future__ import annotations

from datetime import date, timedelta

from PIL import Image

from training import mrz
from training.canvas import GREY, Canvas
from training.desk import Desk, short_date
from training.documents.parts import guilloche, machine_zone, portrait
from training.marks import signature, stamp
from training.papers.card_copies import FIRST, SECOND, Placing, copies
from training.papers.card_faces import ID_1, beside, dotted, figures, given, later, letters, plastic, under
from training.papers.writers import Drawers, by_family
from training.people import Household, Someone

OUT = "P01"
THREE_PANELS, TWO_PANELS, CERTIFICATE = (222.0, 105.0), (148.0, 105.0), (198.0, 105.0)  # mm
PINK, PALE_PINK, GREY_BLUE = (244, 190, 206), (250, 224, 230), (206, 216, 226)
TONGUES = (
    "Permis de conduire", "Führerschein", "Driving licence", "Permiso de conducción", "Patente di guida", "Rijbewijs",
    "Carta de condução", "Kørekort", "Άδεια οδήγησης", "Ajokortti", "Körkort", "Prawo jazdy",
)  # fmt: skip
ABROAD = (("P", "CARTA DE CONDUÇÃO"), ("E", "PERMISO DE CONDUCCIÓN"), ("I", "PATENTE DI GUIDA"))
CATEGORIES = ("AM", "A1", "A2", "A", "B1", "B", "C", "D", "BE", "CE")


def _card_of_2013(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    issued, expiry = given(desk, 15)
    number = figures(desk.rng, 2) + letters(desk.rng, 2) + figures(desk.rng, 5)
    front, back = plastic(desk, ID_1, PINK), plastic(desk, ID_1, PINK)
    front.box(3, 3, 10, 7, thick=0, fill=(40, 60, 140))
    front.text(8, 4.6, "F", 8, "bold", (250, 230, 90), "ma")
    front.text(16, 3, "PERMIS DE CONDUIRE", 9, "bold")
    front.text(16, 7.5, "RÉPUBLIQUE FRANÇAISE", 5.6)
    front.paste(portrait(front, 22, 28, desk.rng), 4, 15)
    rows = (
        ("1.", who.nom.upper()),
        ("2.", who.prenoms.replace(" ", ", ")),
        ("3.", f"{dotted(who.naissance)}  {who.lieu.upper()}"),
        ("4a.", f"{dotted(issued)}     4c. PRÉF. {home.ville[:2]}"),
        ("4b.", dotted(expiry)),
        ("5.", number),
        ("9.", "AM  B1  B"),
    )
    beside(front, 29, 13, rows, 5, 6, 5.5, 7)
    signature(front, 60, 50, 18, desk.rng)
    head = [["9.", "10.", "11.", "12."]]
    held = {"AM": dotted(issued), "B1": dotted(issued), "B": dotted(issued)}
    table = head + [[name, held.get(name, "—"), dotted(expiry) if name in held else "—", ""] for name in CATEGORIES[:8]]
    back.table(14, 3, (12, 18, 18, 18), table, 5, head=None)
    machine_zone(back, 4, 48, mrz.licence(number, expiry, who.nom), 9.7)
    return front.image, back.image


def _of_another_state(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the card of another state of the Union: the same numbers, other words, no zone."""
    issued, expiry = given(desk, 10)
    country, words = desk.rng.choice(
        (("P", "CARTA DE CONDUÇÃO"), ("E", "PERMISO DE CONDUCCIÓN"), ("I", "PATENTE DI GUIDA"))
    )
    front = plastic(desk, ID_1, PINK, PALE_PINK)
    front.box(3, 3, 11, 7.5, thick=0, fill=(40, 60, 140))
    front.text(8.5, 4.4, country, 9, "bold", (250, 230, 90), "ma")
    front.text(17, 4, words, 8.5, "bold")
    front.paste(portrait(front, 23, 29, desk.rng), 3, 14)
    rows = (
        ("1.", who.nom.upper()),
        ("2.", who.prenoms.upper()),
        ("3.", f"{dotted(who.naissance)}   {who.lieu.upper()}"),
        ("4a.", f"{dotted(issued)}      4b. {dotted(expiry)}"),
        ("4c.", f"IMT      5. {letters(desk.rng, 2)}-{figures(desk.rng, 6)}"),
        ("8.", home.commune),
        ("9.", "AM  B1  B"),
    )
    beside(front, 29, 13, rows, 5.2, 6, 5.5, 7)
    return (front.image,)


def _pink(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the paper of three panels, unfolded: tongues, holder, categories."""
    sheet = Canvas.blank(desk.dpi, desk.faces, *THREE_PANELS, PALE_PINK)
    guilloche(sheet, PINK, desk.rng)
    for x in (74, 148):
        sheet.line(x, 0, x, 105, (214, 160, 176), 0.4)
    sheet.text(37, 6, "RÉPUBLIQUE FRANÇAISE", 9, "bold", anchor="ma")
    sheet.text(37, 12, "PERMIS DE CONDUIRE", 11, "bold", anchor="ma")
    for row, tongue in enumerate(TONGUES):
        sheet.text(37, 24 + 5 * row, tongue, 7.5, anchor="ma")
    sheet.text(37, 94, "Modèle des Communautés européennes", 6.5, "italic", anchor="ma")
    _holder(sheet, 78, desk, home, who)
    sheet.text(152, 5, "Catégories de véhicules pour lesquels le permis est valable", 5.6)
    _categories(sheet, 152, 12, desk, CATEGORIES)
    return (sheet.image,)


def _pink_of_two(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the same folded once: the panel of the holder beside that of the categories."""
    sheet = Canvas.blank(desk.dpi, desk.faces, *TWO_PANELS, PALE_PINK)
    guilloche(sheet, PINK, desk.rng)
    _categories(sheet, 4, 10, desk, ("A", "B", "C", "D", "E"))
    sheet.text(4, 4, "PERMIS DE CONDUIRE – CATÉGORIES", 7, "bold")
    _holder(sheet, 78, desk, home, who)
    return (sheet.image,)


def _holder(sheet: Canvas, x: float, desk: Desk, home: Household, who: Someone) -> None:
    issued = date(desk.rng.randint(who.naissance.year + 18, max(2012, who.naissance.year + 19)), 5, 17)
    rows = (
        ("1. Nom", who.nom.upper()),
        ("2. Prénoms", who.prenoms),
        ("3. Date et lieu de naissance", f"{short_date(who.naissance)} {who.lieu}"),
        ("4. Domicile", f"{home.rue} {home.ville}"[:34]),
        ("5. Délivré par, le", f"Préfecture {home.ville[:2]}, {short_date(issued)}"),
        ("6. Numéro", f"{issued:%y%m}{home.ville[:2]}{figures(desk.rng, 6)}"),
    )
    under(sheet, x, 5, rows, 9, 6, 8)
    sheet.paste(portrait(sheet, 27, 34, desk.rng), x + 2, 62)
    signature(sheet, x + 36, 92, 26, desk.rng)
    stamp(sheet, x + 24, 64, ["PRÉFECTURE", home.ville[:2]], desk.rng)


def _categories(sheet: Canvas, x: float, y: float, desk: Desk, names: tuple[str, ...]) -> None:
    since = short_date(desk.day - timedelta(days=desk.rng.randint(800, 9000)))
    rows = [["", "Délivré le", "Valable jusqu'au"]]
    rows += [[name, since if name in {"B", "B1"} else "", "permanent" if name == "B" else ""] for name in names]
    sheet.table(x, y, (12, 24, 28), rows, 7, head=None)


def _registration(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the registration certificate of a car, with its coded captions and its detachable coupon."""
    rng, sheet = desk.rng, Canvas.blank(desk.dpi, desk.faces, *CERTIFICATE, (248, 250, 250))
    guilloche(sheet, GREY_BLUE, rng)
    plate = f"{letters(rng, 2)}-{figures(rng, 3)}-{letters(rng, 2)}"
    first = date(rng.randint(2005, desk.day.year - 1), rng.randint(1, 12), rng.randint(1, 28))
    serial = "VF9" + letters(rng, 5) + figures(rng, 9)
    sheet.text(8, 3.5, "RÉPUBLIQUE FRANÇAISE – MINISTÈRE DE L'INTÉRIEUR", 6.5, "bold")
    sheet.text(8, 7, "Certificat d'immatriculation", 11, "bold")
    left = (
        ("A", plate),
        ("B", short_date(first)),
        ("C.1", f"{who.nom.upper()} {who.prenom.upper()}"),
        ("C.4a", who.gendered("EST LA PROPRIÉTAIRE DU VÉHICULE", "EST LE PROPRIÉTAIRE DU VÉHICULE")),
        ("C.3", home.rue.upper()),
        ("", home.ville),
        ("I", short_date(first + timedelta(days=rng.randint(0, 300)))),
    )
    y = beside(sheet, 8, 15, left, 6, 12, 6.5, 8)
    sheet.text(8, y + 2, f"Y.1 {rng.randint(80, 400)}   Y.4 11   Y.5 2,76   Y.6 {rng.randint(95, 415)},76", 6.5)
    makes = ("CITADINE", "BERLINE", "BREAK", "FOURGONNETTE")
    middle = (
        ("D.1", rng.choice(("ARVELLE", "LUMINA", "TORVAL"))),
        ("D.3", rng.choice(makes)),
        ("E", serial),
        ("F.2", f"{rng.randint(1400, 2100)}"),
        ("G.1", f"{rng.randint(900, 1500)}"),
        ("J.1", "VP"),
        ("P.3", rng.choice(("ES", "GO", "EL"))),
        ("P.6", f"{rng.randint(4, 9)}"),
        ("S.1", "5"),
        ("V.7", f"{rng.randint(95, 160)}"),
    )
    beside(sheet, 104, 10, middle, 5.4, 12, 6.5, 7.5)
    sheet.text(8, 78, "X.1 VISITE AVANT LE", 6.5)
    sheet.text(44, 77.6, short_date(later(first, 4)), 8, "bold")
    zone = (f"CRFRA{plate.replace('-', '')}<<{serial}", f"{first:%y%m%d}<VP<{figures(rng, 8)}<{who.nom.upper()[:6]}")
    machine_zone(sheet, 8, 86, [line.ljust(40, "<")[:40].replace("'", "<").replace(" ", "<") for line in zone], 9)
    for down in range(3, 100, 3):
        sheet.line(158, down, 158, down + 1.6, GREY, 0.25)
    sheet.text(161, 6, "COUPON DÉTACHABLE", 6, "bold")
    under(sheet, 161, 14, [("A", plate), ("B", short_date(first)), ("D.1", middle[0][1]), ("E", serial)], 11, 6, 7)
    signature(sheet, 112, 76, 26, rng)
    return (sheet.image,)


_LENGTHWISE = Placing(1.0, ((0.5, 0.5),), turn=90)
_UNFOLDED = Placing(0.85, ((0.5, 0.2),))
_FOLDED = Placing(1.1, ((0.4, 0.15),), grey=True)
_ACROSS = Placing(1.0, ((0.5, 0.1),))
_BELOW = Placing(0.95, ((0.6, 0.7),), grey=True)
_UPENDED = Placing(1.05, ((0.7, 0.4),), turn=90)
DRAWERS: Drawers = {
    "HPR-PER": by_family(
        first=(
            copies("HPR-PER", _card_of_2013, FIRST, motif=OUT),
            copies("HPR-PER", _pink, (_LENGTHWISE, _UNFOLDED), motif=OUT),
        ),
        second=(
            copies("HPR-PER", _card_of_2013, SECOND, motif=OUT),  # the state has one model, however it is copied
            copies("HPR-PER", _of_another_state, SECOND, motif=OUT),
        ),
        third=(copies("HPR-PER", _pink_of_two, (_FOLDED, _UPENDED), motif=OUT),),
    ),
    "HPR-CGR": by_family(
        first=(copies("HPR-CGR", _registration, (_ACROSS,), motif=OUT),),
        second=(copies("HPR-CGR", _registration, (_UPENDED,), motif=OUT),),
        third=(copies("HPR-CGR", _registration, (_BELOW,), motif=OUT),),
    ),
}
