"""Payslips that the models never learn from: SECOND to test them, THIRD to set their thresholds."""

from __future__ import annotations

from training.desk import euros
from training.papers.case import Case
from training.papers.content import Fields, Heading, Paper, Table, Text
from training.papers.payroll import Levy, pay_of, settled
from training.papers.writers import Writer

TEMPORARY = (
    Levy("Assurance maladie", 1.0, 0.0, 7.0),
    Levy("Vieillesse plaf./déplaf.", 1.0, 7.3, 10.57),
    Levy("Allocations familiales", 1.0, 0.0, 3.45),
    Levy("Accident du travail", 1.0, 0.0, 3.4),
    Levy("Chômage AT + AGS", 1.0, 0.0, 4.35),
    Levy("Retraite ARRCO T1 + CEG", 1.0, 4.01, 6.02),
    Levy("Prévoyance + mutuelle intérim", 1.0, 1.2, 1.6),
    Levy("FASTT / formation FAF.TT", 1.0, 0.0, 1.9),
    Levy("CSG déductible 6,80 %", 0.9825, 6.8),
    Levy("CSG/RDS imposable 2,90 %", 0.9825, 2.9),
)
TOWN = (
    Levy("CNRACL", 0.85, 11.1, 31.65),
    Levy("ATIACL", 0.85, 0.0, 0.4),
    Levy("RAFP", 0.12, 5.0, 5.0),
    Levy("Maladie (titulaires)", 0.85, 0.0, 9.88),
    Levy("Allocations familiales", 0.85, 0.0, 5.25),
    Levy("CNFPT", 0.85, 0.0, 0.9),
    Levy("Centre de gestion", 0.85, 0.0, 1.5),
    Levy("Contribution Solidarité Autonomie", 0.85, 0.0, 0.3),
    Levy("CSG déductible", 0.9825, 6.8),
    Levy("CSG non déduct.", 0.9825, 2.4),
    Levy("RDS", 0.9825, 0.5),
)
GROUPED = (
    Levy("Santé"),
    Levy("Maladie Maternité Invalidité Décès", 1.0, 0.0, 7.0),
    Levy("Régime frais de soins", 0.02, 40.0, 60.0),
    Levy("Accidents du travail & mal. prof.", 1.0, 0.0, 2.4),
    Levy("Retraite"),
    Levy("Vieillesse plafonnée", 1.0, 6.9, 8.55),
    Levy("Vieillesse déplafonnée", 1.0, 0.4, 2.02),
    Levy("Agirc-Arrco T1 et CEG", 1.0, 4.01, 6.01),
    Levy("Famille - sécurité sociale", 1.0, 0.0, 3.45),
    Levy("Cotisations statutaires conv. coll.", 1.0, 0.0, 0.3),
    Levy("CSG non imposable", 0.9825, 6.8),
    Levy("CSG/CRDS imposables", 0.9825, 2.9),
    Levy("Exonérations et allègements", 1.0, 0.0, -5.0),
)
ACCOUNTED = (
    Levy("CSG et RDS non déductibles", 0.9825, 2.9),
    Levy("CSG déductible", 0.9825, 6.8),
    Levy("S.S. maladie", 1.0, 0.0, 13.0),
    Levy("S.S. vieillesse TA", 1.0, 6.9, 8.55),
    Levy("S.S. vieillesse totalité", 1.0, 0.4, 2.02),
    Levy("Accident du travail", 1.0, 0.0, 2.2),
    Levy("Retraite compl. + CEG", 1.0, 4.01, 6.01),
    Levy("Prévoyance conventionnelle", 1.0, 0.4, 0.4),
    Levy("Frais de santé", 0.016, 50.0, 50.0),
    Levy("Réduction générale Fillon", 1.0, 0.0, -9.5),
)
MINDER = (
    Levy("Sécurité sociale", 1.0, 7.3, 20.9),
    Levy("Ircem retraite", 1.0, 4.01, 6.01),
    Levy("Ircem prévoyance", 1.0, 1.04, 1.33),
    Levy("CSG - CRDS", 0.9825, 9.7),
)


