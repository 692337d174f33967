"""Printed papers that a household filled in by hand: answers after labels, in cells, within sentences, in columns.

However much is written on them, they are forms: print says what each answer is about.
"""

from __future__ import annotations

import re
from random import Random

from PIL import Image

from training.canvas import BLACK, BLUE, GREY, Ink
from training.desk import long_date
from training.documents.lease import CLAUSES
from training.fonts import Hand
from training.hand_canvas import BY_HAND, DAY, SIGNED, STAMPED, TracedCanvas, TracedDesk, Writer
from training.handwriting import DARK, write
from training.marks import seal, signature, stamp
from training.people import Household

PLACEHOLDER = re.compile(r"\{\w+\}")
TITLES = ("Demande de logement social", "Déclaration de situation", "Attestation")
LABELS = ("Nom de naissance", "Prénom(s)", "Né(e) le", "Commune", "Adresse actuelle", "Code postal", "Téléphone",
          "Courriel", "Situation", "Employeur", "Profession", "Date d'entrée", "Montant mensuel", "Nom du bailleur",
          "Nombre de personnes", "N° d'allocataire", "Fait à", "Observations")  # fmt: skip
BLANK = "_"
STATEMENTS = (
    "Je soussigné(e) _ né(e) le _ à _ demeurant à l'adresse suivante _ certifie sur l'honneur héberger à mon domicile "
    "_ né(e) le _ à _ depuis le _ et mettre à sa disposition une chambre meublée. Lien avec la personne hébergée : _",
    "Entre les soussignés _ demeurant _ ci-après dénommé le bailleur, et _ demeurant _ ci-après dénommé le preneur, il "
    "a été convenu d'un loyer mensuel de _ payable d'avance le _ de chaque mois entre les mains de _ à compter du _",
    "Je, soussigné(e) docteur _ exerçant à _ certifie avoir examiné ce jour _ né(e) le _ et constaté que son état de "
    "santé nécessite _ pour une durée de _ à compter du _ Certificat remis en main propre à _",
)
COLUMNS = ("Date", "Nom et prénom", "Nature", "Montant", "Observations", "Période", "Employeur", "Lien de parenté")
FOOT = (
    "Toute fausse déclaration est passible des peines prévues à l'article 441-7 du code pénal. Les informations "
    "recueillies font l'objet d'un traitement destiné à l'instruction de la demande."
)


