"""Other ways of printing pay: small firms, the State, households who employ, agencies of temporary work (RES-BUL)."""

from __future__ import annotations

from training.desk import euros
from training.papers.aside_ways import wordy
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.payroll import Levy, pay_of, settled
from training.papers.writers import Writers, to_learn

_LEVIES = (
    Levy("Sécurité sociale maladie", 1.0, 0.0, 7.0),
    Levy("Vieillesse plafonnée", 1.0, 6.9, 8.55),
    Levy("Vieillesse déplafonnée", 1.0, 0.4, 1.9),
    Levy("Retraite complémentaire T1", 1.0, 4.01, 6.01),
    Levy("Chômage", 1.0, 0.0, 4.2),
    Levy("CSG déductible", 0.9825, 6.8, 0.0),
    Levy("CSG CRDS non déductible", 0.9825, 2.9, 0.0),
)
_ASSEDIC_YEARS = (
    Levy("Assurance maladie", 1.0, 0.75, 12.8),
    Levy("Assurance vieillesse", 1.0, 6.65, 9.8),
    Levy("ASSEDIC", 1.0, 2.4, 4.0),
    Levy("ARRCO non cadre", 1.0, 3.0, 4.5),
    Levy("AGFF", 1.0, 0.8, 1.2),
    Levy("CSG / RDS", 0.97, 8.0, 0.0),
)
_OF_AGENTS = (
    Levy("RETENUE PC", 1.0, 11.1, 0.0),
    Levy("C.S.G. DEDUCTIBLE", 0.98, 6.8, 0.0),
    Levy("C.S.G. NON DEDUCTIBLE", 0.98, 2.4, 0.0),
    Levy("C.R.D.S.", 0.98, 0.5, 0.0),
    Levy("RAFP", 0.2, 5.0, 5.0),
)


def _of_small_firm(case: Case) -> Paper:
    pay = pay_of(case, _LEVIES)
    rows = [(levy.label, *pay.of(levy)) for levy in pay.levies]
    return Paper(
        "RES-BUL",
        pay.who.role,
        case.home.employeur,
        settled(case, "Bulletin de paie", "Bulletin de salaire", "Fiche de paie", "Bulletin de paie simplifié"),
        (
            Fields(
                (
                    ("Période", case.period()),
                    ("Salarié", pay.who.full),
                    ("N° SS", pay.nir),
                    ("Emploi", case.home.metier),
                    ("Entrée le", pay.hired),
                    ("Convention collective", settled(case, "Propreté", "Hôtels, cafés, restaurants", "Transports")),
                )
            ),
            Table(
                (
                    ("Désignation", "Base", "Taux", "Retenue", "Taux", "Patronal"),
                    ("Salaire de base 151,67 h", euros(pay.gross), "", "", "", ""),
                    *rows,
                    ("Total des retenues", "", "", euros(pay.withheld), "", euros(pay.employer)),
                ),
                (3, 1.2, 0.9, 1.1, 0.9, 1.1),
            ),
            Fields(
                (
                    ("Net social", case.amount(pay.social)),
                    ("Net imposable", case.amount(pay.taxable)),
                    ("Prélèvement à la source", case.amount(pay.tax)),
                    (settled(case, "Net à payer", "Net payé", "Net versé par virement"), case.amount(pay.paid)),
                )
            ),
        ),
        lines=(f"SIRET {case.home.siret}    APE {settled(case, '8121Z', '5610A', '4941B')}", "URSSAF"),
        foot="Dans votre intérêt, et pour vous aider à faire valoir vos droits, conservez ce bulletin sans limite.",
    )


def _of_years_past(case: Case) -> Paper:
    pay = pay_of(case, _ASSEDIC_YEARS)
    rows = [(levy.label, *pay.of(levy)[:3], pay.of(levy)[4]) for levy in pay.levies]
    return Paper(
        "RES-BUL",
        pay.who.role,
        case.home.employeur,
        settled(case, "Bulletin de paye", "Bulletin de salaire", "Bulletin de paie"),
        (
            Text(f"Mois de {case.month()}    Mle {pay.number}    {case.named(pay.who)}    Sécu {pay.nir}"),
            Text(f"Emploi : {case.home.metier}    Coefficient {settled(case, '140', '170', '195')}    Horaire 151,67"),
            Table(
                (
                    ("Rubrique", "Base", "Taux sal.", "Retenues", "Charges patron."),
                    ("APPOINTEMENTS", euros(pay.gross), "", "", ""),
                    *rows,
                ),
                (3, 1.2, 1, 1.2, 1.3),
            ),
            Fields(
                (
                    ("TOTAL BRUT", euros(pay.gross)),
                    ("NET IMPOSABLE", euros(pay.taxable)),
                    ("CUMUL IMPOSABLE", euros(pay.taxable * pay.rank)),
                    ("NET À PAYER", euros(pay.net)),
                )
            ),
            Text(
                settled(case, "Paiement par chèque le 30.", "Virement en fin de mois.", "Congés acquis 2,5 j. Pris 0.")
            ),
        ),
        lines=(case.home.world.rues[0], f"Cotisations versées à l'URSSAF – {case.home.siret}"),
    )


