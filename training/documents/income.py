"""Monthly resources: payslips, family allowances, unemployment benefit."""

from __future__ import annotations

from calendar import monthrange

from training.canvas import GREY, Canvas
from training.desk import MONTHS, Desk, Draft, euros, months_back, short_date
from training.documents.parts import fields, letterhead, recipient, title
from training.people import Household, social_security

LEVIES = (
    ("Sécurité sociale - Maladie Maternité", 1.0, 0.0, 7.0),
    ("Complémentaire Santé", 0.021, 1.05, 1.05),
    ("Accidents du travail", 1.0, 0.0, 2.1),
    ("Sécurité sociale plafonnée", 1.0, 6.9, 8.55),
    ("Sécurité sociale déplafonnée", 1.0, 0.4, 1.9),
    ("Complémentaire Tranche 1", 1.0, 4.01, 6.01),
    ("Allocations familiales", 1.0, 0.0, 3.45),
    ("Assurance chômage", 1.0, 0.0, 4.05),
    ("CSG déductible de l'impôt sur le revenu", 0.9825, 6.8, 0.0),
    ("CSG CRDS non déductible", 0.9825, 2.9, 0.0),
)


def payslips(desk: Desk, home: Household, count: int = 3) -> list[Draft]:
    """RES-BUL: ``count`` payslips of consecutive months of one employee, oldest first; each is a piece."""
    who = desk.rng.choice(home.adults)
    number = social_security(who, desk.rng)
    drafts = []
    for back in range(count, 0, -1):
        canvas = _payslip(desk, home, number, back, who.full, home.net + desk.rng.randint(-40, 60))
        drafts.append(Draft("RES-BUL", who.role, (canvas.image,)))
    return drafts


def _payslip(desk: Desk, home: Household, number: str, back: int, name: str, net: int) -> Canvas:
    month = months_back(desk.day, back)
    last = monthrange(month.year, month.month)[1]
    canvas, gross = desk.page(), net * 1.28
    words = "BULLETIN DE PAIE" if desk.family == "A" else "BULLETIN DE SALAIRE"
    letterhead(canvas, desk, home.employeur, (home.ville, f"SIRET {home.siret}", "Code APE 4711F"))
    place = 30.0 if desk.family == "B" else 14.0
    canvas.text(192, place, words, 15, "bold", anchor="ra")
    canvas.text(192, place + 7, f"Période du 01/{month:%m/%Y} au {last}/{month:%m/%Y}", 9.5, anchor="ra")
    y = fields(
        canvas,
        14,
        50,
        (
            ("Matricule", home.fiscal[:6]),
            ("N° de sécurité sociale", number),
            ("Emploi", home.metier),
            ("Convention collective", "Nationale"),
            ("Ancienneté", "depuis plus d'un an"),
        ),
        42,
        9,
    )
    canvas.text(118, 52, name, 11, "bold")
    canvas.text(118, 58, home.rue, 9.5)
    canvas.text(118, 63, home.ville, 9.5)
    rows = [
        ["Éléments de paie", "Base", "Taux sal.", "Part salariale", "Part patronale"],
        ["Salaire de base", "151,67", "", euros(gross), ""],
        ["SALAIRE BRUT", "", "", euros(gross), ""],
    ]
    rows += [
        [
            label,
            euros(gross * part),
            f"{mine:.2f}" if mine else "",
            euros(gross * part * mine / 100) if mine else "",
            euros(gross * part * theirs / 100) if theirs else "",
        ]
        for label, part, mine, theirs in LEVIES
    ]
    rows += [["Total des cotisations", "", "", euros(gross - net), euros(gross * 0.33)]]
    y = canvas.table(14, max(y, 86), (68, 28, 22, 32, 32), rows, 8.5, ruled=desk.family == "A")
    _foot(canvas, desk, y, gross, net, MONTHS[month.month - 1])
    return canvas


