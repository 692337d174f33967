"""Pensions and daily benefits, on which the filing is measured alone."""

from __future__ import annotations

from datetime import timedelta

from training.desk import euros, long_date, short_date
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.wording import texts
from training.papers.writers import Writers, to_test


def _complementary_pension(case: Case) -> Paper:
    who, gross = case.adult(), case.desk.rng.uniform(180, 520)
    months = tuple((case.month(n).capitalize(), euros(gross), euros(gross * 0.899)) for n in range(3))
    return Paper(
        "RES-RET",
        who.role,
        "Agirc-Arrco",
        case.one("Attestation de paiement", "Attestation de versement de votre retraite complémentaire"),
        (
            *texts(
                f"{who.civility},",
                "Nous attestons vous avoir versé, au titre de votre retraite complémentaire Agirc-Arrco, les "
                "allocations dont le détail figure ci-après :",
            ),
            Table((("Échéance", "Montant brut (€)", "Montant net versé (€)"), *months), (1.5, 1, 1.2)),
            Fields(
                (
                    ("Bénéficiaire", case.named(who)),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Nature", case.one("Droit direct", "Droits directs et réversion")),
                    ("Nombre de points", str(case.some(1500, 4200))),
                    ("Date d'effet", "01/0" + case.one("3", "7") + f"/{case.year - case.some(1, 6)}"),
                )
            ),
            Text(
                "Les allocations sont payées d'avance, le premier jour ouvré du mois. CSG, CRDS, Casa et cotisation "
                "maladie de 1 % sont prélevées selon votre situation fiscale."
            ),
        ),
        lines=("Centre de gestion Allocataires", "Téléphone : 0 970 660 660"),
        references=(f"N° allocataire : {case.number(10)}",),
        letter=True,
        signer="Le Responsable du centre de gestion",
    )


def _state_pension(case: Case) -> Paper:
    who, gross = case.adult(), case.desk.rng.uniform(1200, 2100)
    deducted = gross * 0.091
    return Paper(
        "RES-RET",
        who.role,
        "Direction générale des finances publiques",
        "Bulletin de pension",
        (
            Text(f"Mois de {case.month()}", bold=True),
            Fields(
                (
                    ("Titulaire", f"{who.nom.upper()} {who.prenom}"),
                    ("Numéro de pension", f"B {case.number(2)} {case.number(6)} {case.one('H', 'K')}"),
                    ("Nature de la pension", case.one("Pension civile de retraite", "Pension militaire de retraite")),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Centre gestionnaire", f"CGR de {case.commune.title()}"),
                )
            ),
            Table(
                (
                    ("Éléments", "À payer", "À déduire", "Pour information"),
                    ("Montant brut de la pension", euros(gross), "", ""),
                    ("CSG 8,30 % (dont déductible 5,90 %)", "", euros(gross * 0.083), ""),
                    ("CRDS", "", euros(gross * 0.005), ""),
                    ("CASA", "", euros(gross * 0.003), ""),
                    ("Cotisation mutuelle", "", "0,00", ""),
                    ("Impôt sur le revenu prélevé à la source", "", "0,00", "taux 0,0 %"),
                    ("Net à payer", euros(gross - deducted), "", ""),
                    ("Montant imposable du mois", "", "", euros(gross * 0.941)),
                ),
                (2.6, 1, 1, 1.2),
            ),
            *texts(
                f"Mis en paiement le {case.short(3, 25)} par virement sur le compte se terminant par {case.number(4)}.",
                "Un bulletin de pension n'est adressé que si le montant net de votre pension a varié par rapport au "
                "mois précédent. Conservez-le : il vous sera demandé pour toute démarche. Consultez votre espace "
                "sécurisé sur ensap.gouv.fr.",
            ),
        ),
        lines=("Service des retraites de l'État", "Centre de gestion des retraites"),
        letter=True,
    )


def _daily_benefits_by_cpam(case: Case) -> Paper:
    who, daily = case.adult(), case.desk.rng.uniform(24, 48)
    first = case.day(50, 70)
    spans = [(first + timedelta(days=14 * n), 14, case.short(5, 20)) for n in range(3)]
    rows = [
        (
            f"du {short_date(day)} au {short_date(day + timedelta(days=count - 1))}",
            str(count),
            euros(daily),
            euros(daily * count),
        )
        for day, count, _ in spans
    ]
    return Paper(
        "RES-IJ",
        who.role,
        "L'Assurance Maladie",
        case.one(
            "Attestation de paiement des indemnités journalières", "Attestation de paiement d'indemnités journalières"
        ),
        (
            Fields(
                (
                    ("Assuré(e)", f"{who.full} - {case.nir(who)}"),
                    (
                        "Nature de l'assurance",
                        case.one("Maladie", "Accident du travail", who.gendered("Maternité", "Maladie")),
                    ),
                    ("Dernier jour de travail", short_date(first - timedelta(days=4))),
                    ("Employeur", case.home.employeur),
                )
            ),
            Text("La caisse certifie avoir réglé à l'assuré(e) les indemnités journalières suivantes :"),
            Table((("Période indemnisée", "Jours", "Montant brut/jour", "Montant brut"), *rows), (2.4, 0.6, 1.2, 1)),
            Fields(
                (
                    ("Total brut", case.amount(daily * 42)),
                    ("CSG (6,2 %) et RDS (0,5 %)", f"- {case.amount(daily * 42 * 0.067)}"),
                    ("Total net versé", case.amount(daily * 42 * 0.933)),
                )
            ),
            *texts(
                "Le délai de carence de 3 jours a été appliqué. Ce document, à conserver sans limitation de durée, "
                "permet la validation de vos droits à la retraite et peut être présenté à Pôle emploi, à France "
                "Travail ou à votre organisme de prévoyance.",
                "Document délivré automatiquement depuis votre compte ameli, il ne nécessite ni cachet ni signature.",
            ),
        ),
        lines=(f"CPAM - {case.commune.title()}", "36 46 (service gratuit + prix appel)"),
        references=(f"Le {long_date(case.desk.day)}",),
        letter=True,
    )


