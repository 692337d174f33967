"""Daily allowances for illness, injury and maternity (RES-IJ)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.writers import Writers, to_learn


def _stays(case: Case, count: int, daily: float, nature: str) -> tuple[tuple[str, str, str, str, str], ...]:
    """Return fortnights of leave, newest first: from, to, nature, days, sum."""
    return tuple(
        (
            case.short(16 * row + 16, 16 * row + 16),
            case.short(16 * row + 3, 16 * row + 3),
            nature,
            "14",
            case.amount(daily * 14),
        )
        for row in range(count)
    )


def _account_certificate(case: Case) -> Paper:
    who, daily = case.adult(), case.home.net * 0.5 / 30
    nature = case.one("IJ maladie", "IJ maternité", "IJ acc. travail")
    return Paper(
        "RES-IJ",
        who.role,
        "L'ASSURANCE MALADIE",
        case.one(
            "Attestation de paiement d'indemnités journalières", "Attestation de paiement des indemnités journalières"
        ),
        (
            Text(
                f"La CPAM certifie que {case.known(who)}, n° de sécurité sociale {case.nir(who)}, a perçu des "
                "indemnités journalières pour les périodes suivantes :"
            ),
            Table(
                (("Du", "Au", "Nature", "Jours", "Net"), *_stays(case, case.some(2, 6), daily, nature)),
                (2, 2, 2.6, 1, 2),
            ),
            Fields(
                (
                    ("Montant journalier brut", case.amount(daily * 1.067)),
                    ("CSG (6,2 %) et RDS (0,5 %)", case.amount(daily * 0.067)),
                    ("Destinataire du paiement", case.one("Assuré", "Employeur (subrogation)")),
                )
            ),
            Text(
                "Cette attestation est à conserver sans limitation de durée : elle permet la prise en compte de "
                "l'arrêt de travail pour la retraite. Montants à déclarer : voir le relevé fiscal annuel."
            ),
        ),
        lines=(f"Caisse primaire d'assurance maladie de {case.commune.title()}", "ameli.fr - 36 46"),
        signer="Le directeur de la caisse",
        foot="La loi rend passible d'amende ou d'emprisonnement quiconque se rend coupable de fraudes (L. 114-13).",
    )


def _statement_by_post(case: Case) -> Paper:
    who, daily = case.adult(), case.home.net * 0.5 / 30
    rows = _stays(case, case.some(1, 3), daily, "Arrêt de travail")
    return Paper(
        "RES-IJ",
        who.role,
        "ASSURANCE MALADIE",
        case.one("Relevé d'indemnités journalières", "Décompte d'indemnités journalières", "Indemnités journalières"),
        (
            Text(f"{case.named(who)}, nous avons traité votre arrêt de travail prescrit le {case.long(30, 60)}."),
            Table((("Début", "Fin", "Prestation", "Jours", "Versé"), *rows), (2, 2, 2.8, 1, 2)),
            Text("Délai de carence : 3 jours non indemnisés au début de chaque arrêt maladie."),
            Heading("Calcul de votre indemnité"),
            Text(
                f"Salaires des trois derniers mois transmis par {case.home.employeur} : "
                f"{case.amount(case.home.net * 3.8)}. Gain journalier de base : {case.amount(daily * 2)}. Indemnité : "
                "50 % de ce gain, dans la limite du plafond."
            ),
            Text(
                "Pour toute question, consultez votre compte ameli ou présentez-vous à l'accueil muni de votre carte "
                "Vitale."
            ),
        ),
        lines=(f"CPAM {case.commune.title()}", "Pôle Revenus de remplacement"),
        references=(f"N° sécurité sociale : {case.nir(who)}", f"Règlement n° {case.number(8)}"),
        letter=True,
    )


def _statement_of_insurer(case: Case) -> Paper:
    who, daily = case.adult(), case.home.net * 0.3 / 30
    days = case.some(14, 31)
    return Paper(
        "RES-IJ",
        who.role,
        case.one("UNION DE PRÉVOYANCE DU NORD", "INSTITUTION DE PRÉVOYANCE LYS-ESCAUT"),
        case.one("Bordereau de prestations incapacité de travail", "Règlement au titre du maintien de revenu"),
        (
            Text(
                f"Contrat collectif souscrit par {case.home.employeur}. Salarié garanti : {who.full}, "
                f"{who.born} le {who.naissance:%d/%m/%Y}."
            ),
            Fields(
                (
                    ("Motif", case.one("Maladie", "Accident", "Temps partiel thérapeutique")),
                    ("Franchise", f"{case.one('30', '60', '90')} jours continus"),
                    ("Traitement de base", case.amount(case.home.net * 1.27)),
                    ("Garantie", "80 % sous déduction de la Sécurité sociale"),
                    ("Période réglée", case.period()),
                )
            ),
            Text(
                f"Complément versé : {days} jours à {case.amount(daily)}, soit {case.amount(days * daily)}.", bold=True
            ),
            Text(
                "Nos prestations complètent celles du régime de base et cessent à la reprise, même partielle, du "
                "travail, à la date de liquidation de la retraite ou au 1 095e jour. Adressez-nous vos décomptes de la "
                "Sécurité sociale et l'avis de prolongation pour le paiement suivant. Un contrôle médical peut être "
                "diligenté."
            ),
        ),
        lines=("Centre de gestion des arrêts", case.home.ville),
        references=(f"Sinistre {case.number(7)}-IT", f"Affaire suivie par {case.third()}"),
        letter=True,
        signer="Le gestionnaire de prestations",
    )


def _maternity_of_farm_scheme(case: Case) -> Paper:
    who, daily = case.adult(), case.home.net * 0.55 / 30
    return Paper(
        "RES-IJ",
        who.role,
        "MSA MIDI-GARONNE",
        case.one("Notification de versement - congé maternité", "Versement de vos indemnités - arrêt maladie"),
        (
            Text(
                "Nous vous informons du paiement d'indemnités pour l'interruption de votre activité salariée "
                f"agricole, employeur {case.home.employeur}."
            ),
            Table(
                (
                    ("Intervalle", "Taux", "Nb", "Somme"),
                    *(
                        (f"{start} - {end}", case.amount(daily), days, paid)
                        for start, end, _, days, paid in _stays(case, case.some(2, 4), daily, "")
                    ),
                ),
                (4, 2, 1, 2),
            ),
            Text(f"Assuré(e) : {case.nir(who)} {who.full}. Versement par virement sous cinq jours ouvrés."),
            Text(
                "Ces sommes sont imposables, sauf affection de longue durée. Elles remplacent le salaire, sauf "
                "maintien par l'employeur, qui les reçoit alors à votre place. Le volet 3 de l'avis d'arrêt et "
                "l'attestation de salaire nous sont parvenus. En cas de reprise anticipée, prévenez-nous sous "
                "vingt-quatre heures ; les sorties autorisées figurent sur la prescription."
            ),
        ),
        lines=("Santé - Indemnisation des arrêts", case.home.ville),
        letter=True,
        numbered=True,
    )


WRITERS: Writers = {
    "RES-IJ": to_learn(_account_certificate, _statement_by_post, _statement_of_insurer, _maternity_of_farm_scheme),
}
