"""Payslips (RES-BUL): those that the models learn from, beside those that are kept apart."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.payroll import Levy, Pay, pay_of, settled
from training.papers.payslips_kept import SECOND, THIRD
from training.papers.writers import Writers, to_learn

KEEP = (
    "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation "
    "de durée. Informations sur le bulletin de paie : www.service-public.fr"
)
CLARIFIED = (
    Levy("SANTÉ"),
    Levy("Sécurité sociale - Maladie Maternité", 1.0, 0.0, 7.0),
    Levy("Complémentaire Incapacité Décès", 1.0, 0.31, 0.47),
    Levy("Complémentaire Santé", 0.021, 50.0, 50.0),
    Levy("ACCIDENTS DU TRAVAIL - MAL. PROF.", 1.0, 0.0, 2.1),
    Levy("RETRAITE"),
    Levy("Sécurité sociale plafonnée", 1.0, 6.9, 8.55),
    Levy("Sécurité sociale déplafonnée", 1.0, 0.4, 2.02),
    Levy("Complémentaire Tranche 1", 1.0, 4.01, 6.01),
    Levy("FAMILLE", 1.0, 0.0, 3.45),
    Levy("ASSURANCE CHÔMAGE", 1.0, 0.0, 4.25),
    Levy("AUTRES CONTRIBUTIONS EMPLOYEUR", 1.0, 0.0, 1.6),
    Levy("CSG déduct. de l'impôt sur le revenu", 0.9825, 6.8),
    Levy("CSG/CRDS non déductible", 0.9825, 2.9),
    Levy("ALLÈGEMENT DE COTISATIONS", 1.0, 0.0, -6.2),
)
CODED = (
    Levy("2000  URSSAF Maladie Vieillesse", 1.0, 0.4, 9.0),
    Levy("2010  URSSAF Vieillesse plafonnée", 1.0, 6.9, 8.55),
    Levy("2030  URSSAF Alloc. familiales", 1.0, 0.0, 5.25),
    Levy("2040  URSSAF Accident du travail", 1.0, 0.0, 1.8),
    Levy("2060  FNAL - versement mobilité", 1.0, 0.0, 0.6),
    Levy("2100  Pôle emploi - AGS tr. A", 1.0, 0.0, 4.2),
    Levy("2200  Retraite non cadre T1", 1.0, 3.15, 4.72),
    Levy("2210  CEG tranche 1", 1.0, 0.86, 1.29),
    Levy("2300  Mutuelle obligatoire", 0.02, 50.0, 50.0),
    Levy("2350  Prévoyance non cadre", 1.0, 0.25, 0.25),
    Levy("2400  CSG déductible", 0.9825, 6.8),
    Levy("2410  CSG-CRDS non déductible", 0.9825, 2.9),
)
PUBLIC = (
    Levy("403301 COT SAL URSSAF MALADIE", 1.0, 0.0, 9.7),
    Levy("411050 RETENUE PC", 0.82, 11.1),
    Levy("411058 PENSION CIVILE EMPL.", 0.82, 0.0, 74.28),
    Levy("501080 COT SAL RAFP", 0.15, 5.0),
    Levy("501180 COT PAT RAFP", 0.15, 0.0, 5.0),
    Levy("401201 C.S.G. NON DÉDUCTIBLE", 0.9825, 2.4),
    Levy("401301 C.S.G. DÉDUCTIBLE", 0.9825, 6.8),
    Levy("401501 C.R.D.S.", 0.9825, 0.5),
    Levy("404001 COT PAT FNAL DÉPLAF.", 1.0, 0.0, 0.5),
    Levy("554500 COT PAT VST MOBILITÉ", 1.0, 0.0, 1.75),
)
HOME = (
    Levy("Maladie, maternité, invalidité, décès", 1.0, 0.0, 13.0),
    Levy("Assurance vieillesse", 1.0, 7.3, 10.57),
    Levy("Retraite complémentaire", 1.0, 4.01, 6.01),
    Levy("Prévoyance et santé au travail", 1.0, 1.04, 2.9),
    Levy("Assurance chômage, formation", 1.0, 0.0, 4.6),
    Levy("CSG CRDS", 0.9825, 9.7),
)


def _clarified_of_firm(case: Case) -> Paper:
    pay = pay_of(case, CLARIFIED)
    rows = [
        ("Éléments de paie", "Base", "Taux", "À déduire", "Employeur"),
        ("Salaire de base", "151,67", euros(pay.gross / 151.67), euros(pay.gross), ""),
        ("SALAIRE BRUT", "", "", euros(pay.gross), ""),
    ]
    for levy in CLARIFIED:
        base, rate, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, base, rate, mine, theirs))
    rows += [
        ("TOTAL DES COTISATIONS", "", "", euros(pay.withheld), euros(pay.employer)),
        ("MONTANT NET SOCIAL", "", "", euros(pay.social), ""),
        ("Net à payer avant impôt sur le revenu", "", "", euros(pay.net), ""),
        ("Impôt sur le revenu prélevé à la source", euros(pay.taxable), euros(pay.rate), euros(pay.tax), ""),
    ]
    return Paper(
        "RES-BUL",
        pay.who.role,
        case.home.employeur,
        "Bulletin de paie",
        (
            Fields(
                (
                    ("Salarié", case.named(pay.who)),
                    ("N° de sécurité sociale", pay.nir),
                    ("Emploi", f"{case.home.metier}, entrée le {pay.hired}"),
                )
            ),
            Table(tuple(rows), (7.9, 2, 1.5, 2, 2.1)),
            Text(f"NET PAYÉ : {euros(pay.paid)} euros     Paiement le {_paid_on(case)} par virement", bold=True),
            Table(
                (
                    ("Cumuls", "Brut", "Net imposable", "Heures", "Congés"),
                    ("Mensuel", euros(pay.gross), euros(pay.taxable), "151,67", "2,50"),
                    ("Annuel", *(euros(pay.rank * value) for value in (pay.gross, pay.taxable, 151.67, 2.5))),
                ),
                (1.4, 2, 2, 2, 1.6),
            ),
        ),
        lines=(case.home.ville, f"SIRET {case.home.siret}   Code NAF {case.number(4)}Z", "URSSAF Lorraine"),
        subtitle=f"Période {case.period()}",
        foot=KEEP,
    )


def _coded_of_small_firm(case: Case) -> Paper:
    pay = pay_of(case, CODED)
    rows = [
        ("Rubrique", "Nbre ou base", "Taux", "Gain", "Retenue"),
        ("0100  Salaire mensuel", "151,67", euros(pay.gross / 151.67), euros(pay.gross), ""),
        ("1000  TOTAL BRUT", "", "", euros(pay.gross), ""),
    ]
    for levy in CODED:
        base, rate, mine, _, _ = pay.of(levy)
        rows.append((levy.label, base, rate, "", mine))
    rows += [
        ("3000  TOTAL DES RETENUES", "", "", "", euros(pay.withheld)),
        ("3200  Net imposable", "", "", euros(pay.taxable), ""),
        ("3500  Prélèvement à la source", euros(pay.taxable), euros(pay.rate), "", euros(pay.tax)),
        ("4000  NET À PAYER", "", "", euros(pay.paid), ""),
    ]
    return Paper(
        "RES-BUL",
        pay.who.role,
        case.home.employeur,
        f"Bulletin de salaire - {case.month()}",
        (
            Fields(
                (
                    ("Convention collective", settled(case, "Commerce de détail", "Transports routiers", "Propreté")),
                    ("Qualification", f"{case.home.metier} - coef. {case.home.fiscal[2]}{case.home.fiscal[4]}0"),
                    ("Sécurité sociale", pay.nir),
                    ("Ancienneté depuis le", pay.hired),
                    ("Salarié", case.named(pay.who)),
                    ("Mode de règlement", f"virement du {_paid_on(case)}"),
                )
            ),
            Table(tuple(rows), (6, 2.7, 1.6, 2.1, 2.1)),
            Fields(
                (
                    ("Cumul bases", euros(pay.gross * pay.rank)),
                    ("Cumul net imposable", euros(pay.taxable * pay.rank)),
                    ("Total versé par l'employeur", euros(pay.gross + pay.employer)),
                )
            ),
            Text("Pour définition des termes employés, se reporter au site service-public.fr, rubrique cotisations."),
        ),
        lines=(case.home.ville, f"Siret : {case.home.siret}   APE : 4711F"),
        references=(f"Matricule {pay.number}",),
        letter=pay.who.role == "D",
        foot="À conserver sans limitation de durée. L'employeur cotise à l'URSSAF sous le numéro figurant ci-dessus.",
    )


def _of_the_state(case: Case) -> Paper:
    pay = pay_of(case, PUBLIC)
    rows = [
        ("ÉLÉMENTS", "À PAYER", "À DÉDUIRE", "POUR INFO."),
        ("101000 TRAITEMENT BRUT", euros(pay.gross * 0.82), "", ""),
        ("102000 INDEMNITÉ DE RÉSIDENCE", euros(pay.gross * 0.01), "", ""),
        ("200176 IND. DE FONCTIONS - IFSE", euros(pay.gross * 0.17), "", ""),
    ]
    for levy in PUBLIC:
        _, _, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, "", mine, theirs))
    rows += [
        ("558000 IMPÔT REVENU PRÉLEVÉ", "", euros(pay.tax), f"taux {euros(pay.rate)} %"),
        ("TOTAUX DU MOIS", euros(pay.gross), euros(pay.withheld + pay.tax), euros(pay.employer)),
        ("NET À PAYER EN EUROS", euros(pay.paid), "", f"valeur {_paid_on(case)}"),
    ]
    return Paper(
        "RES-BUL",
        pay.who.role,
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        "Bulletin de paye",
        (
            Fields(
                (
                    (
                        "Affectation",
                        settled(case, "Rectorat - service des personnels", "Direction interdépartementale"),
                    ),
                    ("Libellé du poste", settled(case, "ADJOINT ADMINISTRATIF", "AGENT TECHNIQUE", "AESH")),
                    ("Grade", f"ADJ ADM 2E CL  échelon 0{1 + pay.rank % 9}  indice 3{case.home.fiscal[:2]}"),
                    ("N° INSEE", pay.nir),
                    ("Bénéficiaire", f"{pay.who.nom.upper()} {pay.who.prenom}"),
                )
            ),
            Table(tuple(rows), (5.6, 2, 2, 3.1)),
            Fields(
                (
                    ("Base SS de l'année", euros(pay.gross * pay.rank)),
                    ("Montant imposable du mois", euros(pay.taxable)),
                    ("Montant imposable de l'année", euros(pay.taxable * pay.rank)),
                    ("Montant net social", euros(pay.social)),
                )
            ),
        ),
        lines=("Comptable assignataire : DRFiP du Grand Est", f"Mois de {case.month()}"),
        references=(f"N° d'ordre {pay.number}   Temps de travail 100 %",),
        letter=pay.who.role == "D",
        foot="Pour vous aider à faire valoir vos droits, conservez ce bulletin sans limitation de durée (R. 3243-5).",
    )


def _of_home_employer(case: Case) -> Paper:
    pay = pay_of(case, HOME)
    rows = [("Cotisations et contributions", "Assiette", "Salarié", "Employeur")]
    for levy in HOME:
        base, _, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, base, mine, theirs))
    return Paper(
        "RES-BUL",
        pay.who.role,
        "URSSAF - SERVICE CESU",
        "Bulletin de salaire",
        (
            Text(
                "Ce bulletin de salaire est établi par le centre national du Cesu à partir de la déclaration de "
                "l'employeur. Il se substitue à la remise du bulletin de paie par l'employeur (art. L. 133-8-3 du code "
                "de la sécurité sociale)."
            ),
            Heading("L'employeur et le salarié"),
            Fields(
                (
                    ("Employeur", _patron(case)),
                    ("Salarié", case.named(pay.who)),
                    ("N° de sécurité sociale", pay.nir),
                    ("Emploi", "Employé familial - niveau III"),
                    ("Période d'emploi", case.period()),
                )
            ),
            Heading("La rémunération"),
            *_home_amounts(pay),
            Table(tuple(rows), (5.6, 2, 2, 2.4)),
            Text(f"Cumul imposable depuis le 1er janvier : {euros(pay.taxable * pay.rank)} euros."),
        ),
        lines=("63 rue de la Montat", "42961 Saint-Étienne cedex 9"),
        references=(f"N° Cesu employeur : Z{case.home.fiscal[:8]}", f"Volet social enregistré le {_paid_on(case)}"),
        letter=pay.who.role == "D",
        foot="À conserver sans limitation de durée. Convention collective nationale des particuliers "
        "employeurs et de l'emploi à domicile du 15 mars 2021.",
    )


def _home_amounts(pay: Pay) -> tuple[Fields, Text]:
    hours = round(pay.gross / 14)
    return (
        Fields(
            (
                ("Nombre d'heures", f"{hours},00"),
                ("Salaire horaire brut", f"{euros(pay.gross / hours)} €, congés payés 10 % inclus"),
                ("Salaire brut", f"{euros(pay.gross)} €"),
                ("Montant net social", f"{euros(pay.social)} €"),
                ("Net payé avant impôt", f"{euros(pay.net)} €"),
                ("Impôt prélevé à la source", f"{euros(pay.tax)} €"),
            )
        ),
        Text(f"Salaire net versé : {euros(pay.paid)} €", bold=True),
    )


def _patron(case: Case) -> str:
    """Return who employs at home: the same in every month."""
    return settled(case, *case.home.world.tiers)


def _paid_on(case: Case) -> str:
    return case.period()[-10:]


WRITERS: Writers = {
    "RES-BUL": to_learn(_clarified_of_firm, _coded_of_small_firm, _of_the_state, _of_home_employer, *SECOND, *THIRD),
}
