"""Income counted by the day: unemployment allowances and daily sickness, maternity or accident payments."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.several import several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn

JOBLESS, SICK = "RES-ARE", "RES-IJ"
_ASSURANCE = ("CPAM", "L'Assurance Maladie", "Caisse primaire d'assurance maladie", "ameli.fr - mon compte", "MSA")


def _opening_of_rights(case: Case) -> Paper:
    who, daily = case.adult(), case.desk.rng.uniform(28, 62)
    return Paper(
        JOBLESS,
        who.role,
        case.one("France Travail", "PÔLE EMPLOI", "ASSEDIC", "Unédic - Assedic", "Régie employeur public"),
        case.one(
            "Notification d'ouverture de droits",
            "Votre allocation d'aide au retour à l'emploi",
            "Notification de reprise du versement de l'ARE",
            "Admission à l'allocation unique dégressive",
        ),
        (
            Text(
                f"{who.civility}, "
                + case.one(
                    f"suite à la fin de votre contrat de travail du {case.long(40, 300)}, vous avez droit à l'ARE.",
                    "votre demande d'allocations est acceptée. Voici le calcul de vos droits.",
                    "vous aviez un reliquat de droits : il vous est repris dans les conditions ci-après.",
                )
            ),
            Fields(
                (
                    (case.one("Allocation journalière brute", "Montant brut par jour"), case.amount(daily)),
                    (case.one("Montant net journalier", "Net par jour"), case.amount(daily * 0.95)),
                    (case.one("Durée maximale", "Nombre de jours"), f"{case.some(182, 730)} jours calendaires"),
                    ("Point de départ", case.short(5, 200)),
                    (case.one("Différé congés payés", "Délai d'attente"), f"{case.some(0, 30)} jours + 7"),
                    ("Salaire journalier de référence", case.amount(daily / 0.57)),
                )
            ),
            *several(
                case,
                3,
                "Le paiement suppose l'actualisation de votre situation chaque fin de mois.",
                "Si vous reprenez une activité, une partie de vos allocations est cumulable avec le salaire.",
                "Vous pouvez prétendre à l'allocation de solidarité spécifique à l'épuisement de ces droits.",
                "Le salaire de référence retient les rémunérations soumises à contribution des douze ou vingt-quatre "
                "derniers mois précédant la fin de contrat, primes comprises, hors indemnités de licenciement.",
                "En cas d'arrêt maladie, les allocations sont suspendues et relayées par les indemnités journalières "
                "de votre caisse, sur attestation à nous adresser.",
                "Recours : auprès de votre agence puis du médiateur, enfin devant le tribunal judiciaire.",
                "Attention : toute somme perçue à tort doit être remboursée.",
                "Votre inscription comme demandeur d'emploi vous est confirmée par ailleurs.",
            ),
        ),
        references=(f"Identifiant {case.number(7)}{case.one('A', 'R', '')}", f"NIR {case.nir(who)}"),
        letter=True,
    )


def _statement_of_the_month(case: Case) -> Paper:
    who, days, daily = case.who, case.some(12, 31), case.desk.rng.uniform(17, 58)
    return Paper(
        JOBLESS,
        who.role,
        case.one("Pôle emploi services", "francetravail.fr - espace personnel", "ASSEDIC - avis", "France Travail"),
        case.one("Relevé de situation", "Avis de paiement", "Mes paiements", "Relevé mensuel de versement"),
        (
            Table(
                (
                    ("Allocation", "Jours", "Taux", "Montant"),
                    (case.one("ARE", "ASS", "ARE-F", "AREF"), str(days), case.amount(daily), case.amount(days * daily)),
                    (case.one("Retraite compl.", "CSG/CRDS"), "", "", f"- {case.sum(5, 40)}"),
                    ("Impôt à la source", "", "", case.one("0,00 €", f"- {case.sum(2, 40)}")),
                    ("Net", "", "", case.amount(days * daily * 0.95)),
                ),
                (1.4, 1, 1, 1),
            ),
            Fields(
                (
                    ("Période indemnisée", case.period()),
                    (case.one("Jours non indemnisés", "Carence"), f"{case.some(0, 7)}"),
                    ("Reste à indemniser", f"{case.some(20, 500)} jours"),
                    ("Actualisation", case.one("validée", "activité déclarée : 40 h", "sans activité")),
                )
            ),
            Text(
                case.one(
                    f"Virement émis le {case.short(2, 20)} sur votre compte.",
                    "Attestation valable auprès de la Caf, du bailleur ou de la mutuelle.",
                    "Historique sur 24 mois disponible dans la rubrique Paiements.",
                )
            ),
        ),
        foot=case.one("", "https://candidat.example.org/paiements"),
        references=(f"{who.full} - {case.number(7)}",),
    )


def _certificate_of_sums_by_month(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        JOBLESS,
        who.role,
        case.one("POLE EMPLOI", "France Travail indemnisation", "Centre de gestion - allocations chômage", "Assédic"),
        case.one("Attestation", "Attestation de paiement", "Attestation d'indemnisation", "Attestation de périodes"),
        (
            *texts(
                f"Nous attestons que {case.known(who)}, a perçu "
                + case.one("des allocations de chômage", "l'ASS", "l'allocation d'aide au retour à l'emploi")
                + f" {case.one('pour les mois suivants', 'selon le tableau')} :"
            ),
            Table((("Mois", "Brut"), *monthly(case, case.some(2, 12), case.some(400, 1500))), (1, 1)),
            Text(
                case.one(
                    "A ce jour l'intéressé n'a pas épuisé ses droits.",
                    "Montant net fiscal à déclarer avec les traitements et salaires.",
                    "Document fait à la demande du bénéficiaire.",
                )
            ),
        ),
        signer=case.one("", "Le directeur d'agence", "Le responsable indemnisation"),
    )


def _certificate_of_daily_payments(case: Case) -> Paper:
    who = case.adult()
    risk = case.one("Maladie", "Maternité", "Accident du travail", "Paternité", "Affection longue durée")
    return Paper(
        SICK,
        who.role,
        case.one(*_ASSURANCE),
        case.one(
            "Attestation de paiement d'indemnités journalières",
            "Indemnités journalières - récapitulatif",
            "Attestation de paiement",
            "Vos indemnités journalières",
        ),
        (
            Fields((("Assuré", who.full), ("N° de sécurité sociale", case.nir(who)), ("Risque", risk))),
            Table(
                (
                    ("Du", "Au", "Jours", "Prix unitaire", "Net payé"),
                    *(
                        (
                            case.short(90, 180),
                            case.short(10, 80),
                            str(case.some(7, 31)),
                            case.sum(18, 50),
                            case.sum(120, 1300),
                        )
                        for _ in range(case.some(1, 6))
                    ),
                ),
                (1, 1, 0.7, 1.2, 1.2),
            ),
            *several(
                case,
                1,
                "Montant imposable transmis à l'administration fiscale.",
                f"Subrogation de l'employeur : {case.one('oui', 'non')}. Délai de carence de trois jours.",
                "A présenter à votre mutuelle, à la Caf ou à France Travail.",
                "Les indemnités journalières maternité sont exclues de la CSG à taux plein.",
                "Conservez cette attestation sans limite : elle sert au calcul de la retraite.",
            ),
        ),
        foot=case.one("", "Accueil > Mes paiements > Attestations"),
        signer=case.one("", "Le directeur", "Le correspondant de l'organisme"),
    )


def _statement_of_reimbursements_with_daily_pay(case: Case) -> Paper:
    who = case.who
    days, rate = case.some(5, 30), case.desk.rng.uniform(20, 55)
    return Paper(
        SICK,
        who.role,
        case.one("L'ASSURANCE MALADIE", "C.P.A.M.", "MSA - santé", "Sécurité sociale des indépendants"),
        case.one("Décompte d'indemnités journalières", "Relevé de paiement IJ", "Avis de paiement", "Relevé mensuel"),
        (
            Heading(f"{case.one('Versements du', 'Paiement au')} {case.short(3, 40)}"),
            Fields(
                (
                    ("Bénéficiaire", f"{who.nom.upper()} {who.prenom}"),
                    ("Arrêt de travail prescrit le", case.short(20, 200)),
                    (case.one("Période réglée", "Indemnisé"), case.period()),
                    ("Indemnité journalière", f"{days} j x {case.amount(rate)}"),
                    (case.one("CSG, RDS", "Retenues sociales"), f"- {case.amount(days * rate * 0.067)}"),
                    ("Total viré", case.amount(days * rate * 0.933)),
                )
            ),
            *texts(
                case.one(
                    "Votre salaire journalier de base a été établi d'après l'attestation de salaire de l'employeur.",
                    "A compter du 29e jour l'indemnité est majorée (accident du travail).",
                    "Vous devez respecter les heures de sortie et le contrôle médical.",
                ),
                "Si vous passez en invalidité ou reprenez à temps partiel thérapeutique, un nouveau décompte suivra.",
            ),
        ),
        letter=True,
        references=(f"Lot {case.number(6)}", f"Régime 01 - caisse 99{case.number(1)}"),
    )


def _private_cover_pays_the_sick(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        SICK,
        who.role,
        case.one(
            "PREVOYANCE DES SALARIES", "Institution de prévoyance", "Mutuelle du Val - prévoyance", case.home.employeur
        ),
        case.one(
            "Incapacité temporaire : règlement",
            "Bordereau de prestations - arrêt de travail",
            "Complément d'indemnités journalières",
            "Attestation de versement d'indemnités journalières",
        ),
        texts(
            case.one("Madame, Monsieur,", "Cher adhérent,", "A l'attention du salarié,"),
            f"Dans le cadre de l'arrêt {case.one('maladie', 'de travail', 'maternité')} de {case.named(who)} du "
            f"{case.short(60, 200)} au {case.short(5, 50)}, nous réglons, en complément des indemnités journalières de "
            f"la sécurité sociale, {case.sum(80, 1100)} pour {case.some(10, 60)} jours indemnisés.",
            case.one(
                "Franchise de 90 jours. Base : 80 % du salaire brut sous déduction des IJ de la caisse.",
                "Ce versement est effectué à l'employeur qui vous le reversera sur votre bulletin de salaire.",
                "Merci de joindre à l'avenir les décomptes de votre caisse primaire et la prolongation du médecin.",
            ),
            case.one("Sentiments dévoués.", "Cette attestation est remise pour justifier de ressources.", ""),
        ),
        references=(f"Sinistre {case.number(8)}", f"Contrat {case.number(5)}"),
        letter=True,
        signer=case.one("Le service prestations", "", case.third()),
    )


WRITERS: Writers = {
    JOBLESS: to_learn(_opening_of_rights, _statement_of_the_month, _certificate_of_sums_by_month),
    SICK: to_learn(
        _certificate_of_daily_payments, _statement_of_reimbursements_with_daily_pay, _private_cover_pays_the_sick
    ),
}
