"""Payslips of usual payroll editors, of a town and of a household, on which the filing is measured alone."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Paper, Table, Text
from training.papers.writers import Writers, to_test
from training.people import Someone

KEPT = (
    "Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation "
    "de durée. Informations complémentaires : www.service-public.fr"
)
OF_FIRMS = (
    ("SANTÉ", 0, 0),
    ("Sécurité sociale - Maladie", 0, 7.0),
    ("Complémentaire incapacité décès", 0.35, 0.45),
    ("Complémentaire santé", 1.1, 1.1),
    ("ACCIDENTS DU TRAVAIL", 0, 1.62),
    ("RETRAITE", 0, 0),
    ("Sécurité sociale plafonnée", 6.9, 8.55),
    ("Sécurité sociale déplafonnée", 0.4, 2.02),
    ("Complémentaire Tranche 1", 4.01, 6.01),
    ("FAMILLE", 0, 3.45),
    ("ASSURANCE CHÔMAGE", 0, 4.05),
    ("Autres contributions employeur", 0, 1.65),
    ("CSG déductible de l'impôt", 6.68, 0),
    ("CSG/CRDS non déductible", 2.85, 0),
    ("Allègement de cotisations", 0, -9.4),
)
OF_TOWNS = (
    ("Retenue CNRACL", 11.1, 31.65),
    ("CNRACL - ATIACL", 0, 0.4),
    ("RAFP", 0.7, 0.7),
    ("CSG déductible", 6.8, 0),
    ("CSG non déductible", 2.4, 0),
    ("CRDS", 0.5, 0),
    ("Maladie - Maternité", 0, 9.88),
    ("Allocations familiales", 0, 5.25),
    ("FNAL - Versement mobilité", 0, 2.0),
    ("CNFPT - CDG", 0, 2.5),
)
"""Contributions: what employees, then employers, owe, in % of the gross salary."""


def firm(case: Case) -> str:
    """Return a private employer: those of the household's world may be towns."""
    return case.one(
        "NETTOYAGE DU LITTORAL SAS", "SARL AU FOURNIL D'ANTAN", "TRANSDISTRI SERVICES", "SAS MEUBLES GRANDIDIER"
    )


def paid(case: Case, who: Someone) -> tuple[float, float, float]:
    """Return what ``who`` earns in a month: gross, taxable and net, in euros."""
    net = case.home.net * (1.0 if who.role == "D" else case.desk.rng.uniform(0.8, 1.1))
    gross = net / case.desk.rng.uniform(0.77, 0.79)
    return gross, net * 1.035, net


def contributions(gross: float, *wanted: tuple[str, float, float]) -> tuple[tuple[str, ...], ...]:
    """Return rows for (label, employee's rate, employer's rate in %): base, rate and both contributions."""
    return tuple(
        (
            label,
            euros(gross) if mine or theirs else "",
            f"{mine:.3f}".replace(".", ",") if mine else "",
            euros(gross * mine / 100) if mine else "",
            euros(gross * theirs / 100) if theirs else "",
        )
        for label, mine, theirs in wanted
    )


