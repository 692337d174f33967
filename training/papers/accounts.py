"""Accounts of the self-employed (RES-BIL)."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Leaf, Paper, Table, Text
from training.papers.figures import summed
from training.papers.writers import Writers, to_learn

ASSETS = (
    ("Fonds commercial", 8000, 24000),
    ("Installations, matériel et outillage", 3000, 16000),
    ("Matériel de transport", 0, 9000),
    ("Stocks de marchandises", 500, 6000),
    ("Créances clients et comptes rattachés", 400, 7000),
    ("Disponibilités", 900, 12000),
)
COSTS = (
    ("Achats de marchandises", 6000, 18000),
    ("Variation de stocks", -900, 900),
    ("Autres achats et charges externes", 4000, 11000),
    ("Impôts, taxes et versements assimilés", 300, 1800),
    ("Cotisations sociales de l'exploitant", 2500, 8000),
    ("Dotations aux amortissements", 600, 3000),
)


def _yearly_accounts(case: Case) -> Paper:
    year = case.year - 1
    assets, total = summed(case, *ASSETS)
    costs, spent = summed(case, *COSTS)
    earned = case.home.net * 12.0
    turnover = spent + earned
    dated = f"Exercice clos le 31/12/{year}"
    return Paper(
        "RES-BIL",
        case.who.role,
        case.one("CABINET D'EXPERTISE COMPTABLE", "FIDUCIAIRE ET CONSEIL", "CENTRE DE GESTION AGRÉÉ"),
        case.one("Comptes annuels", f"Bilan et compte de résultat {year}", "Liasse fiscale - régime réel simplifié"),
        (
            Text(f"Entreprise individuelle {case.who.full}, {case.address}. SIRET {case.home.siret}. {dated}."),
            Text(
                "Conformément à notre mission de présentation des comptes, nous n'avons pas relevé d'éléments "
                "remettant en cause la cohérence et la vraisemblance des comptes annuels pris dans leur ensemble."
            ),
            Heading("Bilan actif"),
            Table((("Actif (net, en euros)", str(year)), *assets, ("TOTAL ACTIF", case.amount(total))), (4, 2)),
            Leaf(),
            Heading("Bilan passif"),
            Table(
                (
                    ("Passif", str(year)),
                    ("Capital et compte de l'exploitant", case.amount(total * 0.45 - earned)),
                    ("Résultat de l'exercice", case.amount(earned)),
                    ("Emprunts et dettes financières", case.amount(total * 0.3)),
                    ("Dettes fournisseurs", case.amount(total * 0.12)),
                    ("Dettes fiscales et sociales", case.amount(total * 0.13)),
                ),
                (4, 2),
            ),
            Leaf(),
            Heading("Compte de résultat"),
            Table(
                (
                    (dated, "N", "N-1"),
                    ("Chiffre d'affaires net", euros(turnover), euros(turnover * 0.93)),
                    *((label, value, "-") for label, value in costs),
                    ("Total charges d'exploitation", euros(spent), euros(spent * 0.97)),
                    ("BÉNÉFICE OU PERTE", euros(earned), euros(turnover * 0.93 - spent * 0.97)),
                ),
                (5, 2, 2),
            ),
        ),
        lines=("Inscrit au tableau de l'Ordre des experts-comptables", case.home.ville),
        signer=case.one("", "L'expert-comptable"),
        numbered=case.some(0, 1) == 1,
    )


def _accountant_letter(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-BIL",
        who.role,
        case.one("SARL COMPTA-CONSEIL", "CABINET COMPTABLE DU MARCHÉ", "AUDIT ET GESTION ASSOCIÉS"),
        case.one("Attestation de l'expert-comptable", "Attestation comptable", "Attestation de revenus du dirigeant"),
        (
            Text(
                f"Je soussigné(e), {case.third()}, expert-comptable, atteste au vu de la comptabilité tenue par mes "
                f"soins que {case.known(who)}, "
                f"{case.one('gérant majoritaire', 'artisan', 'commerçant en nom propre')}, immatriculé(e) au registre "
                f"national des entreprises sous le n° {case.home.siret[:11]}, a dégagé :"
            ),
            Table(
                (
                    ("Exercice clos le", "Chiffre d'affaires HT", "Résultat net"),
                    (f"31/12/{case.year - 2}", case.sum(24000, 60000), case.sum(9000, 26000)),
                    (f"31/12/{case.year - 1}", case.sum(24000, 60000), case.sum(9000, 26000)),
                ),
                (2, 3, 2),
            ),
            Text(
                f"Les prélèvements de l'exploitant représentent en moyenne {case.amount(case.home.net)} par mois. "
                f"Situation provisoire au {case.short(20, 90)}, non encore arrêtée."
            ),
            Text(
                "Cette attestation ne constitue ni un audit ni un examen limité. Elle est établie pour une demande de "
                "logement."
            ),
        ),
        lines=("Société inscrite à l'Ordre des experts-comptables", case.home.ville),
        signer="L'expert-comptable",
        seal=("EXPERT-COMPTABLE", case.commune),
    )


def _turnover_of_micro_firm(case: Case) -> Paper:
    quarter = case.some(1, 4)
    return Paper(
        "RES-BIL",
        case.who.role,
        "URSSAF",
        case.one(
            "Déclaration de chiffre d'affaires",
            "Attestation fiscale micro-entrepreneur",
            "Récapitulatif de votre déclaration auto-entrepreneur",
        ),
        (
            Fields(
                (
                    ("Déclarant", case.named(case.who)),
                    ("SIRET", case.home.siret),
                    ("Période", f"{quarter}e trimestre {case.year - 1}"),
                    ("Activité principale", case.one("Prestation de services BIC", "Profession libérale BNC", "Vente")),
                    ("Date d'enregistrement", case.short(10, 80)),
                )
            ),
            Table(
                (
                    ("Nature", "Chiffre d'affaires", "Taux", "Cotisations"),
                    ("Ventes de marchandises", "0 €", "12,3 %", "0 €"),
                    ("Prestations de services (BIC)", case.sum(2500, 7000), "21,2 %", case.sum(500, 1500)),
                    ("Autres prestations (BNC)", "0 €", "24,6 %", "0 €"),
                    ("Formation professionnelle", "", "0,3 %", case.sum(8, 21)),
                    ("Versement libératoire de l'impôt", "", "1,7 %", case.sum(40, 120)),
                ),
                (4, 2.4, 1.2, 2),
            ),
            Text(
                "Le chiffre d'affaires déclaré correspond aux sommes effectivement encaissées, avant toute déduction "
                "de charges. Il doit être reporté sur la déclaration de revenus n° 2042-C-PRO, revenus des professions "
                "non salariées. Ce document ne vaut pas attestation de vigilance."
            ),
        ),
        lines=("Service autoentrepreneur", "autoentrepreneur.urssaf.fr"),
        references=(f"N° de télédéclaration {case.number(10)}",),
    )


WRITERS: Writers = {"RES-BIL": to_learn(_yearly_accounts, _accountant_letter, _turnover_of_micro_firm)}
