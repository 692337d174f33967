"""The sheets that open plis and dossiers, as the register, the portal and the guichets' software print them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PIL import Image

from pipeline.domain import numero_unique
from training import codes
from training.canvas import BLACK, GREY, PALE, Canvas
from training.codes import Writing
from training.desk import Desk, long_date, short_date
from training.fonts import MACHINE_READABLE, load
from training.people import Household, Office

SITE = "www.demande-logement-social.gouv.fr"
MINISTRY = "MINISTÈRE DU LOGEMENT ET DE L'HABITAT DURABLE"
FICHE = (
    "Fiche récapitulative obligatoire pour la numérisation et le téléversement "
    "des pièces justificatives dans le dossier du demandeur"
)
BORDEREAU = "Bordereau obligatoire pour la transmission des pièces justificatives des dossiers des demandeurs"
REMINDER = (
    "RAPPEL : les pièces justificatives d'une même demande de logement doivent être accompagnées "
    "de la fiche récapitulative de la demande de logement."
)
CODE_TOP, CODE_BOTTOM = 12.0, 246.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What the sender says there is; ``pages`` counts the separator sheets too."""

    items: int
    pages: int


def fiche(desk: Desk, home: Household, office: Office, counts: Counts, writing: Writing) -> Image.Image:
    """Draw a fiche récapitulative."""
    canvas = _headed(desk, FICHE)
    who = home.demandeur
    rows = (
        ("Nom", who.nom.upper()),
        ("Prénoms", who.prenoms),
        ("Date de naissance", short_date(who.naissance)),
        ("Nombre de documents transmis", str(counts.items)),
        ("Nombre de pages (y compris la présente fiche)", str(counts.pages)),
        ("Date de remplissage", short_date(desk.day)),
    )
    y = _number(canvas, 92, "Numéro unique", home.numero_unique)
    _fields(canvas, y + 6, rows, framed=desk.family == "A")
    payload = codes.fiche(home, writing, counts.items, counts.pages, desk.day, office, desk.rng)
    _print_codes(canvas, payload, writing, desk.rng)
    return canvas.image


def bordereau(desk: Desk, office: Office, counts: Counts) -> Image.Image:
    """Draw a bordereau de transmission; ``counts.items`` are dossiers."""
    canvas = _headed(desk, BORDEREAU)
    rows = (
        ("Guichet émetteur", office.libelle),
        ("Numéro du guichet", office.code),
        ("Numéro de département du guichet", office.departement),
        ("Nombre de dossiers transmis", str(counts.items)),
        ("Nombre total de pages (y compris les fiches récapitulatives et les bordereaux)", str(counts.pages)),
        ("Date de transmission", short_date(desk.day)),
    )
    y = _fields(canvas, 96, rows, framed=desk.family == "A")
    end = canvas.paragraph(26, y + 11, 132, REMINDER, 10, "bold")
    canvas.box(22, y + 8, 140, end - y - 6, GREY, 0.3)
    payload = codes.bordereau(office, counts.items, counts.pages, desk.day, desk.rng)
    _print_codes(canvas, payload, Writing.SIGNED, desk.rng)
    return canvas.image


def attestation(desk: Desk, home: Household, writing: Writing) -> tuple[Image.Image, Image.Image]:
    """Draw the two pages of an attestation d'enregistrement or de renouvellement."""
    nature = desk.rng.choice("ER")
    scope = "RÉGIONAL" if home.numero_unique.startswith("111") else "DÉPARTEMENTAL"
    title = (
        f"ATTESTATION D'ENREGISTREMENT {scope} D'UNE DEMANDE DE LOGEMENT LOCATIF SOCIAL"
        if nature == "E"
        else "ATTESTATION DE RENOUVELLEMENT D'UNE DEMANDE DE LOGEMENT LOCATIF SOCIAL"
    )
    first = _letter(desk, home, title)
    _print_codes(first, codes.attestation(home, writing, nature, 1, 2, desk.day, desk.rng), writing, desk.rng)
    return first.image, _second_page(desk, home)


