"""Payslips of very small firms and of households, on which the filing is measured alone."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.tests_of_payslips import contributions, firm, paid
from training.papers.wording import texts
from training.papers.writers import Writers, to_test

BY_ACCOUNTANTS = (
    ("CSG non déductible et CRDS", 2.9, 0),
    ("CSG déductible", 6.8, 0),
    ("URSSAF maladie", 0, 7.0),
    ("URSSAF vieillesse déplafonnée", 0.4, 2.02),
    ("URSSAF vieillesse plafonnée", 6.9, 8.55),
    ("Allocations familiales", 0, 3.45),
    ("Accident du travail", 0, 2.08),
    ("FNAL moins de 50 salariés", 0, 0.1),
    ("Chômage - AGS", 0, 4.2),
    ("Retraite compl. non cadre T1", 3.15, 4.72),
    ("CEG T1", 0.86, 1.29),
    ("Mutuelle", 0.9, 0.9),
    ("Réduction générale", 0, -11.2),
)
BY_HOUSEHOLDS = (
    ("Sécurité sociale (mal., vieill.)", 7.3, 19.6),
    ("Accidents du travail", 0, 2.1),
    ("Retraite complémentaire", 4.01, 6.01),
    ("Prévoyance", 1.15, 1.34),
    ("Assurance chômage", 0, 4.05),
    ("CSG - CRDS", 9.53, 0),
    ("Formation - dialogue social", 0, 0.57),
)
"""Contributions: what employees, then employers, owe, in % of the gross salary."""


def _payslip_of_a_craftsman(case: Case) -> Paper:
    who, home = case.adult(), case.home
    gross, taxable, net = paid(case, who)
    rows = contributions(gross, *BY_ACCOUNTANTS)
    name = firm(case)
    return Paper(
        "RES-BUL",
        who.role,
        name,
        case.one("Bulletin de paye", "Bulletin de salaire"),
        (
            Fields(
                (
                    (
                        "Convention collective",
                        case.one("Boulangerie-pâtisserie artisanale", "Coiffure", "Bâtiment ouvriers"),
                    ),
                    ("Nom et prénom", who.full),
                    ("Adresse", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("N° de sécurité sociale", case.nir(who)),
                    ("Emploi / qualification", home.metier),
                    ("Période de paye", case.period()),
                    ("Payé le / par", f"{case.short(1, 20)}   {case.one('Chèque', 'Virement')}"),
                )
            ),
            Table(
                (
                    ("Rubriques", "Nombre ou base", "Taux", "Retenues", "Patronal"),
                    ("Heures normales", "151,67", f"{gross / 151.67:.3f}".replace(".", ","), "", ""),
                    ("BRUT", euros(gross), "", "", ""),
                    *rows,
                    ("TOTAL", "", "", euros(gross - net), euros(gross * 0.24)),
                ),
                (2.2, 1.2, 0.8, 1, 1),
            ),
            Fields(
                (
                    ("Net imposable", case.amount(taxable)),
                    ("Montant net social", case.amount(net)),
                    ("NET À PAYER", case.amount(net)),
                    ("Cumuls : brut / imposable / heures", f"{euros(gross * 3)} / {euros(taxable * 3)} / 455,01"),
                    ("Congés N-1 / N", f"reste {case.some(0, 12)},0 / acquis {case.some(5, 25)},0"),
                )
            ),
        ),
        lines=(home.ville, f"Siret : {home.siret}", f"Code APE : {case.one('1071C', '9602A', '4399C')}"),
        foot="Pour faire valoir vos droits, conservez ce bulletin de paye sans limitation de durée.",
    )


def _payslip_of_a_household(case: Case) -> Paper:
    who, hours = case.adult(), case.some(12, 70)
    rate = case.desk.rng.uniform(10.2, 14.5)
    net = hours * rate
    gross = net / 0.781
    rows = contributions(gross, *BY_HOUSEHOLDS)
    return Paper(
        "RES-BUL",
        who.role,
        case.one("Cesu - Centre national du chèque emploi service universel", "Urssaf service Cesu"),
        "Bulletin de salaire",
        (
            Text(f"Période d'emploi : {case.period()}", bold=True),
            Heading("Employeur et salarié"),
            Fields(
                (
                    ("Nom", case.third()),
                    ("N° Cesu", f"Z{case.number(8)}"),
                    ("Salarié", case.named(who)),
                    ("Adresse", case.home.rue),
                    ("Code postal et commune", case.home.ville),
                    ("N° de sécurité sociale", case.nir(who)),
                )
            ),
            Table(
                (
                    ("Éléments de paie", "Base", "Taux", "Salarié", "Employeur"),
                    (f"Salaire réel : {hours} heures", str(hours), euros(gross / hours), euros(gross), ""),
                    *rows,
                ),
                (2.6, 1, 0.8, 1, 1.1),
            ),
            Fields(
                (
                    ("Emploi", case.one("Assistant de vie - niveau III", "Employé familial - niveau B")),
                    ("Salaire net horaire, CP inclus (10 %)", case.amount(rate)),
                    ("Montant net social", case.amount(net)),
                    ("Salaire net imposable", case.amount(net * 1.03)),
                    ("Net payé au salarié", case.amount(net)),
                    ("Date de paiement", case.short(1, 25)),
                )
            ),
            *texts(
                "Convention collective des particuliers employeurs et de l'emploi à domicile (IDCC 3239). Ce bulletin "
                "vaut certificat : à conserver sans limitation de durée.",
            ),
        ),
        lines=("63 rue de la Montat - 42961 Saint-Étienne cedex 9",),
    )


WRITERS: Writers = {
    "RES-BUL": to_test(_payslip_of_a_craftsman, _payslip_of_a_household),
}
