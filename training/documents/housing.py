"""Housing: leases, rent receipts, statements of hosts, domiciliation."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta

from training.desk import MONTHS, Desk, Draft, euros, months_back, short_date
from training.documents.parts import closing, fields, letterhead, title
from training.handwriting import write
from training.people import Household


def receipt(desk: Desk, home: Household) -> Draft:
    """LOG-QUI: a rent receipt of last month, printed by an agency or filled in on a form."""
    month = months_back(desk.day, 1)
    last, total = monthrange(month.year, month.month)[1], home.loyer * 1.12
    canvas, who = desk.page(), home.demandeur
    period = f"Période du 01/{month:%m/%Y} au {last}/{month:%m/%Y}"
    letterhead(canvas, desk, home.bailleur, ("Gestion locative", home.ville))
    y = title(canvas, 48, "QUITTANCE DE LOYER", 18, framed=desk.family == "B")
    canvas.text(105, y - 3, period, 11, anchor="ma")
    if desk.family == "A":
        y = canvas.paragraph(
            24,
            y + 8,
            162,
            f"Reçu de {who.civility} {who.full} la somme de {euros(total)} euros, pour le loyer et les charges "
            f"du logement situé {home.rue}, {home.ville}, au titre du mois de {MONTHS[month.month - 1]} {month.year}.",
            11,
        )
    else:
        y = fields(
            canvas,
            24,
            y + 8,
            (
                ("Locataire", f"{who.civility} {who.full}"),
                ("Adresse du bien loué", f"{home.rue}, {home.ville}"),
                ("Reçu la somme de", f"{euros(total)} euros"),
            ),
            50,
            10.5,
        )
    rows = [
        ["Détail", "Montant"],
        ["Loyer", f"{euros(home.loyer)} €"],
        ["Provision sur charges", f"{euros(home.loyer * 0.12)} €"],
        ["Total acquitté", f"{euros(total)} €"],
    ]
    y = canvas.table(24, y + 6, (110, 45), rows, 10.5, ruled=desk.family == "A")
    y = canvas.paragraph(
        24,
        y + 5,
        160,
        "Sous réserve d'encaissement. Cette quittance annule tous les reçus qui auraient pu être donnés "
        "pour acomptes versés au titre du même terme.",
        9,
    )
    closing(canvas, desk, home, y + 12, "Le bailleur")
    return Draft("LOG-QUI", None, (canvas.image,))


def host_statement(desk: Desk, home: Household) -> Draft:
    """LOG-HEB: a host says on a printed form, its blanks filled in by hand, who lives there."""
    since = desk.day - timedelta(days=desk.rng.randint(60, 900))
    who, host = (
        home.demandeur,
        desk.rng.choice(("Mme Solange PERVENCHE", "M. Achille ROSSIGNEUL", "Mme Awa SANGHARINE")),
    )
    canvas = desk.page()
    y = title(canvas, 34, "ATTESTATION D'HÉBERGEMENT", 18, framed=desk.family == "A")
    for printed, filled in (
        ("Je soussigné(e) :", host),
        ("demeurant :", f"{home.rue}, {home.commune}"),
        ("certifie sur l'honneur héberger à mon domicile, à titre gratuit :", ""),
        ("M. / Mme :", f"{who.prenom} {who.nom}"),
        (f"{who.born} le :", short_date(who.naissance)),
        ("depuis le :", short_date(since)),
    ):
        canvas.text(24, y + 10, printed, 11.5)
        start = 24 + canvas.width_of(printed, 11.5) + 4
        if filled:
            canvas.text(start, y + 11.5, "." * int((184 - start) / 1.1), 8)
            write(canvas, desk.hand, start + 2, y + 9, filled, 15, desk.rng)
        y += 15
    y = canvas.paragraph(
        24,
        y + 8,
        162,
        "Attestation établie pour servir et valoir ce que de droit. Je suis informé(e) qu'une fausse "
        "attestation m'expose à des sanctions pénales (article 441-7 du code pénal).",
        10.5,
    )
    canvas.text(
        24,
        y + 12,
        "Pièces jointes : copie d'une pièce d'identité et d'un justificatif de domicile de l'hébergeant.",
        9,
        "italic",
    )
    closing(canvas, desk, home, y + 26, "Signature de l'hébergeant")
    return Draft("LOG-HEB", None, (canvas.image,))


def domiciliation(desk: Desk, home: Household) -> Draft:
    """LOG-DOM: an attestation d'élection de domicile."""
    who, until = home.demandeur, desk.day + timedelta(days=desk.rng.randint(60, 300))
    canvas = desk.page()
    canvas.text(18, 14, "cerfa n° 16029*01" if desk.family == "A" else "N° 16029*01", 10, "bold")
    y = title(canvas, 34, "ATTESTATION D'ÉLECTION DE DOMICILE", 17)
    canvas.text(105, y - 3, "(article L.264-2 du code de l'action sociale et des familles)", 10, "italic", anchor="ma")
    organisme = f"CCAS DE {home.commune}"
    y = fields(
        canvas,
        22,
        y + 10,
        (
            ("Organisme domiciliataire", organisme),
            ("Adresse", f"1 place du Lavoir, {home.ville}"),
            ("Numéro d'agrément", home.fiscal[:8]),
        ),
        60,
        10.5,
    )
    y = canvas.paragraph(
        22,
        y + 6,
        166,
        f"certifie que {who.civility} {who.full}, {who.born} le {short_date(who.naissance)} à {who.lieu}, a élu "
        "domicile en ses locaux afin de bénéficier de l'ouverture de ses droits et de recevoir son courrier.",
        11,
    )
    members = ", ".join(child.full for child in home.enfants) or "néant"
    y = fields(
        canvas,
        22,
        y + 6,
        (
            ("Ayants droit", members),
            ("Attestation de domiciliation du", short_date(desk.day)),
            ("Valable jusqu'au", short_date(until)),
        ),
        70,
        10.5,
    )
    closing(canvas, desk, home, y + 12, "Pour l'organisme", [organisme, "DOMICILIATION"])
    return Draft("LOG-DOM", None, (canvas.image,))
