"""What people send though it is not asked for: bank statements, bank details, health cards, bills."""

from __future__ import annotations

from datetime import timedelta

from training.canvas import Canvas
from training.desk import Desk, Draft, euros, months_back, short_date
from training.documents.parts import fields, guilloche, letterhead, recipient, title
from training.people import Household, social_security

OUT = "P01"


def bank_statement(desk: Desk, home: Household) -> Draft:
    """HPR-RLV: a month of movements on an account."""
    canvas, bank = desk.page(), desk.rng.choice(home.world.banques)
    month = months_back(desk.day, 1)
    letterhead(canvas, desk, bank, (f"Agence de {home.commune}", "Service clientèle 01 99 00 12 34"))
    recipient(canvas, home)
    y = title(canvas, 74, "RELEVÉ DE COMPTE", 16, framed=desk.family == "A")
    canvas.text(18, y - 2, f"Compte de dépôt n° {home.fiscal[:11]} – IBAN {_iban(home)}", 9)
    balance = desk.rng.uniform(100, 900)
    rows = [["Date et nature de l'opération", "Débit", "Crédit"], [f"{month:%d/%m} ANCIEN SOLDE", "", euros(balance)]]
    kinds = (
        "PAIEMENT CARTE SUPERMARCHE",
        "PRELEVEMENT ASSURANCE",
        "RETRAIT DISTRIBUTEUR",
        "PRELEVEMENT ENERGIE",
        "PAIEMENT CARTE PHARMACIE",
        "VIREMENT LOYER",
    )
    for rank in range(desk.rng.randint(10, 16)):
        when, spent = month + timedelta(days=rank + 2), desk.rng.uniform(8, 180)
        rows.append([f"{when:%d/%m} {desk.rng.choice(kinds)}", euros(spent), ""])
    rows += [
        [f"28/{month:%m} VIREMENT SALAIRE {home.employeur[:22]}", "", euros(home.net)],
        ["NOUVEAU SOLDE", "", euros(balance + home.net * 0.2)],
    ]
    canvas.table(18, y + 5, (110, 32, 32), rows, 9.5, ruled=desk.family == "A")
    return Draft("HPR-RLV", None, (canvas.image,), OUT)


def bank_details(desk: Desk, home: Household) -> Draft:
    """HPR-RIB: the details of an account."""
    canvas, bank = desk.page(), desk.rng.choice(home.world.banques)
    letterhead(canvas, desk, bank, (f"Agence de {home.commune}",))
    y = title(canvas, 44, "RELEVÉ D'IDENTITÉ BANCAIRE", 16)
    rows = [["Code banque", "Code guichet", "Numéro de compte", "Clé RIB"], ["99999", "00012", home.fiscal[:11], "42"]]
    y = canvas.table(20, y + 6, (40, 40, 60, 30), rows, 10.5)
    fields(
        canvas,
        20,
        y + 6,
        (
            ("Titulaire du compte", home.demandeur.full),
            ("IBAN", _iban(home)),
            ("BIC", "XXXXFRPPXXX"),
            ("Domiciliation", bank),
        ),
        50,
        11,
    )
    return Draft("HPR-RIB", None, (canvas.image,), OUT)


def health_card(desk: Desk, home: Household) -> Draft:
    """HPR-VIT: a copy of the health insurance card, or the certificate of rights that goes with it."""
    who = desk.rng.choice(home.adults)
    number = social_security(who, desk.rng)
    page = desk.page()
    if desk.rng.random() < 0.5:
        card = Canvas.blank(round(desk.dpi * 1.2), desk.faces, 85.6, 54, (222, 238, 214))
        guilloche(card, (180, 220, 170), desk.rng)
        card.text(6, 5, "Vitale", 22, "bold", (30, 110, 60))
        card.text(6, 18, "carte d'assurance maladie", 9, ink=(30, 110, 60))
        card.box(8, 25, 12, 10, (150, 130, 60), 0.4, (214, 190, 110))
        card.text(6, 38, who.full, 9.5, "bold")
        card.text(6, 43, number, 10, "bold")
        page.paste(card.image, 40, 50 if desk.family == "A" else 90)
        return Draft("HPR-VIT", who.role, (page.image,), OUT)
    letterhead(page, desk, "ASSURANCE MALADIE", (f"CPAM de {home.commune}",))
    y = title(page, 50, "ATTESTATION DE DROITS À L'ASSURANCE MALADIE", 14)
    fields(
        page,
        20,
        y + 6,
        (
            ("Assuré(e)", who.full),
            ("N° de sécurité sociale", number),
            ("Date de naissance", short_date(who.naissance)),
            ("Droits ouverts jusqu'au", short_date(desk.day + timedelta(days=300))),
        ),
        60,
        10.5,
    )
    return Draft("HPR-VIT", who.role, (page.image,), OUT)


def bill(desk: Desk, home: Household) -> Draft:
    """HPR-FAC: an energy or water bill."""
    canvas, firm = desk.page(), desk.rng.choice(home.world.energies)
    total = desk.rng.uniform(40, 190)
    letterhead(canvas, desk, firm, ("Service clients 01 99 00 56 78", "TSA 99999"))
    recipient(canvas, home)
    y = title(canvas, 76, f"FACTURE DU {short_date(desk.day - timedelta(days=20))}", 15)
    y = fields(
        canvas,
        20,
        y,
        (
            ("Référence client", home.fiscal[:10]),
            ("Titulaire du contrat", home.demandeur.full),
            ("Lieu de consommation", f"{home.rue}, {home.ville}"),
        ),
        55,
        10,
    )
    rows = [
        ["Désignation", "Montant TTC"],
        ["Abonnement", f"{euros(total * 0.2)} €"],
        ["Consommation", f"{euros(total * 0.7)} €"],
        ["Taxes et contributions", f"{euros(total * 0.1)} €"],
        ["Montant à payer", f"{euros(total)} €"],
    ]
    y = canvas.table(20, y + 5, (110, 45), rows, 10.5, ruled=desk.family == "B")
    canvas.text(
        20, y + 8, f"À régler avant le {short_date(desk.day + timedelta(days=10))} – prélèvement automatique", 10
    )
    return Draft("HPR-FAC", None, (canvas.image,), OUT)


def _iban(home: Household) -> str:
    return f"FR76 9999 9000 12{home.fiscal[:2]} {home.fiscal[2:6]} {home.fiscal[6:10]} {home.fiscal[10:12]}4 2"
