"""Other ways of wording bank identities (HPR-RIB)."""

from __future__ import annotations

from training.papers.account_ways import bank, iban
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn


def _identity_in_boxes(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-RIB",
        who.role,
        bank(case),
        case.one("Relevé d'identité bancaire", "RIB", "Relevé d'identité bancaire – IBAN", "Vos coordonnées bancaires"),
        (
            Table(
                (
                    ("Code banque", "Code guichet", "N° de compte", "Clé RIB"),
                    (case.number(5), case.number(5), case.number(11), case.number(2)),
                ),
                (2, 2, 3, 1),
            ),
            Fields(
                (
                    ("IBAN", iban(case)),
                    (case.one("BIC", "Code BIC (SWIFT)", "Bank Identifier Code"), f"VALMFR{case.number(2)}XXX"),
                    ("Domiciliation", f"{case.commune} CENTRE"),
                    (case.one("Titulaire du compte", "Intitulé du compte"), who.full),
                )
            ),
            Text(
                case.one(
                    "Ce relevé est destiné à être remis à vos créanciers ou débiteurs appelés à faire inscrire des "
                    "opérations à votre compte (virements, prélèvements…).",
                    "À communiquer pour vos virements et prélèvements, en France et à l'étranger.",
                    "Ce document évite erreurs et retards dans l'exécution des opérations.",
                )
            ),
        ),
        motif="P01",
    )


def _identity_thrice(case: Case) -> Paper:
    who, number = case.adult(), iban(case)
    slip = (
        Heading(case.one("RELEVÉ D'IDENTITÉ BANCAIRE", "R.I.B.", "Identité bancaire")),
        Fields(
            (
                ("Titulaire", who.full),
                ("IBAN", number),
                ("BIC", "CDVAFR2V"),
                ("Guichet", f"{case.commune} {case.number(5)}"),
            )
        ),
    )
    return Paper(
        "HPR-RIB",
        who.role,
        bank(case),
        case.one("Relevés d'identité bancaire à découper", "Vos RIB", "Coupons à remettre aux organismes"),
        slip * case.some(2, 4),
        motif="P01",
    )


def _identity_by_post_office(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-RIB",
        who.role,
        case.one("CENTRE FINANCIER", "La Banque du Courrier", "Services financiers du bureau de poste"),
        case.one("Relevé d'identité postal", "RIP – Relevé d'identité de compte", "Relevé d'identité bancaire / IBAN"),
        (
            Text(f"{case.named(who)}, {case.address}"),
            Table(
                (
                    ("Établissement", "Guichet", "N° compte", "Clé"),
                    ("20099", case.number(5), f"{case.number(7)}M0{case.number(2)}", case.number(2)),
                ),
                (2, 2, 3, 1),
            ),
            Text(f"IBAN – Identifiant international de compte : {iban(case)}"),
            Text("BIC – Identifiant international de l'établissement : PSVAFRPPXXX"),
            Text("Cadre réservé au destinataire du relevé"),
        ),
        motif="P01",
    )


def _identity_in_app(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "HPR-RIB",
        who.role,
        case.one("Espace client", "Ma banque en ligne", *case.home.world.banques),
        case.one("Afficher mon RIB", "Partager mon IBAN", "Mon RIB", "Détails du compte"),
        (
            Text(case.one("Compte courant individuel", "Compte joint", "Compte bancaire principal")),
            Fields(
                (
                    ("Bénéficiaire", who.full),
                    ("IBAN", iban(case)),
                    ("BIC", f"KLBRFR{case.number(2)}"),
                    ("Banque", case.one("Oriel SA, Paris", "Kolibri, succursale en France")),
                )
            ),
            Text(
                case.one(
                    "Copier", "Partager – Télécharger – Imprimer", f"Édité le {case.short(1, 9)} depuis l'application."
                )
            ),
        ),
        motif="P01",
    )


WRITERS: Writers = {
    "HPR-RIB": to_learn(_identity_in_boxes, _identity_thrice, _identity_by_post_office, _identity_in_app),
}
