"""Contracts of employment (PRO-CDI)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.clauses import FIRM, PART_TIME, REPLACEMENT, clauses
from training.papers.content import Choices, Fields, Filled, Heading, Leaf, Paper, Part, Table, Text
from training.papers.writers import Writers, to_learn


def _long_contract_of_firm(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "PRO-CDI",
        who.role,
        home.employeur,
        case.one("Contrat de travail à durée indéterminée", "Contrat de travail à durée indéterminée à temps complet"),
        (
            Text("ENTRE LES SOUSSIGNÉS :", bold=True),
            Text(
                f"La société {home.employeur}, SIRET {home.siret}, dont le siège social est situé à {home.ville}, "
                f"représentée par {case.third()} en qualité de gérant, ci-après « l'employeur », d'une part,"
            ),
            Text(
                f"ET {case.named(who)}, {case.born(who)}, demeurant {case.address}, n° de sécurité sociale "
                f"{case.nir(who)}, ci-après « le salarié », d'autre part,"
            ),
            Text(f"Il a été convenu ce qui suit, à compter du {case.ahead(1, 30)} :"),
            *clauses(FIRM, who, case),
            Text("Fait en double exemplaire, dont un remis à chaque partie. Mention manuscrite « lu et approuvé »."),
        ),
        lines=(f"SIRET {home.siret} – APE {case.number(4)}Z",),
        signer="L'employeur                 Le salarié",
        numbered=case.one("oui", "non") == "oui",
    )


def _assignment_of_agency(case: Case) -> Paper:
    who, home = case.adult(), case.home
    return Paper(
        "PRO-CDI",
        who.role,
        f"AGENCE D'INTÉRIM DE {home.commune}",
        case.one("Contrat de mission temporaire", "Contrat de mission"),
        (
            Fields(
                (
                    ("Salarié intérimaire", case.known(who)),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                    ("N° sécurité sociale", case.nir(who)),
                    ("Entreprise utilisatrice", home.employeur),
                    ("Lieu de la mission", home.ville),
                    ("Qualification", home.metier),
                    ("Motif du recours", case.one("accroissement temporaire d'activité", "remplacement d'un salarié")),
                )
            ),
            *_terms(case),
            Text(
                "Période d'essai : deux jours. L'embauche par l'utilisateur à l'issue de la mission n'est pas "
                "interdite (article L. 1251-43 du code du travail). Le contrat doit être retourné signé sous deux "
                "jours ouvrables."
            ),
            Text("Caractéristiques du poste : port de chaussures de sécurité, station debout. Poste à risque : non."),
            Leaf(),
            Heading("Conditions générales"),
            Text(
                "Le travailleur temporaire est lié à l'entreprise de travail temporaire par le présent contrat et "
                "placé sous l'autorité de l'utilisateur pendant la mission. Il relève du régime de prévoyance de la "
                "branche, de la caisse de retraite complémentaire désignée et de la garantie financière affichée à "
                "l'agence."
            ),
            Text(
                "Le relevé d'heures signé par le client conditionne le paiement. Toute rupture anticipée à "
                "l'initiative du salarié, hors embauche en CDI, ouvre droit à réparation."
            ),
        ),
        lines=(f"Entreprise de travail temporaire – SIRET {case.number(14)}",),
        references=(f"Contrat n° {case.number(9)}", f"Code client {case.number(6)}"),
        signer="Pour l'agence",
        seal=("TRAVAIL TEMPORAIRE", home.commune),
        foot="Organisme de retraite : caisse de l'intérim. Garantie financière : société de caution mutuelle.",
    )


def _terms(case: Case) -> tuple[Part, ...]:
    """When the assignment runs, and what it pays."""
    return (
        Table(
            (
                ("Terme et horaires", "Du", "Au", "Heures"),
                ("Mission", case.short(10, 60), case.ahead(5, 60), "35,00"),
                ("Souplesse positive", "", case.ahead(61, 70), ""),
            ),
            (3, 2, 2, 1),
        ),
        Table(
            (
                ("Rémunération", "Base", "Taux"),
                ("Salaire horaire de référence", "1 h", case.sum(11.5, 16)),
                ("Indemnité de fin de mission", "10 %", ""),
                ("Indemnité compensatrice de congés payés", "10 %", ""),
                ("Panier de jour", "1", case.sum(4, 8)),
            ),
            (4, 1, 1),
        ),
    )


def _fixed_term_of_establishment(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-CDI",
        who.role,
        case.home.employeur,
        case.one("Contrat à durée déterminée (CDD)", "C.D.D. de remplacement", "Contrat de travail"),
        (
            Text(
                "Le présent contrat est régi par le code du travail et par l'accord d'établissement, que l'intéressé "
                "déclare connaître."
            ),
            Fields(
                (
                    ("Employeur", case.home.employeur),
                    ("Représenté par", f"{case.third()}, direction des ressources humaines"),
                    ("Salarié(e)", case.known(who)),
                    ("Domicile", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Prise de poste", case.short(20, 150)),
                )
            ),
            *clauses(REPLACEMENT, who, case),
            Text("Établi en deux originaux. Chaque page est paraphée par les signataires."),
        ),
        lines=("Direction des ressources humaines", case.home.ville),
        signer="Lu et approuvé, bon pour accord",
        numbered=case.one("oui", "non") == "oui",
    )


def _letter_of_engagement(case: Case) -> Paper:
    who = case.adult()
    return Paper(
        "PRO-CDI",
        who.role,
        case.home.employeur,
        case.one("Lettre d'engagement", "Engagement à durée indéterminée – temps partiel"),
        (
            Text(
                f"{case.named(who)}, {case.born(who)},\n\nÀ la suite de nos entretiens, nous avons le plaisir de vous "
                f"confirmer votre engagement à compter du {case.ahead(1, 30)}, sans limitation de durée, aux "
                "conditions que voici. Vous voudrez bien nous retourner un exemplaire signé avant votre entrée en "
                "fonctions."
            ),
            *clauses(PART_TIME, who, case),
            Text("Recevez nos salutations distinguées."),
        ),
        lines=(f"N° SIREN {case.home.siret[:11]}", case.home.ville),
        letter=True,
        signer=f"{case.third()}, directeur",
        seal=(case.home.employeur, case.commune),
        numbered=case.one("oui", "non") == "oui",
    )


def _form_of_private_employer(case: Case) -> Paper:
    who, employer = case.adult(), case.third()
    return Paper(
        "PRO-CDI",
        who.role,
        "PARTICULIER EMPLOYEUR",
        "Contrat du salarié à domicile",
        (
            Text(
                "Branche des particuliers employeurs et de l'emploi à domicile (IDCC 3239). À remplir en deux "
                "exemplaires."
            ),
            Filled(
                (
                    ("Nom du particulier employeur", employer),
                    ("Nom et prénom du salarié", f"{who.nom} {who.prenom}"),
                    ("Né(e) le", f"{who.naissance:%d/%m/%Y}"),
                    ("Adresse du salarié", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Date d'embauche", case.short(100, 900)),
                    ("Salaire horaire brut", f"{case.some(12, 16)},{case.number(2)} euros"),
                    ("Jours et heures de travail", case.one("lundi et jeudi 9h-12h", "tous les matins 8h-11h")),
                )
            ),
            Choices((("Contrat à durée indéterminée", True), ("Contrat à durée déterminée, motif :", False))),
            Heading("Nature du poste"),
            Choices(
                (("Ménage, repassage", True), ("Garde d'enfants", False), ("Assistance de vie", case.some(0, 1) == 1))
            ),
            Text(
                "Le salarié est rémunéré au moyen du chèque emploi service universel ; les congés s'ajoutent au "
                "salaire à hauteur de 10 %. L'essai dure un mois. La rupture s'opère par lettre recommandée. Le jour "
                "de repos est le dimanche ; le 1er mai chômé est payé. Les litiges relèvent du conseil de prud'hommes."
            ),
        ),
        subtitle="Convention collective nationale du 15 mars 2021",
        signer="L'employeur, le salarié",
    )


WRITERS: Writers = {
    "PRO-CDI": to_learn(
        _long_contract_of_firm,
        _assignment_of_agency,
        _letter_of_engagement,
        _form_of_private_employer,
        _fixed_term_of_establishment,
    )
}