def _of_the_state(case: Case) -> Paper:
    pay = pay_of(case, _OF_AGENTS)
    rows = [(case.number(6), levy.label, "", pay.of(levy)[2], pay.of(levy)[4]) for levy in pay.levies]
    return Paper(
        "RES-BUL",
        pay.who.role,
        settled(case, "MINISTÈRE DE L'ÉDUCATION NATIONALE", "DGFiP – Centre de service des rémunérations", "C.H.U."),
        settled(case, "Bulletin de paye", "Bulletin de rémunération", "Bulletin de salaire"),
        (
            Fields(
                (
                    ("Mois de", case.month()),
                    ("Nom, prénom", pay.who.full),
                    ("N° d'ordre / identifiant", pay.nir),
                    ("Grade", settled(case, "ADJOINT TECH", "AIDE-SOIGNANT", "AED", "ASH QUALIFIÉ")),
                    ("Échelon – indice majoré", settled(case, "03 – 367", "05 – 378", "07 – 395")),
                )
            ),
            Table(
                (
                    ("Code", "Éléments", "À payer", "À déduire", "Pour information"),
                    ("101000", "TRAITEMENT BRUT", euros(pay.gross * 0.94), "", ""),
                    ("102000", "INDEMNITE DE RESIDENCE", euros(pay.gross * 0.01), "", ""),
                    ("201800", "PRIMES ET INDEMNITES", euros(pay.gross * 0.05), "", ""),
                    *rows,
                ),
                (1, 2.6, 1.1, 1.1, 1.3),
            ),
            Fields(
                (
                    ("TOTAUX DU MOIS", euros(pay.gross)),
                    ("MONTANT IMPOSABLE DE L'ANNÉE", euros(pay.taxable * pay.rank)),
                    ("NET À PAYER", euros(pay.paid)),
                )
            ),
        ),
        references=("Temps de travail : 100 %",),
        foot="Vous êtes invité à conserver ce bulletin. Comptable assignataire : DDFiP.",
    )


def _of_household_employer(case: Case) -> Paper:
    pay = pay_of(case, _LEVIES)
    return Paper(
        "RES-BUL",
        pay.who.role,
        settled(case, "CESU – Urssaf", "Pajemploi", "Centre national du chèque emploi service universel"),
        settled(case, "Bulletin de salaire", "Bulletin de salaire CESU", "Bulletin de paie de l'emploi à domicile"),
        (
            Fields(
                (
                    ("Employeur", settled(case, *case.home.world.tiers)),
                    ("Salarié", pay.who.full),
                    ("Période d'emploi", case.period()),
                    ("Nombre d'heures effectuées", str(case.some(60, 150))),
                    ("Salaire brut", case.amount(pay.gross)),
                    ("Cotisations salariales", case.amount(pay.withheld)),
                    ("Cotisations patronales", case.amount(pay.employer)),
                    ("Salaire net", case.amount(pay.net)),
                    ("Impôt prélevé à la source", case.amount(pay.tax)),
                    ("Net payé au salarié", case.amount(pay.paid)),
                )
            ),
            Text("Ce document vaut bulletin de paie au sens du code du travail. Congés payés : 10 % inclus."),
        ),
        references=(f"N° du bulletin : {case.number(10)}", f"N° salarié : {pay.number}"),
    )


def _of_temporary_work(case: Case) -> Paper:
    pay = pay_of(case, _LEVIES)
    return Paper(
        "RES-BUL",
        pay.who.role,
        settled(case, "MISSIO INTERIM", "INTERIM SERVICES DU VAL", "EMPLOI EXPRESS"),
        settled(case, "Bulletin de paie intérimaire", "Bulletin de salaire", "Bulletin de paie"),
        (
            Text(f"{pay.who.full} – mission chez {case.home.employeur} – période {case.period()} – NIR {pay.nir}"),
            Table(
                (
                    ("Rubriques", "Quantité", "Taux", "Montant"),
                    ("Heures normales", "151,67", euros(pay.gross / 1.21 / 151.67), euros(pay.gross / 1.21)),
                    ("Indemnité de fin de mission", "10 %", "", euros(pay.gross / 12.1)),
                    ("Indemnité de congés payés", "10 %", "", euros(pay.gross / 11)),
                    ("SALAIRE BRUT", "", "", euros(pay.gross)),
                    ("Cotisations salariales", "", "", euros(-pay.withheld)),
                    ("Acompte", "", "", "0,00"),
                    ("NET À PAYER AVANT IMPÔT", "", "", euros(pay.net)),
                    ("NET PAYÉ", "", "", euros(pay.paid)),
                ),
                (3, 1, 1, 1.2),
            ),
            Text(f"Montant net social : {case.amount(pay.social)}. Cumul heures de l'année : {152 * pay.rank}."),
        ),
        references=(f"Contrat n° {pay.number}", f"Matricule {pay.number}"),
    )


WRITERS: Writers = {
    "RES-BUL": to_learn(
        *wordy(_of_small_firm, _of_years_past, _of_the_state, _of_household_employer, _of_temporary_work)
    )
}
