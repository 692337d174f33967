"""Paying the rent: receipts, notices of rent, proofs of payment (LOG-QUI, LOG-PAI)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn


def _receipt_of_private_landlord(case: Case) -> Paper:
    rent = case.home.loyer
    charges = case.some(25, 120)
    return Paper(
        "LOG-QUI",
        None,
        case.home.bailleur,
        case.one("Quittance de loyer", "Quittance de loyer et de charges"),
        (
            Text(f"Adresse de la location : {case.address}", bold=True),
            Text(
                f"Je soussigné, {case.third()}, propriétaire du logement désigné ci-dessus, déclare avoir reçu de "
                f"{case.named(case.who)} la somme de {case.amount(rent + charges)} au titre du paiement du loyer et "
                f"des charges pour la période {case.period()} et lui en donne quittance, sous réserve de tous mes "
                "droits."
            ),
            Heading("Détail du règlement"),
            Table(
                (
                    ("Libellé", "Montant"),
                    ("Loyer", case.amount(rent)),
                    ("Provision pour charges", case.amount(charges)),
                    ("Total", case.amount(rent + charges)),
                ),
                (3, 1),
            ),
            Text(f"Date du paiement : le {case.short(3, 20)}"),
        ),
        lines=(case.home.world.rues[0], case.home.world.villes[0]),
        signer="Le bailleur",
        foot="Cette quittance annule tous les reçus qui auraient pu être établis précédemment en cas de paiement "
        "partiel du montant du présent terme. Elle est à conserver pendant trois ans par le locataire (art. 7-1 de la "
        "loi n° 89-462 du 6 juillet 1989).",
    )


def _notice_of_social_landlord(case: Case) -> Paper:
    rent = case.home.loyer
    lines = {
        "Loyer principal": rent,
        "Provision charges générales": case.some(30, 90),
        "Provision eau froide": case.some(8, 35),
        "Provision chauffage": case.some(15, 70),
        "Contrat robinetterie": 2.41,
    }
    help_ = case.some(0, 1) * case.some(60, 240)
    total = sum(lines.values()) - help_
    rows = [(words, case.amount(value), "") for words, value in lines.items()]
    if help_:
        rows.append(("A.P.L. versée par la CAF", "", case.amount(help_)))
    return Paper(
        "LOG-QUI",
        None,
        case.home.bailleur,
        case.one("Avis d'échéance", "Avis d'échéance et quittance"),
        (
            Text(f"Logement : {case.address}, type {case.some(1, 5)}, étage {case.some(0, 8)}"),
            Table((("Rubriques", "Débit", "Crédit"), *rows, ("Solde antérieur", "0,00 €", "")), (4, 1.3, 1.3)),
            Fields((("Total de l'échéance", case.amount(total)), ("À régler avant le", case.ahead(1, 12)))),
            Text(
                f"Quittance du mois précédent : nous avons reçu la somme de {case.amount(total)} pour le terme de "
                f"{case.month(1)}, dont quittance sous réserve d'encaissement."
            ),
            Text(
                "Vous avez opté pour le prélèvement automatique : vous n'avez aucune démarche à effectuer. "
                "En cas de difficulté, contactez sans attendre votre chargé de clientèle ou notre conseillère sociale."
            ),
        ),
        lines=(
            "Office de l'habitat – Agence de proximité",
            f"Accueil du lundi au vendredi – {case.home.world.villes[0]}",
        ),
        references=(f"Locataire n° {case.number(7)}", f"Contrat n° L/{case.number(6)}", f"Terme : {case.month()}"),
        letter=True,
        foot="Le paiement de la présente ne préjuge pas des sommes antérieures qui resteraient dues.",
    )


def _receipt_of_agency(case: Case) -> Paper:
    rent = case.home.loyer
    charges, fee = case.some(20, 95), case.some(2, 9)
    return Paper(
        "LOG-QUI",
        None,
        case.one("Cabinet Aubriot Gestion", "Immobilière de la Halle", case.home.bailleur),
        f"Quittance n° {case.number(5)}",
        (
            Fields(
                (
                    ("Propriétaire", case.home.bailleur),
                    ("Locataire", case.named(case.who)),
                    ("Bien loué", case.home.rue),
                    ("Période", case.period()),
                )
            ),
            Table(
                (
                    ("Désignation", "Appelé", "Réglé"),
                    ("Loyer hors charges", *(case.amount(rent),) * 2),
                    ("Acompte sur charges", *(case.amount(charges),) * 2),
                    ("Ordures ménagères", *(case.amount(fee),) * 2),
                    ("Totaux", *(case.amount(rent + charges + fee),) * 2),
                ),
                (3, 1.2, 1.2),
            ),
            Text(f"Reçu par {case.one('virement', 'chèque', 'prélèvement')} le {case.short(3, 25)}."),
            Text("Pour acquit, le gérant, mandataire du propriétaire.", bold=True),
        ),
        lines=("Administrateur de biens – Transaction – Syndic", f"Carte professionnelle n° CPI {case.number(12)}"),
        subtitle=f"Mois de {case.month()}",
        seal=("PAYÉ", case.short(3, 25)),
        signer="Le service gérance",
    )


def _settled_rent_statement(case: Case) -> Paper:
    rent, charges = case.home.loyer * 1.0, case.home.loyer * 0.14
    due = case.amount(rent + charges)
    return Paper(
        "LOG-QUI",
        None,
        case.home.bailleur,
        case.one("Votre loyer du mois", "Facture de loyer acquittée", "Relevé de loyer"),
        (
            Text(f"{case.who.civility}, vous trouverez ci-dessous le détail de votre loyer pour {case.month()}."),
            Heading("Ce que vous aviez à payer"),
            Table(
                (
                    ("Code", "Nature", "Base", "Montant"),
                    ("010", "Loyer net", "30 jours", case.amount(rent)),
                    ("120", "Acomptes charges locatives", "30 jours", case.amount(charges * 0.7)),
                    ("134", "Eau chaude et froide", "30 jours", case.amount(charges * 0.3)),
                ),
                (0.7, 3, 1, 1.3),
            ),
            Heading("Ce que nous avons encaissé"),
            Table((("Date", "Mode", "Montant"), (case.short(5, 25), "Prélèvement SEPA", due)), (1, 2, 1.3)),
            Text(f"Solde de votre compte locataire au {case.short(1, 4)} : 0,00 €", bold=True),
            Text(
                "Ce relevé, une fois les sommes encaissées, tient lieu de quittance pour le terme indiqué. Besoin "
                "d'une attestation d'assurance à jour : pensez à nous l'adresser chaque année."
            ),
        ),
        lines=("Service client locataires", f"{case.home.world.rues[1]} – {case.home.world.villes[1]}"),
        references=(f"Réf. client {case.number(8)}", f"Pièce n° {case.year}-{case.number(6)}"),
        letter=True,
        numbered=True,
    )


def _transfer_of_rent(case: Case) -> Paper:
    standing = case.some(0, 1) == 1
    return Paper(
        "LOG-PAI",
        None,
        case.one(*case.home.world.banques),
        "Ordre de virement permanent" if standing else case.one("Avis de virement", "Confirmation de virement émis"),
        (
            Text(f"{case.who.civility}, nous vous confirmons l'exécution de l'opération suivante :"),
            Fields(
                (
                    ("Donneur d'ordre", case.named(case.who)),
                    ("Compte débité", f"FR76 **** **** **** {case.number(4)}"),
                    ("Bénéficiaire", case.home.bailleur),
                    ("Compte crédité", f"FR76 **** **** **** {case.number(4)}"),
                    ("Montant du virement", case.amount(case.home.loyer * 1.1)),
                    ("Motif", f"LOYER {case.month().upper()}"),
                    ("Date d'exécution", case.short(3, 25)),
                    ("Périodicité", "mensuelle, le 5 du mois" if standing else "unique"),
                )
            ),
            Text("Sauf provision insuffisante, le bénéficiaire est crédité sous un jour ouvré."),
        ),
        lines=("Votre banque en ligne", "Service virements"),
        references=(f"Référence de l'opération : {case.number(12)}",),
        foot="Document édité à la demande du client. Seules les écritures du relevé de compte font foi.",
    )


WRITERS: Writers = {
    "LOG-QUI": to_learn(
        _receipt_of_private_landlord, _notice_of_social_landlord, _settled_rent_statement, _receipt_of_agency
    ),
    "LOG-PAI": to_learn(_transfer_of_rent),
}