def _daily_benefits_by_a_mutual(case: Case) -> Paper:
    who, daily, days = case.adult(), case.desk.rng.uniform(8, 21), case.some(15, 31)
    firm = case.one("Horizon Prévoyance", "Mutuelle de l'Ancre", "Institution Paritaire Concordia")
    return Paper(
        "RES-IJ",
        who.role,
        firm,
        case.one("Décompte de prestations", "Décompte d'indemnités journalières"),
        (
            *texts(
                f"{who.civility},",
                "Dans le cadre du contrat de prévoyance souscrit par votre employeur, nous vous informons du règlement "
                "ci-dessous, en complément des indemnités journalières de la Sécurité sociale.",
            ),
            Fields(
                (
                    ("Entreprise adhérente", case.home.employeur),
                    ("Risque", "Incapacité temporaire de travail"),
                    ("Date de l'arrêt initial", case.short(95, 200)),
                    ("Franchise", f"{case.one('60', '90')} jours continus"),
                )
            ),
            Table(
                (
                    ("Période", "Nb jours", "IJ brute", "IJSS déduite", "Montant"),
                    (case.period(), str(days), euros(daily + 30), euros(30), euros(daily * days)),
                ),
                (2.2, 0.8, 0.9, 1.1, 1),
            ),
            *texts(
                f"Montant net réglé : {case.amount(daily * days * 0.933)}, après précompte CSG/CRDS, par virement du "
                f"{case.short(2, 15)}.",
                "Pour la poursuite de l'indemnisation, merci de nous transmettre vos prochains décomptes de la "
                "Sécurité sociale dès réception. Une contre-visite médicale peut être demandée à tout moment.",
            ),
        ),
        lines=("Service Gestion Prévoyance", "Institution régie par le code de la sécurité sociale"),
        references=(f"Dossier sinistre n° {case.number(8)}", f"Contrat : {case.number(5)} NC"),
        letter=True,
        signer="Votre gestionnaire",
    )


def _invalidity(case: Case) -> Paper:
    who, degree = case.adult(), case.some(1, 2)
    mean = case.desk.rng.uniform(14000, 24000)
    yearly = mean * (0.3 if degree == 1 else 0.5)
    return Paper(
        "RES-INV",
        who.role,
        "L'Assurance Maladie",
        case.one("Notification d'attribution d'une pension d'invalidité", "Attribution d'une pension d'invalidité"),
        (
            *texts(
                f"{who.civility},",
                "Après avis du médecin-conseil, j'ai l'honneur de vous informer que votre état présentant une "
                "réduction d'au moins deux tiers de votre capacité de travail ou de gain, une pension d'invalidité "
                f"vous est attribuée à titre temporaire à compter du {case.long(60, 900)}.",
            ),
            Fields(
                (
                    ("Catégorie", f"{degree} (article L. 341-4 du code de la sécurité sociale)"),
                    ("Salaire annuel moyen", case.amount(mean)),
                    ("Taux", "30 %" if degree == 1 else "50 %"),
                    ("Montant annuel brut", case.amount(yearly)),
                    ("Montant mensuel brut", case.amount(yearly / 12)),
                    ("Majoration pour tierce personne", "Non"),
                )
            ),
            *texts(
                "Votre pension vous sera versée chaque mois à terme échu. Elle est révisable en fonction de votre état "
                "et de vos ressources ; elle sera remplacée par la pension de vieillesse à l'âge légal de la retraite. "
                "Vous devez nous retourner la déclaration de situation qui vous sera adressée.",
                "L'attribution de cette pension ouvre droit à l'exonération du ticket modérateur.",
                "Voies de recours : contestation d'ordre médical devant la commission médicale de recours amiable, "
                "contestation d'ordre administratif devant la commission de recours amiable, dans le délai de deux "
                "mois.",
            ),
        ),
        lines=(f"Caisse primaire de {case.commune.title()}", "Service Invalidité"),
        references=(f"N° de sécurité sociale : {case.nir(who)}", f"N° de titre : {case.number(6)} I"),
        letter=True,
        signer="Le directeur de la caisse",
    )


WRITERS: Writers = {
    "RES-RET": to_test(_complementary_pension, _state_pension),
    "RES-IJ": to_test(_daily_benefits_by_cpam, _daily_benefits_by_a_mutual),
    "RES-INV": to_test(_invalidity),
}
