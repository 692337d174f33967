"""More ways for an employer of stating what somebody is paid (RES-ATE)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Fields, Filled, Paper, Table, Text
from training.papers.figures import monthly, summed
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _letter_with_net_pay(case: Case) -> Paper:
    who, net = case.adult(), case.home.net
    return Paper(
        "RES-ATE",
        who.role,
        case.home.employeur,
        case.one("Attestation de salaire", "Attestation de rémunération", "Attestation", "Salaire net – attestation"),
        (
            Text(
                case.one(
                    f"Je soussigné(e) {case.third()}, gérant, certifie que {case.known(who)}, "
                    f"{who.gendered('employée', 'employé')} dans "
                    f"l'entreprise depuis le {case.short(100, 2500)}, perçoit un salaire mensuel net de "
                    f"{case.amount(net)}.",
                    f"Nous versons à {case.named(who)}, {case.home.metier.lower()}, une rémunération de "
                    f"{case.amount(net * 1.28)} brut par mois, soit {case.amount(net)} net avant impôt.",
                    f"Le salaire de {case.named(who)}, salarié en CDI à temps "
                    f"{case.one('complet', 'partiel')}, s'élève en moyenne à {case.amount(net)} sur les "
                    f"{case.one('trois', 'six', 'douze')} derniers mois.",
                    f"La rémunération annuelle brute de {case.named(who)} est fixée à {case.amount(net * 1.28 * 13)}, "
                    "versée en treize mensualités.",
                )
            ),
            *several(
                case,
                1,
                "Aucune saisie ni cession n'est pratiquée sur ses salaires.",
                "Prime d'ancienneté et heures supplémentaires en sus.",
                "Les bulletins de paie correspondants ont été remis au salarié.",
                "La présente attestation est délivrée à l'intéressé pour ses démarches de logement.",
                "Le montant indiqué s'entend après déduction des cotisations salariales et de la part de mutuelle, "
                "avant prélèvement à la source de l'impôt sur le revenu. Il ne tient compte ni de l'intéressement, ni "
                "des remboursements de frais, ni des titres-restaurant.",
                f"Cumul net versé depuis janvier : {case.amount(net * case.some(2, 11))}.",
            ),
        ),
        lines=(f"SIRET {case.home.siret}", case.home.ville),
        signer=case.one("Le gérant", "Le service paie", "La comptable", "La direction"),
        seal=case.desk.rng.choice(((), (case.home.employeur.split(" ")[0], "SARL"))),
    )


def _table_of_months(case: Case) -> Paper:
    who, net = case.adult(), case.home.net
    months = monthly(case, case.some(3, 12), net)
    return Paper(
        "RES-ATE",
        who.role,
        case.one(case.home.employeur, "Service des ressources humaines", "Pôle paie", "Cabinet comptable du Val"),
        case.one(
            "Relevé des salaires versés",
            "Salaires des derniers mois",
            "Récapitulatif de rémunération",
            "État des salaires perçus",
        ),
        (
            Fields(
                (
                    ("Salarié", case.named(who)),
                    (case.one("Matricule", "N° interne"), case.number(5)),
                    ("Emploi", case.home.metier),
                )
            ),
            Text(case.one("L'employeur certifie avoir versé les sommes suivantes :", "Sommes nettes payées :")),
            Table(((case.one("Mois", "Paie de"), case.one("Net payé", "Net imposable")), *months), (2, 1)),
            *texts(
                f"Moyenne mensuelle : {case.amount(net)}.",
                said(
                    case,
                    "Ce tableau ne remplace pas les bulletins de salaire.",
                    "Montants avant prélèvement à la source.",
                    "Absences pour maladie non déduites.",
                    "Établi d'après le livre de paie.",
                ),
            ),
        ),
        signer=case.one("Le responsable paie", "L'expert-comptable", "L'employeur"),
    )


def _pay_of_public_agent(case: Case) -> Paper:
    who, net = case.adult(), case.home.net
    rows, total = summed(
        case,
        ("Traitement indiciaire", net, net * 1.1),
        (case.one("Indemnité de résidence", "Supplément familial"), 10, 80),
        (case.one("RIFSEEP / IFSE", "Prime de service", "Indemnités de sujétion"), 80, 300),
    )
    return Paper(
        "RES-ATE",
        who.role,
        case.one(f"VILLE DE {case.commune}", "CENTRE HOSPITALIER", "DIRECTION DÉPARTEMENTALE", "RÉGION – Lycées"),
        case.one("Certificat de traitement", "Attestation de traitement", "Situation de rémunération de l'agent"),
        (
            Text(
                f"{case.one('Le directeur', 'Le maire', 'Le comptable public')} certifie que "
                f"{case.known(who)}, perçoit à la "
                f"date de ce jour la rémunération mensuelle brute détaillée ci-dessous (indice majoré "
                f"{case.some(366, 520)})."
            ),
            Table((("Élément", "Montant"), *rows, ("Total brut", case.amount(total))), (3, 1)),
            Text(
                case.one(
                    f"Net à payer habituel : {case.amount(net)}.",
                    f"Après retenues pour pension civile, CSG et mutuelle : {case.amount(net)}.",
                )
            ),
            Text(
                said(case, "Fonction publique territoriale.", "Agent titulaire.", "Fait pour servir auprès du CROUS.")
            ),
        ),
        references=(f"Dossier {case.number(5)}",),
        signer=case.one("La directrice des ressources humaines", "Le comptable assignataire"),
        seal=("SERVICE", "DU PERSONNEL"),
    )


def _private_employer_states_pay(case: Case) -> Paper:
    who, boss = case.adult(), case.third()
    rate = case.some(10, 16)
    return Paper(
        "RES-ATE",
        who.role,
        boss,
        case.one("Attestation de salaire d'un employé de maison", "Je paie", "Attestation de l'employeur", "Salaire"),
        texts(
            case.one(
                f"Je soussigné(e) {boss} atteste verser chaque mois à {case.named(who)} {case.sum(180, 900)} net pour "
                "des heures de ménage.",
                f"{case.named(who)} garde mes deux enfants. Je lui paie {rate},00 € de l'heure, congés payés compris, "
                f"soit environ {case.sum(400, 1300)} par mois.",
                f"En qualité de particulier employeur, je déclare avoir réglé à {case.named(who)} la somme de "
                f"{case.sum(900, 4500)} net au titre du dernier trimestre.",
            ),
            case.one(
                "Je lui remets un chèque emploi service tous les mois.",
                "Je déclare ses heures au centre Pajemploi, qui édite les bulletins.",
                "Le salaire est versé par virement le dernier jour du mois.",
            ),
            said(
                case,
                "Ces heures sont régulières et devraient durer.",
                "Je ne peux pas fournir de bulletin, l'organisme les édite à ma place.",
                f"Cela représente {case.some(4, 30)} heures par semaine.",
            ),
            case.one(
                "Attestation demandée pour un logement social.", "Fait pour valoir preuve de ses revenus.", "Merci."
            ),
        ),
        lines=(case.commune.title(), f"N° CESU {case.number(8)}"),
        signer=case.one(boss, "L'employeur"),
    )


def _form_of_revenue(case: Case) -> Paper:
    who, net = case.adult(), case.home.net
    return Paper(
        "RES-ATE",
        who.role,
        case.one("Imprimé destiné à l'employeur", "Demande de logement – ressources", "Action logement – salariés"),
        case.one(
            "Attestation de salaires à remplir par l'employeur",
            "Justificatif de rémunération",
            "Renseignements sur le salaire",
        ),
        (
            Text(
                case.one(
                    "Cachet de l'entreprise et signature obligatoires. Ne pas joindre de bulletins.",
                    "À compléter par le service du personnel pour le salarié demandeur.",
                )
            ),
            Filled(
                (
                    ("Salarié(e)", who.full),
                    ("Emploi", case.home.metier),
                    (case.one("Entré(e) le", "Ancienneté depuis le"), case.short(200, 2500)),
                    ("Salaire brut mensuel", f"{net * 1.28:.0f} euros"),
                    (case.one("Salaire net mensuel", "Net à payer"), f"{net} euros"),
                    ("Primes, 13e mois", case.one("néant", "oui", "1 000 euros")),
                    (case.one("Total net des 12 derniers mois", "Cumul imposable"), f"{net * 12} euros"),
                )
            ),
            Text(case.one("Certifié exact.", "L'employeur certifie sincères les montants ci-dessus.")),
        ),
        signer=case.one("L'employeur", "Cachet commercial"),
        seal=(case.home.employeur.split(" ")[0], case.commune),
    )


WRITERS: Writers = {
    "RES-ATE": to_learn(
        _letter_with_net_pay, _table_of_months, _pay_of_public_agent, _private_employer_states_pay, _form_of_revenue
    ),
}
