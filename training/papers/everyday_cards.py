"""Health and student cards: HPR-VIT, PRO-ETU."""

from __future__ import annotations

from PIL import Image

from training.canvas import Canvas
from training.desk import Desk, short_date
from training.documents.parts import guilloche, portrait
from training.papers.card_copies import FIRST, SECOND, THIRD, Placing, copies
from training.papers.card_faces import ID_1, beside, dotted, figures, later, letters, plastic, under
from training.papers.writers import Drawers, by_family
from training.people import Household, Someone, social_security

OUT = "P01"
GREEN, LIGHT_GREEN, BLUE, GOLD = (180, 220, 170), (222, 238, 214), (196, 210, 240), (214, 190, 110)


def _vitale(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the green card with a photograph, and its back."""
    front, back = plastic(desk, ID_1, GREEN, LIGHT_GREEN), plastic(desk, ID_1, GREEN, LIGHT_GREEN)
    front.text(40, 4, "Vitale", 20, "bold", (30, 110, 60))
    front.text(40, 13, "carte d'assurance maladie", 7, ink=(30, 110, 60))
    _chip(front, 7, 14)
    front.paste(portrait(front, 18, 22, desk.rng), 62, 20)
    front.text(7, 32, who.prenom, 8, "bold")
    front.text(7, 36.5, who.nom.upper(), 8, "bold")
    front.text(7, 43, social_security(who, desk.rng), 8.5, "bold")
    back.box(0, 6, 85.6, 9, thick=0, fill=(60, 60, 62))
    words = "Cette carte est personnelle. En cas de perte ou de vol, prévenez votre organisme d'assurance maladie."
    back.paragraph(6, 20, 74, words, 6, leading=1.3)
    back.text(6, 34, f"Émise le {dotted(home.depot)}   N° {figures(desk.rng, 18)}", 5.6)
    return front.image, back.image


def _provisional(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the paper that replaces a European health insurance card while it is made."""
    sheet = Canvas.blank(desk.dpi, desk.faces, 150.0, 80.0, (250, 250, 252))
    sheet.box(1, 1, 148, 78, (40, 70, 150), 0.4)
    sheet.text(75, 5, "CERTIFICAT PROVISOIRE DE REMPLACEMENT", 10, "bold", anchor="ma")
    sheet.text(75, 11, "de la carte européenne d'assurance maladie", 8, anchor="ma")
    rows = (
        ("3. Nom", who.nom.upper()),
        ("4. Prénoms", who.prenoms),
        ("5. Date de naissance", short_date(who.naissance)),
        ("6. Numéro de sécurité sociale", social_security(who, desk.rng)),
        ("7. Caisse primaire d'assurance maladie", home.commune),
        ("Valable trois mois à compter du", short_date(desk.day)),
    )
    beside(sheet, 8, 22, rows, 8, 62, 7.5, 8.5)
    return (sheet.image,)


def _vitale_of_before(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the yellow and green card of before 2007, without a photograph."""
    front = plastic(desk, ID_1, (230, 220, 150), (240, 238, 200))
    front.text(6, 3, "CARTE D'ASSURANCE MALADIE", 7, "bold", (20, 90, 60))
    front.text(80, 8, "VITALE", 18, "bold", (20, 90, 60), "ra")
    _chip(front, 8, 18)
    front.text(8, 35, f"{who.nom.upper()} {who.prenoms.upper()}"[:30], 8, "bold")
    front.text(8, 40, social_security(who, desk.rng).replace(" ", ""), 9.5, "bold")
    front.text(8, 47, f"Émise le {dotted(home.depot)}", 5.6)
    return (front.image,)


def _vitale_of_today(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the green card as it is printed of late: all at the left, under the photograph in grey."""
    front = plastic(desk, ID_1, (170, 210, 190), (228, 242, 234))
    front.paste(portrait(front, 17, 21, desk.rng).convert("L").convert("RGB"), 5, 5)
    front.text(81, 4, "l'Assurance Maladie", 7.5, "bold", (20, 60, 120), "ra")
    front.text(81, 44, "Vitale", 15, "bold", (30, 110, 60), "ra")
    _chip(front, 62, 18)
    front.text(5, 31, f"{who.prenom} {who.nom.upper()}", 7.5, "bold")
    front.text(5, 36, social_security(who, desk.rng), 7.5)
    front.text(5, 41, f"émise le {short_date(home.depot)} · CPAM {home.ville[:2]}", 5.6)
    return (front.image,)


def _european(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the European health insurance card, with its numbered captions."""
    front = plastic(desk, ID_1, BLUE, (214, 224, 246))
    front.text(5, 3, "CARTE EUROPÉENNE D'ASSURANCE MALADIE", 7, "bold", (30, 50, 130))
    front.text(81, 8, "FR", 10, "bold", (30, 50, 130), "ra")
    expiry = later(desk.day, desk.rng.choice((0, 1)))
    rows = (
        ("3. Nom", who.nom.upper()),
        ("4. Prénoms", who.prenoms),
        ("5. Date de naissance", short_date(who.naissance)),
        ("6. Numéro personnel d'identification", social_security(who, desk.rng)),
        ("7. Numéro d'identification de l'institution", f"{figures(desk.rng, 9)} – CPAM {home.ville[:2]}"),
        ("8. N° de la carte      9. Date d'expiration", f"8025000{figures(desk.rng, 13)}   {short_date(expiry)}"),
    )
    under(front, 5, 11, rows, 6.8, 4.4, 6.4)
    return (front.image,)


def _multiservice(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw a university's card: photograph, numbers, bar code, the year on its back."""
    front, back = plastic(desk, ID_1, (220, 220, 224)), plastic(desk, ID_1, (240, 240, 240))
    front.box(0, 0, 85.6, 11, thick=0, fill=desk.accent)
    front.text(4, 2.6, desk.rng.choice(home.world.ecoles), 8.5, "bold", (250, 250, 250))
    front.text(81, 13, "CARTE D'ÉTUDIANT", 8, "bold", anchor="ra")
    front.paste(portrait(front, 22, 28, desk.rng), 4, 15)
    rows = (
        ("Nom", who.nom.upper()),
        ("Prénom", who.prenoms),
        (who.gendered("Née le", "Né le"), short_date(who.naissance)),
        ("N° étudiant", figures(desk.rng, 8)),
        ("INE", f"{figures(desk.rng, 9)}{letters(desk.rng, 2)}"),
    )
    beside(front, 30, 20, rows, 5.6, 16, 5.6, 7)
    _bars(front, 30, 48, desk)
    back.text(42, 6, f"ANNÉE UNIVERSITAIRE {_school_year(desk)}", 8, "bold", anchor="ma")
    back.text(6, 16, "CROUS – paiement, bibliothèques, restaurants universitaires", 5.8)
    words = "Carte strictement personnelle. En cas de perte, prévenir le service de la scolarité. CVEC acquittée."
    back.paragraph(6, 22, 72, words, 5.8, leading=1.3)
    return front.image, back.image


def _of_a_school(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the card of a small school: printed by its office, the photograph at the right."""
    front = plastic(desk, ID_1, (232, 224, 206), (252, 250, 244))
    school = desk.rng.choice(home.world.ecoles)
    front.text(5, 4, school.title(), 8, "bold", desk.accent)
    front.text(5, 10, f"Carte d'étudiant {_school_year(desk)}", 9, "bold")
    front.paste(portrait(front, 21, 27, desk.rng), 60, 18)
    course = desk.rng.choice(("BTS Comptabilité", "Bachelor Commerce", "Diplôme d'État infirmier", "Licence 3 Droit"))
    rows = (
        ("Étudiant(e)", f"{who.prenom} {who.nom.upper()}"[:24]),
        ("Formation", course),
        ("Matricule", f"{desk.day:%y}-{figures(desk.rng, 5)}"),
        ("Fin de validité", f"31/08/{int(_school_year(desk)[-4:])}"),
    )
    under(front, 5, 17, rows, 8, 4.8, 7)
    return (front.image,)


def _paper_card(desk: Desk, home: Household, who: Someone) -> tuple[Image.Image, ...]:
    """Draw the cardboard card that a student folds, cut from the certificate of enrolment."""
    sheet = Canvas.blank(desk.dpi, desk.faces, 180.0, 62.0, (252, 252, 246))
    guilloche(sheet, (226, 230, 214), desk.rng)
    sheet.line(90, 0, 90, 62, (190, 190, 180), 0.3)
    sheet.text(45, 4, desk.rng.choice(home.world.ecoles), 8, "bold", anchor="ma")
    sheet.text(45, 10, "CARTE D'ÉTUDIANT", 11, "bold", anchor="ma")
    sheet.text(45, 17, _school_year(desk), 9, anchor="ma")
    sheet.paste(portrait(sheet, 24, 31, desk.rng), 6, 25)
    level = desk.rng.choice(("Licence 1 Psychologie", "Master 1 Gestion", "BUT 2 Informatique", "Licence 2 Histoire"))
    rows = (
        (who.gendered("Étudiante", "Étudiant"), f"{who.nom.upper()} {who.prenom}"[:22]),
        ("Inscription en", level),
        ("Numéro INE", f"{figures(desk.rng, 10)}{letters(desk.rng, 1)}"),
    )
    for row, (label, said) in enumerate(rows):
        sheet.text(34, 26 + 9 * row, label, 6)
        sheet.text(34, 29 + 9 * row, said, 7.5, "bold")
    words = (
        "Cette carte donne accès aux bibliothèques et aux restaurants du CROUS. Elle doit être présentée aux examens. "
        "Elle n'est valable que pour l'année universitaire en cours."
    )
    sheet.paragraph(95, 8, 80, words, 7.5, leading=1.5)
    _bars(sheet, 110, 46, desk)
    return (sheet.image,)


def _student(_: Desk, home: Household) -> Someone:
    """Return the youngest adult."""
    return max(home.adults, key=lambda who: who.naissance)


def _school_year(desk: Desk) -> str:
    first = desk.day.year - (desk.day.month < 9)
    return f"{first}-{first + 1}"


def _chip(face: Canvas, x: float, y: float) -> None:
    face.box(x, y, 12, 10, (150, 130, 60), 0.4, GOLD)
    face.line(x + 4, y, x + 4, y + 10, (150, 130, 60), 0.3)
    face.line(x + 8, y, x + 8, y + 10, (150, 130, 60), 0.3)


def _bars(face: Canvas, x: float, y: float, desk: Desk) -> None:
    """Print a bar code that says nothing."""
    for _ in range(38):
        wide = desk.rng.choice((0.25, 0.25, 0.5, 0.75))
        face.box(x, y, wide, 5, thick=0, fill=(20, 20, 22))
        x += wide + desk.rng.choice((0.25, 0.5, 0.75))


_STRIP = Placing(1.0, ((0.4, 0.1),))
_STRIP_GREY = Placing(1.1, ((0.5, 0.6),), grey=True)
DRAWERS: Drawers = {
    "HPR-VIT": by_family(
        first=(copies("HPR-VIT", _vitale, FIRST, motif=OUT), copies("HPR-VIT", _provisional, (_STRIP,), motif=OUT)),
        second=(
            copies("HPR-VIT", _european, SECOND, motif=OUT),
            copies("HPR-VIT", _vitale_of_today, SECOND, motif=OUT),
        ),
        third=(copies("HPR-VIT", _vitale_of_before, THIRD, motif=OUT),),
    ),
    "PRO-ETU": by_family(
        first=(copies("PRO-ETU", _multiservice, FIRST, _student),),
        second=(copies("PRO-ETU", _of_a_school, SECOND, _student),),
        third=(copies("PRO-ETU", _paper_card, (_STRIP, _STRIP_GREY), _student),),
    ),
}
