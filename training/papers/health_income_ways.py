"""Other ways of paying those whom illness keeps from work (RES-INV, RES-IJ)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

_FUNDS = ("L'ASSURANCE MALADIE", "C.P.A.M.", "MSA", "Caisse primaire d'assurance maladie")


def _disability_pension_granted(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-INV",
        who.role,
        case.one(*_FUNDS),
        case.one(
            "Notification d'attribution d'une pension d'invalidité",
            "Titre de pension d'invalidité",
            "Pension d'invalidité – décision",
            "Objet : votre pension d'invalidité",
        ),
        (
            *texts(
                case.one("Madame, Monsieur,", f"{who.civility},"),
                f"Le médecin-conseil a estimé que votre état réduit d'au moins deux tiers votre capacité de travail. "
                f"Une pension d'invalidité de catégorie {case.one('1', '2', '3')} vous est attribuée à effet du "
                f"{case.short(60, 3000)}.",
            ),
            Fields(
                (
                    ("Salaire annuel moyen", case.sum(12000, 26000)),
                    ("Taux", case.one("30 %", "50 %")),
                    ("Montant mensuel brut", case.sum(350, 1200)),
                )
            ),
            Text(
                case.one(
                    "La pension d'invalidité est toujours accordée à titre temporaire et peut être révisée.",
                    "Vous devez déclarer chaque trimestre votre situation et vos ressources.",
                    "Vous êtes exonéré du ticket modérateur en qualité de titulaire de cette pension.",
                )
            ),
        ),
        letter=True,
        references=(f"N° de sécurité sociale {case.nir(who)}",),
        signer=case.one("", "Le directeur"),
    )


def _disability_payments(case: Case) -> Paper:
    who, net = case.adult(), case.some(380, 1150)
    return Paper(
        "RES-INV",
        who.role,
        case.one(*_FUNDS, "ameli.fr – Mon compte"),
        case.one(
            "Attestation de paiement de pension d'invalidité",
            "Relevé de pension d'invalidité",
            "Mes paiements invalidité",
        ),
        (
            Text(f"{case.named(who)} – titulaire d'une pension d'invalidité {case.some(1, 3)}e catégorie"),
            Table((("Mensualité", "Net payé"), *monthly(case, case.some(2, 6), net)), (2, 1)),
            Text(
                case.one("Allocation supplémentaire d'invalidité (ASI) : néant.", "Montant net imposable : voir 1AZ.")
            ),
        ),
        foot=case.one("", "https://assure.ameli.fr/PortailAS/appmanager/attestation-invalidite 1/1"),
    )


def _work_accident_annuity(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-INV",
        who.role,
        case.one(*_FUNDS),
        case.one(
            "Notification de rente – accident du travail",
            "Rente accident du travail",
            "Attribution d'une rente de maladie professionnelle",
            "Décision relative au taux d'incapacité permanente",
        ),
        (
            *texts(
                f"Accident du travail du {case.short(400, 3000)} – consolidation le {case.short(100, 390)}.",
                f"Votre taux d'incapacité permanente partielle est fixé à {case.some(10, 60)} % ; une rente vous est "
                "versée "
                + case.one("chaque trimestre.", "mensuellement.", "à compter du lendemain de la consolidation."),
            ),
            Fields((("Salaire annuel de base", case.sum(18000, 30000)), ("Rente annuelle", case.sum(1500, 9000)))),
            Text("Séquelles : " + case.one("limitation de l'épaule droite.", "lombalgies.", "non communiquées ici.")),
        ),
        letter=True,
        signer="Pour le directeur",
    )


def _invalidity_from_contingency_fund(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-INV",
        who.role,
        case.one("INSTITUTION DE PRÉVOYANCE", "MUTUELLE DES AGENTS", "Prévoyance collective", "Service des pensions"),
        case.one("Rente d'invalidité – bordereau de règlement", "Rente complémentaire d'invalidité", "Allocation ATI"),
        (
            *texts(
                f"{case.named(who)}, salarié de {case.home.employeur}, classé en invalidité "
                f"{case.one('1re', '2e')} catégorie par la sécurité sociale.",
                f"Nous vous versons pour la période {case.period()} une rente d'invalidité de {case.sum(150, 900)}, en "
                "complément de la pension de la CPAM.",
                case.one("Justificatif demandé : dernier relevé de pension.", "Contrat collectif obligatoire."),
            ),
        ),
        references=(f"Dossier sinistre {case.number(8)}",),
        letter=True,
    )


def _daily_allowances_certificate(case: Case) -> Paper:
    who = case.adult()
    rows = [
        (f"{case.short(40 + 15 * k, 44 + 15 * k)}", str(case.some(7, 15)), case.sum(24, 52), case.sum(200, 700))
        for k in range(case.some(1, 4))
    ]
    return Paper(
        "RES-IJ",
        who.role,
        case.one(*_FUNDS, "ameli.fr"),
        case.one(
            "Attestation de paiement d'indemnités journalières",
            "Indemnités journalières",
            "Relevé de vos IJ",
            "Attestation d'indemnités journalières maternité",
        ),
        (
            Text(
                f"{case.named(who)}, n° {case.nir(who)}, a perçu au titre de l'assurance "
                + case.one("maladie :", "maternité :", "accident du travail :")
            ),
            Table((("Arrêt : jusqu'au", "Jours", "Montant de l'IJ", "Net payé"), *rows), (1.5, 0.8, 1.2, 1.2)),
            Text(
                case.one(
                    "CSG 6,2 % et RDS 0,5 % déduits. Délai de carence : 3 jours.",
                    "Indemnités versées à l'assuré (sans subrogation).",
                    "Ce document est à conserver sans limitation de durée ; il compte pour la retraite.",
                )
            ),
        ),
    )


def _reimbursements_page(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-IJ",
        who.role,
        case.one("ameli.fr – Mon compte", "compte ameli – Mes paiements", "msa.fr – Mes paiements"),
        case.one("Mes paiements", "Détail du paiement", "Paiement d'indemnités journalières", "Mes indemnités"),
        (
            Heading(f"Paiement du {case.short(2, 20)} : {case.sum(180, 700)}"),
            Fields(
                (
                    ("Nature", case.one("Indemnités journalières maladie", "IJ maternité", "IJ paternité")),
                    ("Période indemnisée", case.period()),
                    ("Nombre de jours", str(case.some(5, 30))),
                    ("Destinataire", who.full),
                    ("Arrêt de travail initial du", case.short(40, 120)),
                )
            ),
            Text(
                case.one("Télécharger mon attestation de paiement d'IJ", "Votre arrêt de travail est bien enregistré.")
            ),
        ),
        foot=f"https://assure.ameli.fr/PortailAS/paiements {case.short(1, 9)} 1/2",
    )


def _contingency_settlement(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-IJ",
        who.role,
        case.one("INSTITUTION DE PRÉVOYANCE", "MUTUELLE DU VAL – Prévoyance", "Gestion du contrat de prévoyance"),
        case.one("Décompte d'indemnités journalières", "Bordereau de règlement – incapacité", "Votre prestation"),
        (
            Text(
                f"Salarié : {who.full} – employeur : {case.home.employeur} – arrêt de travail du {case.short(60, 200)}"
            ),
            Table(
                (
                    ("Période", "Jours", "IJ sécurité sociale", "IJ complémentaire", "Règlement"),
                    (case.month(), "30", case.sum(25, 45), case.sum(8, 25), case.sum(240, 750)),
                ),
                (1.3, 0.7, 1.4, 1.4, 1.1),
            ),
            Text(
                case.one(
                    "Franchise de 90 jours. Adressez-nous vos prolongations et décomptes de la CPAM.",
                    "Le maintien de salaire est assuré par l'employeur jusqu'au 90e jour.",
                )
            ),
        ),
        letter=True,
    )


def _opening_of_daily_allowances(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-IJ",
        who.role,
        case.one(*_FUNDS),
        case.one("Votre arrêt de travail", "Objet : indemnisation de votre arrêt", "Vos droits en congé maternité"),
        (
            *texts(
                case.one("Madame, Monsieur,", f"{who.civility},"),
                f"Nous avons bien reçu votre arrêt de travail du {case.short(20, 60)}. Vous remplissez les conditions "
                f"pour percevoir des indemnités journalières de {case.sum(22, 52)} par jour.",
                case.one(
                    "Elles vous seront payées tous les quatorze jours, après un délai de carence de trois jours.",
                    "Au-delà de six mois, un nouveau contrôle de vos droits sera effectué.",
                    "Votre congé de maternité est indemnisé sans délai de carence pendant seize semaines.",
                ),
                "Vous devez respecter les heures de présence à domicile et ne pas quitter le département sans accord.",
            ),
        ),
        references=(f"N° {case.nir(who)}",),
        letter=True,
        signer=case.one("", "Votre correspondant"),
    )


WRITERS: Writers = {
    "RES-INV": to_learn(
        *wordy(
            _disability_pension_granted, _disability_payments, _work_accident_annuity, _invalidity_from_contingency_fund
        )
    ),
    "RES-IJ": to_learn(
        *wordy(
            _daily_allowances_certificate, _reimbursements_page, _contingency_settlement, _opening_of_daily_allowances
        )
    ),
}