def _foot(canvas: Canvas, desk: Desk, y: float, gross: float, net: int, month: str) -> None:
    pairs = (
        ("Montant net social", euros(net * 1.02)),
        ("Net imposable", euros(net * 1.03)),
        ("Net à payer avant impôt sur le revenu", euros(net)),
        ("Congés payés acquis", "2,50 jours"),
    )
    y = fields(canvas, 70, y + 5, pairs, 80, 9.5)
    canvas.box(68, y + 2, 126, 12, desk.accent, 0.5)
    canvas.text(72, y + 5, f"NET PAYÉ ({month})", 12, "bold")
    canvas.text(190, y + 5, f"{euros(net * 0.98)} EUR", 12, "bold", anchor="ra")
    canvas.text(
        14,
        280,
        "Dans votre intérêt, et pour vous aider à faire valoir vos droits, conservez ce bulletin "
        "de paie sans limitation de durée.",
        7.5,
        ink=GREY,
    )
    canvas.text(14, 274, f"Coût total employeur : {euros(gross * 1.33)}", 8)


def family_allowance(desk: Desk, home: Household) -> Draft:
    """RES-CAF: what the family allowance office paid last month."""
    month = months_back(desk.day, 1)
    canvas, who = desk.page(), home.demandeur
    letterhead(
        canvas,
        desk,
        "CAISSE D'ALLOCATIONS FAMILIALES",
        (f"Caf de {home.commune}", f"Numéro allocataire : {home.fiscal[:7]}"),
    )
    recipient(canvas, home)
    y = title(canvas, 80, "ATTESTATION DE PAIEMENT", 16, framed=desk.family == "B")
    y = canvas.paragraph(
        20,
        y,
        170,
        f"Nous attestons que {who.civility} {who.full}, {who.born} le {short_date(who.naissance)}, a perçu "
        f"pour le mois de {MONTHS[month.month - 1]} {month.year} les prestations suivantes :",
        10.5,
    )
    amounts = [
        ("Aide personnalisée au logement", desk.rng.uniform(90, 320)),
        ("Prime d'activité", desk.rng.uniform(60, 290)),
    ]
    if home.enfants:
        amounts.append(("Allocations familiales avec conditions de ressources", 141.99 * max(1, len(home.enfants) - 1)))
    rows = [
        ["Prestations", "Montant"],
        *([label, f"{euros(amount)} €"] for label, amount in amounts),
        ["Total versé", f"{euros(sum(amount for _, amount in amounts))} €"],
    ]
    y = canvas.table(20, y + 4, (120, 40), rows, 10.5, ruled=desk.family == "A")
    y = fields(
        canvas,
        20,
        y + 6,
        (("Quotient familial", f"{home.net // 3} €"), ("Enfants à charge", str(len(home.enfants)))),
        60,
    )
    canvas.paragraph(
        20,
        y + 6,
        170,
        "Ce document est établi au vu des informations connues de nos services à la date du "
        f"{short_date(desk.day)}. Toute fausse déclaration est passible de sanctions.",
        9,
    )
    return Draft("RES-CAF", "D", (canvas.image,))


def unemployment_benefit(desk: Desk, home: Household) -> Draft:
    """RES-ARE: a payment notice of the back-to-work allowance."""
    who, month = desk.rng.choice(home.adults), months_back(desk.day, 1)
    daily = home.net / 31
    canvas = desk.page()
    letterhead(canvas, desk, "FRANCE TRAVAIL", (f"Agence de {home.commune}", f"Identifiant {home.fiscal[:7]}Z"))
    recipient(canvas, home)
    y = title(canvas, 80, "AVIS DE PAIEMENT", 16)
    y = canvas.paragraph(
        20,
        y,
        170,
        f"{who.civility} {who.full}, voici le détail de votre allocation d'aide au retour à l'emploi (ARE) "
        f"pour {MONTHS[month.month - 1]} {month.year}.",
        10.5,
    )
    rows = [
        ["Nature", "Jours", "Allocation journalière", "Montant"],
        ["Allocation d'aide au retour à l'emploi", "30", f"{euros(daily)} €", f"{euros(daily * 30)} €"],
    ]
    y = canvas.table(20, y + 4, (76, 20, 44, 30), rows, 9.5, ruled=desk.family == "B")
    canvas.text(20, y + 6, f"Paiement effectué par virement le {short_date(months_back(desk.day, 0))}", 10)
    return Draft("RES-ARE", who.role, (canvas.image,))