def _letter(desk: Desk, home: Household, title: str) -> Canvas:
    canvas, who = desk.page(), home.demandeur
    canvas.text(20, 14, MINISTRY, 10, "bold")
    canvas.text(20, 20, "Expéditeur : Guichet internet grand public", 9)
    canvas.text(100, 48, "Destinataire :", 8.5, ink=GREY)
    for row, line in enumerate((f"{who.civility} {who.full}", home.rue, home.ville)):
        canvas.text(100, 53 + 5.2 * row, line, 11)
    y = canvas.paragraph(20, 84, 168, title, 14, "bold") + 2
    y = _number(canvas, y, "Numéro de votre demande de logement social :", home.numero_unique) + 3
    for label, value in (
        ("Nom du demandeur", who.nom.upper()),
        ("Prénoms", who.prenoms),
        ("Date de naissance", short_date(who.naissance)),
        ("Date de dépôt initial", short_date(home.depot)),
    ):
        canvas.text(20, y, f"{label} : {value}", 11)
        y += 7
    canvas.paragraph(
        20,
        y + 4,
        168,
        f"{who.civility}, votre demande est enregistrée depuis le {long_date(home.depot)}. Ce document prouve "
        f"que vous avez "
        "fait votre demande. Elle est valable un an et doit être renouvelée avant son terme, faute de quoi elle "
        "sera radiée.\n"
        "Pour transmettre vos pièces justificatives, placez cette première page devant vos documents : "
        "le code qu'elle porte permet de les classer dans votre dossier.",
        10.5,
    )
    canvas.text(20, 284, "Page 1/2", 8.5)
    return canvas


def _second_page(desk: Desk, home: Household) -> Image.Image:
    canvas = desk.page()
    canvas.text(20, 16, "Récapitulatif de votre demande de logement social", 13, "bold")
    canvas.text(20, 26, f"Numéro unique : {numero_unique.spaced(home.numero_unique)}", 10.5)
    rows = [
        ["Rubrique", "Votre déclaration"],
        ["Personnes à loger", str(len(home.adults) + len(home.enfants))],
        ["Communes demandées", home.commune],
        ["Type de logement", desk.rng.choice(("T2", "T3", "T3 ou T4"))],
        ["Ressources mensuelles du ménage", f"{home.net} euros"],
        ["Motif", "Logement trop petit"],
    ]
    y = canvas.table(20, 38, (90, 80), rows, 10)
    canvas.paragraph(
        20,
        y + 6,
        168,
        "En cas de changement de situation, mettez votre demande à jour sur "
        f"{SITE} ou auprès du guichet de votre choix. Conservez cette attestation.",
        10,
    )
    canvas.text(20, 284, "Page 2/2", 8.5)
    return canvas.image


def _headed(desk: Desk, title: str) -> Canvas:
    canvas = desk.page()
    left = 20.0 if desk.family == "A" else 28.0
    canvas.text(left, 14, MINISTRY, 10.5, "bold")
    canvas.text(left, 20, SITE, 9.5, ink=GREY)
    if desk.family == "A":
        canvas.box(left - 2, 54, 142, 26, BLACK, 0.5, PALE)
    canvas.paragraph(left + 2, 57, 136, title, 13.5, "bold")
    return canvas


def _number(canvas: Canvas, y: float, label: str, number: str) -> float:
    canvas.text(20, y, label, 11, "bold")
    font = load(MACHINE_READABLE.package, MACHINE_READABLE.path, round(17 * canvas.dpi / 72))
    spaced = numero_unique.spaced(number)
    canvas.pen.text((canvas.px(20), canvas.px(y + 7)), spaced, BLACK, font)
    canvas.remember(20, y + 7, spaced, 17)
    return y + 17


def _fields(canvas: Canvas, y: float, rows: tuple[tuple[str, str], ...], *, framed: bool) -> float:
    for label, value in rows:
        end = canvas.paragraph(22, y, 92, label, 10.5)
        if framed:
            canvas.box(118, y - 1.5, 44, 8, GREY, 0.25)
        else:
            canvas.line(118, y + 5.5, 162, y + 5.5, GREY)
        small = canvas.width_of(value, 11, "bold") > 42
        canvas.text(120, y, value, 8 if small else 11, "bold")
        y = max(end, y + 8) + 4
    return y


def _print_codes(canvas: Canvas, payload: str, writing: Writing, rng: Random) -> None:
    canvas.bear(payload, torn=writing is Writing.TORN)
    signed = writing in {Writing.SIGNED, Writing.FORGED, Writing.TORN}
    image = codes.drawn(payload, canvas.dpi, "q" if signed else "m")
    places = [(canvas.image.width - image.width - canvas.px(10), canvas.px(CODE_TOP))]
    if signed:
        places.append((canvas.px(14), canvas.px(CODE_BOTTOM) - max(0, image.height - canvas.px(36))))
    for x, y in places:
        canvas.image.paste(image, (x, y))
        if writing is Writing.TORN:
            _spoil(canvas, x, y, image.width, rng)


def _spoil(canvas: Canvas, x: int, y: int, side: int, rng: Random) -> None:
    """Strike a code out with a thick pen, and wear one of its corners off, until no reader can mend it."""
    corner = [(x, y), (x + side * 6 // 10, y), (x, y + side * 7 // 10)]
    canvas.pen.polygon(corner, (236, 234, 230))
    for _ in range(9):
        ends = [(x + rng.randint(0, side), y + rng.randint(0, side)) for _ in range(3)]
        canvas.pen.line(ends, (30, 32, 60), max(3, side // 22), joint="curve")