def form(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """Labels one below the other, each with a line to answer on; then clauses, a date and a signature."""
    page, rng = desk.page(), desk.rng
    page.text(105, 12, rng.choice(TITLES), 15, "bold", anchor="ma")
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
    sign(page, rng)
    return page


def cells(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """Boxes of two or three columns, a small label at the top left of each and the answer below it."""
    page, rng = desk.page(), desk.rng
    y, ink = _headed(page, rng), rng.choice((BLUE, DARK))
    lines, high = _answers(writer, page.dpi, rng), rng.uniform(11.5, 14)
    for row in range(rng.randint(7, 13)):
        if row % 4 == 0:
            page.text(14, y + 1, f"{row // 4 + 1}. {rng.choice(LABELS)}", 10, "bold")
            y += 7
        count = rng.choice((1, 2, 2, 3))
        for column in range(count):
            left = 14 + column * 182 / count
            page.box(left, y, 182 / count, high, GREY, 0.15)
            page.text(left + 1, y + 0.8, rng.choice(LABELS), 7)
            if rng.random() < 0.85:
                _answer(page, desk.hand, lines, left + 3, y + 6, home, ink, 182 / count - 5)
        y += high
    page.paragraph(14, y + 3, 180, FOOT, 7.5)
    sign(page, rng)
    return page


def statement(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """Printed sentences with blanks that a hand filled in."""
    page, rng = desk.page(), desk.rng
    y, x, ink, size = _headed(page, rng) + 6, 18.0, rng.choice((BLUE, DARK)), rng.uniform(9.5, 11.5)
    lines = _answers(writer, page.dpi, rng)
    for word in rng.choice(STATEMENTS).split():
        width = rng.uniform(35, 100) if word == BLANK else page.width_of(f"{word} ", size)
        if x + width > 194:
            x, y = 18.0, y + 9
        if word == BLANK:
            page.line(x, y + 4.5, x + width - 2, y + 4.5, GREY, 0.15)
            _answer(page, desk.hand, lines, x + 1, y, home, ink, width - 3)
        else:
            page.text(x, y, word, size)
        x += width
    y = page.paragraph(18, y + 14, 176, FOOT, size - 1)
    page.text(120, y + 6, f"Fait le {long_date(desk.day)}, signature :", size)
    sign(page, rng)
    return page


def columns(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """A printed table of which the heading alone is printed, its rows filled in by hand."""
    page, rng = desk.page(), desk.rng
    y, ink, count = _headed(page, rng) + 3, rng.choice((BLUE, DARK)), rng.choice((3, 4))
    lines = _answers(writer, page.dpi, rng)
    for column, label in enumerate(rng.sample(COLUMNS, count)):
        page.text(16 + column * 180 / count, y, label, 9, "bold")
    y += 6
    rows, filled = rng.randint(8, 14), rng.randint(4, 8)
    for row in range(rows):
        for column in range(count):
            left = 14 + column * 180 / count
            page.box(left, y, 180 / count, 9, GREY, 0.15)
            if row < filled:
                _answer(page, desk.hand, lines, left + 2, y + 2, home, ink, 180 / count - 5)
        y += 9
    y = page.paragraph(14, y + 5, 180, FOOT, 8.5)
    page.text(120, y + 4, f"Fait le {long_date(desk.day)}, signature :", 9)
    sign(page, rng)
    return page


def apart(desk: TracedDesk, home: Household, writer: Writer) -> TracedCanvas:
    """Labels in one column and answers in another, far to the right of the shorter labels."""
    page, rng = desk.page(), desk.rng
    y, ink, size = _headed(page, rng) + 4, rng.choice((BLUE, DARK)), rng.uniform(9, 11)
    lines, left, high = _answers(writer, page.dpi, rng), rng.uniform(75, 105), rng.uniform(8.5, 11)
    for number, label in enumerate(rng.sample(LABELS, rng.randint(10, len(LABELS))), 1):
        page.text(16, y, f"{number}. {label}", size)
        if rng.random() < 0.9:
            _answer(page, desk.hand, lines, left, y, home, ink, 194 - left)
        y += high
    page.text(120, y + 4, f"Fait le {long_date(desk.day)}, signature :", size)
    sign(page, rng)
    return page


def _headed(page: TracedCanvas, rng: Random) -> float:
    """Print the heading of a form; return the y, in mm, of what comes next."""
    page.text(14, 9, f"cerfa n° {rng.randint(10000, 16999)}*0{rng.randint(1, 9)}", 8)
    page.text(105, 15, rng.choice(TITLES), 15, "bold", anchor="ma")
    return page.paragraph(14, 26, 182, "À remplir en lettres capitales, à l'encre noire, et à signer.", 8.5)


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
    page: TracedCanvas,
    hand: Hand,
    lines: list[Image.Image],
    x: float,
    y: float,
    home: Household,
    ink: Ink,
    width: float = 180.0,
) -> None:
    """Fill in one field, ``width`` mm wide: with a real line while there are some, else with a font."""
    if lines:
        line = lines.pop()
        page.lay(line.crop((0, 0, min(line.width, page.px(width)), line.height)), x, y - 2.5, ink)
        return
    rng = Random(f"{x}{y}")
    words = rng.choice((home.demandeur.full, home.rue, home.ville, home.employeur, home.metier))
    page.noting(BY_HAND, lambda: write(page, hand, x, y - 2, words[: min(40, int(width / 3))], 13, rng, ink))


def sign(page: TracedCanvas, rng: Random) -> None:
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
