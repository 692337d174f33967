"""Unemployment benefit: payments and rights (RES-ARE)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.writers import Writers, to_learn


def _daily(case: Case) -> float:
    return case.home.net * 0.75 / 30


def _statement_of_situation(case: Case) -> Paper:
    who, daily = case.adult(), _daily(case)
    return Paper(
        "RES-ARE",
        who.role,
        "FRANCE TRAVAIL",
        case.one("Relevé de situation", "Avis de paiement", f"Relevé de situation - {case.month()}"),
        (
            Text(f"{case.named(who)},\nVoici le détail de votre paiement pour la période {case.period()}."),
            Table(
                (
                    ("Allocation", "Jours", "Montant journalier", "Montant"),
                    ("Aide au retour à l'emploi (ARE)", "30", case.amount(daily), case.amount(daily * 30)),
                    ("Retenue retraite complémentaire", "", "", case.amount(-daily * 0.9)),
                    ("Prélèvement à la source (0 %)", "", "", "0,00 €"),
                    ("Montant net versé", "", "", case.amount(daily * 29.1)),
                ),
                (4, 1, 2.4, 2),
            ),
            Text(
                f"Ce montant a été versé le {case.short(3, 25)} sur votre compte bancaire. Il vous reste "
                f"{case.some(20, 600)} jours d'allocation au dernier jour du mois."
            ),
            Heading("À retenir"),
            Text(
                "Vous devez actualiser votre situation chaque mois et déclarer toute activité, même occasionnelle. Un "
                "trop perçu doit être remboursé. Ce relevé est à conserver ; il peut être présenté à tout organisme "
                "social."
            ),
        ),
        lines=(f"Agence de {case.commune.title()}", "www.francetravail.fr - 39 49"),
        references=(f"Identifiant : {case.number(7)}{case.one('A', 'K', 'M')}", f"Édité le {case.short(2, 20)}"),
        letter=True,
    )


def _opening_of_rights(case: Case) -> Paper:
    who, daily = case.adult(), _daily(case)
    return Paper(
        "RES-ARE",
        who.role,
        case.one("FRANCE TRAVAIL", "PÔLE EMPLOI"),
        case.one("Notification de droits ARE", "Ouverture de droits à l'allocation d'aide au retour à l'emploi"),
        (
            Text(
                f"{case.known(who)}, suite à votre inscription du {case.long(40, 120)}, nous vous informons que vous "
                "remplissez les conditions pour bénéficier de l'allocation d'aide au retour à l'emploi (ARE)."
            ),
            Heading("Vos droits"),
            Fields(
                (
                    ("Salaire journalier de référence", case.amount(daily * 1.62)),
                    ("Allocation journalière brute", case.amount(daily * 1.03)),
                    ("Allocation journalière nette", case.amount(daily)),
                    ("Durée d'indemnisation", f"{case.some(182, 548)} jours calendaires"),
                    ("Premier jour indemnisé", case.short(2, 30)),
                )
            ),
            Heading("Comment ce point de départ est fixé"),
            Text(
                f"Différé d'indemnisation au titre des congés payés : {case.some(0, 12)} jours. Différé spécifique : "
                "0 jour. Délai d'attente : 7 jours. Fin de contrat de travail retenue : "
                f"{case.home.employeur}, le {case.short(60, 150)}, au vu de l'attestation de votre employeur."
            ),
            Text(
                "Cette notification est établie selon le règlement d'assurance chômage. Vous pouvez demander le "
                "réexamen de votre dossier, ou saisir le médiateur ou le tribunal judiciaire dans un délai de deux ans."
            ),
        ),
        lines=(case.home.ville, "Direction des droits et de l'indemnisation"),
        references=(f"Votre identifiant {case.number(8)}", f"Notre référence OD/{case.number(6)}"),
        letter=True,
        signer="Le directeur d'agence",
        foot="Informatique et libertés : vous disposez d'un droit d'accès et de rectification auprès de votre agence.",
    )


def _certificate_of_paid_months(case: Case) -> Paper:
    who, daily = case.adult(), _daily(case)
    return Paper(
        "RES-ARE",
        who.role,
        "PÔLE EMPLOI",
        case.one("Attestation de périodes indemnisées", "Attestation de paiement"),
        (
            Text(
                f"Le directeur de l'agence atteste que {case.known(who)}, identifiant n° {case.number(7)}, demeurant "
                f"{case.address}, a perçu les allocations suivantes :"
            ),
            Table(
                (
                    ("Période", "Nature", "Jours indemnisés", "Montant net"),
                    *(
                        (month, case.one("ARE", "ARE", "ASS", "AREF"), str(case.some(28, 31)), paid)
                        for month, paid in monthly(case, case.some(3, 12), daily * 30)
                    ),
                ),
                (3, 1.3, 2.4, 2),
            ),
            Text(
                "Attestation délivrée pour servir et valoir ce que de droit. Les périodes non indemnisées ne figurent "
                "pas."
            ),
        ),
        lines=("Grand Est", f"Pôle emploi {case.commune.title()}"),
        signer="Le directeur de l'agence",
    )


def _solidarity_allowance(case: Case) -> Paper:
    who, daily = case.adult(), 19.01
    return Paper(
        "RES-ARE",
        who.role,
        "France Travail Hauts-de-France",
        case.one("Votre allocation du mois", "Décision d'attribution ASS", "Décompte de vos allocations"),
        (
            Text(f"Bonjour {who.full},"),
            Text(
                "Vos droits à l'assurance chômage étant épuisés, l'allocation de solidarité spécifique vous est "
                f"accordée pour six mois renouvelables, du {case.short(5, 60)} au {case.ahead(100, 180)}."
            ),
            Fields(
                (
                    ("Taux journalier ASS", case.amount(daily)),
                    ("Jours payés ce mois-ci", str(case.some(28, 31))),
                    ("Virement", case.amount(daily * 30)),
                    ("Ressources retenues du foyer", case.sum(0, 900)),
                )
            ),
            Text(
                "Pour continuer à la recevoir, restez inscrit(e) et répondez chaque mois aux questions de "
                "l'actualisation. Au bout de six mois, un formulaire de renouvellement vous sera proposé dans votre "
                "espace personnel, rubrique « Mes allocations ». L'aide est à la charge de l'État (L. 5423-1 du code "
                "du travail)."
            ),
            Text("Besoin d'aide ? Écrivez à votre référent indemnisation depuis la messagerie de votre espace."),
        ),
        references=(f"Dossier {case.number(10)}", f"Inscrit(e) depuis le {case.short(400, 900)}"),
        numbered=True,
    )


def _statement_of_civil_employer(case: Case) -> Paper:
    who, daily = case.adult(), _daily(case)
    days = case.some(24, 31)
    return Paper(
        "RES-ARE",
        who.role,
        case.one("CENTRE DE GESTION DES ALLOCATIONS CHÔMAGE", "MAIRIE - SERVICE INDEMNISATION CHÔMAGE"),
        "Décompte d'allocation pour perte d'emploi",
        (
            Text(
                f"{case.named(who)}, ancien agent non titulaire ({case.home.employeur}), est "
                f"{who.gendered('prise', 'pris')} en charge au titre de l'auto-assurance de la collectivité (L. 5424-1 "
                "du code du travail)."
            ),
            Table(
                (
                    ("Désignation", "Quantité", "Taux", "Total"),
                    (f"ARE {case.month()}", str(days), case.amount(daily), case.amount(days * daily)),
                    ("Retenue CSG / CRDS", "", "exonéré", ""),
                    ("Reliquat de droits (jours)", str(case.some(40, 500)), "", ""),
                ),
                (4, 1.5, 1.6, 2),
            ),
            Text(
                "Le paiement intervient sur présentation de l'attestation d'actualisation délivrée par l'opérateur. La "
                "collectivité, employeur public en auto-assurance, supporte seule la charge de l'indemnisation, "
                "calculée sur les traitements des vingt-quatre derniers mois figurant sur l'attestation destinée à "
                "l'assurance chômage. Toute reprise d'activité est à déclarer au service avant le 5 du mois."
            ),
        ),
        lines=(case.home.ville,),
        letter=True,
        signer="Pour le maire",
        seal=("RÉPUBLIQUE FRANÇAISE", case.commune),
    )


def _portal_printout(case: Case) -> Paper:
    who, daily = case.adult(), _daily(case)
    paid = monthly(case, 4, daily * 30)
    return Paper(
        "RES-ARE",
        who.role,
        "MON ESPACE FRANCE TRAVAIL",
        case.one("Mes paiements", "Attestation des paiements effectués"),
        (
            Fields(
                (
                    ("Nom", who.nom.upper()),
                    ("Prénom", who.prenom),
                    ("N° identifiant", case.number(8)),
                    ("Région", "Nouvelle-Aquitaine"),
                )
            ),
            Heading("Quatre derniers versements"),
            Table((("Mois concerné", "Versé"), *paid), (3, 2)),
            Text(
                "Type d'aide : allocation chômage. Sommes nettes de toutes retenues. Les saisies et acomptes éventuels "
                "sont détaillés dans chaque relevé. Document généré automatiquement, opposable aux tiers. Pour obtenir "
                "un justificatif d'inscription, utilisez plutôt la rubrique « Mes attestations ». Les paiements "
                "interviennent dès que vous avez déclaré votre mois, à partir du 28."
            ),
        ),
        subtitle=f"Impression du {case.short(2, 12)}",
    )


WRITERS: Writers = {
    "RES-ARE": to_learn(
        _statement_of_situation,
        _opening_of_rights,
        _certificate_of_paid_months,
        _solidarity_allowance,
        _statement_of_civil_employer,
        _portal_printout,
    ),
}