def _of_temporary_agency(case: Case) -> Paper:
    pay = pay_of(case, TEMPORARY)
    worked = pay.gross / 1.21
    rows = [
        ("Désignation", "Qté / Base", "Tx sal.", "Mt salarié", "Tx pat.", "Mt patronal"),
        ("Heures normales", "140,00", euros(worked / 140), euros(worked), "", ""),
        ("Indemnité fin de mission (IFM)", euros(worked), "10,000", euros(worked * 0.1), "", ""),
        ("Ind. compens. congés payés (ICCP)", euros(worked * 1.1), "10,000", euros(worked * 0.11), "", ""),
        ("** Total brut **", "", "", euros(pay.gross), "", ""),
        *((levy.label, *pay.of(levy)) for levy in TEMPORARY),
        ("** Net avant impôt **", "", "", euros(pay.net), "", ""),
        ("PAS taux personnalisé", euros(pay.taxable), euros(pay.rate), euros(pay.tax), "", ""),
    ]
    return Paper(
        "RES-BUL",
        pay.who.role,
        settled(case, "INTERIM DU BEFFROI", "LYS TRAVAIL TEMPORAIRE", "RELAIS EMPLOI NORD"),
        settled(case, "Paie du personnel intérimaire", "Bulletin de paie intérimaire"),
        (
            Fields(
                (
                    ("Intérimaire", f"{pay.who.full}   n° {pay.number}"),
                    ("N° SS", pay.nir),
                    ("Client utilisateur", case.home.employeur),
                    ("Qualification", case.home.metier),
                    ("Mission", f"contrat {case.home.fiscal[:6]}/02 {case.period()}"),
                )
            ),
            Table(tuple(rows), (5.6, 2.2, 1.6, 2.1, 1.6, 2.3)),
            Fields(
                (
                    ("Net à payer", f"{euros(pay.paid)} EUR"),
                    ("Net social", f"{euros(pay.social)} EUR"),
                    ("Réglé le", f"{case.period()[-10:]} par virement bancaire"),
                    ("Cumul net fiscal", euros(pay.taxable * pay.rank)),
                )
            ),
            Text("Visites médicales, action sociale et logement des intérimaires : renseignez-vous auprès du FASTT."),
        ),
        lines=("Entreprise de travail temporaire - garantie financière L. 1251-49", case.home.ville, "NAF 7820Z"),
        foot="Conservez ce document sans limitation de durée.",
    )


def _of_town_hall(case: Case) -> Paper:
    pay = pay_of(case, TOWN)
    rows = [
        ("Libellé", "Base", "Taux", "Part agent", "Part collectivité"),
        ("Traitement de base indiciaire", "", "", euros(pay.gross * 0.85), ""),
        ("Régime indemnitaire (RIFSEEP)", "", "", euros(pay.gross * 0.12), ""),
        ("Supplément familial de traitement", "", "", euros(pay.gross * 0.03), ""),
        ("Rémunération brute", "", "", euros(pay.gross), ""),
    ]
    for levy in TOWN:
        base, rate, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, base, rate, f"-{mine}" if mine else "", theirs))
    return Paper(
        "RES-BUL",
        pay.who.role,
        f"COMMUNE DE {case.commune}",
        settled(case, "Bulletin de traitement", "Bulletin d'indemnités et de traitement", "Fiche de traitement"),
        (
            Fields(
                (
                    ("Agent", f"{pay.who.civility} {pay.who.nom.upper()} {pay.who.prenom}"),
                    ("Né(e) le", f"{pay.who.naissance:%d/%m/%Y}"),
                    ("Immatriculation", pay.nir),
                    ("Statut", "Titulaire CNRACL, catégorie C"),
                    ("Cadre d'emplois", settled(case, "Adjoint technique", "ATSEM principal", "Agent de maîtrise")),
                    ("Échelon / IB / IM", f"{1 + int(case.home.fiscal[1])} / 3{case.home.fiscal[:2]} / 366"),
                )
            ),
            Table(tuple(rows), (6, 2.1, 1.5, 2.2, 2.6)),
            Text(f"Net avant PAS : {euros(pay.net)} €. Retenue à la source {euros(pay.rate)} % : {euros(pay.tax)} €."),
            Text(f"Somme mandatée au trésorier : {euros(pay.paid)} €", bold=True),
            Text(f"Brut cumulé {euros(pay.gross * pay.rank)}. Fiscal cumulé {euros(pay.taxable * pay.rank)}."),
        ),
        lines=("Hôtel de Ville - Direction des ressources humaines", f"SIRET {case.home.siret} - APE 8411Z"),
        references=(f"Paie de {case.month()}", f"Service : {settled(case, 'Écoles', 'Espaces verts', 'État civil')}"),
        letter=pay.who.role == "D",
        numbered=True,
    )


def _of_large_group(case: Case) -> Paper:
    pay = pay_of(case, GROUPED)
    rows = [("", "Assiette", "Salarié", "Employeur")]
    for levy in GROUPED:
        base, _, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, base, mine, theirs))
    rows.append(("Total cotisations et contributions", "", euros(pay.withheld), euros(pay.employer)))
    return Paper(
        "RES-BUL",
        pay.who.role,
        case.home.employeur,
        settled(case, "Votre fiche de paie du mois", "Ma rémunération", "Relevé mensuel de rémunération"),
        (
            Heading("Vous"),
            Text(
                f"{case.named(pay.who)}, {case.address}. Identifiant {pay.number}, immatriculation {pay.nir}. "
                f"{case.home.metier}, horaire mensuel 151,67 h, dans l'établissement depuis le {pay.hired}."
            ),
            Fields((("Appointements", euros(pay.gross * 0.96)), ("Prime d'ancienneté", euros(pay.gross * 0.04)))),
            Heading("Ce qui finance votre protection sociale"),
            Table(tuple(rows), (5, 2, 2, 2)),
            Heading("Ce que vous recevez"),
            Fields(
                (
                    ("Net social", f"{euros(pay.social)} €"),
                    ("Net avant impôt", f"{euros(pay.net)} €"),
                    (f"Impôt à la source, {euros(pay.rate)} %", f"{euros(pay.tax)} €"),
                    ("Viré sur votre compte", f"{euros(pay.paid)} €"),
                )
            ),
            Text(
                f"Pour vous rémunérer, l'entreprise a dépensé {euros(pay.gross + pay.employer)} €. Imposable depuis "
                f"janvier : {euros(pay.taxable * pay.rank)} €. Congés restants : "
                f"{25 - pay.rank} jours ouvrés. RTT : {pay.rank % 5}. Compte épargne-temps : 0."
            ),
        ),
        lines=(f"{case.home.ville}", f"RCS {case.home.siret[:11]}"),
        subtitle=f"{case.month().capitalize()} - {case.period()}",
        foot="Document remis au coffre-fort numérique du salarié (L. 3243-2 du code du travail), à garder sans limite.",
    )


