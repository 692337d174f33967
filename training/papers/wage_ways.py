"""Other ways for an employer to certify what somebody earns (RES-ATE)."""

from __future__ import annotations

from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Filled, Heading, Paper, Table, Text
from training.papers.figures import monthly
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _earns_each_month(case: Case) -> Paper:
    who, net = case.adult(), case.home.net
    return Paper(
        "RES-ATE",
        who.role,
        case.home.employeur,
        case.one("Attestation de salaire", "Attestation de rémunération", "Attestation de revenus", "Attestation"),
        (
            *texts(
                f"Je soussigné, {case.third()}, "
                + case.one("directeur de l'établissement", "comptable", "chef d'entreprise")
                + f", atteste que {case.named(who)}, {case.home.metier.lower()} dans notre société,",
                case.one(
                    f"perçoit un salaire mensuel net de {case.amount(net)}, soit {case.amount(net * 1.28)} brut.",
                    f"a perçu au titre des douze derniers mois une rémunération nette de {case.amount(net * 12)}.",
                    f"est rémunéré sur la base de {case.amount(net * 1.28)} bruts mensuels sur treize mois.",
                    f"bénéficie d'un salaire net moyen de {case.amount(net)}, primes comprises.",
                ),
                case.one(
                    "Il n'est fait aucune retenue sur salaire (ni saisie, ni avance, ni acompte).",
                    "Un treizième mois est versé en décembre.",
                    f"Prime annuelle : {case.sum(200, 1200)}. Aucun avantage en nature.",
                ),
                case.one("Pour servir et valoir ce que de droit.", "Attestation délivrée à sa demande."),
            ),
        ),
        references=(f"SIRET : {case.home.siret}",),
        signer=case.one("Le comptable", "La direction", "L'employeur"),
    )


def _table_of_twelve_wages(case: Case) -> Paper:
    who = case.adult()
    rows = monthly(case, case.some(3, 12), case.home.net)
    return Paper(
        "RES-ATE",
        who.role,
        case.one(case.home.employeur, "SERVICE PAIE ET ADMINISTRATION DU PERSONNEL", "CABINET D'EXPERTISE – PAIE"),
        case.one("Récapitulatif de salaires", "Relevé annuel des salaires versés", "Attestation des salaires perçus"),
        (
            Text(f"Salarié : {case.named(who)} – matricule {case.number(5)} – emploi : {case.home.metier}"),
            Table((("Mois", case.one("Net payé", "Salaire net imposable", "Salaire net versé")), *rows), (2, 1)),
            Fields((("Salaire mensuel moyen", case.amount(case.home.net)), ("Saisies sur salaire", "néant"))),
            Text(case.one("Certifié conforme aux écritures de paie.", "Extrait du livre de paie.")),
        ),
        signer=case.one("Le service paie", "Le gestionnaire de paie"),
    )


def _wages_for_health_insurance(case: Case) -> Paper:
    who = case.adult()
    rows = [(month, case.sum(1700, 2500), amount) for month, amount in monthly(case, 3, case.home.net)]
    return Paper(
        "RES-ATE",
        who.role,
        case.one("L'ASSURANCE MALADIE", "net-entreprises.fr", "sécurité sociale"),
        case.one(
            "Attestation de salaire pour le paiement des indemnités journalières",
            "Attestation de salaire – maladie, maternité, paternité",
            "Attestation de salaire – accident du travail",
        ),
        (
            Heading("L'employeur"),
            Fields((("Nom ou raison sociale", case.home.employeur), ("N° SIRET", case.home.siret))),
            Heading("L'assuré"),
            Fields((("N° d'immatriculation", case.nir(who)), ("Nom et prénom", who.full))),
            Fields((("Dernier jour de travail", case.short(3, 60)), ("Emploi", case.home.metier))),
            Heading("Salaires de référence"),
            Table((("Mois", "Salaire brut", "Salaire net"), *rows), (1.5, 1, 1)),
            Text(
                case.one("L'employeur demande la subrogation : non.", "L'employeur atteste l'exactitude des données.")
            ),
        ),
        form=case.one("cerfa n° 11135*04", "cerfa n° 11137*03", "S3201"),
        signer="L'employeur",
    )


def _domestic_wages(case: Case) -> Paper:
    who = case.who
    return Paper(
        "RES-ATE",
        who.role,
        case.one("URSSAF SERVICE CESU", "PAJEMPLOI", "Chèque emploi service universel"),
        case.one(
            "Attestation fiscale des salaires perçus", "Relevé des salaires CESU", "Récapitulatif annuel Pajemploi"
        ),
        (
            Text(f"{case.named(who)}, salarié d'un ou plusieurs particuliers employeurs, a perçu en {case.year - 1} :"),
            Table(
                (
                    ("Employeur", "Heures", "Salaire net"),
                    (case.third(), str(case.some(40, 600)), case.sum(900, 6000)),
                    (case.third(), str(case.some(40, 600)), case.sum(900, 6000)),
                ),
                (2, 1, 1.4),
            ),
            Text(
                case.one(
                    "Montant à reporter sur la déclaration de revenus.",
                    "Ce relevé des rémunérations déclarées ne remplace pas les bulletins de salaire.",
                )
            ),
        ),
        letter=True,
    )


def _form_filled_by_employer(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "RES-ATE",
        who.role,
        case.one("À REMPLIR PAR L'EMPLOYEUR", "Office public de l'habitat", "Caisse d'allocations familiales"),
        case.one("Attestation de ressources salariales", "Attestation de salaire employeur", "Déclaration de salaire"),
        (
            Filled(
                (
                    ("Salarié", who.full),
                    ("Employeur", case.home.employeur),
                    ("Salaire brut mensuel", case.amount(case.home.net * 1.28)),
                    ("Salaire net mensuel", case.amount(case.home.net)),
                    ("Primes, 13e mois", case.one("néant", case.sum(100, 900))),
                    ("Avantages en nature", case.one("néant", "repas")),
                    ("Salaire des trois derniers mois", case.amount(case.home.net * 3)),
                )
            ),
        ),
        signer=case.one("L'employeur", "Date, cachet, signature"),
        seal=(case.home.employeur[:18],),
    )


WRITERS: Writers = {
    "RES-ATE": to_learn(
        *wordy(
            _earns_each_month,
            _table_of_twelve_wages,
            _wages_for_health_insurance,
            _domestic_wages,
            _form_filled_by_employer,
        )
    )
}