def _payslip_clarified(case: Case) -> Paper:
    """As the usual editor for firms of middle size prints it since 2018 (net social since 2023)."""
    who, home = case.adult(), case.home
    gross, taxable, net = paid(case, who)
    head = ("Désignation", "Base", "Taux", "Part salarié", "Part employeur")
    body = contributions(gross, *OF_FIRMS)
    name = firm(case)
    return Paper(
        "RES-BUL",
        who.role,
        name,
        case.one("Bulletin de paie", "Bulletin de salaire"),
        (
            Fields(
                (
                    ("Salarié", f"{case.named(who)} - Matricule {case.number(5)}"),
                    ("N° Sécu", case.nir(who)),
                    ("Emploi", home.metier),
                    ("Entrée le", f"{case.short(300, 3000)}    Coefficient {case.some(140, 250)}"),
                    ("Période", f"{case.period()}    Paiement par virement"),
                )
            ),
            Table(
                (
                    head,
                    ("Salaire de base", "151,67", euros(gross / 151.67), euros(gross), ""),
                    ("Salaire brut", "", "", euros(gross), ""),
                    *body,
                    ("Total cotisations, contributions", "", "", euros(gross - net), euros(gross * 0.31)),
                ),
                (2.6, 1, 0.8, 1.1, 1.2),
            ),
            Fields(
                (
                    ("Montant net social", case.amount(net * 1.002)),
                    ("Net à payer avant impôt sur le revenu", case.amount(net)),
                    ("Impôt sur le revenu prélevé à la source", f"{euros(taxable * 0.013)}  (taux 1,30 %)"),
                    ("Net payé", case.amount(net - taxable * 0.013)),
                    ("Congés N : acquis / pris / solde", f"{case.some(5, 25)},00 / {case.some(0, 5)},00 / 12,50"),
                )
            ),
        ),
        lines=(
            home.ville,
            f"SIRET {home.siret}  NAF {case.one('8121Z', '4711D', '5229B')}",
            "Urssaf " + case.number(9),
        ),
        subtitle=case.month().capitalize(),
        foot=KEPT,
    )


def _payslip_of_a_town(case: Case) -> Paper:
    who, town = case.adult(), case.commune.title()
    gross, taxable, net = paid(case, who)
    base = gross * 0.86
    index = case.some(366, 432)
    rows = contributions(base, *OF_TOWNS)
    return Paper(
        "RES-BUL",
        who.role,
        f"Commune de {town}",
        case.one("Bulletin de paie", "Bulletin de salaire"),
        (
            Fields(
                (
                    ("Agent", f"{who.nom.upper()} {who.prenom}   Matricule {case.number(6)}"),
                    ("N° INSEE", case.nir(who)),
                    ("Grade", case.one("Adjoint technique", "ATSEM principal 2e cl.", "Adjoint administratif")),
                    ("Échelon / IB / IM", f"{case.some(2, 9):02d} / {index + 14} / {index}"),
                    ("Statut / Affiliation", "Titulaire - CNRACL"),
                    ("Service", case.one("Écoles", "Voirie et espaces verts", "Restauration scolaire")),
                    ("Nombre d'enfants SFT", str(len(case.home.enfants))),
                )
            ),
            Table(
                (
                    ("Libellé", "Base", "Taux", "Montant agent", "Charges patronales"),
                    ("Traitement indiciaire", euros(base), "", euros(base), ""),
                    ("Indemnité de résidence", euros(base), "1,000", euros(base * 0.01), ""),
                    ("IFSE (RIFSEEP)", "", "", euros(gross * 0.13), ""),
                    ("Transfert primes/points", "", "", "-13,92", ""),
                    ("TOTAL BRUT", "", "", euros(gross), ""),
                    *rows,
                    ("TOTAL RETENUES", "", "", euros(gross - net), euros(base * 0.52)),
                ),
                (2.2, 1, 0.8, 1.2, 1.4),
            ),
            Fields(
                (
                    ("Montant net social", case.amount(net)),
                    ("Net imposable du mois / cumul", f"{euros(taxable)} / {euros(taxable * 3)}"),
                    ("Net à payer avant PAS", case.amount(net)),
                    ("PAS (taux personnalisé 0,9 %)", euros(taxable * 0.009)),
                    ("NET À PAYER", case.amount(net - taxable * 0.009)),
                )
            ),
            Text(f"Virement sur compte ****{case.number(4)} - Trésorerie de {town} - Comptable : {case.third()}"),
        ),
        lines=("Budget 10000 - BUDGET PRINCIPAL", f"SIRET {case.number(9)} 00015"),
        references=(f"Mois de paie : {case.month()}",),
        foot="Bulletin à conserver sans limitation de durée. Détail des rubriques : service-public.fr",
    )


WRITERS: Writers = {
    "RES-BUL": to_test(_payslip_clarified, _payslip_of_a_town),
}