def _of_accountant(case: Case) -> Paper:
    pay = pay_of(case, ACCOUNTED)
    rows = [
        ("Rubriques", "Base", "Taux", "Montant", "Patronal"),
        ("Salaire de base 169 h", "169,00", euros(pay.gross / 172), euros(pay.gross * 0.97), ""),
        ("Avantage en nature repas", "22,00", "4,15", euros(pay.gross * 0.03), ""),
        ("TOTAL BRUT", "", "", euros(pay.gross), ""),
    ]
    for levy in ACCOUNTED:
        base, rate, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, base, rate, mine, theirs))
    return Paper(
        "RES-BUL",
        pay.who.role,
        case.home.employeur,
        "Fiche de paie",
        (
            Fields(
                (
                    ("NOM Prénom", f"{pay.who.nom.upper()} {pay.who.prenoms}"),
                    ("Demeurant", case.home.rue),
                    ("à", case.home.ville),
                    ("Num. S.S.", pay.nir),
                    ("Fonction", case.home.metier),
                    ("Embauche", pay.hired),
                    ("Conv. collective", settled(case, "HCR - IDCC 1979", "Bâtiment ouvriers - IDCC 1597")),
                )
            ),
            Table(tuple(rows), (5.5, 2, 1.6, 2.1, 2.5)),
            Fields(
                (
                    ("Net imposable", euros(pay.taxable)),
                    ("Net à payer avant impôt", euros(pay.net)),
                    ("Impôt (PAS)", euros(pay.tax)),
                    ("Montant net social", euros(pay.social)),
                    ("NET À PAYER", f"{euros(pay.paid)} euros"),
                )
            ),
            Text(
                f"Payé le {case.period()[-10:]} par {settled(case, 'chèque', 'virement')}. Solde CP : "
                f"{pay.rank + 4},50 j."
            ),
        ),
        lines=(case.home.ville, f"N° Siret {case.home.siret}"),
        subtitle=f"Mois : {case.month()}",
        foot="Établi par le cabinet comptable pour le compte de l'employeur. À conserver sans limitation de durée.",
    )


def _of_childminder(case: Case) -> Paper:
    pay = pay_of(case, MINDER)
    rows = [("Cotisations", "Salarié", "Pajemploi (prises en charge)")]
    for levy in MINDER:
        _, _, mine, _, theirs = pay.of(levy)
        rows.append((levy.label, mine, theirs))
    return Paper(
        "RES-BUL",
        pay.who.role,
        "URSSAF PAJEMPLOI",
        "Bulletin de salaire de l'assistant maternel agréé",
        (
            Fields(
                (
                    ("Parent employeur", settled(case, *case.home.world.tiers)),
                    ("N° Pajemploi", f"Y{case.home.fiscal[:9]}"),
                    ("Salarié", f"{pay.who.full}"),
                    ("N° de sécurité sociale", pay.nir),
                    ("Période", case.period()),
                    ("Heures / jours d'activité", f"{120 + int(case.home.fiscal[0])} h / 18 j"),
                    ("Salaire brut", euros(pay.gross)),
                )
            ),
            Table(tuple(rows), (4, 2, 3.6)),
            Fields(
                (
                    ("Indemnités d'entretien", euros(18 * 3.8)),
                    ("Indemnités de repas", euros(18 * 4.0)),
                    ("Net à payer avant impôt", euros(pay.net)),
                    ("Retenue à la source", euros(pay.tax)),
                    ("Total net versé", euros(pay.paid + 18 * 7.8)),
                    ("Net imposable", euros(pay.taxable)),
                )
            ),
            Text(
                "Le bulletin Pajemploi vaut bulletin de paie. Le complément de libre choix du mode de garde est versé "
                "au parent par sa Caf ou sa MSA et n'entre pas dans la rémunération."
            ),
        ),
        lines=("43013 Le Puy-en-Velay cedex", "pajemploi.urssaf.fr"),
        numbered=True,
    )


SECOND: tuple[Writer, ...] = (_of_temporary_agency, _of_town_hall, _of_large_group)
THIRD: tuple[Writer, ...] = (_of_accountant, _of_childminder)
