"""Cards of disabled people: the CMI with its seal, and the cards that it replaced (HAN-CMI)."""

from __future__ import annotations

from PIL import Image

from training.canvas import Canvas, Ink
from training.desk import Desk, short_date
from training.doc2d import FICTION, symbol
from training.documents.parts import guilloche, portrait
from training.marks import seal, signature, stamp
from training.papers.card_copies import CENTRED, FIRST, LOW, SECOND, THIRD, Placing, copies
from training.papers.card_faces import ID_1, ID_2, beside, dotted, figures, given, letters, plastic, under
from training.papers.writers import Drawers, by_family
from training.people import Household, Someone

BOOKLET, PLACARD = (105.0, 148.0), (106.0, 148.0)  # mm
VIOLET, TEAL, ORANGE, BLUE = (216, 206, 232), (200, 226, 224), (240, 214, 186), (204, 214, 238)
MENTIONS = ("INVALIDITÉ", "PRIORITÉ", "STATIONNEMENT")
MODULE_MM = 0.4


def _cmi(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the card of 2017: the mention in large letters, its 2D-Doc on the back."""
    issued, expiry = given(desk, desk.rng.choice((5, 10)))
    mention, number = desk.rng.choice(MENTIONS), _number(desk)
    front, back = plastic(desk, ID_1, VIOLET), plastic(desk, ID_1, VIOLET)
    front.text(4, 3, "RÉPUBLIQUE FRANÇAISE", 5.5)
    front.text(4, 6, "CARTE MOBILITÉ INCLUSION", 9, "bold")
    front.text(82, 4, "CMI", 13, "bold", (90, 60, 140), "ra")
    front.box(4, 12, 50, 7, thick=0, fill=(90, 60, 140))
    front.text(29, 13, mention, 9, "bold", (250, 250, 250), "ma")
    front.paste(portrait(front, 23, 29, desk.rng), 59, 14)
    rows = (
        ("NOM", who.nom.upper()),
        ("PRÉNOM", who.prenom),
        (who.gendered("NÉE LE", "NÉ LE"), dotted(who.naissance)),
        ("DATE DE FIN DE VALIDITÉ", desk.rng.choice((dotted(expiry), "PERMANENTE"))),
    )
    under(front, 4, 21, rows, 7.6, 4.4, 6.8)
    code = symbol(FICTION.seal("A2", (("AH", number), ("AI", f"{expiry:%d%m%Y}")), issued), _module(desk))
    back.paste(code, 82 - back.mm(code.width), 4)
    back.text(6, 4, "2D-DOC", 6, "bold")
    back.text(6, 9, f"N° {number}", 7, "bold")
    back.text(6, 15, f"Délivrée par le département {home.ville[:2]}", 5.6)
    words = (
        "Besoin d'accompagnement" if mention == MENTIONS[0] else "Article L. 241-3 du code de l'action sociale",
        "En cas de perte : MDPH de votre département",
    )
    for row, line in enumerate(words):
        back.paragraph(6, 22 + 7 * row, 46, line, 5.6, leading=1.2)
    return front.image, back.image


def _cmi_of_today(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw another year's: the photograph at the left, the mention upright at the edge, the code in front."""
    issued, expiry = given(desk, 10)
    mention, number = desk.rng.choice(MENTIONS), _number(desk)
    front, back = plastic(desk, ID_1, TEAL), plastic(desk, ID_1, TEAL)
    front.box(0, 0, 85.6, 9, thick=0, fill=(20, 100, 110))
    front.text(4, 1.8, f"CMI – {mention}", 11, "bold", (250, 250, 250))
    front.paste(portrait(front, 22, 28, desk.rng), 4, 12)
    rows = (
        ("Titulaire", f"{who.prenom} {who.nom.upper()}"),
        ("Date de naissance", short_date(who.naissance)),
        ("Valable jusqu'au", short_date(expiry)),
    )
    under(front, 29, 12, rows, 8.6, 4.6, 7)
    front.text(4, 42, f"MDPH {home.ville[:2]} · {number}", 5.6)
    code = symbol(FICTION.seal("A2", (("AH", number), ("AI", f"{expiry:%d%m%Y}")), issued), _module(desk))
    back.paste(code, 5, 5)
    text = (
        "La carte mobilité inclusion est strictement personnelle. Elle donne une priorité d'accès aux places assises, "
        "aux files d'attente et aux établissements recevant du public ; avec la mention stationnement, elle est "
        "apposée derrière le pare-brise."
    )
    back.paragraph(36, 6, 45, text, 5.2, leading=1.3)
    return front.image, back.image


def _card_of_invalidity(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the orange card that was folded in two, filled by a typewriter."""
    issued, expiry = given(desk, 10)
    sheet = _sheet(desk, BOOKLET, ORANGE, (252, 236, 216))
    sheet.text(52, 6, "CARTE D'INVALIDITÉ", 14, "bold", anchor="ma")
    sheet.text(52, 14, "Article L. 241-3 du code de l'action sociale et des familles", 6, anchor="ma")
    sheet.text(52, 20, f"Maison départementale des personnes handicapées ({home.ville[:2]})", 6.5, "bold", anchor="ma")
    sheet.paste(portrait(sheet, 30, 38, desk.rng), 8, 28)
    rows = (
        ("Nom", who.nom.upper()),
        ("Prénoms", who.prenoms),
        (who.gendered("Née le", "Né le"), short_date(who.naissance)),
        ("N°", _number(desk)[:8]),
    )
    under(sheet, 42, 29, rows, 9, 6, 8.5)
    given_for = (
        ("Demeurant", home.rue),
        ("", home.ville),
        ("Taux d'incapacité", desk.rng.choice(("80 % ou plus", "95 %", "de 80 à 95 %"))),
        ("Mention", desk.rng.choice(("besoin d'accompagnement", "station debout pénible", "cécité"))),
        ("Valable du", f"{short_date(issued)} au {short_date(expiry)}"),
    )
    beside(sheet, 8, 76, given_for, 8, 30, 7, 8.5)
    stamp(sheet, 10, 122, ["M.D.P.H.", home.commune], desk.rng, (60, 40, 120))
    signature(sheet, 62, 134, 28, desk.rng)
    return (sheet.image,)


def _placard(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw both faces of the blue European parking card."""
    _, expiry = given(desk, 5)
    front, back = _sheet(desk, PLACARD, BLUE, (214, 224, 246)), _sheet(desk, PLACARD, BLUE, (214, 224, 246))
    front.text(53, 8, "CARTE DE STATIONNEMENT", 13, "bold", anchor="ma")
    front.text(53, 15, "POUR PERSONNES HANDICAPÉES", 10, "bold", anchor="ma")
    front.text(53, 22, "Modèle des Communautés européennes", 7, anchor="ma")
    front.box(20, 32, 66, 60, thick=0, fill=(30, 60, 150))
    front.pen.ellipse(tuple(front.px(v) for v in (46, 38, 54, 46)), (250, 250, 250))
    front.line(50, 46, 52, 64, (250, 250, 250), 3.4)
    front.line(52, 64, 66, 64, (250, 250, 250), 3.4)
    front.pen.arc(tuple(front.px(v) for v in (38, 52, 64, 84)), 0, 300, (250, 250, 250), front.px(2.6))
    rows = (("Date d'expiration", short_date(expiry)), ("N° de série", figures(desk.rng, 8)), ("Délivrée par", "MDPH"))
    beside(front, 14, 100, rows, 9, 36, 8, 10)
    seal(front, 62, 112, f"{home.commune} * MDPH ", desk.rng)
    rows = (("Nom", who.nom.upper()), ("Prénom", who.prenom), ("Signature ou autre marque", ""))
    under(back, 12, 14, rows, 12, 7, 10)
    back.paste(portrait(back, 32, 40, desk.rng), 62, 12)
    signature(back, 16, 56, 26, desk.rng)
    text = (
        "Cette carte donne droit à son titulaire d'utiliser les facilités de stationnement offertes par l'État membre "
        "dans lequel il se trouve. Utilisée, elle doit être apposée à l'avant du véhicule, la face avant lisible."
    )
    back.paragraph(12, 72, 82, text, 8, leading=1.4)
    return front.image, back.image


def _card_of_priority(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the violet card of before 2017."""
    issued, expiry = given(desk, 10)
    front = plastic(desk, ID_2, VIOLET, (240, 232, 246))
    front.text(52, 5, "CARTE DE PRIORITÉ", 12, "bold", anchor="ma")
    front.text(52, 12, "pour personne handicapée – station debout pénible", 7.5, anchor="ma")
    front.paste(portrait(front, 26, 34, desk.rng), 72, 20)
    rows = (
        ("Bénéficiaire", f"{who.civility} {who.full}"),
        (who.gendered("Née le", "Né le"), short_date(who.naissance)),
        ("Décision CDAPH du", short_date(issued)),
        ("Fin de validité", short_date(expiry)),
        ("Commune", home.commune),
    )
    under(front, 6, 20, [(label, said[:28]) for label, said in rows], 9.6, 6, 8)
    stamp(front, 40, 54, ["CONSEIL DÉPARTEMENTAL"], desk.rng)
    return (front.image,)


def _two_mentions(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the fronts of the two cards that one person may have: one to be seated, one to park."""
    fronts, shot = list[Image.Image](), portrait(desk.page(), 20, 26, desk.rng)
    for mention in ("Priorité", "Stationnement"):
        _, expiry = given(desk, 10)
        front = plastic(desk, ID_1, BLUE if mention == "Stationnement" else TEAL)
        front.paste(shot, 4, 23)
        front.text(42, 3, "Carte mobilité inclusion", 10, "bold", anchor="ma")
        front.text(42, 9.5, f"mention « {mention} »", 8, anchor="ma")
        holder = f"{who.nom.upper()} {who.prenom}, {who.born} le {short_date(who.naissance)}"
        front.paragraph(28, 23, 52, holder, 7.5, "bold", leading=1.3)
        front.text(28, 36, f"Département : {home.ville[:2]}     N° {_number(desk)}", 5.6)
        front.text(28, 42, f"Fin de validité : {short_date(expiry)}", 7, "bold")
        fronts.append(front.image)
    return tuple(fronts)


def _sheet(desk: Desk, size: tuple[float, float], tint: Ink, paper: Ink) -> Canvas:
    sheet = Canvas.blank(desk.dpi, desk.faces, *size, paper)
    guilloche(sheet, tint, desk.rng)
    return sheet


def _number(desk: Desk) -> str:
    return letters(desk.rng, 3) + figures(desk.rng, 10) + letters(desk.rng, 3)


def _module(desk: Desk) -> int:
    """Return how many pixels wide a module of a code is."""
    return max(2, round(MODULE_MM * desk.dpi / 25.4))


_OPEN = Placing(1.0, ((0.1, 0.06),))
_OPEN_GREY = Placing(1.2, ((0.5, 0.3),), grey=True)
_BOTH_FACES = Placing(0.92, ((0.02, 0.1), (0.98, 0.1)))
DRAWERS: Drawers = {
    "HAN-CMI": by_family(
        first=(
            copies("HAN-CMI", _cmi, FIRST),
            copies("HAN-CMI", _card_of_invalidity, (_OPEN, _OPEN_GREY)),
        ),
        second=(
            copies("HAN-CMI", _cmi_of_today, SECOND),
            copies("HAN-CMI", _placard, (_BOTH_FACES,)),
        ),
        third=(copies("HAN-CMI", _two_mentions, (CENTRED, LOW)), copies("HAN-CMI", _card_of_priority, THIRD)),
    )
}
